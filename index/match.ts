import type { Embeddings } from '@langchain/core/embeddings';
import type { Pack } from '../calls/schema/index.ts';
import type { Match, MatchTarget } from '../core/judgement.ts';
import { fill, type Text } from '../core/lang.ts';
import { sameParty } from '../core/parties/thresholds.ts';
import type { VectorMemory } from '../core/vector-memory.ts';
import type { Affiliates } from '../lists/affiliates.ts';
import type { Award } from '../lists/awards/award.ts';
import { type Entry, entryOf, type OwnText, ownTextOf, type Source } from './entry.ts';
import type { IndexedFiling } from './indexed-filing.ts';
import type { Likeness } from './model/likeness.ts';
import { compareEntries, type Scales } from './model/likeness-of.ts';
import { type MatchModel, packageModel } from './model/model.ts';
import { decideArchive, decideBatch } from './policy/filing-policy.ts';
import { type Decision, decideAward } from './policy/policy.ts';
import { sentences } from './policy/reasons.ts';
import { Candidates } from './search/candidates.ts';
import { PrintIndex } from './search/fingerprint/print-index.ts';
import { FactScale } from './signals/facts.ts';
import { embedEntries } from './signals/meaning.ts';
import { PictureIndex } from './signals/pictures.ts';
import { type Sentence, sentencesOf } from './signals/sentences.ts';
import { TitleScale } from './signals/title.ts';
import { TopicalIndex } from './signals/topical-index.ts';
import { type PlacedTerm, termsIn } from './signals/topical-terms.ts';
import { findBoilerplate } from './text/boilerplate.ts';

export interface RepeatFinderOptions {
  readonly pack: Pick<Pack, 'call'>;
  /** Reading of the resubmission clause that the office chose; absent: the pack's own, the others kept in view. */
  readonly reading?: string;
  /** Day of the review, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly awards: readonly Award[];
  readonly archive: readonly IndexedFiling[];
  /** The office's own list of who belongs to whom. */
  readonly affiliates?: Affiliates;
  /** Absent: the embedder that needs nothing. */
  readonly embedder?: Embeddings;
  /** Where vectors are kept between runs. */
  readonly memory?: VectorMemory;
  /** Absent: the package's score cards. */
  readonly model?: MatchModel;
  /** Also tell what is not worth a clerk's line: for measuring and for fitting the model. */
  readonly everything?: true;
}

export interface FindOptions {
  /** Labels a filing was given or declared; needed where a direction is exempt from the ban. */
  readonly labelsOf?: (id: string) => readonly string[] | undefined;
}

/** What one filing repeats. */
export interface FoundMatches {
  readonly id: string;
  readonly matches: readonly Match[];
}

export interface RepeatFinder {
  /** Matches of each filing, by id: barred first, then by score. Every filing has an entry. */
  find(filings: readonly IndexedFiling[], options?: FindOptions): Promise<Map<string, Match[]>>;
  /** The same, filing after filing as they are found, so that each may be kept at once. */
  each(filings: readonly IndexedFiling[], options?: FindOptions): AsyncIterable<FoundMatches>;
  /** Which embedder the last `find` used. */
  detail(): Text | undefined;
}

/** Information beyond these is left out: the clerk reads the rest first. */
const mostInfo = 6;
/** Other applicants' submissions below this score are not worth a line. */
const leastScore = 0.2;

/** Finds what the filings of a batch repeat from awards, earlier filings and one another. */
export function createRepeatFinder(options: RepeatFinderOptions): RepeatFinder {
  let detail: Text | undefined;
  async function* each(filings: readonly IndexedFiling[], { labelsOf }: FindOptions = {}) {
    const run = await prepare(filings, options);
    detail = run.scales.meanings.detail;
    for (const entry of run.batch) {
      const matches: Match[] = [];
      for (const key of run.candidates.of(entry)) {
        const other = run.entries[key];
        if (!other) continue;
        const match = matchOf(entry, other, run.scales, options, labelsOf);
        if (match) matches.push(match);
      }
      const filing = filingOf(entry);
      yield {
        id: filing.id,
        matches: [
          ...twinsOf(filing, filings),
          ...handedInBefore(filing, options.archive),
          ...ordered(matches, options.everything ? Infinity : mostInfo),
        ],
      };
    }
  }
  return {
    detail: () => detail,
    each,
    async find(filings, find) {
      const found = new Map<string, Match[]>();
      for await (const { id, matches } of each(filings, find)) found.set(id, matches);
      return found;
    },
  };
}

