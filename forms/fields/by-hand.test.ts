import { expect, test } from 'vitest';
import type { Document, Line } from '../../core/document.ts';
import type { Field } from '../../core/filing.ts';
import { doubtHandwriting } from './by-hand.ts';

const line = (text: string, top: number, byHand = false, left = 200): Line => ({
  text,
  place: { page: 1, box: [left, top, left + 100, top + 12] },
  readBy: 'ocr',
  confidence: 0.99,
  ...(byHand ? { byHand: true } : {}),
});

const documentOf = (...lines: Line[]): Document => ({
  format: 'jpeg',
  pages: [{ number: 1, width: 595, height: 842, readBy: 'ocr' }],
  body: lines.map((one) => ({ kind: 'paragraph', lines: [one] })),
  asides: [],
  pictures: [],
  problems: [],
});

const fieldAt = (...boxes: [number, number, number, number][]): Field => ({
  key: 'applicant',
  label: '申报单位',
  value: '甲公司',
  raw: '甲公司',
  state: 'filled',
  confidence: 0.99,
  where: boxes.map((box) => ({ page: 1, box })),
});

const read = (field: Field, ...lines: Line[]) =>
  doubtHandwriting(new Map([[field.key, field]]), documentOf(...lines)).get(field.key);

test('a value written by hand says so and is not sure', () => {
  const field = fieldAt([200, 100, 300, 112]);
  expect(read(field, line('申报单位', 100, false, 80), line('甲公司', 100, true))).toMatchObject({
    byHand: true,
    confidence: 0.5,
    value: '甲公司',
  });
  expect(read({ ...field, confidence: 0.3 }, line('甲公司', 100, true))?.confidence).toBe(0.3);
});

test('print beside handwriting stays as it was read', () => {
  const field = fieldAt([200, 100, 300, 112]);
  expect(read(field, line('甲公司', 100), line('乙', 130, true))).toEqual(field);
  expect(read({ ...field, state: 'blank', value: null }, line('甲公司', 100, true))?.byHand).toBeUndefined();
});

test('a word by hand makes no long text a written one', () => {
  const field = fieldAt([200, 100, 300, 112], [200, 114, 300, 126]);
  const long = line('由本公司自行研制并已在三个车间投入使用', 100);
  expect(read(field, long, line('属实', 114, true))?.byHand).toBeUndefined();
});
