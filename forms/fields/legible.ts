import { simplifyUnit } from '../../core/text/simplify.ts';
import type { TextMap } from '../../core/text-map.ts';

/** A field or a column; `of`: what each year of a field of years is. */
interface Typed {
  readonly type: string;
  readonly of?: string;
}

/** What an amount, a number or a share hangs on: without its comma, and without what stands behind its unit. */
const inNumbers = /[\p{Nd}.．一二三四五六七八九十百千万亿两零〇元%％-]/u;
/** What a date hangs on: 年, 月 and dashes stand where they must, or it is none. */
const inDates = /[\p{Nd}一二三四五六七八九十〇零○oO☐□]/u;
/** Zeros of a year in words: engines cannot tell them apart, and need not. */
const zero = /[〇零○oO☐□]/u;
const asSureAsZero = 0.98;
/** Brackets around the year of a document's number, which the format proves (GB/T 9704-2012), and quotation marks. */
const aside = /[〔〕[\]［］【】]|[“”"‘’]|\s/u;

/**
 * How sure it is that the characters that make a value were read right: those of `map.text` from `from` to `to`. A
 * comma among digits or the shape of a bracket may be doubtful; the value is the same. Long texts are judged whole.
 */
export function legibleValue(field: Typed, map: TextMap, from: number, to: number): number {
  const whole = map.confidenceOf(from, to);
  if (whole >= 1 || to - from >= longText) return whole;
  const type = field.of ?? field.type;
  const dated = type === 'date' || type === 'month' || type === 'span';
  const counted = dated ? inDates : numbers.has(type) ? inNumbers : undefined;
  let lowest = 1;
  let seen = false;
  for (let at = from; at < to; at++) {
    const char = map.text[at]!;
    if (counted ? !counted.test(char) : aside.test(char)) continue;
    seen = true;
    const sure = map.confidenceOf(at, at + 1);
    if (dated && zero.test(char)) lowest = Math.min(lowest, Math.max(sure, asSureAsZero));
    else lowest = Math.min(lowest, sure, isLookAlike(map.text, at, from, to) ? lookAlike : 1);
  }
  return seen ? lowest : whole;
}

/** A letter beside a digit may be one, and a traditional character is likelier its simplified form, misread. */
const lookAlike = 0.7;

function isLookAlike(text: string, at: number, from: number, to: number): boolean {
  const char = text[at]!;
  if (/[lIO|]/u.test(char))
    return [at - 1, at + 1].some((next) => next >= from && next < to && /\d/u.test(text[next]!));
  return simplifyUnit(char.charCodeAt(0)) !== char.charCodeAt(0) && !simpleToo.test(char);
}

/** Characters of simplified texts too (软件著作权). */
const simpleToo = /[著乾瞭藉徵餘]/u;

/** From this many characters a text is a narrative (`TextMap.confidenceOf`). */
const longText = 60;
const numbers = new Set<string>(['amount', 'count', 'percent']);
