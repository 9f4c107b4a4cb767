import { readDigits, readNumeral } from '../../normalise/numeral.ts';
import type { Span } from './clauses.ts';
import { boundsOf, type Hedge, hedgeOf } from './hedges.ts';

/** A number with its unit in a squeezed sentence. */
export interface NumberWithUnit extends Span {
  readonly value: number;
  readonly unit: string;
  readonly hedge: Hedge;
  readonly least: number;
  readonly most: number;
}

const scales: Readonly<Record<string, number>> = {
  百: 100,
  千: 1000,
  万: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
};

/** 数百, 上千, 几十万: between so many and so many. */
const vague =
  /^(?:(?:数|几|上|好几|成)([十百千万亿])(万|亿)?|([十百千万])([余来几多])(万|亿)?|(十)几(万|亿)?)/u;
const sizes: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1e3, 万: 1e4, 亿: 1e8 };

const begin = /(?<![\d.第])(?:\d|[零〇一二两三四五六七八九十百千数几上好成])/gu;

/** The numbers that one of the units follows, from left to right. */
export function numbersWithUnits(text: string, units: readonly string[]): NumberWithUnit[] {
  const names = units.toSorted((a, b) => b.length - a.length);
  const hits: NumberWithUnit[] = [];
  let after = 0;
  for (const { index } of text.matchAll(begin)) {
    if (index < after) continue;
    const hit = spoken(text, index, names) ?? vagueAt(text, index, names) ?? numberAt(text, index, names);
    if (!hit) continue;
    hits.push(hit);
    after = hit.end;
  }
  return hits;
}

/** `1200台`, `1.2万余台`, `100多万台`, `三千余台`: the number, a vague word, perhaps a scale, then the unit. */
function numberAt(text: string, at: number, names: readonly string[]): NumberWithUnit | undefined {
  const rest = text.slice(at);
  for (const numeral of [readDigits(rest), readNumeral(rest)]) {
    if (!numeral) continue;
    const tail = rest.slice(numeral.length);
    const scaled = /^[余多来]?(?:(百万|千万|百|千|万|亿)[余多来]?)?/u.exec(tail);
    const variants = [
      { length: numeral.length + (scaled?.[0].length ?? 0), factor: scales[scaled?.[1] ?? ''] ?? 1 },
      { length: numeral.length + (/^[余多来]?/u.exec(tail)?.[0].length ?? 0), factor: 1 },
    ];
    for (const { length, factor } of variants) {
      const unit = names.find((name) => rest.startsWith(name, length));
      if (unit === undefined) continue;
      const value = Number((numeral.value * factor).toPrecision(15));
      return withBounds(text, at, length, unit, value);
    }
  }
  return undefined;
}

/** 百分之七, 三成, 七成五: shares in words. */
function spoken(text: string, at: number, names: readonly string[]): NumberWithUnit | undefined {
  if (!names.includes('%')) return undefined;
  const rest = text.slice(at);
  if (rest.startsWith('百分之')) {
    const numeral = readNumeral(rest.slice(3));
    if (!numeral) return undefined;
    return withBounds(text, at, 3 + numeral.length, '', numeral.value, '%');
  }
  const tenths = /^([一二三四五六七八九])成(?!立|为|果|员|熟|功|效|本|套|品|都)([一二三四五六七八九])?/u.exec(
    rest,
  );
  if (!tenths) return undefined;
  const [whole, first = '', second] = tenths;
  const digit = (name: string) => readNumeral(name)?.value ?? 0;
  const value = digit(first) * 10 + (second ? digit(second) : 0);
  return withBounds(text, at, whole.length, '', value, '%');
}

function vagueAt(text: string, at: number, names: readonly string[]): NumberWithUnit | undefined {
  const rest = text.slice(at);
  const match = vague.exec(rest);
  if (!match) return undefined;
  const unit = names.find((name) => rest.startsWith(name, match[0].length));
  if (unit === undefined) return undefined;
  const scale = sizes[match[2] ?? match[5] ?? match[7] ?? ''] ?? 1;
  const size = (sizes[match[1] ?? match[3] ?? match[6] ?? ''] ?? 1) * scale;
  const rough = match[1] !== undefined && !match[0].startsWith('上') && !match[0].startsWith('成');
  const [least, most] = rough ? [2 * size, 9.99 * size] : [size, 2 * size];
  return {
    start: at,
    end: at + match[0].length + unit.length,
    value: least,
    unit,
    hedge: 'above',
    least,
    most,
  };
}

function withBounds(
  text: string,
  at: number,
  length: number,
  suffix: string,
  value: number,
  unit = suffix,
): NumberWithUnit {
  const end = at + length + suffix.length;
  const hedge = hedgeOf(text.slice(Math.max(0, at - 24), at), text.slice(at, end), text.slice(end, end + 3));
  return { start: at, end, value, unit, hedge, ...boundsOf(value, hedge) };
}

/** A number behind a label whose unit stands in brackets or not at all: `部署企业数量（家）：12`, `订阅用户数：3,517`. */
export function numberOfLabel(
  text: string,
  from: number,
  units: readonly string[],
): NumberWithUnit | undefined {
  const rest = text.slice(from);
  const label = /^[^,;。:：\d]{0,8}?(?:\((百万|千万|百|千|万|亿)?([^()\d]{1,6})\))?[:：]/u.exec(rest);
  if (!label) return undefined;
  const [head, scale = '', unit] = label;
  // The cue ended inside the bracket that holds the unit.
  if (/^[^(]*\)/u.test(head)) return undefined;
  if (unit !== undefined && !units.some((name) => unit.includes(name) || `${scale}${unit}` === name))
    return undefined;
  const whole = units.find((name) => name === `${scale}${unit ?? ''}`);
  const at = from + head.length;
  const numeral = readDigits(text.slice(at)) ?? readNumeral(text.slice(at));
  if (!numeral || /^(?:[\d%年月日号位万亿.]|[,:]\d)/u.test(text.slice(at + numeral.length))) return undefined;
  // 5G场景:1柔性制造2远控: the numbers only count the items of a list.
  const behind = text.slice(at + numeral.length);
  if (
    unit === undefined &&
    /^[\u4e00-\u9fff]/u.test(behind) &&
    !units.some((name) => behind.startsWith(name))
  )
    return undefined;
  const value = whole === undefined ? numeral.value * (scales[scale] ?? 1) : numeral.value;
  return {
    start: at,
    end: at + numeral.length,
    value,
    unit: whole ?? units.find((name) => unit?.includes(name)) ?? units[0] ?? '',
    hedge: 'exact',
    least: value,
    most: value,
  };
}
