import type { FieldValue } from '../../../core/filing.ts';
import { isPagePlace, type Place } from '../../../core/place.ts';
import type { FilingResult } from '../../../core/results.ts';
import type { Sample } from '../../../corpus/generate/generate.ts';
import { sameValue } from '../score.ts';
import { distance, folded, missing } from './text-distance.ts';

/** A narrative is a text of at least so many characters; it is right with up to 1% of them wrong. */
const narrativeLength = 60;
const narrativeError = 0.01;
/** A chapter counts as found with up to a tenth of its characters wrong. */
const chapterError = 0.1;
/** Confidence from which the product says that nobody need look. */
export const sureFrom = 0.9;

export interface Count {
  hit: number;
  all: number;
}

export interface ReadingScore {
  readonly fields: Count;
  /** As `fields`, narratives to the last character. */
  readonly exact: Count;
  readonly sure: Count;
  readonly sureExact: Count;
  readonly ticks: { hit: number; extra: number; missed: number };
  readonly rows: { hit: number; extra: number; missed: number };
  readonly sections: Count;
  readonly places: Count;
  /** Characters of narratives: wrong, and all. */
  readonly characters: Count;
  /** Every value and every blank, for how far their confidence can be trusted. */
  readonly judged: { readonly confidence: number; readonly right: boolean }[];
  readonly wrong: string[];
  /** Right, but not where it was said to stand. */
  readonly misplaced: string[];
}

/** Text of the places given, by a reader that is not the product's; `undefined` where there is none. */
export type PlaceReader = (places: readonly Place[]) => string | undefined;

export function scoreReading(sample: Sample, filing: FilingResult, readPlaces: PlaceReader): ReadingScore {
  const score: ReadingScore = {
    fields: { hit: 0, all: 0 },
    exact: { hit: 0, all: 0 },
    sure: { hit: 0, all: 0 },
    sureExact: { hit: 0, all: 0 },
    ticks: { hit: 0, extra: 0, missed: 0 },
    rows: { hit: 0, extra: 0, missed: 0 },
    sections: { hit: 0, all: 0 },
    places: { hit: 0, all: 0 },
    characters: { hit: 0, all: 0 },
    judged: [],
    wrong: [],
    misplaced: [],
  };
  for (const [key, wanted] of Object.entries(sample.truth.fields)) {
    const field = filing.fields[key];
    const exact = field !== undefined && sameValue(wanted, field.value);
    const right = nearlyTheSame(wanted, field?.value, score) || exact;
    count(score.exact, exact);
    count(score.fields, right);
    if (!right) score.wrong.push(describe(sample, key, wanted, field));
    // A place said to be blank counts like a value: it may fail a filing.
    if (field && (field.state === 'filled' || field.state === 'blank')) {
      score.judged.push({ confidence: field.confidence, right });
      if (field.confidence >= sureFrom) {
        count(score.sure, right);
        count(score.sureExact, exact);
      }
    }
    if (isTexts(wanted)) compareSets(score.ticks, wanted, isTexts(field?.value) ? field.value : []);
    if (isRows(wanted)) compareRows(score.rows, wanted, isRows(field?.value) ? field.value : []);
    if (right && field?.state === 'filled') {
      const text = writtenText(sample, key);
      if (text === undefined) continue;
      const loose = field.where.every((place) => !isPagePlace(place));
      const held = holds(readPlaces(field.where), text, loose);
      count(score.places, held);
      if (!held) score.misplaced.push(describe(sample, key, text, field));
    }
  }
  return score;
}

/** Narratives are compared by characters; their errors are added to the score. */
function nearlyTheSame(wanted: FieldValue, got: unknown, score: ReadingScore): boolean {
  if (typeof wanted !== 'string' || wanted.length < narrativeLength) return false;
  const text = folded(wanted);
  const wrong = distance(text, folded(typeof got === 'string' ? got : ''));
  score.characters.hit += Math.min(wrong, text.length);
  score.characters.all += text.length;
  count(score.sections, wrong <= text.length * chapterError);
  return wrong <= text.length * narrativeError;
}

function count(into: Count, hit: boolean): void {
  into.all++;
  if (hit) into.hit++;
}

function compareSets(into: ReadingScore['ticks'], wanted: readonly string[], got: readonly string[]): void {
  into.hit += wanted.filter((option) => got.includes(option)).length;
  into.missed += wanted.filter((option) => !got.includes(option)).length;
  into.extra += got.filter((option) => !wanted.includes(option)).length;
}

type Row = Readonly<Record<string, string | number | null>>;

function compareRows(into: ReadingScore['rows'], wanted: readonly Row[], got: readonly Row[]): void {
  const left = [...got];
  for (const row of wanted) {
    const at = left.findIndex((other) => sameValue(row, other));
    if (at < 0) into.missed++;
    else {
      into.hit++;
      left.splice(at, 1);
    }
  }
  into.extra += left.length;
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
const isRows = (value: unknown): value is readonly Row[] =>
  Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'object');

/** What the applicant put on paper for a field: the words at its place. */
function writtenText({ invented: { written } }: Sample, key: string): string | undefined {
  const text =
    written.values.get(key) ??
    written.ticks.get(key)?.join('') ??
    Object.values(written.years.get(key) ?? {}).join('');
  const rows = written.rows.get(key)?.flatMap((row) => Object.values(row));
  return (rows?.join('') ?? text) || undefined;
}

/**
 * The place holds nine tenths of the words, and on paper not half the page besides; in Word the smallest place is
 * a paragraph, however long.
 */
function holds(found: string | undefined, wanted: string, loose: boolean): boolean {
  if (found === undefined) return false;
  const [text, words] = [folded(found), folded(wanted)];
  return missing(words, text) <= words.length * 0.1 && (loose || text.length <= words.length * 3 + 40);
}

function describe(
  sample: Sample,
  key: string,
  wanted: FieldValue,
  field?: FilingResult['fields'][string],
): string {
  const brief = (value: unknown) => (JSON.stringify(value) ?? '').slice(0, 80);
  return `${sample.truth.call} ${sample.file} ${key}: ${brief(wanted)} ≠ ${brief(field?.value)} (${field?.state} ${field?.confidence}; raw ${brief(field?.raw)})`;
}
