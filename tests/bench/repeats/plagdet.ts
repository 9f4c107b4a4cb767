/** A passage of a pair: ranges of characters here and there. Truth and detections alike. */
export interface Case {
  readonly pair: number;
  readonly here: readonly [start: number, end: number];
  readonly there: readonly [start: number, end: number];
}

export interface PassageScore {
  readonly precision: number;
  readonly recall: number;
  /** Detections for each passage that was detected; 1 is best. */
  readonly granularity: number;
  readonly plagdet: number;
}

/**
 * Macro-averaged scores of passages (Potthast, Stein, Barrón-Cedeño, Rosso: An Evaluation Framework for
 * Plagiarism Detection, COLING 2010). A detection counts for a passage when it overlaps it on both sides;
 * characters of both sides are counted.
 */
export function scorePassages(truth: readonly Case[], detected: readonly Case[]): PassageScore {
  const recall = mean(truth.map((one) => coveredShare(one, detected)));
  const precision = mean(detected.map((one) => coveredShare(one, truth)));
  const found = truth
    .map((one) => detected.filter((other) => meets(one, other)).length)
    .filter((count) => count > 0);
  const granularity = found.length > 0 ? mean(found) : 1;
  const f1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
  return { precision, recall, granularity, plagdet: f1 / Math.log2(1 + granularity) };
}

function coveredShare(one: Case, others: readonly Case[]): number {
  const met = others.filter((other) => meets(one, other));
  const length = one.here[1] - one.here[0] + one.there[1] - one.there[0];
  const covered =
    covering(
      one.here,
      met.map(({ here }) => here),
    ) +
    covering(
      one.there,
      met.map(({ there }) => there),
    );
  return length > 0 ? covered / length : 0;
}

function covering(range: readonly [number, number], by: readonly (readonly [number, number])[]): number {
  const marks = new Uint8Array(range[1] - range[0]);
  for (const [start, end] of by) {
    marks.fill(1, Math.max(0, start - range[0]), Math.max(0, Math.min(end, range[1]) - range[0]));
  }
  return marks.reduce((sum, mark) => sum + mark, 0);
}

function meets(a: Case, b: Case): boolean {
  return a.pair === b.pair && overlap(a.here, b.here) && overlap(a.there, b.there);
}

const overlap = (a: readonly [number, number], b: readonly [number, number]) => a[0] < b[1] && b[0] < a[1];

const mean = (values: readonly number[]) =>
  values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
