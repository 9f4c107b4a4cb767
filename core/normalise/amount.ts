import { chineseDigit, readDigits, readNumeral } from './numeral.ts';
import { tidy } from './tidy.ts';

/** Units of money and what each is worth in 元. */
export const amountUnits = {
  元: 1,
  千元: 1e3,
  万元: 1e4,
  百万元: 1e6,
  亿元: 1e8,
} as const;

export type AmountUnit = keyof typeof amountUnits;

export interface Amount {
  readonly value: number;
  /** As written; `undefined` where the text names none, so that the form's unit holds. */
  readonly unit: AmountUnit | undefined;
}

const before =
  /^(?:(?:人民币|RMB|CNY|[¥￥]|大约|约为|约|近|超过|超|已达|达|共计|合计|总计|总额|共|计|为|[:：(（]) ?)+/u;
const foreign = /美元|美金|欧元|日元|英镑|港[元币]|卢布|韩元|[$€£]|USD|EUR|JPY|HKD/iu;
const unitAfterDigits = /^ ?[余多]? ?(百万|千万|[十百千万萬亿億]|[wW](?![a-zA-Z]))? ?[余多]? ?([元圆圓块])?/u;
const goesOn = /^ ?[\d零〇一二三四五六七八九]/u;
/** What parts an amount from the same amount in the other writing: 200万元（大写：贰佰万元整）. */
const writings =
  /\(?(?:大写|小写)(?:金额)?\)?:?|(?=[¥￥])|\((?=(?:人民币)?[零壹贰叁肆伍陆柒捌玖拾])|(?<=[元圆整正角分])\((?=\d)/u;
const edges = /^[\s(),;:、]+|[\s(,;:、]+$/gu;
/** 壹仟伍元 may have lost its 零 (1005) or mean 1500: cheque numerals say each place. */
const placeLost = /[佰仟万萬亿億][壹贰貳弍叁叄參弎肆伍陆陸柒捌玖]$/u;
const unitAfterWords = /^ ?[余多]? ?([元圆圓块])?/u;
/** Behind the amount nothing may stand that is another number, unless it says of what the amount consists. */
const loose = /^(?:[^\d]*$|[^\d]{0,3}(?:其中|包括|含))/u;

/**
 * Reads one amount of money in 人民币: digits with any separators and width, 大写, Chinese numerals, 约 and
 * 人民币 before it, negative with a minus, 负 or in brackets; also both writings of one amount, which must
 * agree. `undefined` when there is none, when the text holds more than one (a range), when a numeral is
 * mistaken (壹佰贰佰元), or when the money is foreign.
 */
export function parseAmount(raw: string): Amount | undefined {
  const whole = tidy(raw);
  if (foreign.test(whole)) return undefined;
  const stated = whole
    .split(writings)
    .map((part) => part.replace(edges, ''))
    .filter((part) => part.replace(before, '') !== '' && part !== '人民币');
  if (stated.length < 2) return parseOne(writings.test(whole) ? (stated[0] ?? '') : whole);
  const [first, ...others] = stated.map((part) => parseOne(part.replace(/\)$/u, '')));
  if (!first || others.some((other) => !other || !agree(first, other))) return undefined;
  return first.unit ? first : (others.find((other) => other?.unit) ?? first);
}

/** Behind ¥ the unit is often left out: it is 元 then, or that of the other writing. */
function agree(a: Amount, b: Amount): boolean {
  const yuan = ({ value, unit }: Amount) => Number((value * amountUnits[unit ?? '元']).toPrecision(15));
  return yuan(a) === yuan(b) || ((!a.unit || !b.unit) && a.value === b.value);
}

function parseOne(whole: string): Amount | undefined {
  const bracketed = /^\(([^()]+)\)([元万亿千百]*)$/u.exec(whole);
  const text = bracketed ? `-${bracketed[1]}${bracketed[2]}` : whole;
  const bare = text.replace(before, '');
  const sign = /^(?:[-−–—﹣负] ?)/u.exec(bare);
  const amount = readAmount(sign ? bare.slice(sign[0].length).replace(before, '') : bare);
  if (!amount) return undefined;
  return sign ? { ...amount, value: 0 - amount.value } : amount;
}

/** The amount in the unit asked for; an amount without a unit is taken to be in that unit already. */
export function amountIn(raw: string, unit: string): number | undefined {
  const amount = parseAmount(raw);
  const wanted = worth(unit);
  if (!amount) return undefined;
  if (!amount.unit || wanted === undefined || amount.unit === unit) return amount.value;
  return Number(((amount.value * amountUnits[amount.unit]) / wanted).toPrecision(15));
}

function worth(unit: string): number | undefined {
  return Object.hasOwn(amountUnits, unit) ? amountUnits[unit as AmountUnit] : undefined;
}

function readAmount(text: string): Amount | undefined {
  const digits = readDigits(text);
  if (digits) {
    const rest = text.slice(digits.length);
    const [all, scale, yuan] = unitAfterDigits.exec(rest) ?? [''];
    const unit = !yuan && goesOn.test(rest.slice(all.length)) ? 'mixed' : namedUnit(scale, yuan);
    if (unit !== 'mixed') return ends(rest.slice(all.length)) ? { value: digits.value, unit } : undefined;
  }
  const numeral = readNumeral(text);
  if (!numeral) return undefined;
  if (/^[角分]/u.test(text.slice(numeral.length))) return readCentsOnly(text);
  if (placeLost.test(text.slice(0, numeral.length))) return undefined;
  const rest = text.slice(numeral.length);
  const [all, yuan] = unitAfterWords.exec(rest) ?? [''];
  const scaled = /[万萬亿億]/u.test(text.slice(0, numeral.length));
  if (!yuan) {
    if (!ends(rest.slice(all.length))) return undefined;
    return { value: numeral.value, unit: scaled ? '元' : undefined };
  }
  const { value, length } = readCents(rest.slice(all.length));
  return ends(rest.slice(all.length + length)) ? { value: numeral.value + value, unit: '元' } : undefined;
}

/** `mixed`: the scale goes on (`3千万`, `2亿3千万`) and is read as a numeral. */
function namedUnit(scale: string | undefined, yuan: string | undefined): AmountUnit | 'mixed' | undefined {
  if (!scale) return yuan ? '元' : undefined;
  switch (scale) {
    case '千':
      return yuan ? '千元' : 'mixed';
    case '万':
    case 'w':
    case 'W':
    case '萬':
      return '万元';
    case '百万':
      return '百万元';
    case '亿':
    case '億':
      return '亿元';
    default:
      return 'mixed';
  }
}

/** 伍角叁分 behind 元. */
function readCents(text: string): { value: number; length: number } {
  const match = /^(?:零)?(?:(.)角)?(?:零)?(?:(.)分)?/u.exec(text);
  const tenths = match?.[1] === undefined ? 0 : (chineseDigit(match[1]) ?? 0);
  const cents = match?.[2] === undefined ? 0 : (chineseDigit(match[2]) ?? 0);
  return { value: (tenths * 10 + cents) / 100, length: match?.[0].length ?? 0 };
}

/** 伍角整, 伍角叁分: less than a 元. */
function readCentsOnly(text: string): Amount | undefined {
  const { value, length } = readCents(text);
  return length > 0 && ends(text.slice(length)) ? { value, unit: '元' } : undefined;
}

function ends(rest: string): boolean {
  const [next = ''] = rest;
  // 2OO: a digit read as a letter is not the end of the number.
  if (/[OoIl|ZSB]/u.test(next)) return false;
  if (chineseDigit(next) !== undefined || /[十拾百佰千仟万萬亿億]/u.test(next)) return false;
  return loose.test(rest) && !/^ ?[-~—–－至到] ?[〇一二三四五六七八九十百\d]/u.test(rest);
}
