import { expect, test } from 'vitest';
import { formSchema } from '../../calls/schema/form.ts';
import type { Line } from '../../core/document.ts';
import type { Field } from '../../core/filing.ts';
import { streamOf } from '../align/stream.ts';
import { heldAgainstOthers } from './other-places.ts';

const form = formSchema.parse({
  title: '试验申报书',
  fields: [{ key: 'company', label: '申报单位', en: 'Company', type: 'text', role: 'applicant' }],
});

const line = (text: string, sure: number, doubtful: Record<string, number> = {}): Line => ({
  text,
  place: { page: 1, box: [0, 0, 10, 10] },
  readBy: 'ocr',
  confidence: sure,
  certainty: [...text].map((char) => doubtful[char] ?? sure),
});

function held(value: string, confidence: number, lines: readonly Line[]): Field {
  const field: Field = {
    key: 'company',
    label: '申报单位',
    value,
    raw: value,
    state: 'filled',
    confidence,
    where: [],
  };
  const stream = streamOf({ body: lines.map((one) => ({ kind: 'paragraph', lines: [one] })) });
  return heldAgainstOthers(new Map([['company', field]]), form.fields, stream).get('company')!;
}

test('another reading that differs by a character takes the certainty away', () => {
  const field = held('武汉麟荣医药有限公司', 0.97, [
    line('申报单位：武汉麟荣医药有限公司', 0.97),
    line('单位名称 武汉麟策医药有限公司', 0.98),
  ]);
  expect(field).toMatchObject({ value: '武汉麟荣医药有限公司', confidence: 0.7 });
  expect(field.repaired).toBeUndefined();
});

test('two other places that are surer of the character put it right, and are the evidence', () => {
  const field = held('武汉麟荣医药有限公司', 0.8, [
    line('申报单位：武汉麟荣医药有限公司', 0.99, { 荣: 0.8 }),
    line('单位名称 武汉麟策医药有限公司', 0.99),
    line('武汉麟策医药有限公司成立于2002年', 0.99),
  ]);
  expect(field).toMatchObject({ value: '武汉麟策医药有限公司', repaired: { from: '武汉麟荣医药有限公司' } });
  expect(field.repaired?.by).toHaveLength(2);
  expect(field.confidence).toBeLessThan(0.9);
});

test('two other places that are no surer prove nothing', () => {
  const field = held('武汉麟荣医药有限公司', 0.97, [
    line('申报单位：武汉麟荣医药有限公司', 0.99),
    line('单位名称 武汉麟策医药有限公司', 0.9),
    line('武汉麟策医药有限公司成立于2002年', 0.9),
  ]);
  expect(field).toMatchObject({ value: '武汉麟荣医药有限公司', confidence: 0.7 });
});

test('an unknown character is filled from two other places', () => {
  const field = held('武汉麟\ufffd医药有限公司', 0.45, [
    line('申报单位：武汉麟\ufffd医药有限公司', 0.99, { '\ufffd': 0.45 }),
    line('单位名称 武汉麟策医药有限公司', 0.99),
    line('武汉麟策医药有限公司成立于2002年', 0.99),
  ]);
  expect(field.value).toBe('武汉麟策医药有限公司');
});

test('names that differ by a numeral are of two things', () => {
  const field = held('华兴第一机械有限公司', 0.97, [
    line('申报单位：华兴第一机械有限公司', 0.97),
    line('合作单位：华兴第二机械有限公司', 0.98),
  ]);
  expect(field.confidence).toBe(0.97);
});

test('two places that read the same make it surer, none that was read badly', () => {
  const twice = (second: number) =>
    held('武汉麟策医药有限公司', 0.86, [
      line('申报单位：武汉麟策医药有限公司', 0.86),
      line('单位名称 武汉麟策医药有限公司', second),
    ]).confidence;
  expect(twice(0.85)).toBe(0.92);
  expect(twice(0.7)).toBe(0.86);
});

test('typed text is what it is', () => {
  const field = held('武汉麟荣医药有限公司', 0.998, [
    line('申报单位：武汉麟荣医药有限公司', 1),
    line('单位名称 武汉麟策医药有限公司', 1),
  ]);
  expect(field.confidence).toBe(0.998);
});

test('a name that shares all but two sure characters is another name', () => {
  const lines = (sure: number) => [
    line('平台名称：海纳工业互联网平台', 0.99),
    line('案例名称：基于工业互联网平台的质量管理', 0.99, { 基: sure }),
  ];
  expect(held('海纳工业互联网平台', 0.97, lines(0.99)).confidence).toBe(0.97);
  expect(held('海纳工业互联网平台', 0.97, lines(0.8)).confidence).toBe(0.97);
  const unsure = [
    line('平台名称：海纳工业互联网平台', 0.99),
    line('基于工业互联网平台', 0.99, { 基: 0.8, 于: 0.8 }),
  ];
  expect(held('海纳工业互联网平台', 0.97, unsure).confidence).toBe(0.7);
});
