import { segment } from '../../../classifiers/signals/segment.ts';
import { foldText } from '../../../core/text/fold.ts';

/** The plain baseline: cosine of TF-IDF over words of two characters and more, rarity from the texts given. */
export function cosineOf(texts: readonly string[]): (a: number, b: number) => number {
  const bags = texts.map((text) => {
    const bag = new Map<string, number>();
    for (const word of segment(foldText(text).text.toLowerCase()))
      if (word.length > 1 && /\p{L}/u.test(word)) bag.set(word, (bag.get(word) ?? 0) + 1);
    return bag;
  });
  const frequency = new Map<string, number>();
  for (const bag of bags) for (const word of bag.keys()) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const vectors = bags.map((bag) => {
    const weighted = [...bag].map(
      ([word, count]) =>
        [word, (1 + Math.log(count)) * Math.log((texts.length + 1) / (frequency.get(word) ?? 1))] as const,
    );
    const length = Math.hypot(...weighted.map(([, weight]) => weight)) || 1;
    return new Map(weighted.map(([word, weight]) => [word, weight / length]));
  });
  return (a, b) => {
    let sum = 0;
    for (const [word, weight] of vectors[a] ?? []) sum += weight * (vectors[b]?.get(word) ?? 0);
    return sum;
  };
}
