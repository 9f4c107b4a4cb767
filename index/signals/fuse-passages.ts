import type { Range } from '../../core/text/ranges.ts';

/** A stretch of one text and what answers it in the other; `matched` letters are the same. */
export interface SharedRange {
  readonly here: Range;
  readonly there: Range;
  readonly matched: number;
}

/** Characters between two passages, on both sides, over which they are one: a full stop, a line break. */
const seam = 3;

/**
 * Runs of the same letters and sentences told again, as a reader would mark them: what lies over one another
 * on both sides is one passage, and so is what follows without a gap on both sides. In the order of `here`.
 */
export function fusePassages(runs: readonly SharedRange[], sentences: readonly SharedRange[]): SharedRange[] {
  const left = new Set(runs);
  const near = inBuckets(runs);
  const fused = unique(
    sentences.map((sentence) => {
      let box = sentence;
      for (const bucket of bucketsOf(sentence.here)) {
        for (const run of near.get(bucket) ?? []) {
          if (!left.has(run) || !lieOver(sentence, run)) continue;
          box = union(box, run);
          // A run over many sentences is part of each of them, which joins them below.
          if (within(run, sentence)) left.delete(run);
        }
      }
      return box;
    }),
  );
  const boxes = inBuckets(fused);
  const covered = [...left].filter((run) => {
    const [first = 0] = bucketsOf(run.here);
    return !(boxes.get(first) ?? []).some((box) => within(run, box));
  });
  return joined([...fused, ...covered]);
}

/** Characters of a bucket: ranges that meet share at least one. */
const bucketLength = 256;

function bucketsOf([start, end]: Range): number[] {
  const first = Math.floor(start / bucketLength);
  const last = Math.floor(Math.max(start, end - 1) / bucketLength);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** Ranges by where they stand in the first text, so that each is held against its neighbours only. */
function inBuckets(ranges: readonly SharedRange[]): Map<number, SharedRange[]> {
  const found = new Map<number, SharedRange[]>();
  for (const range of ranges) {
    for (const bucket of bucketsOf(range.here)) {
      const list = found.get(bucket);
      if (list) list.push(range);
      else found.set(bucket, [range]);
    }
  }
  return found;
}

/** A long run gives all its sentences the same box. */
function unique(boxes: readonly SharedRange[]): SharedRange[] {
  const best = new Map<string, SharedRange>();
  for (const box of boxes) {
    const key = `${box.here} ${box.there}`;
    const known = best.get(key);
    best.set(key, known ? union(known, box) : box);
  }
  return [...best.values()];
}

function joined(passages: readonly SharedRange[]): SharedRange[] {
  const sorted = [...passages].sort((a, b) => a.here[0] - b.here[0] || a.there[0] - b.there[0]);
  const found: SharedRange[] = [];
  for (const passage of sorted) {
    const before = found.at(-1);
    if (before && follows(before.here, passage.here) && follows(before.there, passage.there)) {
      found[found.length - 1] = union(before, passage);
    } else found.push(passage);
  }
  return found;
}

const follows = (before: Range, next: Range) => next[0] >= before[0] && next[0] - before[1] <= seam;

/** Half of the shorter one, on both sides. */
function lieOver(a: SharedRange, b: SharedRange): boolean {
  const side = (x: Range, y: Range) =>
    Math.min(x[1], y[1]) - Math.max(x[0], y[0]) >= 0.5 * Math.min(x[1] - x[0], y[1] - y[0]);
  return side(a.here, b.here) && side(a.there, b.there);
}

function within(inner: SharedRange, outer: SharedRange): boolean {
  const side = (x: Range, y: Range) => x[0] >= y[0] && x[1] <= y[1];
  return side(inner.here, outer.here) && side(inner.there, outer.there);
}

function union(a: SharedRange, b: SharedRange): SharedRange {
  const side = (x: Range, y: Range): Range => [Math.min(x[0], y[0]), Math.max(x[1], y[1])];
  return {
    here: side(a.here, b.here),
    there: side(a.there, b.there),
    matched: Math.max(a.matched, b.matched),
  };
}
