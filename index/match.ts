import type { Embeddings } from '@langchain/core/embeddings';
import type { Pack } from '../calls/schema/index.ts';
import type { Match, MatchTarget } from '../core/judgement.ts';
import { fill, type Text } from '../core/lang.ts';
import { sameParty } from '../core/parties/thresholds.ts';
import type { VectorMemory } from '../core/vector-memory.ts';
import type { Affiliates } from '../lists/affiliates.ts';
import type { Award } from '../lists/awards/award.ts';
import { type Archive, archiveOf } from './archive.ts';
import type { Digest } from './digest.ts';
import { digestOfAward, type Entry, entryOf, type Source } from './entry.ts';
import type { FilingCard, IndexedFiling } from './indexed-filing.ts';
import type { Likeness } from './model/likeness.ts';
import { compareEntries, type Scales } from './model/likeness-of.ts';
import { type MatchModel, packageModel } from './model/model.ts';
import { awardIssuerOf } from './policy/award-issuer.ts';
import { copiedShare, decideArchive, decideBatch, leastDoubt } from './policy/filing-policy.ts';
import { type ListContext, toldProgramme } from './policy/list.ts';
import { type Decision, decideAward } from './policy/policy.ts';
import { sentences } from './policy/reasons.ts';
import { Candidates } from './search/candidates.ts';
import { ChunkKeys } from './search/embed/chunk-keys.ts';
import { PrintIndex } from './search/fingerprint/print-index.ts';
import { FactScale } from './signals/facts.ts';
import { embedEntries, type ReadTexts } from './signals/meaning.ts';
import { PictureIndex } from './signals/pictures.ts';
import { TitleScale } from './signals/title.ts';
import { TopicalIndex } from './signals/topical-index.ts';
import { findBoilerplate } from './text/boilerplate.ts';
import { AtHand, mostAtHand, Texts } from './texts.ts';

export interface RepeatFinderOptions {
  readonly pack: Pick<Pack, 'call'>;
  /** Reading of the resubmission clause that the office chose; absent: the pack's own, the others kept in view. */
  readonly reading?: string;
  /** Day of the review, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly awards: readonly Award[];
  readonly archive: Archive;
  /** The office's own list of who belongs to whom. */
  readonly affiliates?: Affiliates;
  /** Absent: the embedder that needs nothing. */
  readonly embedder?: Embeddings;
  /** Where vectors are kept between runs. */
  readonly memory?: VectorMemory;
  /** Absent: the package's score cards. */
  readonly model?: MatchModel;
  /** Texts of the batch in memory at once; absent: `mostAtHand`. */
  readonly atHand?: number;
  /** Also tell what is not worth a clerk's line: for measuring and for fitting the model. */
  readonly everything?: true;
  readonly signal?: AbortSignal;
  /** So many of the pairs worth comparing have been compared. */
  readonly onPairs?: (done: number, of: number) => void;
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
  /** The same, filing after filing; of the batch no more texts are in memory than `atHand`. */
  each(batch: Archive, options?: FindOptions): AsyncIterable<FoundMatches>;
  /** Which embedder the last `find` used. */
  detail(): Text | undefined;
}

/** Information beyond these is left out: the clerk reads the rest first. */
const mostInfo = 6;

/**
 * Finds what the filings of a batch repeat from awards, earlier filings and one another. Some texts of the batch at a
 * time are in memory; any other text is read, held against all of these that may repeat it, and forgotten.
 */
export function createRepeatFinder(options: RepeatFinderOptions): RepeatFinder {
  let detail: Text | undefined;
  async function* each(filings: Archive, { labelsOf }: FindOptions = {}) {
    const run = await prepare(filings, options);
    detail = run.scales.meanings.detail;
    for await (const [entry, found] of compareAll(run, options, labelsOf)) {
      const filing = filingOf(entry);
      const matches = [
        ...twinsOf(filing, run.files.get(filing.id) ?? []),
        ...handedInBefore(run.handedIn.get(filing.id) ?? []),
        ...found,
      ];
      yield { id: filing.id, matches };
    }
  }
  return {
    detail: () => detail,
    each,
    async find(filings, find) {
      const found = new Map<string, Match[]>();
      for await (const { id, matches } of each(archiveOf(filings), find)) found.set(id, matches);
      return found;
    },
  };
}

