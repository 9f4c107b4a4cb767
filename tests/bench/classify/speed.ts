import { createClassifier } from '../../../classifiers/classify.ts';
import { zoneOf } from '../../../classifiers/signals/zone.ts';
import type { KnownScheme } from '../../../classifiers/train/read-schemes.ts';

/** Classifies descriptions by one scheme, one after another, and says how fast; the first warms up. */
export function speedOf({ scheme, clauses }: KnownScheme, texts: readonly string[]) {
  const classifier = createClassifier(scheme, clauses);
  const classify = (text: string) =>
    classifier.classifyZones([{ ...zoneOf('body', text), placesOf: () => [] }]);
  for (const text of texts.slice(0, 20)) classify(text);
  const times = texts.map((text) => {
    const start = performance.now();
    classify(text);
    return performance.now() - start;
  });
  const total = times.reduce((a, b) => a + b, 0);
  const sorted = [...times].sort((a, b) => a - b);
  return {
    perMinute: Math.round((60_000 * times.length) / total),
    median: sorted[Math.floor(sorted.length / 2)] ?? 0,
    p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
  };
}
