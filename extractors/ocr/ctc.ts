/** A character that CTC decoding found, with the steps (columns of the network's output) it was seen in. */
export interface CtcChar {
  readonly text: string;
  /** Middle of its steps, in steps. */
  readonly step: number;
  readonly probability: number;
}

/**
 * Greedy CTC decoding: the best class of each step, repeats joined, blanks (class 0) dropped.
 * `scores` holds `steps` rows of `classes` probabilities.
 */
export function decodeCtc(
  scores: Float32Array,
  steps: number,
  classes: number,
  dictionary: readonly string[],
): CtcChar[] {
  const chars: CtcChar[] = [];
  let open = 0;
  let first = 0;
  let best = 0;
  const close = (end: number) => {
    if (open === 0) return;
    chars.push({ text: dictionary[open] ?? '', step: (first + end - 1) / 2, probability: best });
  };
  for (let t = 0; t < steps; t++) {
    const row = t * classes;
    let top = 0;
    let score = scores[row]!;
    // A blank above one half cannot be beaten: most steps need no search.
    if (score < 0.5) {
      for (let c = 1; c < classes; c++) {
        const value = scores[row + c]!;
        if (value > score) {
          score = value;
          top = c;
        }
      }
    }
    if (top === open) {
      best = Math.max(best, score);
      continue;
    }
    close(t);
    open = top;
    first = t;
    best = score;
  }
  close(steps);
  return chars;
}
