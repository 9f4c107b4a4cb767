/** Where some words stand in a text: exactly, or with the few errors that OCR and retyping make. */
export interface Found {
  readonly start: number;
  readonly end: number;
  /** Edit operations. */
  readonly errors: number;
}

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

  private findNear(words: string, most: number): Found[] {
    const votes = new Map<number, number>();
    for (let i = 0; i + 1 < words.length; i++) {
      for (const at of this.positions.get(words.slice(i, i + 2)) ?? []) {
        const diagonal = at - i;
        votes.set(diagonal, (votes.get(diagonal) ?? 0) + 1);
      }
    }
    const needed = Math.max(1, Math.floor((words.length - 1) * 0.35));
    const allowed = Math.max(1, Math.floor(words.length / 4));
    const found: Found[] = [];
    const diagonals = [...votes].filter(([, count]) => count >= needed).sort((a, b) => b[1] - a[1]);
    for (const [diagonal] of diagonals.slice(0, most)) {
      const from = Math.max(0, diagonal - allowed);
      const window = this.text.slice(from, diagonal + words.length + allowed);
      const hit = nearestWithin(words, window);
      if (hit.errors > allowed) continue;
      const start = from + hit.start;
      if (!found.some((other) => Math.abs(other.start - start) <= allowed)) {
        found.push({ start, end: from + hit.end, errors: hit.errors });
      }
    }
    return found.sort((a, b) => a.start - b.start);
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
