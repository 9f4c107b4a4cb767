import type { SampleFormat } from '../../../corpus/generate/generate.ts';
import type { MeasuredRun } from './measured-run.ts';
import type { Count, ReadingScore } from './score-reading.ts';

const percent = (part: number, all: number, digits = 1) =>
  all === 0 ? '–' : `${((100 * part) / all).toFixed(digits)}%`;

/** One line a format: what came out right, where it was said to stand, and what it cost. */
export function printReadings(
  scores: ReadonlyMap<SampleFormat, readonly ReadingScore[]>,
  runs: ReadonlyMap<SampleFormat, readonly { run: MeasuredRun; pages: number }[]>,
  listWrong: boolean,
): void {
  const titles = [
    'format',
    'filings',
    'fields right',
    'exact',
    'tick F1',
    'row F1',
    'chapters',
    'places right',
    'wrong characters',
    'sure (≥ 0.9) and right',
    'sure and exact',
    'sure of all',
    'CPU s/page',
    'peak MB',
  ];
  console.log(`| ${titles.join(' | ')} |\n|${' --- |'.repeat(titles.length)}`);
  for (const [format, list] of scores) {
    const sum = (pick: (score: ReadingScore) => Count) => {
      const hit = list.reduce((total, score) => total + pick(score).hit, 0);
      return percent(
        hit,
        list.reduce((total, score) => total + pick(score).all, 0),
      );
    };
    const cost = runs.get(format) ?? [];
    const cpu = cost.reduce((total, { run }) => total + run.cpuSeconds, 0);
    const pages = cost.reduce((total, entry) => total + entry.pages, 0);
    const errors = list.reduce((total, score) => total + score.characters.hit, 0);
    const characters = list.reduce((total, score) => total + score.characters.all, 0);
    const cells = [
      format,
      list.length,
      sum((score) => score.fields),
      sum((score) => score.exact),
      f1(list.map((score) => score.ticks)),
      f1(list.map((score) => score.rows)),
      sum((score) => score.sections),
      sum((score) => score.places),
      percent(errors, characters, 2),
      sum((score) => score.sure),
      sum((score) => score.sureExact),
      // What nobody must look at.
      percent(
        list.reduce((total, score) => total + score.sure.all, 0),
        list.reduce((total, score) => total + score.fields.all, 0),
      ),
      pages > 0 ? (cpu / pages).toFixed(2) : `${(cpu / list.length).toFixed(1)} a file`,
      Math.round(Math.max(...cost.map(({ run }) => run.peakMb))),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
  printReliability(scores);
  if (listWrong)
    for (const score of [...scores.values()].flat()) {
      for (const line of score.wrong) console.log(`wrong: ${line}`);
      for (const line of score.misplaced) console.log(`misplaced: ${line}`);
    }
}

const steps = [0, 0.6, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 1.001];

/** How many of the values of each confidence are right, for scans and for the rest. */
function printReliability(scores: ReadonlyMap<SampleFormat, readonly ReadingScore[]>): void {
  const bands = steps.slice(1).map((to, i) => [steps[i]!, to] as const);
  const names = bands.map(([from, to]) => (to > 1 ? `≥ ${from}` : `${from}–${to}`));
  console.log(`\n| right, by confidence | ${names.join(' | ')} |\n|${' --- |'.repeat(names.length + 1)}`);
  const groups = { scans: isScanned, 'text and Word': (format: SampleFormat) => !isScanned(format) };
  for (const [name, belongs] of Object.entries(groups)) {
    const judged = [...scores].flatMap(([format, list]) =>
      belongs(format) ? list.flatMap((score) => score.judged) : [],
    );
    if (judged.length === 0) continue;
    const cells = bands.map(([from, to]) => {
      const own = judged.filter(({ confidence }) => confidence >= from && confidence < to);
      return own.length === 0 ? '–' : `${own.filter(({ right }) => right).length}/${own.length}`;
    });
    console.log(`| ${name} | ${cells.join(' | ')} |`);
  }
}

const isScanned = (format: SampleFormat) =>
  !['pdf', 'docx', 'doc', 'wps', 'changed-form', 'changed-unit'].includes(format);

function f1(parts: readonly { hit: number; extra: number; missed: number }[]): string {
  const sum = (pick: 'hit' | 'extra' | 'missed') => parts.reduce((total, part) => total + part[pick], 0);
  const [hit, wrong] = [sum('hit'), sum('extra') + sum('missed')];
  return hit + wrong === 0 ? '–' : ((2 * hit) / (2 * hit + wrong)).toFixed(3);
}
