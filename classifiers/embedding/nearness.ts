export type Vector = readonly number[];

export interface Example {
  /** Index of the label; the number of labels for "none". */
  readonly label: number;
  readonly vector: Vector;
}

/** So many of a label's texts, the nearest ones, say how near a text is to it. */
const neighbours = 3;

/** How near a text is to the examples of each label, in standard deviations, so that any embedder's scale will do. */
export class Nearness {
  private readonly examples: readonly Example[];
  private readonly labels: number;
  private readonly scale: number;

  constructor(examples: readonly Example[], labels: number) {
    this.examples = examples.map(({ label, vector }) => ({ label, vector: unit(vector) }));
    this.labels = labels;
    const values = this.examples.flatMap(({ vector }, i) => this.raw(vector, i));
    this.scale = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length) || 1;
  }

  /** The best of the text's parts for each label; `without` leaves one example out. */
  of(vectors: readonly Vector[], without?: number): number[] {
    const parts = vectors.map((vector) => this.raw(unit(vector), without));
    return Array.from({ length: this.labels }, (_, l) =>
      parts.length === 0 ? 0 : Math.max(...parts.map((part) => part[l] ?? 0)) / this.scale,
    );
  }

  /** Mean cosine with each label's nearest examples, above the mean of the labels. */
  private raw(vector: Vector, without?: number): number[] {
    const found: number[][] = Array.from({ length: this.labels }, () => []);
    this.examples.forEach((example, i) => {
      if (i !== without) found[example.label]?.push(dot(vector, example.vector));
    });
    const means = found.map((all) => mean(all.sort((a, b) => b - a).slice(0, neighbours)));
    const middle = mean(means);
    return means.map((value) => value - middle);
  }
}

function unit(vector: Vector): Vector {
  const length = Math.sqrt(dot(vector, vector)) || 1;
  return vector.map((value) => value / length);
}

function dot(a: Vector, b: Vector): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);
