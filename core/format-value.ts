import type { FieldValue } from './filing.ts';
import type { Text } from './lang.ts';
import { both } from './say.ts';

/** A number with separators and without a unit, which the rule's sentence states: `2,345.6`. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const rounded = Math.abs(value) >= 1 ? Number(value.toFixed(4)) : Number(value.toPrecision(4));
  return rounded.toLocaleString('en-US', { maximumFractionDigits: 12 });
}

/** A partial date: `2022年5月20日` and `2022-05-20`. A time of day is kept. */
export function formatDate(date: string): Text {
  const [day = '', time] = date.split('T');
  const [year = '', month, dom] = day.split('-');
  const zh = `${year}年${month ? `${Number(month)}月` : ''}${dom ? `${Number(dom)}日` : ''}${time ?? ''}`;
  return { zh, en: time ? `${day} ${time}` : day };
}

/** A field's value in one line for a sentence; long texts are cut. */
export function formatValue(value: FieldValue, raw: string): Text {
  if (typeof value === 'number') return both(formatNumber(value));
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) {
    return { zh: value.join('、'), en: value.join(', ') };
  }
  const text = (typeof value === 'string' ? value : raw).replace(/\s+/gu, ' ').trim();
  if (text === '') return { zh: '空白', en: 'blank' };
  const short = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return both(short);
}
