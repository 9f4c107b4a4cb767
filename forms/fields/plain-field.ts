import type { FormField } from '../../calls/schema/form.ts';
import type { Field, FieldValue } from '../../core/filing.ts';
import type { Anchor } from '../align/align.ts';
import { originalRange, type Stream } from '../align/stream.ts';
import { isSure, type Reading } from '../reading.ts';
import { absent, overlap, placesOf, type Range, round } from './field-parts.ts';
import { legibleValue } from './legible.ts';
import { inFormUnit, isForeign, statedUnit } from './stated-unit.ts';
import { toValue } from './values.ts';

/** A place of a field with what is read there. */
export interface Read {
  readonly reading: Reading;
  readonly value: FieldValue;
  readonly raw: string;
  readonly state: Field['state'];
  readonly confidence: number;
  readonly marks: Pick<Field, 'repaired' | 'code' | 'statedUnit'>;
}

/** What is written in a place of a field, as a value of its type; `confidence` takes in how well it was read. */
export function valueAt(field: FormField, reading: Reading, stream: Stream): Read {
  const [from, to] = originalRange(stream, reading.start, reading.end);
  const written = withoutLabel(field, stream.map.text.slice(from, to));
  const { value: asWritten, raw, fits, ...marks } = toValue(field, written);
  const formUnit = unitOfAmount(field);
  const stated = formUnit !== undefined ? statedUnit(stream, reading) : undefined;
  const value =
    formUnit !== undefined && typeof asWritten === 'number'
      ? inFormUnit(raw, asWritten, stated, formUnit)
      : asWritten;
  const converted = value !== asWritten && stated !== undefined;
  const [first, last] = placeOfRaw(stream.map.text, from, to, raw);
  const legible = legibleValue(field, stream.map, first, last);
  const state = raw === '' ? 'blank' : legible < 0.4 ? 'unreadable' : 'filled';
  const doubtful = !fits || (legible < 1 && typeof value === 'number' && pointOrComma.test(raw));
  // Who changes the form's unit may have left the numbers in it.
  const other = formUnit !== undefined && state === 'filled' && isForeign(stream, reading, raw);
  const doubt = other ? otherMoney : state === 'filled' && doubtful ? 0.7 : converted ? convertedTrust : 1;
  return {
    reading,
    value: state === 'filled' ? value : null,
    raw,
    state,
    confidence: reading.trust * (state === 'filled' && fits ? checked(field, legible) : legible) * doubt,
    marks: state === 'filled' ? { ...marks, ...(converted ? { statedUnit: stated } : {}) } : {},
  };
}

/** Where in a range of the text a value stands, without what is the form's; the whole range if it stands there otherwise. */
function placeOfRaw(text: string, from: number, to: number, raw: string): [number, number] {
  const at = raw === '' ? -1 : text.slice(from, to).indexOf(raw);
  return at < 0 ? [from, to] : [from + at, from + at + raw.length];
}

const convertedTrust = 0.89;
/** Below `sureEnough`: no check counts on it. */
const otherMoney = 0.5;

/** One in so many misread codes passes its check character by chance (GB 32100-2015, GB 11714-1997). */
const passes: Readonly<Record<string, number>> = { 'credit-code': 31, 'org-code': 11 };

/** How sure a code is whose check character is right, from how sure its characters are. */
function checked({ type }: FormField, legible: number): number {
  const odds = passes[type];
  return odds === undefined ? legible : 1 - (1 - legible) / (1 + legible * (odds - 1));
}

function unitOfAmount(field: FormField): string | undefined {
  if (field.type === 'amount') return field.unit ?? '万元';
  return field.type === 'years' && field.of === 'amount' ? (field.unit ?? '万元') : undefined;
}

/** An alias of the label, written where the form prints its own, is no part of the value. */
function withoutLabel(field: FormField, written: string): string {
  if (field.type === 'section' || field.type === 'long-text') return written;
  for (const label of [field.label, ...('aliases' in field ? field.aliases : [])]) {
    const lead = leadOf(label).exec(written);
    if (lead) return written.slice(lead[0].length);
  }
  return written;
}

/** By the labels of the forms at hand: made anew for each value they took a fifth of the time that reading takes. */
const leads = new Map<string, RegExp>();

