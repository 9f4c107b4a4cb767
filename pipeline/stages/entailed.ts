import type { WeighPairs } from '../../core/entailment.ts';
import type { Problem } from '../../core/problem.ts';
import { type Entailment, judgeEntailed, KnownEntailment } from '../../rules/reading/entailment.ts';
import { stageFailed } from './extract.ts';
import type { Outputs } from './outputs.ts';

type Entries = readonly (readonly [string, number])[];

/**
 * What judgements come to with every passage weighed that they ask about. What was weighed for a document before is not
 * weighed again, whatever rule changed. Where the model does not work here, grammar and sound alone judge; where a
 * judgement fails, there is none at all; a problem says either.
 */
export async function judgeWeighed<T>(
  document: string,
  outputs: Outputs,
  problems: Problem[],
  judges: readonly ((entails?: Entailment) => T)[],
  weigh: WeighPairs = weighByModel,
): Promise<T[]> {
  const key = outputs.keyFor('entail', [document]);
  const before = (await outputs.get<Entries>('entail', key)) ?? [];
  const known = new KnownEntailment(before);
  let unavailable = false;
  const orNone: WeighPairs = async (pairs) => {
    try {
      return await weigh(pairs);
    } catch (error) {
      unavailable = true;
      const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
      problems.push({ code: 'entailment-unavailable', values: { reason } });
      return [];
    }
  };
  let judged: T[];
  try {
    judged = await judgeEntailed(judges, orNone, known);
    if (unavailable) return judges.map((judge) => judge());
  } catch (error) {
    problems.push(stageFailed('rules', error));
    return [];
  }
  if (known.entries.length > before.length) await outputs.put('entail', key, known.entries);
  return judged;
}

const weighByModel: WeighPairs = async (pairs) => {
  const { openEntailment } = await import('../../language-model/entailment/open-entailment.ts');
  return (await openEntailment())(pairs);
};
