import type { FormField } from '../../calls/schema/form.ts';
import type { Field } from '../../core/filing.ts';
import { type Found, PairIndex } from '../align/find-literal.ts';
import { foldString, originalOf, originalRange, type Stream } from '../align/stream.ts';
import { round } from './field-parts.ts';

/** Names, titles and codes: what a filing states again on its cover, in its pledge, table and text. */
const stated = new Set<FormField['type']>(['text', 'person', 'credit-code', 'org-code']);
/** Shorter ones stand in other words. */
const shortest = 4;
/** Two places read the same: as sure as that may make a value that one alone leaves doubtful. */
const agreed = 0.92;
/** Each of the two must be read as well as this; engines misread a rare character the same way twice. */
const readWell = 0.8;
/** Two places that differ, and none proves the other wrong: below what nobody looks at. */
const disputed = 0.7;
/** As sure as a single character is when no other comes into question. */
const beyondDoubt = 0.95;
/** A value that other places put right is looked at. */
const mended = 0.85;

/**
 * Holds what a scan's names, titles and codes were read as against their other places in the filing. Where another
 * reading differs by a look-alike character confidence falls; two other places that agree, and are both surer of the
 * character, put it right and are kept as the evidence. Typed text is what it is.
 */
export function heldAgainstOthers(
  fields: ReadonlyMap<string, Field>,
  form: readonly FormField[],
  stream: Stream,
): Map<string, Field> {
  const result = new Map(fields);
  if (stream.map.confidenceOf(0, stream.map.text.length) >= 1) return result;
  const index = new PairIndex(stream.folded);
  for (const { key, type } of form) {
    const field = fields.get(key);
    if (!stated.has(type) || field?.state !== 'filled' || typeof field.value !== 'string') continue;
    result.set(key, held(field, index, stream));
  }
  return result;
}

function held(field: Field, index: PairIndex, stream: Stream): Field {
  const words = foldString(String(field.value));
  if (words.length < shortest) return field;
  const places = index
    .findNear(words, 20, words.length < 8 ? 1 : 2)
    .filter(({ start, end }) => end - start === words.length);
  const same = places.filter(({ errors }) => errors === 0);
  const others = places.filter(({ start, end, errors }) => {
    const text = stream.folded.slice(start, end);
    return errors > 0 && lookAlike(words, text) && (errors === 1 || isDoubtful(start, words, stream));
  });
  if (same.length === 0) return field;
  if (others.length === 0) return same.length > 1 ? raised(field, same, stream) : field;
  if (same.length > 1) return field;
  const variant = others.filter(
    (one) =>
      stream.folded.slice(one.start, one.end) === stream.folded.slice(others[0]!.start, others[0]!.end),
  );
  const own = same[0]!;
  const proved =
    variant.length > 1 && variant.length === others.length && variant.every((one) => surer(one, own, stream));
  if (!proved) return { ...field, confidence: round(Math.min(field.confidence, disputed)) };
  return {
    ...field,
    value: originalOf(stream, variant[0]!.start, variant[0]!.end).replace(/\s+/gu, ''),
    confidence: round(Math.min(mended, ...variant.map((one) => legible(one, stream)))),
    repaired: {
      from: field.raw,
      by: variant.flatMap(({ start, end }) => stream.map.placesOf(...originalRange(stream, start, end))),
    },
  };
}

/** Ideographs that differ; numerals and letters tell two things apart that are nearly named alike (一公司, 二公司). */
function lookAlike(a: string, b: string): boolean {
  return [...a].every((char, i) => char === b[i] || (isIdeograph(char) && isIdeograph(b[i]!)));
}

/**
 * Whether characters that differ may be misread. Two at the beginning or the end, all read beyond doubt, make another
 * thing that is named alike: 海纳工业互联网平台, 基于工业互联网平台.
 */
function isDoubtful(start: number, words: string, stream: Stream): boolean {
  const differ = [...words].flatMap((char, i) => (stream.folded[start + i] === char ? [] : [i]));
  const atEnd = differ.every((i, k) => i === k || i === words.length - differ.length + k);
  const sure = (i: number) => legible({ start: start + i, end: start + i + 1 }, stream) >= beyondDoubt;
  return !atEnd || !differ.every(sure);
}

const isIdeograph = (char: string) =>
  (/\p{Script=Han}/u.test(char) && !/[一二三四五六七八九十百千甲乙丙丁东南西北]/u.test(char)) ||
  char === '\ufffd' ||
  char === '☐' ||
  char === '☑';

function raised(field: Field, same: readonly Found[], stream: Stream): Field {
  const sure = same.map((one) => legible(one, stream)).sort((a, b) => b - a);
  const [best = 0, second = 0] = sure;
  // What lowered the confidence must be the characters, not the place.
  const own = sure.some((one) => field.confidence >= one * 0.93 && field.confidence <= one);
  if (!own || second < readWell || field.confidence >= agreed) return field;
  return { ...field, confidence: round(Math.min(agreed, 1 - (1 - best) * (1 - second))) };
}

/** Whether one place is surer than another of each character in which they differ. */
function surer(one: Found, own: Found, stream: Stream): boolean {
  for (let i = 0; i < own.end - own.start; i++) {
    if (stream.folded[one.start + i] === stream.folded[own.start + i]) continue;
    const mine = legible({ start: own.start + i, end: own.start + i + 1 }, stream);
    const theirs = legible({ start: one.start + i, end: one.start + i + 1 }, stream);
    if (theirs <= mine) return false;
  }
  return true;
}

const legible = ({ start, end }: Pick<Found, 'start' | 'end'>, stream: Stream) =>
  stream.map.confidenceOf(...originalRange(stream, start, end));
