import type { Text } from '../../core/lang.ts';
import type { DecisionKind } from '../../core/records.ts';

/** The letters that an office sends: `mend` 补正通知书, `accept` 受理通知书, `refuse` 不予受理通知书. */
export const letterKinds = ['mend', 'accept', 'refuse'] as const;
export type LetterKind = (typeof letterKinds)[number];

export const letterNames: Readonly<Record<LetterKind, Text>> = {
  mend: { zh: '补正通知书', en: 'notice to mend' },
  accept: { zh: '受理通知书', en: 'notice of acceptance' },
  refuse: { zh: '不予受理通知书', en: 'notice of refusal' },
};

/** The letter that follows from a decision; none from a doubt. */
export function letterOf(decision: DecisionKind): LetterKind | undefined {
  if (decision === 'return') return 'mend';
  if (decision === 'pass') return 'accept';
  return decision === 'reject' ? 'refuse' : undefined;
}

/** One thing that a letter tells the applicant: what is wrong, by which words, and what to hand in. */
export interface Shortfall {
  /** Rule or match it comes from; empty where a person wrote it. */
  readonly source: string;
  readonly title: string;
  readonly problem: string;
  /** The clause with its words; empty where a person wrote the shortfall. */
  readonly basis: string;
  readonly handIn: string;
}

/** What a letter says, before any template. */
export interface LetterContent {
  readonly kind: LetterKind;
  readonly applicant: string;
  readonly title: string;
  readonly recommender: string;
  /** The notice with its number. */
  readonly notice: string;
  readonly items: readonly Shortfall[];
  /** As printed. */
  readonly number: string;
  /** As printed: 2022年5月20日. */
  readonly date: string;
}
