import { type AmountUnit, amountUnits } from '../../normalise/amount.ts';
import type { Span } from './clauses.ts';
import type { Hedge } from './hedges.ts';
import { type NumberWithUnit, numbersWithUnits } from './numerals.ts';

/** A number that a passage states of something, with its offsets there. */
export interface Claim extends Span {
  readonly value: number;
  readonly unit: string;
  readonly hedge: Hedge;
}

/** What a passage's other numbers make of a claim instead, with the stretch of the passage that tells them. */
export interface Otherwise extends Span {
  readonly value: number;
}

/** Another number of a passage. */
export interface Beside extends Span {
  /** In 元 or in pieces. */
  readonly value: number;
  /** What is counted: `元`, a counter that stands for all its like, or `''` where the number stands bare. */
  readonly kind: string;
  /** The words of its own stretch before it, from the last number or mark on. */
  readonly ahead: string;
  /** The words behind it up to the next number or mark. */
  readonly behind: string;
}

/** Counters under which one list may count the same thing. */
const alike = [
  '家户所',
  '人名位',
  '个项种款样',
  '台套',
  '条行',
  '次',
  '类',
  '道',
  '张',
  '座',
  '处',
  '件',
  '块',
];
const sizes = ['tb', 'gb', 'pb'];
const units = [...Object.keys(amountUnits), ...alike.flatMap((kind) => [...kind]), ...sizes, '%', ''];

function isMoney(unit: string): unit is AmountUnit {
  return Object.hasOwn(amountUnits, unit);
}

/** What a unit counts; all units of money count 元. */
export function kindOf(unit: string): string {
  if (isMoney(unit)) return '元';
  return alike.find((kind) => kind.includes(unit.charAt(0)) && unit !== '') ?? unit;
}

/** How many 元 or pieces one of a unit is. */
export function sizeOf(unit: string): number {
  return isMoney(unit) ? amountUnits[unit] : 1;
}

const mark = /[,;:。!?()、“”"]/u;

/** All numbers of a squeezed passage from left to right; dates, names and numbers of other things are none. */
export function numbersBeside(passage: string): Beside[] {
  const all = numbersWithUnits(passage, units).filter((one) => !isName(passage, one));
  return all.map((one, at) => {
    const from = all[at - 1]?.end ?? 0;
    const next = all[at + 1]?.start ?? passage.length;
    const before = passage.slice(from, one.start).split(mark);
    const [behind = ''] = passage.slice(one.end, next).split(mark);
    return {
      start: one.start,
      end: one.end,
      value: one.value * sizeOf(one.unit),
      kind: kindOf(one.unit),
      ahead: before.at(-1) ?? '',
      behind,
    };
  });
}

/** A bare number is one only where a mark follows it: 2021年, 一厂, 5g and 附表一( are none. */
function isName(passage: string, { unit, end }: NumberWithUnit): boolean {
  return unit === '' && !/^(?:[、,;。)]|$)/u.test(passage.slice(end));
}

/** How far, as a share of it, a number may be off for its words: 300余 and 近300 are rounded, 300 hardly. */
export function slackOf(hedge: Hedge): number {
  return hedge === 'exact' ? 0.03 : 0.12;
}
