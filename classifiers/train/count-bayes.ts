import { createRequire } from 'node:module';
import { z } from 'zod';
import type { BayesCounts } from '../signals/bayes.ts';

/** A text as naive Bayes is taught it. */
export interface Taught {
  readonly terms: readonly string[];
  readonly label: number;
}

/** The one class of `natural` used, imported alone: the package's index prints on stdout. */
interface NaturalBayes {
  addDocument(tokens: string[], label: string): void;
  train(): void;
}
const require = createRequire(import.meta.url);
const trained = z.object({
  features: z.record(z.string(), z.number()),
  classifier: z.object({
    classFeatures: z.record(z.string(), z.record(z.string(), z.number())),
    classTotals: z.record(z.string(), z.number()),
    smoothing: z.number(),
  }),
});

/** Trains naive Bayes (binary terms) on texts given as terms, with labels given by index. Terms that all labels share are dropped. */
export function countBayes(texts: readonly Taught[], labels: number, smoothing: number): BayesCounts {
  const Bayes: new (
    stemmer: undefined,
    smoothing: number,
  ) => NaturalBayes = require('natural/lib/natural/classifiers/bayes_classifier.js');
  const bayes = new Bayes(undefined, smoothing);
  for (const { terms, label } of texts) bayes.addDocument([...new Set(terms)], String(label));
  bayes.train();
  const { features, classifier } = trained.parse(JSON.parse(JSON.stringify(bayes)));
  const names = Object.keys(features);
  const terms: Record<string, number[]> = {};
  for (let label = 0; label < labels; label++) {
    for (const [index, count] of Object.entries(classifier.classFeatures[label] ?? {})) {
      const term = names[Number(index)];
      if (term !== undefined) terms[term] = [...(terms[term] ?? []), label, count];
    }
  }
  for (const [term, sparse] of Object.entries(terms)) {
    const counts = sparse.filter((_, i) => i % 2 === 1);
    if (counts.length === labels && counts.every((count) => count === counts[0])) delete terms[term];
  }
  const totals = Array.from({ length: labels }, (_, label) => classifier.classTotals[label] ?? 1);
  return { terms, totals, smoothing: classifier.smoothing };
}
