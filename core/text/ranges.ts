/** A stretch of a text, `start` included and `end` excluded. */
export type Range = readonly [start: number, end: number];

/** Sorted, and joined where they touch or lie at most `gap` apart. */
export function mergeRanges(ranges: readonly Range[], gap = 0): Range[] {
  const sorted = ranges.filter(([start, end]) => end > start).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const merged: [number, number][] = [];
  for (const [start, end] of sorted) {
    const last = merged.at(-1);
    if (last && start <= last[1] + gap) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** Units covered by sorted, separate ranges. */
export function totalOf(ranges: readonly Range[]): number {
  return ranges.reduce((sum, [start, end]) => sum + end - start, 0);
}