async function prepare(filings: readonly IndexedFiling[], options: RepeatFinderOptions) {
  const ids = new Set(filings.map((filing) => filing.id));
  const sources: Source[] = [
    ...unique(filings).map((filing) => ({ kind: 'batch', filing }) as const),
    ...options.awards.map((award) => ({ kind: 'award', award }) as const),
    // The same bytes read again in a later run are not a repeat; those in an archive are told without comparing.
    ...options.archive
      .filter((filing) => !ids.has(filing.id))
      .map((filing) => ({ kind: 'archive', filing }) as const),
  ];
  const entries = sources.map((source, key) => entryOf(key, source, options.affiliates));
  const batch = entries.filter((entry) => entry.source.kind === 'batch');
  const prints = new PrintIndex(entries.length);
  const titles = new TitleScale();
  const facts = new FactScale();
  const pictures = new PictureIndex();
  for (const entry of entries) {
    if (entry.source.kind === 'batch') prints.addFiling(entry.key, entry.prints.hashes);
    else prints.addOther(entry.key, entry.prints.hashes);
    titles.add(entry.terms);
    pictures.add(entry.key, entry.pictures);
    if (entry.facts.length > 0) facts.add(entry.facts);
  }
  const boilerplate = findBoilerplate(entries, prints);
  const meanings = await embedEntries(entries, options.embedder, options.memory);
  const owns = new Map<number, OwnText>();
  const own = (entry: Entry): OwnText => remembered(owns, entry.key, () => ownTextOf(entry, boilerplate));
  const told = new Map<number, Sentence[]>();
  const sentencesIn = (entry: Entry): Sentence[] =>
    remembered(told, entry.key, () => sentencesOf(entry.narrative.text, own(entry).excluded));
  const topics = new TopicalIndex(
    entries.map(({ key, names, topics: bag }) => ({ key, party: names[0]?.core ?? '', bag })),
    new Set(batch.map(({ key }) => key)),
  );
  const placed = new Map<number, PlacedTerm[]>();
  const scales: Scales = {
    titles,
    facts,
    meanings,
    pictures,
    model: options.model ?? packageModel(),
    overlap: (a, b) => prints.overlap(a.key, b.key),
    own,
    sentencesOf: sentencesIn,
    topics,
    termsOf: (entry) =>
      remembered(placed, entry.key, () => termsIn(entry.narrative.text, own(entry).excluded)),
  };
  const candidates = await Candidates.open(entries, batch.length, {
    prints,
    meanings,
    titles,
    pictures,
    topics,
  });
  return { entries, batch, scales, candidates };
}

function matchOf(
  entry: Entry,
  other: Entry,
  scales: Scales,
  options: RepeatFinderOptions,
  labelsOf: FindOptions['labelsOf'],
): Match | undefined {
  const likeness = compareEntries(entry, other, scales);
  const filing = filingOf(entry);
  const decision = decide(likeness, filing, other.source, options, labelsOf);
  if (!decision) return undefined;
  const worthALine =
    decision.verdict !== 'info' || likeness.score >= leastScore || likeness.who.value >= sameParty;
  if (!worthALine && !options.everything) return undefined;
  return {
    kind: other.source.kind,
    target: targetOf(other.source),
    score: Math.round(likeness.score * 1000) / 1000,
    verdict: decision.verdict,
    reasons: decision.reasons,
    signals: likeness.signals,
    passages: likeness.passages,
    ...(likeness.terms ? { terms: likeness.terms } : {}),
    excludedShare: likeness.excludedShare,
  };
}

function decide(
  likeness: Likeness,
  filing: IndexedFiling,
  source: Source,
  options: RepeatFinderOptions,
  labelsOf: FindOptions['labelsOf'],
): Decision | undefined {
  const policy = options.pack.call.resubmission;
  switch (source.kind) {
    case 'batch':
      return decideBatch(likeness);
    case 'archive':
      return decideArchive(likeness, filing, source.filing, policy);
    case 'award': {
      const labels = labelsOf?.(filing.id);
      return decideAward(likeness, source.award, {
        policy,
        reading: options.reading ?? policy.reading,
        settled: options.reading !== undefined,
        asOf: options.asOf,
        ...(labels ? { labels } : {}),
      });
    }
  }
}

function targetOf(source: Source): MatchTarget {
  if (source.kind === 'award') {
    const { id, title, company, year, programme } = source.award;
    return {
      type: 'award',
      id,
      title,
      company,
      ...(year ? { year } : {}),
      ...(programme ? { programme } : {}),
    };
  }
  const { id, title, company, year, file } = source.filing;
  const type = source.kind === 'batch' ? 'filing' : 'archive';
  return { type, id, title, company, file, ...(year ? { year } : {}) };
}

const rank = { barred: 0, review: 1, info: 2 } as const;

function ordered(matches: readonly Match[], most: number): Match[] {
  const sorted = [...matches].sort(
    (a, b) => rank[a.verdict] - rank[b.verdict] || b.score - a.score || (a.target.id < b.target.id ? -1 : 1),
  );
  let infos = 0;
  return sorted.filter((match) => match.verdict !== 'info' || infos++ < most);
}

function filingOf({ source }: Entry): IndexedFiling {
  if (source.kind === 'award') throw new Error('an award is not a filing');
  return source.filing;
}

/** The same bytes handed in more than once share one id, so the sentence names all the files. */
function twinsOf(filing: IndexedFiling, filings: readonly IndexedFiling[]): Match[] {
  const files = [...new Set(filings.filter(({ id }) => id === filing.id).map(({ file }) => file))];
  return files
    .filter((file) => file !== filing.file)
    .map((file) => ({
      kind: 'batch',
      target: { ...targetOf({ kind: 'batch', filing }), file },
      score: 1,
      verdict: 'review',
      reasons: [fill(sentences.sameBytes, { files: files.join('、') })],
      signals: [],
      passages: [],
      excludedShare: 0,
    }));
}

/** The very file of an earlier year, handed in again. */
function handedInBefore(filing: IndexedFiling, archive: readonly IndexedFiling[]): Match[] {
  return archive
    .filter(({ id, earlier }) => earlier && id === filing.id)
    .map((archived) => ({
      kind: 'archive',
      target: targetOf({ kind: 'archive', filing: archived }),
      score: 1,
      verdict: 'review',
      reasons: [fill(sentences.sameBytesEarlier, { file: archived.file })],
      signals: [],
      passages: [],
      excludedShare: 0,
    }));
}

function unique(filings: readonly IndexedFiling[]): IndexedFiling[] {
  const seen = new Set<string>();
  return filings.filter(({ id }) => !seen.has(id) && seen.add(id));
}

function remembered<T>(known: Map<number, T>, key: number, make: () => T): T {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
