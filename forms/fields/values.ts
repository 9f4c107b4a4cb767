import type { FormField } from '../../calls/schema/form.ts';
import type { FieldValue, StandardCode } from '../../core/filing.ts';
import { amountIn } from '../../core/normalise/amount.ts';
import type { Checked } from '../../core/normalise/code.ts';
import { checkCreditCode } from '../../core/normalise/credit-code.ts';
import { parseDate, parseSpan } from '../../core/normalise/date.ts';
import { mendDocumentNumber } from '../../core/normalise/document-number.ts';
import { checkEmail } from '../../core/normalise/email.ts';
import { readIndustry } from '../../core/normalise/industry.ts';
import { mendDigits } from '../../core/normalise/misread.ts';
import { parseCount, parsePercent } from '../../core/normalise/number.ts';
import { checkOrgCode } from '../../core/normalise/org-code.ts';
import { checkPhone } from '../../core/normalise/phone.ts';
import { findRegion, regionCode } from '../../core/normalise/region.ts';

export interface Valued {
  readonly value: FieldValue;
  /** As written, without the blank's underscores; `''` when nothing is written. */
  readonly raw: string;
  /** False when the text does not have the shape that the field's type asks for. */
  readonly fits: boolean;
  /** Set when misread characters were put right, which a check digit or the format proves. */
  readonly repaired?: { readonly from: string };
  readonly code?: StandardCode;
}

type Typed = FormField | { readonly type: string; readonly unit?: string };

/** Turns what stands in a field's place into its value. What has not the shape of its type is kept as text. */
export function toValue(field: Typed, written: string): Valued {
  const raw = cleanRaw(written);
  const type = field.type === 'years' && 'of' in field ? field.of : field.type;
  const unit = 'unit' in field ? field.unit : undefined;
  if (isBlank(raw, type, unit) || (signs(field) && isWholeDate(raw)))
    return { value: null, raw: '', fits: true };
  const as = (value: FieldValue | undefined): Valued =>
    value === undefined || value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY
      ? { value: joinLines(raw), raw, fits: false }
      : { value, raw, fits: true };
  // What the format proves to be digits is read as digits first: 2022年l2月 would else lose its month.
  const mend = (
    kind: Parameters<typeof mendDigits>[1],
    parse: (text: string) => number | string | undefined,
  ): Valued => {
    const mended = mendDigits(raw, kind);
    const read = mended === undefined ? undefined : as(parse(mended));
    return read?.fits ? { ...read, repaired: { from: joinLines(raw) } } : as(parse(raw));
  };
  // A number that a narrow cell broke over two lines is joined, and left for a person to look at.
  const whole = (read: Valued): Valued =>
    !read.fits && brokenNumber.test(raw)
      ? { ...toValue(field, raw.replace(/\n/gu, '')), raw, fits: false }
      : read;
  switch (type) {
    case 'amount':
      return whole(mend('amount', (text) => amountIn(text, unit || '万元')));
    case 'count':
      return whole(mendPoints(raw, unit) ?? as(parseCount(raw)));
    case 'percent':
      return whole(mend('percent', parsePercent));
    case 'date':
    case 'month':
      return mend('date', (text) => parseDate(withZeros(text)));
    case 'span':
      return mend('date', (text) => parseSpan(withZeros(text)));
    case 'credit-code':
      return checkedValue(checkCreditCode(raw), raw);
    case 'org-code': {
      // Since 2015 many write the unified code in the place of the organisation code.
      const unified = checkCreditCode(raw);
      return checkedValue(unified.valid ? unified : checkOrgCode(raw), raw);
    }
    case 'phone':
    case 'email': {
      const checked = type === 'phone' ? checkPhone(raw) : checkEmail(raw);
      if (checked.repaired) return checkedValue(checked, raw);
      return as(joinLines(raw).replace(/\s+/gu, ''));
    }
    case 'industry':
      return coded(joinLines(raw), raw, industryCode);
    case 'region':
      return coded(joinLines(raw), raw, placeCode);
    case 'section':
    case 'long-text':
      return as(raw);
    default: {
      const line = joinLines(raw).replace(speck, '');
      const mended = mendDocumentNumber(line);
      return mended === undefined ? as(line) : { ...as(mended), repaired: { from: line } };
    }
  }
}

