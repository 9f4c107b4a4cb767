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
  expect(held('海纳工业互联网平台', 0.97, lines(0.8)).confidence).toBe(0.7);
});

/** The name on the cover, read so surely, and in other lines. */
const cover = (name: string, sure: number, ...others: readonly (readonly [string, number])[]) =>
  held(name, sure, [
    line(`申报单位：${name}`, sure),
    ...others.map(([text, certainty], i) => ({
      ...line(text, certainty),
      place: { page: i + 2, box: [0, 0, 10, 10] as const },
    })),
  ]);

test('three characters stand in other words, four are a name', () => {
  expect(cover('麟荣厂', 0.97, ['麟策厂', 0.98]).confidence).toBe(0.97);
  expect(cover('麟荣药厂', 0.97, ['麟策药厂', 0.98]).confidence).toBe(0.7);
});

test('from eight characters on two may be misread, in shorter names one', () => {
  const two = (name: string, other: string) => cover(name, 0.97, [other, 0.98]).confidence;
  expect(two('武汉麟荣药业厂', '武汉鳞策药业厂')).toBe(0.97);
  expect(two('武汉麟荣医药业厂', '武汉鳞策医药业厂')).toBe(0.7);
});

test('a name that is longer or shorter is another one', () => {
  expect(cover('武汉麟荣医药有限公司', 0.97, ['武汉荣医药有限公司', 0.98]).confidence).toBe(0.97);
  expect(cover('武汉麟荣医药有限公司', 0.97, ['武汉麟华荣医药有限公司', 0.98]).confidence).toBe(0.97);
});

test('a name that is read alike twice is not disputed by one that differs', () => {
  const field = cover(
    '武汉麟荣医药有限公司',
    0.97,
    ['武汉麟荣医药有限公司', 0.97],
    ['武汉麟策医药有限公司', 0.99],
  );
  expect(field.confidence).toBe(0.97);
});

test('a value that is not in the text as it stands is left alone', () => {
  const field = held('武汉麟荣医药有限公司', 0.97, [
    line('武汉麟策医药有限公司', 0.98),
    line('武汉麟策医药有限公司', 0.98),
  ]);
  expect(field).toMatchObject({ value: '武汉麟荣医药有限公司', confidence: 0.97 });
});

test('two other readings that differ from one another prove nothing', () => {
  const others = ['策', '策', '莱'].map((char) => [`武汉麟${char}医药有限公司`, 0.99] as const);
  for (const some of [others.slice(1), others]) {
    const field = cover('武汉麟荣医药有限公司', 0.8, ...some);
    expect(field).toMatchObject({ value: '武汉麟荣医药有限公司', confidence: 0.7 });
  }
});

test('both other places must be surer of the character, not one, and not as sure', () => {
  const others = (first: number, second: number) =>
    cover('武汉麟荣医药有限公司', 0.9, ['武汉麟策医药有限公司', first], ['武汉麟策医药有限公司', second])
      .value;
  expect(others(0.95, 0.95)).toBe('武汉麟策医药有限公司');
  expect(others(0.95, 0.85)).toBe('武汉麟荣医药有限公司');
  expect(others(0.9, 0.95)).toBe('武汉麟荣医药有限公司');
});

test('how sure the differing character is decides, not the characters beside it', () => {
  const field = held('武汉麟荣医药有限公司', 0.8, [
    line('申报单位：武汉麟荣医药有限公司', 0.99, { 武: 0.5 }),
    line('单位名称 武汉麟策医药有限公司', 0.95),
    line('武汉麟策医药有限公司成立于2002年', 0.95),
  ]);
  expect(field.value).toBe('武汉麟荣医药有限公司');
});

test('a value put right keeps what was read, has no spaces of print, and its places are the evidence', () => {
  const field = cover(
    '武汉麟荣医药有限公司',
    0.8,
    ['武汉  麟策 医药有限公司', 0.99],
    ['由武汉麟策医药有限公司承担', 0.99],
  );
  expect(field).toMatchObject({ value: '武汉麟策医药有限公司', confidence: 0.85 });
  expect(field.repaired?.by).toMatchObject([{ page: 2 }, { page: 3 }]);
});

test('a tick box in a name is a character that was not known', () => {
  for (const box of ['☐', '☑'])
    expect(cover(`武汉麟${box}医药有限公司`, 0.8, ['武汉麟策医药有限公司', 0.98]).confidence).toBe(0.7);
  expect(cover('武汉麟A医药有限公司', 0.8, ['武汉麟策医药有限公司', 0.98]).confidence).toBe(0.8);
});

test('places that read the same make nothing surer than the place itself allows', () => {
  const twice = (confidence: number, first: number, second: number, third?: number) =>
    held(
      '武汉麟策医药有限公司',
      confidence,
      [first, second, ...(third === undefined ? [] : [third])].map((sure) =>
        line('申报单位：武汉麟策医药有限公司', sure),
      ),
    ).confidence;
  expect(twice(0.86, 0.86, 0.85)).toBe(0.92);
  // The characters were legible; what lowered it was the place.
  expect(twice(0.5, 0.86, 0.85)).toBe(0.5);
  expect(twice(0.9, 0.86, 0.85)).toBe(0.9);
  expect(twice(0.8, 0.86, 0.86)).toBe(0.92);
  expect(twice(0.79, 0.86, 0.86)).toBe(0.79);
  expect(twice(0.95, 0.95, 0.95)).toBe(0.95);
  // The two best of three count, in whatever order they stand.
  expect(twice(0.86, 0.6, 0.86, 0.85)).toBe(0.92);
  expect(twice(0.86, 0.86, 0.8)).toBe(0.92);
});

test('only names, titles and codes that hold a value are held against other places', () => {
  const lines = [line('申报单位：武汉麟荣医药有限公司', 0.97), line('武汉麟策医药有限公司', 0.98)];
  const stream = streamOf({ body: lines.map((one) => ({ kind: 'paragraph', lines: [one] })) });
  const base: Field = {
    key: 'company',
    label: '申报单位',
    value: '武汉麟荣医药有限公司',
    raw: '武汉麟荣医药有限公司',
    state: 'filled',
    confidence: 0.97,
    where: [],
  };
  const confidence = (field: Field, type: string = 'text') => {
    const fields = [{ ...form.fields[0]!, type } as (typeof form.fields)[number]];
    return heldAgainstOthers(new Map([['company', field]]), fields, stream).get('company')?.confidence;
  };
  expect(['text', 'person', 'credit-code', 'org-code'].map((type) => confidence(base, type))).toEqual(
    Array(4).fill(0.7),
  );
  expect(['long-text', 'section', 'date', 'region'].map((type) => confidence(base, type))).toEqual(
    Array(4).fill(0.97),
  );
  expect(confidence({ ...base, state: 'unreadable' })).toBe(0.97);
  expect(confidence({ ...base, value: ['武汉麟荣医药有限公司'] })).toBe(0.97);
  expect(heldAgainstOthers(new Map(), form.fields, stream).size).toBe(0);
});
