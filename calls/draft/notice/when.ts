import { latestDay, parseDate } from '../../../core/normalise/date.ts';
import { wholeOf } from './number-words.ts';

/** What a notice says of itself that dates without a year are read by. */
export interface OwnTime {
  readonly year?: number;
  /** Day of signing, `YYYY-MM-DD`. */
  readonly issued?: string;
}

/** A day or a moment as a notice writes it. */
export interface When {
  /** Where its words begin and end in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** `YYYY-MM-DD`, or with a time of day `YYYY-MM-DDTHH:MM`; absent where the notice alone does not tell it. */
  readonly at?: string;
  /** `false`: the words leave room (月中旬, 工作日, a year that is only inferred from nothing). */
  readonly exact: boolean;
}

const dated =
  /(?:(?<year>20\d\d)\s*年\s*)?(?<month>\d{1,2}|[一二三四五六七八九十]{1,2})\s*月\s*(?:(?<day>\d{1,2}|[一二三四五六七八九十]{1,3})\s*[日号]|(?<part>底|末|上旬|中旬|下旬))|(?<!\d)(?<y>20\d\d)[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})(?!\d)|(?<![\d.])(?<m2>\d{1,2})[./](?<d2>\d{1,2})(?=\s*(?:之?前|截止|下班|止(?!损)))/gu;
const counted =
  /(?:自|从|在)?[^，。；]{0,12}(?:发布|印发|公布|下发|发文|本通知|收到通知)[^，。；]{0,6}?(?:之日|日|后)?\s*起?\s*(?<n>\d{1,3}|[一二三四五六七八九十]{1,3})\s*个?\s*(?<unit>工作日|日历日|天|日|周|个?月)(?:之?内)/gu;
/** 截止日期后5个工作日内: told by another day of the notice. */
const afterDeadline =
  /截止(?:日期?|时间|之日)?(?:之?后|起)\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*个?(?:工作日|日|天|周)(?:之?内)/gu;
/** 本月底, 下月10日 by the month of signing; days that only a calendar tells. */
const relative =
  /(?<which>[本当下次]个?月)\s*(?:(?<day>\d{1,2}|[一二三四五六七八九十]{1,3})\s*[日号]|底|末)|(?:本周|下周|节)[一二三四五六日天]?(?=[^，。；]{0,3}前)/gu;
const clock =
  /^\s*(?:（[^）]{1,8}）|\([^)]{1,8}\))?\s*(上午|下午|中午|晚上?)?\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:[:：]\s*(\d{2})(?:\s*[:：]\s*\d{2})?|[时点](?:\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*分|(半))?(?:整)?)/u;
/** Between the first and the last day of a span: clock times, weekdays and a word or dash that joins. */
const joining = /^[^，。；]{0,12}(?:至|到|[-—－–~～]{1,2})\s*$/u;
/** Last days of the first two thirds of a month. */
const lastOfThird = { 上旬: 10, 中旬: 20 } as const;

