import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Scheme } from '../calls/schema/schemes.ts';

const numbers = z.array(z.number()).readonly();
const weights = z.strictObject({ label: numbers, none: numbers });

/** A model file: what `classifiers/train/train.ts` learned of one scheme. */
const modelSchema = z.strictObject({
  scheme: z.string(),
  labels: z.array(z.string()).readonly(),
  weights,
  temperature: z.number().positive(),
  /** Lowest probability at which a label is given: 95% of such labels were right in cross-validation. */
  threshold: z.number().min(0).max(1),
  /** Rarity of each term of the definitions, and of a term never seen. */
  rarity: z.strictObject({ of: z.record(z.string(), z.number()), unseen: z.number() }),
  bayes: z.strictObject({
    terms: z.record(z.string(), numbers),
    totals: numbers,
    smoothing: z.number().positive(),
  }),
});
export type Model = z.infer<typeof modelSchema>;

/** Weights for a scheme nobody trained: fitted on definitions and cues alone over all trained schemes. */
const commonSchema = z.strictObject({
  weights,
  temperature: z.number().positive(),
  threshold: z.number().min(0).max(1),
});
export type CommonModel = z.infer<typeof commonSchema>;

/** A scheme keeps its model only as long as it has the same labels. */
export function modelKey(scheme: Scheme): string {
  const names = scheme.labels.map((label) => label.name).sort();
  return createHash('sha256')
    .update([scheme.id, ...names].join('\n'))
    .digest('hex')
    .slice(0, 16);
}

/** Beside this file in the source; two levels up from the built file. */
const folders = ['./models/', '../../classifiers/models/'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

function readModel<T>(name: string, schema: z.ZodType<T>): T | undefined {
  const path = folders.map((folder) => `${folder}${name}.json`).find((candidate) => existsSync(candidate));
  return path === undefined ? undefined : schema.parse(JSON.parse(readFileSync(path, 'utf8')));
}

export function loadModel(scheme: Scheme): Model | undefined {
  const model = readModel(modelKey(scheme), modelSchema);
  const same = model?.labels.every((name, l) => scheme.labels[l]?.name === name);
  return same ? model : undefined;
}

export function loadCommonModel(): CommonModel {
  return readModel('common', commonSchema) ?? byHand;
}

/** Used only until the first training: cues over likeness, and doubt unless something speaks clearly. */
const byHand: CommonModel = {
  weights: {
    label: [6, 6, 3, -4, 8, 0, 0, 0, 3, 0, 5, 6, 3, -4, 10, 0, 0, 0, 3, 0],
    none: [2.5, 0, 0, -2],
  },
  temperature: 1,
  threshold: 0.6,
};
