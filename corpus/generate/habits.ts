import type { FormField } from '../../calls/schema/index.ts';
import type { Random } from './random.ts';

/** How one applicant writes numbers and dates, all through the filing. */
export interface Habits {
  readonly number: 'plain' | 'commas' | 'decimals' | 'full-width' | 'with-unit';
  readonly date: '年月日' | 'dots' | 'hyphens' | 'slashes' | 'numerals';
  readonly span: '-' | '至' | '—' | '~';
}

export function randomHabits(random: Random): Habits {
  return {
    number: random.pick(['plain', 'plain', 'commas', 'commas', 'decimals', 'full-width', 'with-unit']),
    date: random.pick(['年月日', '年月日', '年月日', 'dots', 'hyphens', 'slashes', 'numerals']),
    span: random.pick(['-', '至', '—', '~']),
  };
}

/** A whole number as this applicant writes it; only amounts may bear a unit or decimals. */
export function writeNumber(
  value: number,
  type: 'amount' | 'count' | 'percent',
  unit: string | undefined,
  habits: Habits,
): string {
  const commas = value.toLocaleString('en-US');
  if (habits.number === 'full-width') return fullWidth(String(value));
  if (type === 'percent') return String(value);
  if (habits.number === 'commas') return commas;
  if (type === 'amount' && habits.number === 'decimals') return `${commas}.00`;
  if (type === 'amount' && habits.number === 'with-unit' && unit) return `${value}${unit}`;
  return String(value);
}

/** A date of known parts, or a span `<date>/<date>`, as this applicant writes it. */
export function writeTime(iso: string, habits: Habits): string {
  return iso
    .split('/')
    .map((date) => writeDate(date.split('-').map(Number), habits.date))
    .join(habits.date === 'hyphens' && habits.span === '-' ? '至' : habits.span);
}

function writeDate(parts: readonly number[], style: Habits['date']): string {
  const [year = 0, month, day] = parts;
  const separator = { dots: '.', hyphens: '-', slashes: '/' }[style as string];
  if (separator !== undefined && month !== undefined) {
    return [String(year), ...parts.slice(1).map((part) => String(part).padStart(2, '0'))].join(separator);
  }
  const numerals = style === 'numerals';
  const digits = (n: number) =>
    numerals ? [...String(n)].map((d) => '〇一二三四五六七八九'[Number(d)]).join('') : String(n);
  const small = (n: number) => (numerals ? chineseBelow100(n) : String(n));
  return [
    `${digits(year)}年`,
    month === undefined ? '' : `${small(month)}月`,
    day === undefined ? '' : `${small(day)}日`,
  ].join('');
}

function chineseBelow100(n: number): string {
  const digit = (d: number) => '零一二三四五六七八九'[d]!;
  if (n < 10) return digit(n);
  const tens = Math.floor(n / 10);
  return `${tens === 1 ? '' : digit(tens)}十${n % 10 === 0 ? '' : digit(n % 10)}`;
}

function fullWidth(digits: string): string {
  return digits.replace(/\d/gu, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
}

export const isTime = (type: FormField['type']) => type === 'date' || type === 'month' || type === 'span';

/** `2019年8月-2021年10月` as the truth states it; profiles write dates in this one way. */
export function isoOf(text: string): string {
  const dates = [...text.matchAll(/(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?/gu)];
  return dates
    .map(([, y, m, d]) => [y, m?.padStart(2, '0'), d?.padStart(2, '0')].filter(Boolean).join('-'))
    .join('/');
}
