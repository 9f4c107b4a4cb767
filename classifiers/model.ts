import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Scheme } from '../calls/schema/schemes.ts';
import { twoPriors } from './two.ts';

const numbers = z.array(z.number()).readonly();
const weights = z.strictObject({ label: numbers, none: numbers });

/** A model file: what `classifiers/train/train.ts` learned of one scheme. */
const modelSchema = z.strictObject({
  scheme: z.string(),
  labels: z.array(z.string()).readonly(),
  weights,
  temperature: z.number().positive(),
  /** How much the parts of a text count beside the whole. */
  parts: z.number().min(0),
  /** Lowest probability at which a label is given: 95% of such labels were right in cross-validation. */
  threshold: z.number().min(0).max(1),
  /** Rarity of each term of the definitions, and of a term never seen. */
  rarity: z.strictObject({ of: z.record(z.string(), z.number()), unseen: z.number() }),
  bayes: z.strictObject({
    terms: z.record(z.string(), numbers),
    totals: numbers,
    smoothing: z.number().positive(),
  }),
  ridge: z.strictObject({
    terms: z.array(z.string()).readonly(),
    rarity: numbers,
    texts: z.array(numbers).readonly(),
    pulls: z.array(numbers).readonly(),
  }),
  /** What cross-validation said of each training text, by the key of the text: what another signal is fitted against. */
  judged: z
    .array(z.strictObject({ text: z.string(), answer: z.int().min(0), shares: numbers }))
    .readonly()
    .default([]),
});
export type Model = z.infer<typeof modelSchema>;

/** Weights for a scheme nobody trained: fitted on definitions and cues alone over all trained schemes. */
const commonSchema = z.strictObject({
  weights,
  temperature: z.number().positive(),
  parts: z.number().min(0),
  threshold: z.number().min(0).max(1),
  /** Tells texts of two labels from those of one, whatever the scheme; see `two.ts`. */
  two: weights,
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

function packageFile(name: string): string | undefined {
  return folders.map((folder) => `${folder}${name}.json`).find((candidate) => existsSync(candidate));
}

export interface LoadedModel {
  readonly model: Model;
  /** Whose model it is and the beginning of its hash, as results state it. */
  readonly version: string;
}

/**
 * The model of a scheme: the office's own where `office` holds one for the same labels, else the package's.
 * An office's model that an older version wrote in another form is passed over.
 */
export function loadModel(scheme: Scheme, office?: string): LoadedModel | undefined {
  const key = modelKey(scheme);
  const candidates = [
    ['office', office === undefined ? undefined : join(office, `${key}.json`)],
    ['package', packageFile(key)],
  ] as const;
  for (const [owner, path] of candidates) {
    if (path === undefined || !existsSync(path)) continue;
    const bytes = readFileSync(path, 'utf8');
    const parsed = modelSchema.safeParse(jsonOf(bytes));
    if (!parsed.success) continue;
    const same = parsed.data.labels.every((name, l) => scheme.labels[l]?.name === name);
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    if (same) return { model: parsed.data, version: `${owner} ${hash}` };
  }
  return undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function loadCommonModel(): CommonModel {
  const path = packageFile('common');
  return path === undefined ? byHand : commonSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
}

/** Used only until the first training: cues over likeness, and doubt unless something speaks clearly. */
const byHand: CommonModel = {
  weights: {
    label: [6, 6, 3, -4, 8, 0, 0, 0, 0, 0, 3, 0, 5, 6, 3, -4, 10, 0, 0, 0, 0, 0, 3, 0],
    none: [2.5, 0, 0, -2],
  },
  temperature: 1,
  parts: 0,
  threshold: 0.6,
  two: { label: [...twoPriors], none: [5] },
};
