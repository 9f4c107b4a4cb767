import { readNumeral } from './numeral.ts';
import { squeeze } from './tidy.ts';

/**
 * Partial dates: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. A span is `<date>/<date>`, or `<date>/..` when it goes on.
 */

const chinese = '〇○零一二三四五六七八九壹贰叁肆伍陆柒捌玖';
/** Cheque numerals write 零伍月 and 叁拾壹日; 元月 is January. */
const month = '\\d{1,2}|[一二三四五六七八九十零壹贰叁肆伍陆柒捌玖拾]{1,3}|元';
const day = '\\d{1,2}|[一二三四五六七八九十廿卅零壹贰叁肆伍陆柒捌玖拾]{1,4}';
const dated = new RegExp(
  [
    // 2022年5月20日, 二〇二二年五月, 22年5月; OCR reads 〇 as a letter O or 0.
    `(?<cy>(?<![\\dOoIl|])(?:\\d{4}|\\d{2})|[${chinese}OoΟ0]{4}|[${chinese}]{2})年度?(?:(?<cm>${month})月(?:份)?(?:(?<cd>${day})[日号])?)?`,
    // 2022.05.20, 2022/5, 2022-5-20: one separator all through.
    '(?<![\\d.])(?<ny>\\d{4})(?<sep>[./-])(?<nm>\\d{1,2})(?!\\d)(?:\\k<sep>(?<nd>\\d{1,2})(?!\\d))?',
    // 20220520, 202205, 2022.
    '(?<!\\d)(?<py>\\d{4})(?:(?<pm>\\d{2})(?<pd>\\d{2})?)?(?!\\d)',
  ].join('|'),
  'gu',
);
const open = /^(?:[至到]?(?:今|现在|目前|当前|长期)|持续|以来)|^起$/u;
const joint = /^(?:起|开始|开工|始)?[,，]?(?:[-—–−~～─一]{1,3}|至|到|\/)(?:今)?/u;

interface Found {
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

/** The one date of a text; `undefined` when there is none, it is impossible (2 月 30 日), or there are several. */
export function parseDate(raw: string): string | undefined {
  const found = datesIn(squeeze(raw));
  return found?.length === 1 ? found[0]?.date : undefined;
}

/**
 * A span of two dates, the second of which may leave out its year (`2021年3月-12月`) or be 至今 (then `..`).
 * The order is kept as written. `undefined` for a single date.
 */
export function parseSpan(raw: string): string | undefined {
  const text = squeeze(raw);
  const short = shortSpan(text);
  if (short) return short;
  const found = datesIn(text);
  const [first, second] = found ?? [];
  if (!first || (found && found.length > 2)) return undefined;
  const rest = text.slice(first.end);
  if (second) {
    const between = text.slice(first.end, second.start);
    return between !== '' && joint.exec(between)?.[0] === between
      ? `${first.date}/${second.date}`
      : undefined;
  }
  const bare = rest.replace(/^(?:起(?=.)|开始)?[,，]?[-—–~]{0,3}/u, '');
  return open.test(bare) ? `${first.date}/..` : undefined;
}

/** 2021年3月-12月, 2021年3-12月, 2021.3-12, 2021年5月1日-31日. */
function shortSpan(text: string): string | undefined {
  const joined = '(?:[-—–~～至到]{1,2})';
  const months =
    new RegExp(`^(\\d{4})年(\\d{1,2})月?${joined}(\\d{1,2})月(?:份)?$`, 'u').exec(text) ??
    new RegExp(`^(\\d{4})[./](\\d{1,2})${joined}(\\d{1,2})$`, 'u').exec(text);
  if (months) {
    const [, year, from, to] = months;
    return spanOf(make(year, from), make(year, to));
  }
  const days = new RegExp(
    `^(\\d{4})年(\\d{1,2})月(\\d{1,2})日?${joined}(?:(\\d{1,2})月)?(\\d{1,2})日$`,
    'u',
  ).exec(text);
  if (!days) return undefined;
  const [, year, month, from, toMonth, to] = days;
  return spanOf(make(year, month, from), make(year, toMonth ?? month, to));
}

function spanOf(from: string | undefined, to: string | undefined): string | undefined {
  return from && to ? `${from}/${to}` : undefined;
}

/** `undefined` when one of the dates is impossible, which makes the whole text doubtful. */
function datesIn(text: string): Found[] | undefined {
  const found: Found[] = [];
  for (const match of text.matchAll(dated)) {
    const { cy, cm, cd, ny, nm, nd, py, pm, pd } = match.groups ?? {};
    const date = make(cy ?? ny ?? py, cm ?? nm ?? pm, cd ?? nd ?? pd);
    if (!date) return undefined;
    found.push({ date, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

function make(year: string | undefined, month?: string, day?: string): string | undefined {
  const y = year === undefined ? undefined : yearOf(year);
  if (y === undefined || y < 1900 || y > 2099) return undefined;
  if (month === undefined) return String(y);
  const m = smallNumber(month);
  if (m === undefined || m < 1 || m > 12) return undefined;
  const stem = `${y}-${pad(m)}`;
  if (day === undefined) return stem;
  const d = smallNumber(day);
  if (d === undefined || d < 1 || d > daysIn(y, m)) return undefined;
  return `${stem}-${pad(d)}`;
}

function yearOf(written: string): number | undefined {
  const digits = [...written.replace(/[OoΟ]/gu, '0')]
    .map((name) => (/\d/u.test(name) ? name : String(readNumeral(name)?.value ?? '')))
    .join('');
  if (digits.length === 4) return Number(digits);
  if (digits.length !== 2) return undefined;
  const short = Number(digits);
  return short < 50 ? 2000 + short : 1900 + short;
}

function smallNumber(written: string): number | undefined {
  if (written === '元') return 1;
  return readNumeral(written.replace('廿', '二十').replace('卅', '三十'))?.value;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The first day that a partial date can mean. A time of day behind it is cut off. */
export function earliestDay(date: string): string {
  const [year = '', month = '01', day = '01'] = date.slice(0, 10).split('-');
  return `${year}-${month}-${day}`;
}

/** The last day that a partial date can mean. */
export function latestDay(date: string): string {
  const [year = '', month = '12', day] = date.slice(0, 10).split('-');
  return `${year}-${month}-${day ?? pad(daysIn(Number(year), Number(month)))}`;
}

/** Start or end of a span, or the date itself when it is no span; `undefined` for an open end. */
export function edgeOf(span: string, edge: 'start' | 'end'): string | undefined {
  const [start, end = start] = span.split('/');
  const date = edge === 'start' ? start : end;
  return date && date !== '..' ? date : undefined;
}

/** Whether a text is a partial date as `parseDate` gives it. */
export function isPartialDate(text: string): boolean {
  return /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u.test(text);
}

/** Moves a partial date by years; 29 February becomes the 28th where there is none. */
export function addYears(date: string, years: number): string {
  const [year = '', month, day] = date.slice(0, 10).split('-');
  const moved = Number(year) + years;
  if (month === undefined) return String(moved);
  if (day === undefined) return `${moved}-${month}`;
  return `${moved}-${month}-${pad(Math.min(Number(day), daysIn(moved, Number(month))))}`;
}

/** Whether `left` is before `right`: `undefined` when both readings of a partial date are possible. */
export function isBefore(left: string, right: string): boolean | undefined {
  if (latestDay(left) < earliestDay(right)) return true;
  return earliestDay(left) >= latestDay(right) ? false : undefined;
}

/** Whether `left` is after `right`, three-valued as `isBefore`. */
export function isAfter(left: string, right: string): boolean | undefined {
  return isBefore(right, left);
}
