import type { Text } from '../core/lang.ts';
import { pairId } from '../core/pair-id.ts';
import { readResults } from '../core/results.ts';
import { isSignalName } from '../index/model/model.ts';
import type { JudgedPair } from '../index/train/judged-pair.ts';
import type { Store } from '../store/ports.ts';
import { outcomesOfCall } from './past-runs.ts';
import { reviewedRows } from './reviewed-rows.ts';

const columns = {
  same: ['是否同一方案', '同一方案', 'same solution', 'same'],
  pair: ['配对编号', 'pair'],
} as const;

const yes = /^(?:是|同一|同一方案|重复|y|yes|true|1)$/iu;
const no = /^(?:否|不是|不同|非同一|不重复|n|no|false|0)$/iu;

export interface Decisions {
  readonly pairs: readonly JudgedPair[];
  /** Rows that decide something but could not be used, as a person counts them. */
  readonly unused: readonly { readonly row: number; readonly why: Text }[];
}

/**
 * Reads reviewers' decisions on repeats from a report of `chushen screen` (column `是否同一方案`) or a CSV or
 * JSONL file with the same columns; the signals of each pair come from the runs in the store. A row without a
 * decision decides nothing. Rejects where the file cannot be read.
 */
export async function readDecisions(
  file: string,
  find: (pair: string) => Signalled | undefined,
): Promise<Decisions> {
  const pairs: JudgedPair[] = [];
  const unused: { row: number; why: Text }[] = [];
  for (const { row, values } of await reviewedRows(file, columns, 'same')) {
    const said = values.same;
    if (said === undefined) continue;
    const match = find(values.pair ?? '');
    if (!yes.test(said) && !no.test(said)) unused.push({ row, why: neither(said) });
    else if (!match) unused.push({ row, why: unknownPair });
    else pairs.push({ ...signalsOf(match), same: yes.test(said), id: values.pair });
  }
  return { pairs, unused };
}

/** What is learned from a match. */
export interface Signalled {
  readonly signals: readonly { readonly name: string; readonly value: number }[];
}

/** Looks matches up by their pair in the runs of one call, the latest run first; those of older programs last. */
export async function matchesOfRuns(
  store: Store,
  call: string,
): Promise<(pair: string) => Signalled | undefined> {
  const known = new Map<string, Signalled>();
  const keep = (id: string, match: Signalled & Parameters<typeof pairId>[1]) => {
    const pair = pairId(id, match);
    // The very same bytes have no signals: there is nothing to learn from them.
    if (match.signals.length > 0 && !known.has(pair)) known.set(pair, { signals: match.signals });
  };
  for await (const { id, matches } of outcomesOfCall(store, call))
    for (const match of matches) keep(id, match);
  for (const { results } of await store.runs.old(call))
    for (const { id, matches } of readResults(JSON.parse(results))?.filings ?? [])
      for (const match of matches) keep(id, match);
  return (pair) => known.get(pair);
}

function signalsOf({ signals }: Signalled): Pick<JudgedPair, 'kind' | 'values'> {
  const values: JudgedPair['values'] = {};
  for (const { name, value } of signals)
    if (isSignalName(name)) values[name] = Math.min(1, Math.max(0, value));
  return { kind: values.text === undefined ? 'brief' : 'full', values };
}

const neither = (said: string): Text => ({
  zh: `“${said}”既不是“是”也不是“否”`,
  en: `"${said}" is neither yes nor no`,
});

const unknownPair: Text = {
  zh: '本地库中没有这一配对编号（请使用同一个库审出的报告）',
  en: 'the store has no such pair (use a report screened with the same store)',
};
