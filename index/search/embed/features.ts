import { segment } from '../../../classifiers/signals/segment.ts';
import { foldForMatching } from '../../../core/text/fold-for-matching.ts';
import { mix } from '../fingerprint/winnow.ts';

/**
 * How often each feature stands in a text: characters in twos and threes, and words of two characters and
 * more, each as a 32-bit hash. Punctuation and spaces are no features.
 */
export function featuresOf(original: string): Map<number, number> {
  const counts = new Map<number, number>();
  const count = (feature: number) => counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const { text } = foldForMatching(original);
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = text.charCodeAt(i) * 65536 + text.charCodeAt(i + 1);
    count(mix(pair | 0));
    if (i + 2 < text.length)
      count(mix(Math.imul(pair | 0, 31) ^ Math.imul(text.charCodeAt(i + 2), 0x9e3779b1)));
  }
  for (const word of segment(text)) if (word.length > 1) count(hashWord(word));
  return counts;
}

/** FNV-1a, apart from the n-grams by its seed. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return mix(hash ^ 0x5bd1e995);
}
