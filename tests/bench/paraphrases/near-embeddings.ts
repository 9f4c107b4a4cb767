import { Embeddings } from '@langchain/core/embeddings';
import { Random } from '../../../corpus/generate/random.ts';
import { mix } from '../../../index/search/fingerprint/winnow.ts';
import { amount } from '../../../index/signals/topical-index.ts';
import { packageRarity } from '../../../index/signals/topical-rarity.ts';
import { bagOf, termsIn } from '../../../index/signals/topical-terms.ts';

const dims = 512;
/** How far the noise goes beside a vector of length 1, and what all texts have in common. */
const noise = 0.35;
const common = 0.6;

/**
 * Stands in for an embedding server in measurements: vectors that know the topic of a text, with noise, and that
 * find all texts somewhat alike, as models of language do.
 */
export class NearEmbeddings extends Embeddings {
  constructor() {
    super({});
  }

  override async embedDocuments(documents: string[]): Promise<number[][]> {
    return documents.map((document) => this.embed(document));
  }

  override async embedQuery(document: string): Promise<number[]> {
    return this.embed(document);
  }

  private embed(document: string): number[] {
    const vector = new Float64Array(dims);
    const { terms, counts } = bagOf(termsIn(document));
    terms.split(' ').forEach((term, i) => {
      const hash = [...term].reduce((sum, char) => mix(Math.imul(sum, 31) ^ char.charCodeAt(0)), 7) >>> 0;
      const weight = amount(counts[i] ?? 1) * packageRarity().weightOf(term);
      const at = hash % dims;
      vector[at] = (vector[at] ?? 0) + (hash & 0x10000 ? weight : -weight);
    });
    const length = Math.hypot(...vector) || 1;
    const random = new Random([...document].reduce((sum, char) => mix(sum ^ char.charCodeAt(0)), 1));
    return Array.from(
      vector,
      (value) => value / length + (noise * random.normal() + common) / Math.sqrt(dims),
    );
  }
}
