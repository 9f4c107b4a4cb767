import { compareParties } from '../../core/parties/compare.ts';
import { sameParty } from '../../core/parties/thresholds.ts';
import type { Range } from '../../core/text/ranges.ts';
import type { Entry, OwnText } from '../entry.ts';
import { compareFolded, type Shared } from '../search/fingerprint/compare-folded.ts';
import type { FactScale } from '../signals/facts.ts';
import { fusePassages, type SharedRange } from '../signals/fuse-passages.ts';
import { dot, likenessOfMeaning, type Meanings } from '../signals/meaning.ts';
import type { PictureIndex } from '../signals/pictures.ts';
import { findRetold, rangesOf } from '../signals/retold.ts';
import type { Sentence } from '../signals/sentences.ts';
import type { TitleScale } from '../signals/title.ts';
import { compareTopics, type TopicalSide } from '../signals/topical.ts';
import type { TopicalIndex } from '../signals/topical-index.ts';
import type { PlacedTerm } from '../signals/topical-terms.ts';
import { type PlacedText, placesIn } from '../text/placed-text.ts';
import type { Likeness } from './likeness.ts';
import { type MatchModel, type Scored, scoreSignals } from './model.ts';

/** What the comparison stands on; the same for all pairs of a run. */
export interface Scales {
  readonly titles: TitleScale;
  readonly facts: FactScale;
  readonly meanings: Meanings;
  readonly pictures: PictureIndex;
  readonly model: MatchModel;
  /** What the two at hand say, what of it is their own, and its sentences. */
  readonly narrativeOf: (entry: Entry) => PlacedText;
  readonly own: (entry: Entry) => OwnText;
  readonly sentencesOf: (entry: Entry) => readonly Sentence[];
  readonly topics: TopicalIndex;
  /** The terms of an entry's own text, where they stand. */
  readonly termsOf: (entry: Entry) => readonly PlacedTerm[];
  /** Fingerprints that two entries share. */
  readonly overlap: (a: Entry, b: Entry) => number;
}

/**
 * Letters of own text a side needs to be judged by its text, and to say anything by it at all. Of an award a few
 * sentences are known and are all of it; in a filing so little is what a form leaves standing.
 */
const fullText = 200;
const someText = 40;
/** A short text that is wholly in the other one says less than a long one. */
const tellingLength = 300;
const mostPassages = 60;
const amongStrangers = 0.4;
/** Share of sentences told again from which on both texts are aligned letter by letter. */
const someRetold = 0.1;

/** How alike two submissions are and whether they are one solution. Pure. */
export function compareEntries(here: Entry, there: Entry, scales: Scales): Likeness {
  const who = compareParties(here.party, there.party);
  const title = scales.titles.compare(here.terms, there.terms);
  // A title of everyday words is no evidence between strangers.
  const titleValue = who.value >= sameParty ? title.value : title.value * (0.6 + 0.4 * title.specificity);
  const ownHere = scales.own(here);
  const ownThere = scales.own(there);
  const least = Math.min(lettersOf(ownHere), lettersOf(ownThere));
  const excludedShare = ownHere.folded.letters === 0 ? 0 : ownHere.folded.excluded / ownHere.folded.letters;
  const pictures = scales.pictures.compare(here.pictures, there.pictures);
  const seen = pictures === undefined ? {} : { pictures };
  const base = { who, title: title.value, excludedShare };
  if (least < (there.source.kind === 'award' ? someText : fullText)) {
    const scored = scoreSignals(scales.model, 'brief', { who: who.value, title: titleValue, ...seen });
    // That an award has no text is usual; that a filing has none is worth saying.
    const little = scales.narrativeOf(there).text !== '' || there.source.kind !== 'award';
    return { ...base, ...scored, passages: [], ...(little ? { littleText: true as const } : {}) };
  }
  const near = meaningOf(here, there, least >= fullText, scales.meanings);
  const facts = scales.facts.compare(here.facts, there.facts);
  const told = findRetold(scales.sentencesOf(here), scales.sentencesOf(there));
  // Most candidates are plainly something else; aligning them closely would cost the most time.
  const close = Math.max(told.shareHere, told.shareThere) >= someRetold || worthReading(here, there, scales);
  const shared = close ? compareFolded(ownHere.folded, ownThere.folded) : none;
  const short = Math.min(1, lettersOf(ownThere) / tellingLength);
  const text = Math.min(1, Math.max(shared.shareHere, shared.shareThere * short));
  const retold = Math.min(1, Math.max(told.shareHere, told.shareThere * short));
  const common = rangesOf(told);
  const passages = close ? fusePassages(shared.passages, common) : [];
  const topical =
    least < fullText
      ? undefined
      : compareTopics(sideOf(here, scales), sideOf(there, scales), [...passages, ...common], scales.topics);
  // Strangers of one trade share more words by chance than an applicant's two solutions tell of one another.
  const topicalValue = topical && topical.value * (who.value >= sameParty ? 1 : amongStrangers);
  const kind = least >= fullText ? 'full' : 'brief';
  const scored = scoreSignals(scales.model, kind, {
    who: who.value,
    title: titleValue,
    text,
    retold,
    ...(topicalValue === undefined ? {} : { topical: topicalValue }),
    meaning: near,
    facts,
    ...seen,
  });
  return {
    ...base,
    ...scored,
    ...firmOf(scored),
    text,
    passages: passagesOf(here, there, passages, scales),
    ...(topical && topical.terms.length > 0 ? { terms: topical.terms } : {}),
  };
}

const none: Shared = { passages: [], shareHere: 0, shareThere: 0 };

function worthReading(a: Entry, b: Entry, scales: Scales): boolean {
  const smaller = Math.min(a.prints, b.prints);
  return scales.overlap(a, b) >= Math.max(3, 0.04 * smaller);
}

function meaningOf(here: Entry, there: Entry, full: boolean, meanings: Meanings): number {
  const a = meanings.of.get(here.key);
  const b = meanings.of.get(there.key);
  if (!a || !b) return 0;
  const raw = full
    ? likenessOfMeaning(a.chunks, b.chunks)
    : Math.max(0, ...b.chunks.flatMap((y) => [...a.chunks, a.title].map((x) => dot(x, y))));
  return Math.max(0, (raw - meanings.floor) / (1 - meanings.floor));
}

function passagesOf(
  here: Entry,
  there: Entry,
  passages: readonly SharedRange[],
  { narrativeOf }: Scales,
): Likeness['passages'] {
  const longest = [...passages].sort((a, b) => b.matched - a.matched).slice(0, mostPassages);
  const side = (entry: Entry, range: Range) => ({
    text: narrativeOf(entry).text.slice(...range),
    where: placesIn(narrativeOf(entry), range),
  });
  return longest
    .sort((a, b) => a.here[0] - b.here[0])
    .map((passage) => ({ here: side(here, passage.here), there: side(there, passage.there) }));
}

function firmOf({ score, signals }: Scored): { readonly firm?: number } {
  const added = signals.find(({ name }) => name === 'topical')?.weight ?? 0;
  return added > 0 ? { firm: 1 / (1 + ((1 - score) / score) * Math.exp(added)) } : {};
}

function sideOf(entry: Entry, scales: Scales): TopicalSide {
  const { key, party } = entry;
  return {
    key,
    narrative: scales.narrativeOf(entry),
    company: party.company,
    terms: () => scales.termsOf(entry),
  };
}

function lettersOf({ folded }: OwnText): number {
  return folded.letters - folded.excluded;
}
