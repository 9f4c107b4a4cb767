/** A share with its 95 % interval. */
export interface Share {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly of: number;
}

/** z of a two-sided interval of 95 %. */
const z = 1.96;

/** Share and interval of Wilson (1927), which holds for small numbers and shares near 0 and 1; of none: 0 to 1. */
export function wilson(hits: number, of: number): Share {
  if (of === 0) return { value: 0, low: 0, high: 1, of };
  const value = hits / of;
  const middle = (value + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((value * (1 - value)) / of + (z * z) / (4 * of * of));
  return { value, low: Math.max(0, middle - half), high: Math.min(1, middle + half), of };
}
