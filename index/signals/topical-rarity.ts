import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { generalFrequencies } from '../../classifiers/signals/segment.ts';

const tableSchema = z.strictObject({
  /** What it was made of. */
  made: z.string(),
  texts: z.int().positive(),
  /** By the number of texts that have them: terms, a space between them. */
  terms: z.record(z.string().regex(/^\d+$/), z.string()),
});
export type TermTable = z.infer<typeof tableSchema>;

/** Beside the score cards in the source; three levels up from the built file. */
const folders = ['../model/', '../../../index/model/'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

function readTable(): TermTable {
  const file = folders.map((folder) => `${folder}term-frequencies.json`).find((path) => existsSync(path));
  if (file === undefined)
    throw new Error('index/model/term-frequencies.json is missing from the installation');
  return tableSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** Words a text is taken to have when it is asked how many texts would have a word of general Chinese. */
const wordsOfText = 500;
/** Words rarer than this in general Chinese are as rare as those that it does not know. */
const leastGeneral = 20;
const unknownGeneral = 3;
/** A word that the trade's texts do not have is taken to be in this much of one. */
const unseen = 0.3;
/** What a word weighs is how much rarer it is than one in e texts. */
const everyday = 1;

/** How rare a term is in general Chinese and in filings, before any filing of the run is seen. */
export class Rarity {
  private readonly general: ReadonlyMap<string, number>;
  private readonly total: number;
  private readonly texts: number;
  private readonly inTexts = new Map<string, number>();

  constructor(table: TermTable = readTable()) {
    const { counts, total } = generalFrequencies(leastGeneral);
    this.general = counts;
    this.total = total;
    this.texts = table.texts;
    for (const [count, terms] of Object.entries(table.terms))
      for (const term of terms.split(' ')) this.inTexts.set(term, Number(count));
  }

  /** Weight of a term, 0 for words of every text, 8 for one that neither has. */
  weightOf(term: string): number {
    const times = this.general.get(term) ?? unknownGeneral;
    const general = 1 - Math.exp((-times / this.total) * wordsOfText);
    const trade = ((this.inTexts.get(term) ?? 0) + unseen) / (this.texts + 1);
    return weightAt(Math.max(general, trade));
  }
}

/** Weight of a term that this share of the texts has. */
export const weightAt = (share: number) => Math.max(0, -Math.log(share) - everyday);

let shipped: Rarity | undefined;

/** The package's own, read once. */
export function packageRarity(): Rarity {
  shipped ??= new Rarity();
  return shipped;
}
