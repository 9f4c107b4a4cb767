import { negate } from '../verdict/kleene.ts';
import type { Judge } from './judge.ts';

/** The check fails. What is unknown stays unknown. */
export const not: Judge<'not'> = (check, _, judge) => {
  const { silent: _silent, ...rest } = judge(check);
  return { ...rest, verdict: negate(rest.verdict) };
};
