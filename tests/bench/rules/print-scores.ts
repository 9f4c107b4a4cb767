import type { RuleScore } from './score-rules.ts';

export interface ScoredFormat {
  readonly call: string;
  /** Format of the filings, or `package` or `batch`. */
  readonly format: string;
  readonly score: RuleScore;
}

const share = (part: number, all: number) => (all === 0 ? '–' : `${((100 * part) / all).toFixed(1)}%`);

export function printScores(scored: readonly ScoredFormat[], open: boolean): void {
  console.log(
    '| call | format | filings | defects found | left unknown | false alarms | clean but unknown | let through | keywords: found | keywords: alarms |',
  );
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |');
  for (const { call, format, score } of [...scored, ...totals(scored)]) {
    const { filings, planted, found, clean, alarms, cleanOpen, bound, letThrough, keywords } = score;
    const cells = [
      call,
      format,
      filings,
      `${found}/${planted} (${share(found, planted)})`,
      score.open,
      `${alarms}/${clean} (${share(alarms, clean)})`,
      share(cleanOpen, clean),
      `${letThrough}/${bound}`,
      share(keywords.found, planted),
      share(keywords.alarms, clean),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
  for (const { score } of scored) for (const line of score.passed) console.log(`let through, ${line}`);
  for (const { score } of scored) for (const line of score.misses) console.log(`missed, ${line}`);
  for (const { score } of scored) for (const line of score.alarmed) console.log(`false alarm: ${line}`);
  if (open) for (const { score } of scored) for (const line of score.opened) console.log(`open: ${line}`);
}

function totals(scored: readonly ScoredFormat[]): ScoredFormat[] {
  const formats = [...new Set(scored.map(({ format }) => format))];
  return formats.map((format) => {
    const own = scored.filter((one) => one.format === format).map(({ score }) => score);
    const sum = (pick: (score: RuleScore) => number) => own.reduce((total, score) => total + pick(score), 0);
    const score: RuleScore = {
      filings: sum((s) => s.filings),
      planted: sum((s) => s.planted),
      found: sum((s) => s.found),
      open: sum((s) => s.open),
      clean: sum((s) => s.clean),
      alarms: sum((s) => s.alarms),
      cleanOpen: sum((s) => s.cleanOpen),
      keywords: { found: sum((s) => s.keywords.found), alarms: sum((s) => s.keywords.alarms) },
      bound: sum((s) => s.bound),
      letThrough: sum((s) => s.letThrough),
      passed: [],
      misses: [],
      alarmed: [],
      opened: [],
    };
    return { call: 'all', format, score };
  });
}
