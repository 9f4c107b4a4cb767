import type { FilingResult } from '../../../core/results.ts';
import type { Truth } from '../../../corpus/generate/generate.ts';
import type { KeywordVerdict } from './keywords.ts';

/** How the rules judged the filings of one call and format. */
export interface RuleScore {
  filings: number;
  planted: number;
  found: number;
  /** Planted, but the verdict is `unknown`: a person looks. */
  open: number;
  /** Verdicts of rules that nothing was planted for. */
  clean: number;
  alarms: number;
  /** Clean verdicts that are `unknown` though a document could show them. */
  cleanOpen: number;
  keywords: { found: number; alarms: number };
  /** Filings with a planted rule that binds (`bars`, `mend`), and those of them let through: passed or remarked. */
  bound: number;
  letThrough: number;
  readonly passed: string[];
  readonly misses: string[];
  readonly alarmed: string[];
  readonly opened: string[];
}

export const noScore = (): RuleScore => ({
  filings: 0,
  planted: 0,
  found: 0,
  open: 0,
  clean: 0,
  alarms: 0,
  cleanOpen: 0,
  keywords: { found: 0, alarms: 0 },
  bound: 0,
  letThrough: 0,
  passed: [],
  misses: [],
  alarmed: [],
  opened: [],
});

/** Adds one filing: planted rules must fail; any other that bars or is to be mended and fails is a false alarm. */
export function addFiling(
  score: RuleScore,
  truth: Truth,
  { findings, state }: FilingResult,
  keywords: ReadonlyMap<string, KeywordVerdict>,
): void {
  const planted = new Set(truth.defects.flatMap(({ rules }) => rules));
  const allowed = new Set(truth.defects.flatMap(({ may = [] }) => may));
  const names = truth.defects.map(({ id }) => id).join('+');
  score.filings++;
  const binding = findings.filter(
    ({ rule, consequence }) => planted.has(rule) && (consequence === 'bars' || consequence === 'mend'),
  );
  if (binding.length > 0) {
    score.bound++;
    if (state === 'passed' || state === 'remarked') {
      score.letThrough++;
      const verdicts = binding.map(({ rule, verdict }) => `${rule} ${verdict}`).join(', ');
      score.passed.push(`${truth.format} ${truth.file} [${names}] ${state}: ${verdicts}`);
    }
  }
  for (const { rule, verdict, consequence, message, manual } of findings) {
    const line = `${truth.format} ${truth.file} [${names}] ${rule}: ${message}`;
    if (planted.has(rule)) {
      score.planted++;
      if (verdict === 'fail') score.found++;
      else score.misses.push(`${verdict}: ${line}`);
      if (verdict === 'unknown') score.open++;
      if (keywords.get(rule) === 'fail') score.keywords.found++;
      continue;
    }
    if (consequence === 'remark' || allowed.has(rule) || verdict === 'not-applicable') continue;
    score.clean++;
    if (keywords.get(rule) === 'fail') score.keywords.alarms++;
    if (verdict === 'fail') {
      score.alarms++;
      score.alarmed.push(line);
    }
    if (verdict === 'unknown' && !manual) {
      score.cleanOpen++;
      score.opened.push(line);
    }
  }
}