type Prepared = Awaited<ReturnType<typeof prepare>>;

async function prepare(batchOf: Archive, options: RepeatFinderOptions) {
  const { archive, affiliates, awards } = options;
  const entries: Entry[] = [];
  const prints = new PrintIndex();
  const titles = new TitleScale();
  const facts = new FactScale();
  const pictures = new PictureIndex();
  const topics = new TopicalIndex();
  const chunks = new ChunkKeys();
  const add = (source: Source, digest: Omit<Digest, 'filing'>): void => {
    const entry = entryOf(entries.length, source, digest, affiliates);
    entries.push(entry);
    topics.add({ key: entry.key, party: entry.names[0]?.core ?? '', bag: digest.topics });
    chunks.add(digest.chunks);
    if (source.kind === 'batch') prints.addFiling(entry.key, digest.prints);
    else prints.addOther(entry.key, digest.prints);
    titles.add(entry.terms);
    pictures.add(entry.key, entry.pictures);
    if (entry.facts.length > 0) facts.add(entry.facts);
  };
  /** The names under which each filing came: the same bytes may come more than once. */
  const files = new Map<string, string[]>();
  const own: number[] = [];
  let at = 0;
  for await (const digest of batchOf.digests()) {
    const { filing } = digest;
    const names = files.get(filing.id);
    if (names) names.push(filing.file);
    else {
      files.set(filing.id, [filing.file]);
      own.push(at);
      add({ kind: 'batch', filing }, digest);
    }
    at++;
  }
  for (const award of awards) add({ kind: 'award', award }, digestOfAward(award));
  const places: number[] = [];
  const handedIn = new Map<string, FilingCard[]>();
  let place = 0;
  for await (const digest of archive.digests()) {
    const { filing } = digest;
    // The same bytes read again in a later run are not a repeat; those of an earlier year are told without comparing.
    if (!files.has(filing.id)) {
      places[entries.length] = place;
      add({ kind: 'archive', filing }, digest);
    } else if (filing.earlier) handedIn.set(filing.id, [...(handedIn.get(filing.id) ?? []), filing]);
    place++;
  }
  const texts = new Texts({ places: own, of: batchOf }, { places, of: archive }, options.atHand);
  const boilerplate = findBoilerplate(entries, prints);
  prints.close();
  topics.close(own.keys());
  const read: ReadTexts = (some) => texts.read(some);
  const meanings = await embedEntries(entries, chunks, read, options.embedder, options.memory);
  const atHand = new AtHand(boilerplate);
  const scales: Scales = {
    titles,
    facts,
    meanings,
    pictures,
    model: options.model ?? packageModel(),
    overlap: (a, b) => prints.overlap(a.key, b.key),
    narrativeOf: (entry) => atHand.of(entry).narrative,
    own: (entry) => atHand.of(entry).own,
    sentencesOf: (entry) => atHand.of(entry).sentences,
    topics,
    termsOf: (entry) => atHand.of(entry).terms,
  };
  const batch = entries.slice(0, own.length);
  const candidates = await Candidates.open(entries, batch.length, {
    prints,
    meanings,
    titles,
    pictures,
    topics,
  });
  return { entries, batch, files, handedIn, scales, candidates, texts, atHand };
}

