import type { Argument, Check, OperatorName } from '../../calls/rule-language/operators.ts';
import type { Scope } from '../scope.ts';
import type { Outcome } from '../verdict/outcome.ts';

/** What an operator comes to for one filing; `judge` judges the checks that it holds. */
export type Judge<K extends OperatorName> = (
  argument: Argument<K>,
  scope: Scope,
  judge: (check: Check) => Outcome,
) => Outcome;
