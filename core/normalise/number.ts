import { readNumeral } from './numeral.ts';
import { tidy } from './tidy.ts';

const before =
  /^(?:(?:大约|约为|约|近|超过|超|已达到?|达到?|不低于|不少于|共计|合计|总计|共有|共|计|为|[:：]) ?)+/u;
/** Behind the number nothing may stand that is another number, unless it says of what the number consists. */
const loose = /^(?:[^\d]*$|[^\d]{0,6}(?:其中|包括|含))/u;
const range = /^ ?[^\d ]{0,2} ?[-~—–至到] ?[〇一二三四五六七八九十百\d]/u;

/**
 * Reads one count: `1,234`, `１２３４`, `1.2万`, `三十`, `30余家`, `36人（其中高级职称8人）`. What is counted may
 * stand behind it. `undefined` when there is no number at the beginning, or more than one (a range).
 */
export function parseCount(raw: string): number | undefined {
  const { sign, text } = signOf(tidy(raw).replace(before, ''));
  const numeral = readNumeral(text);
  if (!numeral) return undefined;
  const rest = text.slice(numeral.length);
  if (!loose.test(rest) || range.test(rest) || /^ ?[%‰/]|^[OoIl|ZSB]/u.test(rest)) return undefined;
  return sign * numeral.value;
}

/**
 * Reads a share as percent: `45.3%`, `百分之四十五`, `453‰`, `千分之三`. A bare number counts as percent (a form that prints %),
 * but not one between 0 and 1: `0.453` may mean 0.453 % or 45.3 %, so it is `undefined` for a person to see.
 */
export function parsePercent(raw: string): number | undefined {
  const text = tidy(raw).replace(before, '');
  const spoken = /^(负)?([百千万])分之 ?(负)?/u.exec(text);
  if (spoken) {
    const spelled = text.slice(spoken[0].length);
    const numeral = readSpoken(spelled);
    const rest = spelled.slice(numeral?.length ?? 0);
    if (!numeral || !loose.test(rest) || range.test(rest)) return undefined;
    const value = inPercent(numeral.value, parts[spoken[2] ?? '百'] ?? 100);
    return spoken[1] || spoken[3] ? 0 - value : value;
  }
  const { sign, text: unsigned } = signOf(text);
  const numeral = readNumeral(unsigned);
  if (!numeral) return undefined;
  const rest = unsigned.slice(numeral.length);
  const mark = /^ ?([%‰])/u.exec(rest)?.[1];
  if (mark) {
    const value = inPercent(numeral.value, mark === '‰' ? 1000 : 100);
    return loose.test(rest) && !range.test(rest) ? sign * value : undefined;
  }
  if (rest !== '' || (numeral.value > 0 && numeral.value <= 1)) return undefined;
  return sign * numeral.value;
}

const parts: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10000 };

function inPercent(value: number, of: number): number {
  return of === 100 ? value : Number(((value * 100) / of).toPrecision(15));
}

/** 四十五点三, 45.3, 一百. */
function readSpoken(text: string): { value: number; length: number } | undefined {
  const whole = readNumeral(text) ?? (text.startsWith('百') ? { value: 100, length: 1 } : undefined);
  if (!whole) return undefined;
  const rest = text.slice(whole.length);
  const point = /^点([〇零一二三四五六七八九]+)/u.exec(rest);
  if (!point?.[1]) return whole;
  const tail = [...point[1]].map((digit) => readNumeral(digit)?.value ?? 0).join('');
  return { value: Number(`${whole.value}.${tail}`), length: whole.length + point[0].length };
}

function signOf(text: string): { sign: 1 | -1; text: string } {
  const match = /^[-−–—负] ?/u.exec(text);
  return match ? { sign: -1, text: text.slice(match[0].length) } : { sign: 1, text };
}
