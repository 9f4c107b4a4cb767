import { type Field, sureEnough } from '../../core/filing.ts';
import { checkEmail } from '../../core/normalise/email.ts';
import { checkPhone } from '../../core/normalise/phone.ts';
import { foldString } from '../align/stream.ts';
import { toValue } from '../fields/values.ts';
import { labelsOf } from '../lookup/label-index.ts';
import type { Answer } from './answers.ts';
import { type FoldedText, locateQuote } from './locate.ts';
import type { Piece } from './pieces.ts';
import type { AskableField, Question } from './question.ts';

/** Below `sureEnough` whatever the model says: a person looks at every value that it pointed to. */
const mostTrust = sureEnough - 0.05;
/** As for any other reading: below this nobody can say what stands there. */
const leastLegible = 0.4;

const numeric = new Set<AskableField['type']>(['count', 'amount', 'percent']);
/** What belongs to a number although the quote may leave it out: sign and 百分之 before, scale and unit behind. */
const beforeNumber = /(?:百分之|千分之|[-−–负])$/u;
const behindNumber = /^[ 余多]*[十百千万亿萬億]*[余多]?(?:[美欧日]?元|[圆%％‰])?/u;

export interface Shown {
  readonly text: FoldedText;
  readonly pieces: readonly Piece[];
  /** Ranges of the text that are the form's own words. */
  readonly formRanges: readonly (readonly [number, number])[];
}

/**
 * The field that an answer leads to, or `undefined` when the answer does not count: its quote is not in the
 * pieces that were shown, is nothing but the form's own words, or is no value of the field's type. Value, raw
 * text and place are the document's own, read as any other field is; the model's words go nowhere. A doubtful
 * value that the answer repeats, or that is surer, comes back as it was.
 */
export function acceptAnswer({ field, before }: Question, answer: Answer, shown: Shown): Field | undefined {
  const { map } = shown.text;
  const labels = labelsOf(field);
  const found = locateQuote(shown.text, shown.pieces, withoutLabel(answer, labels), labels);
  if (!found || isPrinted(found, shown.formRanges)) return undefined;
  const [start, end] = numeric.has(field.type) ? withUnit(map.text, found) : found;
  const legible = map.confidenceOf(start, end);
  const { value, raw, fits, ...more } = toValue(field, map.text.slice(start, end));
  if (raw === '' || !fits || !hasShape(field, raw) || legible < leastLegible) return undefined;
  const { conflicts: _, repaired: __, code: ___, ...kept } = before;
  const read: Field = {
    ...kept,
    ...more,
    value,
    raw,
    state: 'filled',
    confidence: Math.round(mostTrust * legible * 1000) / 1000,
    where: map.placesOf(start, end),
    readBy: 'model',
  };
  return before.state === 'filled' ? better(before, read) : read;
}

/** A doubtful value and the model's: the surer one stands and the other is shown beside it. */
function better(before: Field, read: Field): Field {
  if (JSON.stringify(before.value) === JSON.stringify(read.value) || before.confidence >= read.confidence)
    return before;
  const other = { value: before.value, where: before.where };
  return { ...read, conflicts: [other, ...(before.conflicts ?? [])] };
}

/** Many models quote the label along with the value. */
function withoutLabel(answer: Answer, labels: readonly string[]): Answer {
  const quote = foldString(answer.quote);
  const label = labels.find((one) => quote.startsWith(`${one}:`));
  return label === undefined ? answer : { ...answer, quote: quote.slice(label.length + 1) };
}

function isPrinted([start, end]: readonly [number, number], ranges: Shown['formRanges']): boolean {
  let at = start;
  for (const [from, to] of ranges) if (from <= at && to > at) at = to;
  return at >= end;
}

function withUnit(text: string, [start, end]: readonly [number, number]): [number, number] {
  const sign = beforeNumber.exec(text.slice(Math.max(0, start - 4), start))?.[0] ?? '';
  const unit = behindNumber.exec(text.slice(end, end + 12))?.[0] ?? '';
  return [start - sign.length, end + unit.length];
}

/** Types that keep whatever stands in their place are held to their shape here: no place vouches for it. */
function hasShape({ type }: AskableField, raw: string): boolean {
  if (type === 'phone') return checkPhone(raw).valid;
  if (type === 'email') return checkEmail(raw).valid;
  return foldString(raw).length <= 200;
}
