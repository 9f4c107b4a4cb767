import type { Bag } from './terms.ts';

/** What is known of one term, each by label. */
export interface KnownTerm {
  /** Its log-probability above the mean of the labels; see `bayes.ts`. */
  readonly bayes?: readonly number[];
  /** How much it speaks for each label and, last, for none, times its rarity; see `ridge.ts`. */
  readonly ridge?: { readonly rarity: number; readonly weights: readonly number[] };
  /** Its weight in each label's definition, that definition being of length 1. */
  readonly defined?: { readonly rarity: number; readonly weights: Float64Array };
}

export type TermTable = ReadonlyMap<string, KnownTerm>;

/** What is read of the terms of a zone or passage, label by label. */
export interface BagFeatures {
  /** Cosine with the definition. */
  readonly similar: readonly number[];
  /** Log-likelihood of naive Bayes above the mean of the labels, over the root of the known terms. */
  readonly scores: readonly number[];
  /** About 1 for a text just like those of the label; the last says how like texts out of scope it is. */
  readonly ridged: readonly number[];
  /** Share of the terms that the labels' texts hold. */
  readonly familiar: number;
}

/** How often a term stands in a text before and after a change of it. */
export interface Change {
  readonly term: string;
  readonly before: number;
  readonly after: number;
}

/**
 * The sums over the terms of a bag that all its features come from. A term adds its own part to each, so a bag
 * less a word is read by taking away what that word's terms had added, and not from the beginning.
 *
 * Of naive Bayes `natural` does the counting but not this: it multiplies probabilities, and for a text of a few
 * hundred terms the product is 0 for every label.
 */
export class Sums {
  private readonly table: TermTable;
  private readonly labels: number;
  private readonly bayes: Float64Array;
  private readonly ridge: Float64Array;
  private readonly likeness: Float64Array;
  private terms = 0;
  private inBayes = 0;
  private inRidge = 0;
  private inDefinitions = 0;
  private ridgeSquares = 0;
  private definedSquares = 0;

  private constructor(table: TermTable, labels: number, from?: Sums) {
    this.table = table;
    this.labels = labels;
    this.bayes = from ? from.bayes.slice() : new Float64Array(labels);
    this.ridge = from ? from.ridge.slice() : new Float64Array(labels + 1);
    this.likeness = from ? from.likeness.slice() : new Float64Array(labels);
  }

  static of(table: TermTable, labels: number, bag: Bag): Sums {
    const sums = new Sums(table, labels);
    for (const [term, count] of bag) sums.change(term, 0, count);
    return sums;
  }

  /** The sums of the bag after some changes; these stay as they are. */
  after(changes: readonly Change[]): Sums {
    const { table, labels } = this;
    const sums = new Sums(table, labels, this);
    sums.terms = this.terms;
    sums.inBayes = this.inBayes;
    sums.inRidge = this.inRidge;
    sums.inDefinitions = this.inDefinitions;
    sums.ridgeSquares = this.ridgeSquares;
    sums.definedSquares = this.definedSquares;
    for (const { term, before, after } of changes) sums.change(term, before, after);
    return sums;
  }

  features(trained: { readonly bayes: boolean; readonly ridge: boolean }): BagFeatures {
    const terms = Math.max(1, this.terms);
    const scale = Math.sqrt(this.inBayes + 4);
    // What is left of a sum when all terms are gone is the error of rounding.
    const length = this.inDefinitions === 0 ? 0 : Math.sqrt(this.definedSquares);
    const norm = this.inRidge === 0 ? 0 : Math.sqrt(this.ridgeSquares);
    const over = (sums: Float64Array, by: number) => Array.from(sums, (sum) => (by === 0 ? 0 : sum / by));
    return {
      similar: over(this.likeness, length),
      scores: over(this.bayes, this.inBayes === 0 ? 0 : scale),
      ridged: trained.ridge ? over(this.ridge, norm) : [],
      familiar: (trained.bayes ? this.inBayes : this.inDefinitions) / terms,
    };
  }

  private change(term: string, before: number, after: number): void {
    const sign = (after > 0 ? 1 : 0) - (before > 0 ? 1 : 0);
    this.terms += sign;
    const known = this.table.get(term);
    if (!known) return;
    const { bayes, ridge, defined } = known;
    if (sign !== 0 && bayes) {
      this.inBayes += sign;
      for (let l = 0; l < this.labels; l++) this.bayes[l]! += sign * bayes[l]!;
    }
    if (sign !== 0 && ridge) {
      this.inRidge += sign;
      this.ridgeSquares += sign * ridge.rarity ** 2;
      for (let l = 0; l <= this.labels; l++) this.ridge[l]! += sign * ridge.weights[l]!;
    }
    if (defined) {
      const [was, is] = [defined.rarity * amount(before), defined.rarity * amount(after)];
      this.inDefinitions += sign;
      this.definedSquares += is * is - was * was;
      for (let l = 0; l < this.labels; l++) this.likeness[l]! += (is - was) * defined.weights[l]!;
    }
  }
}

/** TF-IDF with the logarithm of the count. */
const amount = (count: number) => (count === 0 ? 0 : 1 + Math.log(count));
