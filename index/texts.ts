import { type Archive, nothingSaid } from './archive.ts';
import { type Entry, narrativeOfAward, type OwnText, ownTextOf } from './entry.ts';
import type { Narrative } from './indexed-filing.ts';
import { type Sentence, sentencesOf } from './signals/sentences.ts';
import { type PlacedTerm, termsIn } from './signals/topical-terms.ts';
import type { PlacedText } from './text/placed-text.ts';

/** Texts of the batch in memory at once, with what comparing makes of them: a tenth of a megabyte each. */
export const mostAtHand = 400;

/** Where the texts of some entries lie; `places`: by the order of these entries, or by their keys. */
interface Lying {
  readonly places: readonly number[];
  readonly of: Archive;
}

/** Where the texts of a run's entries are: the awards' in memory, all others read when they are asked for. */
export class Texts {
  private readonly batch: Lying;
  private readonly archive: Lying;
  /** Those of a batch that is small enough, once they were read. */
  private readonly held = new Map<number, Narrative>();
  private readonly isSmall: boolean;

  /** The batch's entries have the first keys; where it has no more than `most`, its texts stay in memory. */
  constructor(batch: Lying, archive: Lying, most = mostAtHand) {
    this.batch = batch;
    this.archive = archive;
    this.isSmall = batch.places.length <= most;
  }

  /** In the order asked for, one after another. */
  async *read(entries: readonly Entry[]): AsyncGenerator<readonly [Entry, Narrative]> {
    const unread = entries.filter(({ source, key }) => source.kind === 'batch' && !this.held.has(key));
    const batch = narrativesOf(this.batch, unread);
    const archive = narrativesOf(
      this.archive,
      entries.filter(({ source }) => source.kind === 'archive'),
    );
    const next = async (from: AsyncIterator<Narrative>) => {
      const one = await from.next();
      return one.done ? nothingSaid : one.value;
    };
    try {
      for (const entry of entries) {
        const { source, key } = entry;
        if (source.kind === 'award') yield [entry, narrativeOfAward(source.award)];
        else if (source.kind === 'archive') yield [entry, await next(archive)];
        else yield [entry, this.held.get(key) ?? this.hold(key, await next(batch))];
      }
    } finally {
      await batch.return?.();
      await archive.return?.();
    }
  }

  private hold(key: number, narrative: Narrative): Narrative {
    if (this.isSmall) this.held.set(key, narrative);
    return narrative;
  }
}

function narrativesOf({ places, of }: Lying, entries: readonly Entry[]): AsyncIterator<Narrative> {
  return of.narratives(entries.map(({ key }) => places[key] ?? -1))[Symbol.asyncIterator]();
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

  /** Some entries one after another, each at hand while it is the one; those that were before stay. */
  async *each(entries: readonly Entry[], texts: Texts): AsyncGenerator<Entry> {
    const missing = entries.filter(({ key }) => !this.reads.has(key));
    const reads = texts.read(missing);
    try {
      for (const entry of entries) {
        if (this.reads.has(entry.key)) {
          yield entry;
          continue;
        }
        const { value } = await reads.next();
        this.take(entry, value ? value[1] : nothingSaid);
        yield entry;
        this.leave(entry);
      }
    } finally {
      await reads.return(undefined);
    }
  }

  of(entry: Entry): Read {
    const read = this.reads.get(entry.key);
    if (!read) throw new Error(`the text of entry ${entry.key} is not at hand`);
    return read;
  }
}
