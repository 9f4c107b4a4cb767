/** A character that CTC decoding found, with the steps (columns of the network's output) it was seen in. */
export interface CtcChar {
  readonly text: string;
  /** Middle of its steps, in steps. */
  readonly step: number;
  readonly probability: number;
}

/**
 * For each class the one that is the same character in another width (，,（(), 0 for none: which of the two is printed
 * is no doubt about what is written.
 */
export function twinsOf(dictionary: readonly string[]): Int32Array {
  const twins = new Int32Array(dictionary.length);
  const classOf = new Map(dictionary.map((character, i) => [character, i]));
  for (const [character, i] of classOf) {
    const narrow = character === '' ? undefined : classOf.get(character.normalize('NFKC'));
    if (narrow === undefined || narrow === i) continue;
    twins[i] = narrow;
    twins[narrow] = i;
  }
  return twins;
}

/**
 * Greedy CTC decoding: the best class of each step, repeats joined, blanks (class 0) dropped.
 * `scores` holds `steps` rows of `classes` probabilities; a character's probability takes in its twin's.
 */
export function decodeCtc(
  scores: Float32Array,
  steps: number,
  classes: number,
  dictionary: readonly string[],
  twins?: Int32Array,
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
    const twin = twins?.[top] ?? 0;
    if (twin > 0) score = Math.min(1, score + scores[row + twin]!);
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