/** A dot apart from the last character is dirt on the paper: `吕静 .` */
const speck = /(?<=[\u4e00-\u9fff])\s+[.·,'`]$/u;

/** 60.647台: things are counted whole, so the point was a comma. */
function mendPoints(raw: string, unit: string | undefined): Valued | undefined {
  if (!wholeWithPoints.test(raw) || /[万亿]/u.test(`${raw}${unit ?? ''}`)) return undefined;
  const value = parseCount(raw.replace(/(?<=\d)[.．](?=\d)/gu, ''));
  return value === undefined ? undefined : { value, raw, fits: true, repaired: { from: joinLines(raw) } };
}

const wholeWithPoints = /^\D*\d{1,3}(?:[.．]\d{3})+\D*$/u;

function checkedValue({ value, valid, repaired }: Checked, raw: string): Valued {
  return { value, raw, fits: valid, ...(repaired ? { repaired: { from: joinLines(raw) } } : {}) };
}

/** The value stays as the applicant wrote it; the standard's code stands beside it where the words tell one. */
function coded(value: string, raw: string, codeOf: (text: string) => StandardCode | undefined): Valued {
  const code = codeOf(value);
  return { value, raw, fits: true, ...(code ? { code } : {}) };
}

function industryCode(text: string): StandardCode | undefined {
  const industry = readIndustry(text);
  return industry && { standard: 'GB/T 4754-2017', code: industry.code, name: industry.name };
}

function placeCode(text: string): StandardCode | undefined {
  const region = findRegion(text);
  const code = region && regionCode(region);
  if (!region || !code) return undefined;
  const { province, city, county } = region;
  const name = [...new Set([province, city ?? '', county ?? ''])].join('');
  return { standard: 'GB/T 2260', code, name };
}

const brokenNumber = /^[\d０-９][\d０-９,，.．]*\n[\d０-９,，.．]*[\d０-９]\D{0,4}$/u;

/** 二〇〇八年 as engines read it: the zeros look like tick boxes, circles and the letter O. */
function withZeros(raw: string): string {
  return raw.replace(/[一二三四五六七八九][一二三四五六七八九〇零○☐□oO0\s]{3,8}(?=年)/gu, (year) =>
    year.replace(/\s+/gu, '').replace(/[○☐□oO0]/gu, '〇'),
  );
}

/** The value of one cell of a repeating row. */
export function columnValue(
  type: string,
  written: string,
): Pick<Valued, 'repaired' | 'fits'> & { readonly value: string | number | null } {
  const { value, repaired, fits } = toValue({ type, unit: '万元' }, written);
  return {
    fits,
    value: typeof value === 'string' || typeof value === 'number' ? value : null,
    ...(repaired ? { repaired } : {}),
  };
}

function cleanRaw(written: string): string {
  const text = written
    .replace(/[_＿￣]+/gu, ' ')
    .replace(/[\u200b-\u200f\ufeff]/gu, '')
    .replace(/^[\s:：)）】〕，,。；;、□☐☑☒■]+/u, '');
  // The box of the option behind it; a regular expression would look ahead from every box.
  let end = text.length;
  while (end > 0 && /[\s□☐☑☒■]/u.test(text[end - 1]!)) end--;
  return text.slice(0, end);
}

/** Nothing is written, or only what the form prints there: dots, brackets, 年月日, the unit. */
function isBlank(raw: string, type: string, unit?: string): boolean {
  if (raw === '') return true;
  if (unit !== undefined && raw.replace(/[\s()（）]+/gu, '') === unit) return true;
  const bare = raw.replace(/[\s.…。、,，;；\-—–()（）/／\\|]+/gu, '');
  if (bare === '' && !/[/／—-]/u.test(raw)) return true;
  if (type === 'date' || type === 'month' || type === 'span') {
    // Many forms print the century: 20__年__月__日.
    return /^[x×年月日至到]*$/iu.test(bare.replace(/20(?:\d\d)?(?=[x×]*年[x×]*月)/giu, ''));
  }
  if (type === 'amount' || type === 'count' || type === 'percent')
    return bare === '' || /^(无|没有|万元|元|亿元|%)$/u.test(bare);
  // The date words of the line below a signature that nobody gave.
  if (bare === '年月日') return true;
  return bare === '' && !/[/／]/u.test(raw);
}

/** Whether the field is signed by hand: what is typed there is often the date of the line below. */
const signs = (field: Typed) =>
  field.type === 'person' ||
  (field.type === 'text' && 'label' in field && /签名|签字|签章/u.test(field.label));

const isWholeDate = (raw: string) =>
  /^(?:20\d\d|[二〇零○一三四五六七八九]{4})年.{1,3}月(?:.{1,3}日)?$|^20\d\d([-./])\d{1,2}\1\d{1,2}$/u.test(
    raw.replace(/\s+/gu, ''),
  );

/** A value that was wrapped over lines, as one line: no space between Chinese characters, letters half width. */
function joinLines(raw: string): string {
  return raw
    .replace(/[０-９Ａ-Ｚａ-ｚ\ufb00-\ufb06]/gu, (char) => char.normalize('NFKC'))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
    .replace(/([\u2e80-\u9fff\uff00-\uffef“”‘’《》])\n/gu, '$1')
    .replace(/\n([\u2e80-\u9fff\uff00-\uffef“”‘’《》])/gu, '$1')
    .replace(/\n/gu, ' ')
    .replace(/([\u4e00-\u9fff])[ \u3000]+(?=[\u4e00-\u9fff])/gu, '$1')
    .trim();
}
