import { type Share, wilson } from './shares.ts';

/** One value that a person compared with the original. */
export interface Looked {
  /** What the machine had said of it, 0..1. */
  readonly confidence: number;
  readonly wrong: boolean;
}

/** Fewer looks than this say nothing of errors of a few in a thousand. */
const enough = 200;

/**
 * The least confidence from which a value needs nobody, so that the share of right ones above it reaches the target with
 * 95 % certainty (lower end of Wilson's interval); `undefined` while too few were looked at, or where no confidence
 * reaches it.
 */
export function thresholdFor(looked: readonly Looked[], target: number): number | undefined {
  if (looked.length < enough) return undefined;
  const sorted = [...looked].sort((a, b) => b.confidence - a.confidence);
  let right = 0;
  let found: number | undefined;
  for (const [at, { confidence, wrong }] of sorted.entries()) {
    if (!wrong) right++;
    // Values of one confidence are let through together or not at all.
    if (sorted[at + 1]?.confidence === confidence) continue;
    if (wilson(right, at + 1).low >= target) found = confidence;
  }
  return found;
}

/** How often values of each band of confidence were wrong. */
export function byConfidence(
  looked: readonly Looked[],
): { from: number; to: number; looked: number; wrong: number }[] {
  const edges = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1.0001];
  return edges.slice(1).map((to, i) => {
    const from = edges[i] ?? 0;
    const inside = looked.filter(({ confidence }) => confidence >= from && confidence < to);
    return {
      from,
      to: Math.min(1, to),
      looked: inside.length,
      wrong: inside.filter((one) => one.wrong).length,
    };
  });
}

/** How many of the values that were looked at were wrong. */
export function errorShare(looked: readonly Looked[]): Share {
  return wilson(looked.filter(({ wrong }) => wrong).length, looked.length);
}
