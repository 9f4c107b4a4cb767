import { openEntailment } from '../../../language-model/entailment/open-entailment.ts';
import { soundsSo } from '../../../rules/reading/voice.ts';
import type { StatementLine } from './read-conditions.ts';

/**
 * How well the second voice and the entailment model tell statements of what is so from the others by themselves, without
 * a rule: the area under the curve, and the share of what is so above all but 2% and 5% of the rest. A table.
 */
export async function printAreas(name: string, lines: readonly StatementLine[]): Promise<string> {
  const weigh = await openEntailment();
  const claimed = lines.filter(({ asks }) => asks !== undefined);
  const odds = await weigh(claimed.map(({ asks = '', text }) => ({ claim: asks, passage: text })));
  const rows = [
    ['second voice', claimed.map(({ text }) => soundsSo(text) ?? 0)],
    ['entailment', odds],
  ] as const;
  return [
    `| ${name} (${claimed.length}) | area | at 2% | at 5% |`,
    '| --- | --- | --- | --- |',
    ...rows.map(([what, scores]) => `| ${what} | ${rowOf(claimed, scores)} |`),
  ].join('\n');
}

function rowOf(lines: readonly StatementLine[], scores: readonly number[]): string {
  const of = (so: boolean) => scores.filter((_, i) => (lines[i]?.truth === 'met') === so);
  const [yes, no] = [of(true), of(false).toSorted((a, b) => b - a)];
  const wins = yes.reduce((sum, one) => sum + no.filter((other) => other < one).length, 0);
  const above = (share: number) => {
    const limit = no[Math.floor(no.length * share)] ?? Number.NEGATIVE_INFINITY;
    return `${((100 * yes.filter((one) => one > limit).length) / yes.length).toFixed(0)}%`;
  };
  return [(wins / (yes.length * no.length)).toFixed(3), above(0.02), above(0.05)].join(' | ');
}
