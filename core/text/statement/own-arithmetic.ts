import { type Beside, type Claim, kindOf, numbersBeside, type Otherwise, sizeOf } from './own-numbers.ts';
import { otherThanParts } from './own-parts.ts';
import { otherThanShare } from './own-shares.ts';

export type { Claim, Otherwise } from './own-numbers.ts';

/**
 * What the numbers beside a stated one make of it, in its unit, where they do not bear it out: a share against the
 * two numbers it is of or against the whole's, a total against all its parts, so many a day against so many a year.
 * `undefined` where they bear it out, and where it is not sure that they are of the same. The passage is squeezed,
 * and read once for all the claims that are asked of it.
 */
export function arithmeticOf(passage: string): (claim: Claim) => Otherwise | undefined {
  const numbers = numbersBeside(passage);
  return (claim) => {
    const size = sizeOf(claim.unit);
    const sized = { ...claim, value: claim.value * size };
    const found =
      claim.unit === '%'
        ? otherThanShare(passage, sized, numbers)
        : (ofLongerTime(passage, sized, numbers) ?? otherThanParts(passage, sized, numbers));
    return found && { ...found, value: Number((found.value / size).toPrecision(6)) };
  };
}

const daily = /日均|每日|每天|一天|单日平均/u;
/** Stretches of time, longest word first, with their days. */
const stretches: readonly (readonly [RegExp, number])[] = [
  [/全年|年度|一年/u, 365],
  [/上半年|下半年|半年/u, 182],
  [/季度?/u, 91],
  [/(?:\d|[一二三四五六七八九十本上当全])个?月/u, 30],
];
const whole = /总|共|累计|合计|解析/u;
/** Words that tell of no thing. */
const plain =
  /[\d.一二三四五六七八九十两]*个?[年月日]|日均|每天|每日|全年|年度|本年|去年|今年|上年|上半年|下半年|季度?|本|当|上|月报|累计|合计|总|共|次数|数|量|稳定|保持|突破|超过?|达到?|在|为|约|仅|的|[:()]/gu;
/** How far the days of a period may be from even, as a share of what is said of one. */
const leastOfDaily = 0.6;

/** 日均15万次, 全年累计1100万次: what a day makes of the year. */
function ofLongerTime(passage: string, claim: Claim, numbers: readonly Beside[]): Otherwise | undefined {
  const lead = lastClause(passage.slice(Math.max(0, claim.start - 24), claim.start));
  if (!daily.test(lead)) return undefined;
  for (const { start, end, value, kind } of numbers) {
    if (start < claim.end || kind !== kindOf(claim.unit)) continue;
    const words = lastClause(passage.slice(claim.end, start));
    if (!whole.test(words) || daily.test(words) || !isOfSame(lead, words)) continue;
    const days = daysOf(words);
    if (days === undefined || /以来|上线|截[至止]|起(?!来)/u.test(words)) continue;
    const made = value / days;
    return made < leastOfDaily * claim.value ? { value: made, start: start - words.length, end } : undefined;
  }
  return undefined;
}

/** The days of the time that some words name: 全年 365, 近90天 90. */
function daysOf(words: string): number | undefined {
  const counted = Number(/(\d{1,3})天/u.exec(words)?.[1] ?? 0);
  return counted > 1 ? counted : stretches.find(([pattern]) => pattern.test(words))?.[1];
}

function lastClause(text: string): string {
  return text.split(/[,;。]/u).at(-1) ?? '';
}

/** Whether both name one thing, or one of them none: two letters in a row are alike. */
function isOfSame(lead: string, words: string): boolean {
  const [thing, other] = [lead.replace(plain, ''), words.replace(plain, '')];
  return (
    thing.length < 2 ||
    other.length < 2 ||
    [...other].some((_, at) => at > 0 && thing.includes(other.slice(at - 1, at + 1)))
  );
}
