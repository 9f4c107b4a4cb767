import type { FieldValue } from '../../core/filing.ts';
import type { FilingResult } from '../../core/results.ts';
import type { Truth } from '../../corpus/generate/generate.ts';

/** How one read filing compares with its truth. */
export interface Score {
  readonly fields: { right: number; all: number; wrong: string[] };
  readonly ticks: { hit: number; extra: number; missed: number };
  readonly sure: { right: number; all: number };
  readonly places: { right: number; all: number };
  readonly defects: { found: number; all: number; missed: string[] };
  readonly falseAlarms: { count: number; of: number; rules: string[] };
}

export function scoreFiling(truth: Truth, filing: FilingResult): Score {
  const score: Score = {
    fields: { right: 0, all: 0, wrong: [] },
    ticks: { hit: 0, extra: 0, missed: 0 },
    sure: { right: 0, all: 0 },
    places: { right: 0, all: 0 },
    defects: { found: 0, all: 0, missed: [] },
    falseAlarms: { count: 0, of: 0, rules: [] },
  };
  for (const [key, wanted] of Object.entries(truth.fields)) {
    const field = filing.fields[key];
    const right = field !== undefined && sameValue(wanted, field.value);
    score.fields.all++;
    if (right) score.fields.right++;
    else
      score.fields.wrong.push(
        `${key}: ${brief(wanted)} ≠ ${brief(field?.value)} (${field?.state} ${field?.confidence})`,
      );
    if (field && field.confidence >= 0.9 && field.state === 'filled') {
      score.sure.all++;
      if (right) score.sure.right++;
    }
    if (isTexts(wanted)) countTicks(score, wanted, isTexts(field?.value) ? field.value : []);
    if (field?.state === 'filled' && wanted !== null) {
      score.places.all++;
      if (field.where.length > 0) score.places.right++;
    }
  }
  scoreDefects(score, truth, filing);
  return score;
}

function countTicks(score: Score, wanted: readonly string[], got: readonly string[]): void {
  score.ticks.hit += wanted.filter((option) => got.includes(option)).length;
  score.ticks.missed += wanted.filter((option) => !got.includes(option)).length;
  score.ticks.extra += got.filter((option) => !wanted.includes(option)).length;
}

function scoreDefects(score: Score, truth: Truth, filing: FilingResult): void {
  const planted = new Set(truth.defects.flatMap(({ rules, may = [] }) => [...rules, ...may]));
  for (const defect of truth.defects) {
    for (const rule of defect.rules) {
      score.defects.all++;
      if (filing.findings.some((finding) => finding.rule === rule && finding.verdict === 'fail'))
        score.defects.found++;
      else score.defects.missed.push(`${truth.file} ${rule}`);
    }
    if (defect.repeat) {
      score.defects.all++;
      const kind = defect.repeat === 'award' ? 'award' : 'batch';
      if (filing.matches.some((match) => match.kind === kind && match.verdict !== 'info'))
        score.defects.found++;
      else score.defects.missed.push(`${truth.file} repeat of ${defect.repeat}`);
    }
  }
  const repeats = truth.defects.some((defect) => defect.repeat);
  for (const finding of filing.findings) {
    if (finding.consequence !== 'bars' && finding.consequence !== 'mend') continue;
    if (planted.has(finding.rule) || finding.verdict === 'not-applicable') continue;
    score.falseAlarms.of++;
    if (finding.verdict !== 'fail' || (repeats && finding.rule.includes('award'))) continue;
    score.falseAlarms.count++;
    score.falseAlarms.rules.push(`${truth.file} ${finding.rule}: ${finding.message}`);
  }
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

/** Equal after folding width and white space; numbers to a millionth; rows and years piece by piece. */
export function sameValue(a: FieldValue | undefined, b: unknown): boolean {
  if (a === null || a === undefined || a === '') return b === null || b === undefined || b === '';
  if (typeof a === 'number') return typeof b === 'number' && Math.abs(a - b) <= Math.abs(a) * 1e-6;
  if (typeof a === 'string')
    return (typeof b === 'string' || typeof b === 'number') && fold(a) === fold(String(b));
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    const other = isTexts(a) && isTexts(b) ? [...b].sort() : b;
    const own = isTexts(a) ? [...a].sort() : a;
    return own.every((item, i) =>
      typeof item === 'object' ? sameRecord(item, other[i]) : sameValue(item, other[i]),
    );
  }
  return sameRecord(a as Record<string, string | number | null>, b);
}

function sameRecord(a: Readonly<Record<string, string | number | null>>, b: unknown): boolean {
  if (typeof b !== 'object' || b === null) return false;
  return Object.entries(a).every(([key, value]) => sameValue(value, (b as Record<string, unknown>)[key]));
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b]+/gu, '')
    .replace(/[“”"]/gu, '"')
    .toLowerCase();
}

function brief(value: unknown): string {
  return (JSON.stringify(value) ?? '').slice(0, 60);
}
