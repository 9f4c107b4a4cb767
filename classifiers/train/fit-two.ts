import { type ChoiceWeights, fitChoice } from '../choice.ts';
import { pairOf, twoPriors, twoSigns } from '../two.ts';
import type { Judged } from './calibrate.ts';

/**
 * Fits what tells a text of two labels from a text of one: on descriptions joined of two texts, on texts of one
 * label, and on `others`, descriptions by another hand, which count as much as all the rest. A text of two
 * counts only where both of its labels are those that most of it speaks for.
 */
export function fitTwo(judged: readonly Judged[], others: readonly Judged[]): ChoiceWeights {
  const labelled = judged.filter(
    ({ sample, shares, answer, kind }) => answer < shares.length - 1 && (sample.joined || kind === 'section'),
  );
  const observed = (all: readonly Judged[], weight: number) =>
    all.map(({ said, shares, answer, sample }) => {
      const { first, second, of } = pairOf(said, shares);
      const found = [first, second].sort().join() === [answer, sample.joined?.second].sort().join();
      return { of, answer: found ? 0 : 1, weight };
    });
  const heavier = others.length === 0 ? 0 : labelled.length / others.length;
  const all = [...observed(labelled, 1), ...observed(others, heavier)];
  const { label, none } = fitChoice(all, twoSigns, twoPriors);
  const round = (value: number) => Math.round(value * 1e4) / 1e4;
  return { label: label.map(round), none: none.map(round) };
}
