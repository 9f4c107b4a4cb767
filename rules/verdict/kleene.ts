import { mergePlaces } from '../../core/place.ts';
import { listed, sentences } from '../../core/say.ts';
import type { Outcome, Truth, Values } from './outcome.ts';

/** Both: a fail settles it, else an unknown leaves it open. */
export function allOf(verdicts: readonly Truth[]): Truth {
  if (verdicts.includes('fail')) return 'fail';
  return verdicts.includes('unknown') ? 'unknown' : 'pass';
}

/** Either: a pass settles it, else an unknown leaves it open. */
export function anyOf(verdicts: readonly Truth[]): Truth {
  if (verdicts.includes('pass')) return 'pass';
  return verdicts.includes('unknown') ? 'unknown' : 'fail';
}

export function negate(verdict: Truth): Truth {
  return verdict === 'unknown' ? 'unknown' : verdict === 'pass' ? 'fail' : 'pass';
}

/**
 * One outcome of several: evidence and values are those of the parts that decided it, {missing} of all of
 * them together. It is for a person alone (`manual`) when every part that left it open is.
 */
export function merge(verdict: Truth, parts: readonly Outcome[]): Outcome {
  const deciding = parts.filter((part) => part.verdict === verdict);
  const from = deciding.length > 0 ? deciding : parts;
  const missing = from.flatMap(({ values }) => values.missing ?? []);
  const values: Values = {
    ...Object.assign({}, ...parts.toReversed().map((part) => part.values)),
    ...Object.assign({}, ...from.toReversed().map((part) => part.values)),
    ...(missing.length > 0 ? { missing: listed(missing) } : {}),
  };
  const manual = verdict === 'unknown' && from.every((part) => part.manual);
  const quoting = verdict === 'unknown' && from.some((part) => part.quoting);
  return {
    verdict,
    why: sentences(from.map((part) => part.why)),
    evidence: mergePlaces(from.flatMap((part) => part.evidence)),
    values,
    ...(manual ? { manual: true as const } : {}),
    ...(quoting ? { quoting: true as const } : {}),
  };
}