/** A label as it may stand before a value. */
function leadOf(label: string): RegExp {
  const known = leads.get(label);
  if (known) return known;
  const letters = [...label.replace(/\s/gu, '')].map((char) => char.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  const lead = new RegExp(`^\\s*${letters.join('\\s*')}\\s*(?:[(（][^)）]{1,12}[)）])?\\s*[:：]`, 'u');
  leads.set(label, lead);
  return lead;
}

/** A scan's 12,424 is easily read as 12.424. */
const pointOrComma = /(?<![\d.,])\d{1,3}(?:[.．]\d{3})+(?!\d)/u;

/** What else stands in the document by the form, in its order. */
export interface Surroundings {
  readonly anchors: readonly Anchor[];
  /** Places of fields that both ways of reading give to them. */
  readonly claims: readonly Reading[];
  /** The form's own words and the places of fields between them. */
  readonly known: readonly Range[];
}

/** A field with one value, from its places by the blank form and by its labels. */
export function plainField(
  field: FormField,
  aligned: readonly Reading[],
  labelled: readonly Reading[],
  { anchors, claims, known }: Surroundings,
  stream: Stream,
): { field: Field; range?: [number, number] } {
  const base = { key: field.key, label: field.label, ...('unit' in field ? { unit: field.unit } : {}) };
  const byForm = aligned.map((reading) => valueAt(field, reading, stream));
  // A place of the form found empty is not filled with the form's words that follow it, nor, as labels repeat,
  // with what stands at the same words elsewhere and is another field's by both ways of reading.
  const isEmpty = byForm.length > 0 && byForm.every((read) => read.state === 'blank' && isSure(read.reading));
  const claimed = (reading: Reading) =>
    aligned.some((place) => place.start <= reading.start && reading.start <= place.end) ||
    (anchors.some((anchor) => overlap(anchor, reading)) && isPrinted(reading, known)) ||
    claims.some((claim) => claim.field.key !== field.key && overlap(claim, reading));
  const byLabel = labelled
    .filter((reading) => !isEmpty || !claimed(reading))
    .map((reading) => valueAt(field, withoutPrint(reading, anchors, stream), stream))
    .map((read) => (isPrinted(read.reading, anchors) ? { ...read, ...blankRead } : read));
  const ranked = [...byForm, ...byLabel].sort(
    (a, b) => Number(b.state === 'filled') - Number(a.state === 'filled') || b.confidence - a.confidence,
  );
  const best = byForm.find((read) => read.state === 'filled' && read.confidence >= 0.9) ?? ranked[0];
  if (!best) return { field: absent(base) };

  const others = known.filter((range) => !aligned.some((own) => overlap(own, range)));
  const top = byLabel.find((read) => read.state !== 'filled' || !isOthers(read.reading, others, stream));
  const atForm = top !== undefined && byForm.includes(best);
  const agree = best.reading.field.type !== 'section' && atForm && same(top, best);
  const differ =
    atForm && !agree && top.confidence >= 0.9 && !isMore(top.reading, best.reading, others, stream);
  const legible = best.confidence / best.reading.trust;
  const confidence = agree
    ? Math.max(best.confidence, 0.998 * legible)
    : differ
      ? Math.min(best.confidence, 0.85)
      : best.confidence;
  const conflicts = byForm.filter((read) => read !== best && read.state === 'filled' && !same(read, best));
  return {
    field: {
      ...base,
      value: best.value,
      raw: best.raw,
      state: best.state,
      confidence: round(confidence),
      where: placesOf(stream, best.reading),
      ...best.marks,
      ...(conflicts.length > 0
        ? {
            conflicts: conflicts.map((read) => ({
              value: read.value,
              where: placesOf(stream, read.reading),
            })),
          }
        : {}),
    },
    range: [best.reading.start, best.reading.end],
  };
}

/** Whether what stands at a label is all the form's own words and other fields' values: the label is of another place. */
function isOthers(reading: Range, others: readonly Range[], stream: Stream): boolean {
  return reading.end > reading.start && onlyKnown(reading.start, reading.end, others, stream);
}

/** Whether a reading is the other one with nothing around it but the form's own words and other fields' values. */
function isMore(more: Range, than: Range, others: readonly Range[], stream: Stream): boolean {
  return (
    more.start <= than.start &&
    more.end >= than.end &&
    onlyKnown(more.start, than.start, others, stream) &&
    onlyKnown(than.end, more.end, others, stream)
  );
}

/** `others` in the order of the text. Marks and punctuation between them are nobody's. */
function onlyKnown(start: number, end: number, others: readonly Range[], stream: Stream): boolean {
  let at = start;
  for (const other of [...others, { start: end, end }]) {
    if (other.end <= at && other.start < end) continue;
    if (/[\p{L}\p{N}]/u.test(stream.folded.slice(at, Math.min(end, other.start)))) return false;
    at = Math.max(at, other.end);
    if (at >= end) return true;
  }
  return true;
}

const blankRead = { value: null, raw: '', state: 'blank', marks: {} } as const;

/** Whether all that stands there is the form's own: a hint that nobody wrote over. */
function isPrinted({ start, end }: Range, anchors: readonly Range[]): boolean {
  let at = start;
  for (const anchor of anchors) if (anchor.start <= at && anchor.end > at) at = anchor.end;
  return end > start && at >= end;
}

/** Types whose places have hints printed in them. */
const hinted = new Set<FormField['type']>(['section', 'long-text', 'text', 'industry', 'region']);
/** Shorter words of the form may be the applicant's own. */
const leastPrint = 6;

/** A place without the form's own words at its beginning and end: the hint that is printed over a chapter. */
function withoutPrint(reading: Reading, anchors: readonly Anchor[], stream: Stream): Reading {
  if (!hinted.has(reading.field.type)) return reading;
  const print = anchors.filter(({ start, end, errors }) => {
    // Brackets and date words are the form's wherever they stand.
    const bracketed = /^(?:\(.*\)|年月日)$/u.test(stream.folded.slice(start, end));
    return (bracketed || end - start >= leastPrint) && errors * 8 <= end - start;
  });
  let { start, end } = reading;
  for (const anchor of print) if (anchor.start === start && anchor.end < end) start = anchor.end;
  for (const anchor of print.toReversed()) if (anchor.end === end && anchor.start > start) end = anchor.start;
  return { ...reading, start, end };
}

const same = (a: Read, b: Read) =>
  JSON.stringify(a.value) === JSON.stringify(b.value) ||
  a.raw.replace(/\s/gu, '') === b.raw.replace(/\s/gu, '');
