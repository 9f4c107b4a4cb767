import type { Finding } from '../../../core/judgement.ts';
import type { StatementLine } from './read-conditions.ts';

export interface Judged {
  readonly line: StatementLine;
  readonly finding: Finding;
}

export interface Tally {
  readonly pass: number;
  readonly fail: number;
  readonly open: number;
}

const truths = ['met', 'not-met', 'planned', 'partly', 'contradictory'] as const;
type Truth = (typeof truths)[number];

/** Verdicts by the statements' truth. */
export function tally(judged: readonly Judged[]): ReadonlyMap<Truth, Tally> {
  return new Map(
    truths.map((truth) => {
      const of = judged.filter(({ line }) => line.truth === truth);
      const count = (verdict: Finding['verdict']) =>
        of.filter(({ finding }) => finding.verdict === verdict).length;
      const [pass, fail] = [count('pass'), count('fail')];
      return [truth, { pass, fail, open: of.length - pass - fail }];
    }),
  );
}

/** A table of the verdicts, and the five numbers that have goals. */
export function printTable(part: string, counts: ReadonlyMap<Truth, Tally>): string {
  const rows = [...counts].map(
    ([truth, { pass, fail, open }]) => `| ${part} | ${truth} | ${pass} | ${fail} | ${open} |`,
  );
  const valid = counts.get('met') ?? none;
  const violations = truths.slice(1).reduce((sum, truth) => add(sum, counts.get(truth) ?? none), none);
  return [
    '| part | truth | passes | fails | left open |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    `violations reported as met ${share(violations.pass, violations)}, caught ${share(violations.fail, violations)}, left open ${share(violations.open, violations)}`,
    `valid statements failed ${share(valid.fail, valid)}, left open ${share(valid.open, valid)}`,
    '',
  ].join('\n');
}

const none: Tally = { pass: 0, fail: 0, open: 0 };

function add(a: Tally, b: Tally): Tally {
  return { pass: a.pass + b.pass, fail: a.fail + b.fail, open: a.open + b.open };
}

function share(count: number, { pass, fail, open }: Tally): string {
  const all = pass + fail + open;
  return `${count}/${all} (${((100 * count) / Math.max(1, all)).toFixed(1)}%)`;
}
