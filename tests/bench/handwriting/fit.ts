export interface Example {
  readonly features: readonly number[];
  readonly byHand: boolean;
  /** As it was read, for whoever looks at what was fitted on. */
  readonly text?: string;
}

/**
 * Fits logistic regression with an L2 penalty by gradient descent on standardised features and prints it as
 * `extractors/image/hand/hand-weights.ts` has it: mean, scale and weight of each feature.
 */
export function fitHand(examples: readonly Example[], penalty = 1): string {
  const count = examples.length;
  const size = examples[0]?.features.length ?? 0;
  const column = (k: number) => examples.map(({ features }) => features[k]!);
  const means = Array.from({ length: size }, (_, k) => column(k).reduce((sum, v) => sum + v, 0) / count);
  const scales = means.map((mean, k) =>
    Math.max(1e-4, Math.sqrt(column(k).reduce((sum, v) => sum + (v - mean) ** 2, 0) / count)),
  );
  const rows = examples.map(({ features }) => features.map((v, k) => (v - means[k]!) / scales[k]!));
  const weights = new Float64Array(size);
  let bias = 0;
  for (let round = 0; round < 4000; round++) {
    const slope = weights.map((weight) => (penalty * weight) / count);
    let lean = 0;
    for (const [i, row] of rows.entries()) {
      let sum = bias;
      for (let k = 0; k < size; k++) sum += weights[k]! * row[k]!;
      const off = 1 / (1 + Math.exp(-sum)) - (examples[i]!.byHand ? 1 : 0);
      lean += off / count;
      for (let k = 0; k < size; k++) slope[k]! += (off * row[k]!) / count;
    }
    bias -= 0.5 * lean;
    for (let k = 0; k < size; k++) weights[k]! -= 0.5 * slope[k]!;
  }
  const short = (value: number) => Number(value.toPrecision(4));
  const features = means.map((mean, k) => [mean, scales[k]!, weights[k]!].map(short));
  return JSON.stringify({ bias: short(bias), features });
}
