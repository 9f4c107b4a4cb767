import type { Text } from './lang.ts';

/**
 * What the machine says of a filing 机审状态; a person's decision is another thing.
 *
 * `passed` 机审通过: every condition that documents can show has passed. `remarked` 通过，有提示: as `passed`, with
 * remarks that bar nobody. `mend` 需补正: something fails that the applicant can mend. `failed` 不符合: a condition
 * fails that cannot be mended, or a ban applies. `open` 待核: a condition that this filing's documents should show
 * is not certain. `unread` 未读出: nothing could be read.
 */
export type FilingState = 'passed' | 'remarked' | 'mend' | 'failed' | 'open' | 'unread';

/** In the order in which an office looks at them: what needs a person first. */
export const filingStates: readonly FilingState[] = [
  'open',
  'mend',
  'failed',
  'unread',
  'remarked',
  'passed',
];

/**
 * What a failing rule means for a filing, from the clause's own words. `bars` 不予受理: it cannot be mended.
 * `mend` 补正: the applicant can put it right. `remark` 提示: said, and bars nobody. `person` 人工: only a person can
 * ever judge it, so it stands on the call's checklist and never moves the state.
 */
export type Consequence = 'bars' | 'mend' | 'remark' | 'person';

/** One reason for a state, as every overview names it. */
export interface StateReason {
  /** The rule, or the match, file or problem it comes from. */
  readonly source: { readonly rule: string } | { readonly match: string } | { readonly problem: string };
  readonly text: Text;
}

/** The machine's judgement of one filing as a whole. */
export interface StateOfFiling {
  readonly state: FilingState;
  /** Why, most serious first; empty only for `passed`. */
  readonly reasons: readonly StateReason[];
  /** Rules that bar nobody and fail or are not settled, and what of the files was lost; the last of the reasons. */
  readonly remarks: number;
  /** Points of the call's checklist that only a person can judge, open for this filing. */
  readonly checklist: number;
}
