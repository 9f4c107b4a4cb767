import { parseChineseNumeral } from './number.ts';

/** A date as far as it is written: `2022-05-20`, `2022-05` or `2022`; `undefined` when it is none. */
export function parseDate(raw: string): string | undefined {
  const text = arabic(raw);
  const compact = /^(\d{4})(\d{2})(\d{2})$/u.exec(text);
  const found = compact ?? /^(\d{4}|\d{2})(?:年|[-./])?(?:(\d{1,2})(?:月|[-./])?(?:(\d{1,2})日?)?)?/u.exec(text);
  if (!found) return undefined;
  const [, y = '', m, d] = found;
  const year = y.length === 2 ? `20${y}` : y;
  if (Number(year) < 1900 || Number(year) > 2100) return undefined;
  if (m === undefined) return year;
  if (Number(m) < 1 || Number(m) > 12) return undefined;
  const month = `${year}-${m.padStart(2, '0')}`;
  if (d === undefined) return month;
  const lastDay = new Date(Date.UTC(Number(year), Number(m), 0)).getUTCDate();
  return Number(d) >= 1 && Number(d) <= lastDay ? `${month}-${d.padStart(2, '0')}` : undefined;
}

/** A span `start/end` of two partial dates; `start/..` while it goes on (至今). */
export function parseSpan(raw: string): string | undefined {
  const text = arabic(raw);
  const parts = text.split(/(?:--|—+|–|~|～|至|到)/u).filter((part) => part !== '');
  const [first, second] = parts.length >= 2 ? parts : splitByHyphen(text);
  const start = first === undefined ? undefined : parseDate(first);
  if (start === undefined || second === undefined) return undefined;
  if (/今|现在|目前/u.test(second)) return `${start}/..`;
  const end = parseDate(/^\d{1,2}月/u.test(second) ? `${start.slice(0, 4)}年${second}` : second);
  return end === undefined ? undefined : `${start}/${end}`;
}

function splitByHyphen(text: string): [string, string] | [] {
  const found = /^(\d{4}(?:年\d{1,2}月?(?:\d{1,2}日?)?|[./]\d{1,2}(?:[./]\d{1,2})?)?)-(\d{4}.*|\d{1,2}月.*|今.*)$/u.exec(text);
  return found ? [found[1]!, found[2]!] : [];
}

/** Folds width, drops space, and turns 二〇二二年五月二十日 into digits. */
function arabic(raw: string): string {
  return raw
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/[〇零一二三四五六七八九十]+(?=[年月日])/gu, (word) => String(parseChineseNumeral(word) ?? word));
}

/** The first and the last day that a partial date may mean. */
export function daysOf(date: string): { first: string; last: string } {
  const [y = '', m, d] = date.split('-');
  if (d !== undefined) return { first: date, last: date };
  const lastMonth = m ?? '12';
  const lastDay = new Date(Date.UTC(Number(y), Number(lastMonth), 0)).getUTCDate();
  return { first: `${y}-${m ?? '01'}-01`, last: `${y}-${lastMonth}-${String(lastDay).padStart(2, '0')}` };
}
