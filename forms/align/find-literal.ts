/** Where some words stand in a text: exactly, or with the few errors that OCR and retyping make. */
export interface Found {
  readonly start: number;
  readonly end: number;
  /** Edit operations. */
  readonly errors: number;
}

/** Places compared letter by letter for one literal; a text that repeats itself may offer thousands. */
const mostTries = 240;

/** Positions of every pair of characters in a text. */
export class PairIndex {
  private readonly positions = new Map<string, number[]>();
  readonly text: string;

  constructor(text: string) {
    this.text = text;
    for (let i = 0; i + 1 < text.length; i++) {
      const pair = text.slice(i, i + 2);
      const list = this.positions.get(pair);
      if (list) list.push(i);
      else this.positions.set(pair, [i]);
    }
  }

  /** All exact occurrences, else the near ones: at most a quarter of the characters wrong. */
  find(words: string, most = 60): Found[] {
    const exact: Found[] = [];
    for (
      let at = this.text.indexOf(words);
      at >= 0 && exact.length < most;
      at = this.text.indexOf(words, at + 1)
    ) {
      exact.push({ start: at, end: at + words.length, errors: 0 });
    }
    if (exact.length > 0 || words.length < 4) return exact;
    return this.findNear(words, most);
  }

  /** The occurrences with at most `allowed` characters wrong, exact ones included. */
  findNear(words: string, most = 60, allowed = Math.floor(words.length / 4)): Found[] {
    const hits: Found[] = [];
    for (const diagonal of this.likelyDiagonals(words, allowed).slice(0, mostTries)) {
      const from = Math.max(0, diagonal - allowed);
      const hit = nearestWithin(words, this.text.slice(from, diagonal + words.length + allowed));
      if (hit.errors > allowed) continue;
      hits.push({ start: from + hit.start, end: from + hit.end, errors: hit.errors });
    }
    const found: Found[] = [];
    for (const hit of hits.sort((a, b) => a.errors - b.errors)) {
      if (found.length === most) break;
      if (!found.some((other) => Math.abs(other.start - hit.start) <= allowed)) found.push(hit);
    }
    return found.sort((a, b) => a.start - b.start);
  }

  /**
   * Where the words may begin, the likeliest first. An error breaks two pairs at most and moves what follows by
   * one (Ukkonen 1992), so the pairs left of an occurrence lie on neighbouring diagonals and are counted together.
   */
  private likelyDiagonals(words: string, allowed: number): number[] {
    const votes = new Map<number, number>();
    for (let i = 0; i + 1 < words.length; i++) {
      for (const at of this.positions.get(words.slice(i, i + 2)) ?? [])
        votes.set(at - i, (votes.get(at - i) ?? 0) + 1);
    }
    const needed = Math.max(1, words.length - 1 - 2 * allowed);
    const diagonals = [...votes.keys()].sort((a, b) => a - b);
    const likely: { diagonal: number; count: number }[] = [];
    let [first, last, count] = [0, 0, 0];
    for (const diagonal of diagonals) {
      for (; last < diagonals.length && diagonals[last]! <= diagonal + allowed; last++)
        count += votes.get(diagonals[last]!)!;
      for (; diagonals[first]! < diagonal - allowed; first++) count -= votes.get(diagonals[first]!)!;
      if (count >= needed) likely.push({ diagonal, count });
    }
    return likely.sort((a, b) => b.count - a.count).map(({ diagonal }) => diagonal);
  }
}

/** The part of `window` nearest to `words` by edit distance (Sellers 1980). */
export function nearestWithin(words: string, window: string): Found {
  const rows = words.length;
  let costs = new Array<number>(window.length + 1).fill(0);
  let starts = Array.from({ length: window.length + 1 }, (_, i) => i);
  for (let i = 1; i <= rows; i++) {
    const next = [i];
    const nextStarts = [0];
    for (let j = 1; j <= window.length; j++) {
      const swap = (costs[j - 1] ?? 0) + (words[i - 1] === window[j - 1] ? 0 : 1);
      const drop = (costs[j] ?? 0) + 1;
      const add = (next[j - 1] ?? 0) + 1;
      const best = Math.min(swap, drop, add);
      next.push(best);
      nextStarts.push((best === swap ? starts[j - 1] : best === drop ? starts[j] : nextStarts[j - 1]) ?? 0);
    }
    costs = next;
    starts = nextStarts;
  }
  let end = 0;
  for (let j = 1; j <= window.length; j++) if ((costs[j] ?? rows) < (costs[end] ?? rows)) end = j;
  return { start: starts[end] ?? 0, end, errors: costs[end] ?? rows };
}
