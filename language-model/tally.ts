import type { Problem, ProblemCode } from '../core/problem.ts';
import type { Asker } from './asker.ts';

/** What came of the questions put to a language model, and how it is said. */
export class Tally {
  asked = 0;
  malformed = 0;
  unavailable: string | undefined;
  /** What was asked for where the answer did not stand in the filing. */
  readonly dropped: string[] = [];

  /** What went wrong; `droppedAs` is how dropped answers are told. */
  troubles({ server }: Asker, droppedAs: ProblemCode): Problem[] {
    const { malformed, unavailable, dropped } = this;
    const problems: Problem[] = [];
    if (unavailable !== undefined)
      problems.push({ code: 'model-unavailable', values: { server, reason: unavailable } });
    if (malformed > 0) problems.push({ code: 'model-answer-malformed', values: { count: malformed } });
    if (dropped.length > 0)
      problems.push({ code: droppedAs, values: { count: dropped.length, labels: dropped.join('、') } });
    return problems;
  }
}
