import { Embeddings } from '@langchain/core/embeddings';
import { featuresOf } from './features.ts';
import { Rarity } from './rarity.ts';

/** Raised whenever the same text would get another vector. */
export const hashVersion = 2;
/** Dimensions of the default embedder. */
export const hashDims = 256;

/**
 * An embedder without a model: hashed n-grams and words, weighted by rarity, projected at random onto 256
 * dimensions (each feature onto two, with signs: Achlioptas 2003, sparse random projections), length 1.
 * The same text and the same corpus give the same vector on every machine. It knows no synonyms.
 */
export class HashEmbeddings extends Embeddings {
  readonly dims = hashDims;
  readonly rarity: Rarity;

  constructor(rarity = new Rarity()) {
    super({});
    this.rarity = rarity;
  }

  /** Learns which features are rare. Without it all features weigh the same. */
  learn(corpus: Iterable<string>): this {
    for (const text of corpus) this.rarity.add(featuresOf(text).keys());
    return this;
  }

  override async embedDocuments(documents: string[]): Promise<number[][]> {
    return documents.map((document) => this.embed(document));
  }

  override async embedQuery(document: string): Promise<number[]> {
    return this.embed(document);
  }

  embed(document: string): number[] {
    const vector = new Float64Array(hashDims);
    for (const [feature, count] of featuresOf(document)) {
      const weight = (1 + Math.log(count)) * this.rarity.weightOf(feature);
      const first = feature & 255;
      const second = (feature >>> 9) & 255;
      vector[first] = (vector[first] ?? 0) + (feature & 256 ? weight : -weight);
      vector[second] = (vector[second] ?? 0) + (feature & 0x20000 ? weight : -weight);
    }
    let sum = 0;
    for (const value of vector) sum += value * value;
    const length = Math.sqrt(sum) || 1;
    return Array.from(vector, (value) => value / length);
  }
}
