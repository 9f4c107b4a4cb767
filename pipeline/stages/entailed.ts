import type { Problem } from '../../core/problem.ts';
import {
  type Entailment,
  judgeEntailed,
  KnownEntailment,
  type WeighPairs,
} from '../../rules/reading/entailment.ts';
import type { Outputs } from './outputs.ts';

type Entries = readonly (readonly [string, number])[];

/**
 * What a judgement comes to with every passage weighed that it asks about. What was weighed for a document before is
 * not weighed again, whatever rule changed. Where the model does not work here, grammar and sound alone judge, and a
 * problem says so.
 */
export async function judgeWeighed<T>(
  document: string,
  outputs: Outputs,
  problems: Problem[],
  judge: (entails?: Entailment) => T,
  weigh: WeighPairs = weighByModel,
): Promise<T> {
  const key = outputs.keyFor('entail', [document]);
  const before = (await outputs.get<Entries>('entail', key)) ?? [];
  const known = new KnownEntailment(before);
  try {
    const judged = await judgeEntailed(judge, weigh, known);
    if (known.entries.length > before.length) await outputs.put('entail', key, known.entries);
    return judged;
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    problems.push({ code: 'entailment-unavailable', values: { reason } });
    return judge();
  }
}

const weighByModel: WeighPairs = async (pairs) => {
  const { openEntailment } = await import('../../language-model/entailment/open-entailment.ts');
  return (await openEntailment()).weigh(pairs);
};
