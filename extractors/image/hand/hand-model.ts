import { weights } from './hand-weights.ts';

/** From this probability on a line counts as written by hand. */
const least = 0.6;
/** Where a page surely bears handwriting, more of it is likely: whoever fills a form by pen fills all of it so. */
const leastBeside = 0.3;
const surely = 0.9;
const sureLines = 2;
/** So many of its lines: on a full page of poor print two may look so by chance. */
const sureShare = 0.05;

/** Probability that a line is written by hand, by logistic regression over its features (`fit-hand.ts`). */
export function handProbability(features: readonly number[]): number {
  let sum = weights.bias;
  for (const [k, [mean, scale, weight]] of weights.features.entries()) {
    sum += (weight * ((features[k] ?? mean) - mean)) / scale;
  }
  return 1 / (1 + Math.exp(-sum));
}

/** Which lines of one page are written by hand; `undefined` features are of lines too short to tell. */
export function byHandOnPage(lines: readonly (readonly number[] | undefined)[]): boolean[] {
  const chances = lines.map((features) => (features ? handProbability(features) : 0));
  const sure = chances.filter((chance) => chance >= surely).length;
  const bears = sure >= Math.max(sureLines, sureShare * lines.length);
  return chances.map((chance) => chance >= (bears ? leastBeside : least));
}
