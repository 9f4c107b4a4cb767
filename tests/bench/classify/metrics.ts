/** What a system said of one text, best label first with its probability (or any score). */
export interface Answer {
  readonly right: string | null;
  /** The other label of a text of two: it is right as well. */
  readonly alsoRight?: string | undefined;
  readonly ranked: readonly { readonly label: string; readonly score: number }[];
  /** The label given, null for none. */
  readonly given: string | null;
}

export interface Metrics {
  readonly texts: number;
  readonly accuracy: number;
  readonly macroF1: number;
  readonly top2: number;
  readonly top3: number;
  /** Share of texts that were given a label, and share of those labels that were right. */
  readonly coverage: number;
  readonly precision: number;
  /** Expected calibration error of the best label's score, ten bins. */
  readonly ece: number;
}

/** Metrics over texts that have a label. The best label counts even where the system gave none. */
export function measure(answers: readonly Answer[]): Metrics {
  const n = Math.max(1, answers.length);
  const share = (test: (answer: Answer) => boolean) => answers.filter(test).length / n;
  const within = (k: number) => share((a) => a.ranked.slice(0, k).some(({ label }) => isRight(a, label)));
  const given = answers.filter((answer) => answer.given !== null);
  return {
    texts: answers.length,
    accuracy: within(1),
    macroF1: macroF1(answers),
    top2: within(2),
    top3: within(3),
    coverage: given.length / n,
    precision: given.filter((a) => isRight(a, a.given)).length / Math.max(1, given.length),
    ece: calibrationError(answers),
  };
}

export function isRight({ right, alsoRight }: Answer, label: string | null | undefined): boolean {
  return label !== undefined && (label === right || (label !== null && label === alsoRight));
}

/** Mean F1 over the labels that are right for some text. */
function macroF1(answers: readonly Answer[]): number {
  const labels = [...new Set(answers.map(({ right }) => right))];
  const scores = labels.map((label) => {
    const best = (answer: Answer) => answer.ranked[0]?.label === label;
    const hit = answers.filter((a) => a.right === label && best(a)).length;
    const said = answers.filter(best).length;
    const truly = answers.filter((a) => a.right === label).length;
    return (2 * hit) / Math.max(1, said + truly);
  });
  return scores.reduce((a, b) => a + b, 0) / Math.max(1, scores.length);
}

function calibrationError(answers: readonly Answer[]): number {
  let error = 0;
  for (let bin = 0; bin < 10; bin++) {
    const own = answers.filter(({ ranked }) => Math.min(9, Math.floor((ranked[0]?.score ?? 0) * 10)) === bin);
    if (own.length === 0) continue;
    const right = own.filter((a) => isRight(a, a.ranked[0]?.label)).length / own.length;
    const believed = own.reduce((sum, a) => sum + (a.ranked[0]?.score ?? 0), 0) / own.length;
    error += (own.length / answers.length) * Math.abs(right - believed);
  }
  return error;
}
