import { type Archive, nothingSaid } from './archive.ts';
import { type Entry, narrativeOfAward, type OwnText, ownTextOf } from './entry.ts';
import type { Narrative } from './indexed-filing.ts';
import { type Sentence, sentencesOf } from './signals/sentences.ts';
import { type PlacedTerm, termsIn } from './signals/topical-terms.ts';
import type { PlacedText } from './text/placed-text.ts';

/** Where the texts of a run's entries are: the batch's and the awards' in memory, the others' in the archive. */
export class Texts {
  private readonly batch: readonly Narrative[];
  private readonly places: readonly number[];
  private readonly archive: Archive;

  /** `batch` by the entries' keys; `places`: by the key of each other filing where it stands in the archive. */
  constructor(batch: readonly Narrative[], places: readonly number[], archive: Archive) {
    this.batch = batch;
    this.places = places;
    this.archive = archive;
  }

  /** In the order asked for, one after another. */
  async *read(entries: readonly Entry[]): AsyncGenerator<readonly [Entry, Narrative]> {
    const places = entries.flatMap(({ source, key }) =>
      source.kind === 'archive' ? (this.places[key] ?? []) : [],
    );
    const archived = this.archive.narratives(places)[Symbol.asyncIterator]();
    try {
      for (const entry of entries) {
        const { source, key } = entry;
        if (source.kind === 'award') yield [entry, narrativeOfAward(source.award)];
        else if (source.kind === 'batch') yield [entry, this.batch[key] ?? nothingSaid];
        else {
          const next = await archived.next();
          yield [entry, next.done ? nothingSaid : next.value];
        }
      }
    } finally {
      await archived.return?.();
    }
  }
}

/** A text as it is compared; what is not asked for is not made. */
class Read {
  readonly narrative: PlacedText;
  private readonly of: Narrative;
  private readonly boilerplate: ReadonlySet<number>;
  private ownText: OwnText | undefined;
  private told: readonly Sentence[] | undefined;
  private placed: readonly PlacedTerm[] | undefined;

  constructor(of: Narrative, boilerplate: ReadonlySet<number>) {
    this.narrative = of.narrative;
    this.of = of;
    this.boilerplate = boilerplate;
  }

  get own(): OwnText {
    this.ownText ??= ownTextOf(this.of, this.boilerplate);
    return this.ownText;
  }

  get sentences(): readonly Sentence[] {
    this.told ??= sentencesOf(this.narrative.text, this.own.excluded);
    return this.told;
  }

  get terms(): readonly PlacedTerm[] {
    this.placed ??= termsIn(this.narrative.text, this.own.excluded);
    return this.placed;
  }
}

/** The texts that are being compared. */
export class AtHand {
  private readonly reads = new Map<number, Read>();
  private readonly boilerplate: ReadonlySet<number>;

  constructor(boilerplate: ReadonlySet<number>) {
    this.boilerplate = boilerplate;
  }

  take(entry: Entry, narrative: Narrative): void {
    this.reads.set(entry.key, new Read(narrative, this.boilerplate));
  }

  leave(entry: Entry): void {
    this.reads.delete(entry.key);
  }

  of(entry: Entry): Read {
    const read = this.reads.get(entry.key);
    if (!read) throw new Error(`the text of entry ${entry.key} is not at hand`);
    return read;
  }
}
