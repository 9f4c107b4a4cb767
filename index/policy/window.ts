import type { Reading, Resubmission } from '../../calls/schema/index.ts';

/** The first and last day on which a list can have been made public. */
export interface Listed {
  readonly first: string;
  readonly last: string;
  readonly exact: boolean;
}

/** `inside`: the award still counts; `outside`: it no longer does; `unsure`: what is known does not settle it. */
export type WindowState = 'inside' | 'outside' | 'unsure' | 'not-yet';

export interface WindowAnswer {
  readonly state: WindowState;
  /** Last day the award counts, where one date is known. */
  readonly until?: string;
}

/** A list of some year is made public in that year or in the next one. */
export function listedOf(award: { readonly listedOn?: string; readonly year?: number }): Listed | undefined {
  if (award.listedOn) return { first: award.listedOn, last: award.listedOn, exact: true };
  if (award.year) return { first: `${award.year}-01-01`, last: `${award.year + 1}-12-31`, exact: false };
  return undefined;
}

/**
 * Whether an award counts on the day `asOf` under one reading. An award counts up to and including the day
 * its years are full. Dates are `YYYY-MM-DD` and compare as text.
 */
export function judgeWindow(
  window: Reading['window'],
  policy: Resubmission,
  listed: Listed | undefined,
  asOf: string,
): WindowAnswer {
  if (listed && listed.first > asOf) return { state: 'not-yet' };
  // A list of the year under review may be the outcome of this very call, and made public after that day.
  if (listed && !listed.exact && asOf < `${listed.first.slice(0, 4)}-12-31`) return { state: 'unsure' };
  if (window.kind === 'unlimited') return { state: 'inside' };
  const years = window.kind === 'last-years' ? window.years : policy.validityYears;
  if (!listed || years === undefined) return { state: 'unsure' };
  const firstEnd = addYears(listed.first, years);
  const lastEnd = addYears(listed.last, years);
  const until = listed.exact ? { until: lastEnd } : {};
  if (lastEnd < asOf) return { state: 'outside', until: lastEnd };
  return { state: firstEnd >= asOf ? 'inside' : 'unsure', ...until };
}

/** The same day some years later; 29 February becomes 28. */
export function addYears(date: string, years: number): string {
  const year = Number(date.slice(0, 4)) + years;
  const rest = date.slice(5) === '02-29' && !isLeap(year) ? '02-28' : date.slice(5);
  return `${year}-${rest}`;
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