/** Every date of a text in its order. */
export function datesIn(text: string, own: OwnTime): When[] {
  const found: When[] = [];
  let before: { readonly date: string; readonly end: number } | undefined;
  for (const match of text.matchAll(dated)) {
    const { year, month, day, part, y, m, d, m2, d2 } = match.groups ?? {};
    const stem = { month: wholeOf(month ?? m ?? m2 ?? '') ?? 0, day: dayOf(day ?? d ?? d2, part) };
    const said = year ?? y;
    const spanned = before && joining.test(text.slice(before.end, match.index)) ? before.date : undefined;
    const read = said === undefined ? yearOf(stem, own, spanned, before?.date) : Number(said);
    const date = read === undefined ? undefined : isoOf(read, stem.month, stem.day);
    const after = text.slice(match.index + match[0].length);
    const time = clock.exec(after);
    const end = match.index + match[0].length + (time?.[0].length ?? 0);
    const at = date && (time ? `${date}T${timeOf(time)}` : date);
    const exact = at !== undefined && part !== '上旬' && part !== '中旬' && part !== '下旬';
    found.push({ start: match.index, end, ...(at !== undefined && { at }), exact });
    before = date === undefined ? before : { date, end };
  }
  // 6月17日—21日: the month of the first day is that of the last.
  for (const match of text.matchAll(/月\s*\d{1,2}\s*日?\s*(?:[-—－~～]{1,2}|至|到)\s*(\d{1,2}\s*[日号])/gu)) {
    const first = found.findLast(({ start, end }) => start < match.index && end > match.index)?.at;
    const end = match.index + match[0].length;
    const day = dayOf(match[1]?.replace(/\D/gu, ''), undefined);
    const at = first && isoOf(Number(first.slice(0, 4)), Number(first.slice(5, 7)), day);
    if (at && at > first.slice(0, 10))
      found.push({ start: end - (match[1]?.length ?? 0), end, at, exact: true });
  }
  for (const match of text.matchAll(counted)) {
    const n = wholeOf(match.groups?.n ?? '');
    const at = n === undefined ? undefined : countedFrom(own.issued, n, match.groups?.unit ?? '');
    const start = match.index;
    found.push({ start, end: start + match[0].length, ...(at && { at }), exact: at !== undefined });
  }
  for (const match of text.matchAll(afterDeadline))
    found.push({ start: match.index, end: match.index + match[0].length, exact: false });
  for (const match of text.matchAll(relative)) {
    const { which = '', day } = match.groups ?? {};
    const [year, month] = (own.issued ?? '').split('-').map(Number);
    const next = /[下次]/u.test(which) ? 1 : 0;
    const of =
      year && month
        ? { year: year + Math.floor((month - 1 + next) / 12), month: ((month - 1 + next) % 12) + 1 }
        : undefined;
    const at = of && which.endsWith('月') ? isoOf(of.year, of.month, dayOf(day, undefined)) : undefined;
    const start = match.index;
    found.push({ start, end: start + match[0].length, ...(at && { at }), exact: at !== undefined });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** `月底` is its last day; 0 stands for it. */
function dayOf(day: string | undefined, part: string | undefined): number {
  if (day !== undefined) return wholeOf(day) ?? 32;
  return part === '上旬' || part === '中旬' ? lastOfThird[part] : 0;
}

/**
 * The year a date without one means: the end of a span follows its beginning, any other the day of signing; where the
 * notice is not dated, that of the date before it.
 */
function yearOf(
  { month, day }: { readonly month: number; readonly day: number },
  own: OwnTime,
  spanned: string | undefined,
  before: string | undefined,
): number | undefined {
  const from = spanned ?? own.issued;
  if (from === undefined) return before === undefined ? own.year : Number(before.slice(0, 4));
  const year = Number(from.slice(0, 4));
  const date = isoOf(year, month, day);
  return date !== undefined && date < from ? year + 1 : year;
}

/** `undefined` for a day that no calendar has. Day 0 is the last of the month. */
function isoOf(year: number, month: number, day: number): string | undefined {
  return day === 0 ? parseDate(latestDay(`${year}-${month}`)) : parseDate(`${year}-${month}-${day}`);
}

function timeOf([, half = '', hours = '', minutes, spoken, half30]: RegExpExecArray): string {
  const hour = wholeOf(hours ?? '') ?? 0;
  const later = /下午|晚/u.test(half) && hour < 12 ? 12 : 0;
  const told = spoken === undefined ? undefined : String(wholeOf(spoken) ?? 0);
  // 24时 is the end of that day.
  if (hour === 24) return '23:59';
  const minute = minutes ?? told ?? (half30 ? '30' : '00');
  return `${String((hour + later) % 24).padStart(2, '0')}:${minute.padStart(2, '0')}`;
}

/** Working days depend on the year's calendar of holidays, which the notice does not hold. */
function countedFrom(issued: string | undefined, n: number, unit: string): string | undefined {
  if (issued === undefined || unit === '工作日') return undefined;
  const [year = 0, month = 1, day = 1] = issued.split('-').map(Number);
  if (unit.endsWith('月')) {
    const total = month - 1 + n;
    const of = { year: year + Math.floor(total / 12), month: (total % 12) + 1 };
    return isoOf(of.year, of.month, day) ?? isoOf(of.year, of.month, 0);
  }
  const days = unit === '周' ? 7 * n : n;
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}
