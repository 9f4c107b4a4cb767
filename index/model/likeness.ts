import type { Passage, SharedTerm } from '../../core/judgement.ts';
import type { Who } from '../../core/parties/compare.ts';
import { sameParty } from '../../core/parties/thresholds.ts';
import type { Scored } from './model.ts';

/** What the comparison of two submissions found, before any policy. */
export interface Likeness extends Scored {
  /** The probability without what rare terms in common add to it; absent where they add nothing. */
  readonly firm?: number;
  readonly who: Who;
  /** How alike the titles are, 0..1, common words discounted. */
  readonly title: number;
  /** Share of the text that both have word for word; absent where one side has too little text. */
  readonly text?: number;
  /** One side has too little text of its own to be compared by it. */
  readonly littleText?: true;
  readonly passages: readonly Passage[];
  /** Rare terms that both use. */
  readonly terms?: readonly SharedTerm[];
  readonly excludedShare: number;
}

/** From here on two submissions are likely one solution, and a person looks. */
export const likely = 0.5;
/** From here on they are one, if the evidence is of the right kind. */
export const certain = 0.9;

/**
 * Sibling products of one company that describe the same platform share up to half of their text; so much
 * alone is for a person.
 */
const telling = { title: 0.8, text: 0.65, nearlyAllText: 0.8 };

/**
 * Strong enough to bar someone: the same party with the same title or text, nearly all of the text, or much of
 * it by a company that may belong to the first. Names that look alike and a title alone are for a person: two
 * companies may share a brand by chance. What is told again in other words adds nothing here.
 */
export function isSameSolution(likeness: Likeness): boolean {
  if ((likeness.firm ?? likeness.score) < certain) return false;
  const text = likeness.text ?? 0;
  if (text >= telling.nearlyAllText) return true;
  const { relation, value } = likeness.who;
  if (relation === 'different') return false;
  return text >= telling.text || (value >= sameParty && likeness.title >= telling.title);
}