/** The matches of each filing of the batch, in order; so many filings at a time as may be at hand. */
async function* compareAll(
  { entries, batch, candidates, scales, texts, atHand }: Prepared,
  options: RepeatFinderOptions,
  labelsOf: FindOptions['labelsOf'],
): AsyncGenerator<readonly [Entry, readonly Match[]]> {
  const { signal, onPairs, everything, atHand: most = mostAtHand } = options;
  const told = everything ? Number.POSITIVE_INFINITY : mostInfo;
  const others = batch.map((entry) => Uint32Array.from(candidates.of(entry)));
  const pairs = others.reduce((sum, { length }) => sum + length, 0);
  let done = 0;
  for (let from = 0; from < batch.length; from += most) {
    const some = batch.slice(from, from + most);
    for await (const [entry, narrative] of texts.read(some)) atHand.take(entry, narrative);
    const against = new Map<number, Entry[]>();
    for (const entry of some)
      for (const key of others[entry.key] ?? []) {
        const filings = against.get(key);
        if (filings) filings.push(entry);
        else against.set(key, [entry]);
      }
    const found = new Map(some.map((entry) => [entry, [] as Match[]]));
    const held = [...against.keys()].sort((a, b) => a - b).flatMap((key) => entries[key] ?? []);
    for await (const other of atHand.each(held, texts)) {
      signal?.throwIfAborted();
      for (const entry of against.get(other.key) ?? []) {
        const match = matchOf(entry, other, scales, options, labelsOf);
        const matches = found.get(entry);
        if (match && matches) matches.push(match);
        // Information beyond what is told need not be kept.
        if (match && matches && matches.length > 8 * mostInfo) found.set(entry, ordered(matches, told));
        done++;
      }
      onPairs?.(done, pairs);
    }
    for (const entry of some) atHand.leave(entry);
    for (const [entry, matches] of found) yield [entry, ordered(matches, told)];
  }
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
    decision.verdict !== 'info' ||
    likeness.score >= leastDoubt ||
    likeness.who.value >= sameParty ||
    (likeness.text ?? 0) >= copiedShare;
  if (!worthALine && !options.everything) return undefined;
  return {
    kind: other.source.kind,
    target: targetOf(other.source, listContextOf(options.pack)),
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
  filing: FilingCard,
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
        ...listContextOf(options.pack),
        title: filing.title,
        reading: options.reading ?? policy.reading,
        settled: options.reading !== undefined,
        asOf: options.asOf,
        ...(labels ? { labels } : {}),
      });
    }
  }
}

function listContextOf({ call }: Pick<Pack, 'call'>): ListContext {
  return { policy: call.resubmission, programme: call.programme, issuer: awardIssuerOf(call) };
}

function targetOf(source: Source, context: ListContext): MatchTarget {
  if (source.kind !== 'award') return filingTarget(source.kind, source.filing);
  const { id, title, company, year } = source.award;
  const programme = toldProgramme(source.award, context);
  return {
    type: 'award',
    id,
    title,
    company,
    ...(year ? { year } : {}),
    ...(programme ? { programme } : {}),
  };
}

function filingTarget(kind: 'batch' | 'archive', filing: FilingCard): MatchTarget {
  const { id, title, company, year, file } = filing;
  const type = kind === 'batch' ? 'filing' : 'archive';
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

function filingOf({ source }: Entry): FilingCard {
  if (source.kind === 'award') throw new Error('an award is not a filing');
  return source.filing;
}

/** The same bytes handed in more than once share one id, so the sentence names all the files. */
function twinsOf(filing: FilingCard, named: readonly string[]): Match[] {
  const files = [...new Set(named)];
  return files
    .filter((file) => file !== filing.file)
    .map((file) => ({
      kind: 'batch',
      target: { ...filingTarget('batch', filing), file },
      score: 1,
      verdict: 'review',
      reasons: [fill(sentences.sameBytes, { files: files.join('、') })],
      signals: [],
      passages: [],
      excludedShare: 0,
    }));
}

/** The very file of an earlier year, handed in again. */
function handedInBefore(archived: readonly FilingCard[]): Match[] {
  return archived.map((filing) => ({
    kind: 'archive',
    target: filingTarget('archive', filing),
    score: 1,
    verdict: 'review',
    reasons: [fill(sentences.sameBytesEarlier, { file: filing.file })],
    signals: [],
    passages: [],
    excludedShare: 0,
  }));
}
