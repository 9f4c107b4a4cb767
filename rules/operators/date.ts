import type { Argument } from '../../calls/rule-language/operators.ts';
import type { Point } from '../../calls/rule-language/point.ts';
import { formatDate } from '../../core/format-value.ts';
import type { Text } from '../../core/lang.ts';
import { addYears, edgeOf, isAfter, isBefore, isPartialDate } from '../../core/normalise/date.ts';
import { mergePlaces, type Place } from '../../core/place.ts';
import { readFilled } from '../reading/read-field.ts';
import { nameOf, type Scope } from '../scope.ts';
import { type Outcome, outcome, truthOf } from '../verdict/outcome.ts';

type Read =
  | { readonly date: string; readonly evidence: readonly Place[] }
  | { readonly why: Text; readonly evidence: readonly Place[] };

const words: Readonly<Record<Argument<'date'>['op'], readonly [pass: Text, fail: Text]>> = {
  before: [
    { zh: '早于', en: 'before' },
    { zh: '不早于', en: 'not before' },
  ],
  'not-after': [
    { zh: '不晚于', en: 'not after' },
    { zh: '晚于', en: 'after' },
  ],
  after: [
    { zh: '晚于', en: 'after' },
    { zh: '不晚于', en: 'not after' },
  ],
  'not-before': [
    { zh: '不早于', en: 'not before' },
    { zh: '早于', en: 'before' },
  ],
};

/**
 * Compares two dates by day. A partial date (a month, a year) settles it only when all its days do; an open
 * end (至今) and a blank are unknown. A deadline's time of day is not compared.
 */
export function date({ left, op, right, plusYears }: Argument<'date'>, scope: Scope): Outcome {
  const a = readPoint(left, scope);
  const b = readPoint(right, scope);
  const evidence = mergePlaces([...a.evidence, ...b.evidence]);
  const moved = 'date' in b ? (plusYears === 0 ? b.date : addYears(b.date, plusYears)) : undefined;
  const values = {
    ...('date' in a ? { left: formatDate(a.date), value: formatDate(a.date) } : {}),
    ...(moved === undefined ? {} : { right: formatDate(moved) }),
  };
  if (!('date' in a)) return outcome('unknown', a.why, evidence, values);
  if (!('date' in b) || moved === undefined) {
    return outcome('unknown', 'why' in b ? b.why : { zh: '日期不明。', en: 'No date.' }, evidence, values);
  }
  const verdict = truthOf(judge(a.date, op, moved));
  const [from, to] = [formatDate(a.date), formatDate(moved)];
  if (verdict === 'unknown') {
    const why = {
      zh: `${from.zh}未写明到日，无法确定与${to.zh}的先后。`,
      en: `${from.en} is not given to the day, so its order to ${to.en} is open.`,
    };
    return outcome(verdict, why, evidence, values);
  }
  const word = words[op][verdict === 'pass' ? 0 : 1];
  return outcome(
    verdict,
    { zh: `${from.zh}${word.zh}${to.zh}。`, en: `${from.en} is ${word.en} ${to.en}.` },
    evidence,
    values,
  );
}

function judge(left: string, op: Argument<'date'>['op'], right: string): boolean | undefined {
  const not = (value: boolean | undefined) => (value === undefined ? undefined : !value);
  switch (op) {
    case 'before':
      return isBefore(left, right);
    case 'after':
      return isAfter(left, right);
    case 'not-after':
      return not(isAfter(left, right));
    case 'not-before':
      return not(isBefore(left, right));
  }
}

function readPoint(point: Point, scope: Scope): Read {
  if ('date' in point) return { date: point.date, evidence: [] };
  if ('asOf' in point) return { date: scope.context.asOf, evidence: [] };
  if ('deadline' in point) {
    const deadline = scope.pack.call.deadlines.find(({ level }) => level === point.deadline);
    if (deadline) return { date: deadline.at, evidence: [] };
    const why = {
      zh: '通知未规定该级的截止时间，无法比较。',
      en: 'The notice sets no deadline at this level, so nothing can be compared.',
    };
    return { why, evidence: [] };
  }
  const reading = readFilled(scope, point.field);
  if (!('field' in reading)) return reading;
  const { value, raw, where: evidence } = reading.field;
  const name = nameOf(scope, point.field);
  const edge = typeof value === 'string' ? edgeOf(value, point.edge) : undefined;
  if (edge !== undefined && isPartialDate(edge)) return { date: edge, evidence };
  if (typeof value === 'string' && value.endsWith('/..')) {
    const why = {
      zh: `“${name.zh}”填写为“${raw.trim()}”，没有结束时间，请人工核对。`,
      en: `"${name.en}" says "${raw.trim()}" and gives no end; please check it.`,
    };
    return { why, evidence };
  }
  const why = {
    zh: `“${name.zh}”填写的“${raw.trim()}”无法读成日期，请核对。`,
    en: `"${name.en}" says "${raw.trim()}", which cannot be read as a date; please check it.`,
  };
  return { why, evidence };
}
