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
  marginalia: [],
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

test('a quarter of the characters by hand makes a value a written one', () => {
  const field = fieldAt([200, 100, 300, 112], [200, 114, 300, 126]);
  const written = line('甲', 114, true);
  expect(read(field, line('乙丙丁', 100), written)?.byHand).toBe(true);
  expect(read(field, line('乙丙丁戊', 100), written)?.byHand).toBeUndefined();
});

test('a value of which nothing stands in a line is as it was read', () => {
  expect(read(fieldAt(), line('甲公司', 100, true))).toEqual(fieldAt());
  const empty = fieldAt([200, 100, 300, 112]);
  expect(read(empty, line('', 100), line('乙', 130, true))).toEqual(empty);
});

test('a line is of a value where they share a third of the smaller one, on one page of one picture', () => {
  const written = line('甲公司', 100, true);
  const at = (left: number, top: number, right: number, bottom: number) =>
    read(fieldAt([left, top, right, bottom]), written)?.byHand ?? false;
  expect(at(200, 100, 300, 112)).toBe(true);
  // The word alone, in a line that goes on.
  expect(at(210, 102, 230, 110)).toBe(true);
  expect([at(200, 108, 300, 120), at(200, 109, 300, 121)]).toEqual([true, false]);
  expect([at(266, 100, 366, 112), at(268, 100, 368, 112)]).toEqual([true, false]);
  // Beside it, below it, and where both are apart.
  expect([at(300, 100, 400, 112), at(200, 112, 300, 124), at(310, 130, 410, 142)]).toEqual([
    false,
    false,
    false,
  ]);
  const elsewhere = (where: Field['where'][number]) =>
    read({ ...fieldAt(), where: [where] }, written)?.byHand ?? false;
  const box = [200, 100, 300, 112] as const;
  expect(elsewhere({ page: 1, box })).toBe(true);
  expect(elsewhere({ page: 2, box })).toBe(false);
  expect(elsewhere({ page: 1, box, file: 'page2.jpg' })).toBe(false);
  expect(elsewhere({ part: 'document', path: 'p[1]' })).toBe(false);
});

test('a line of a document without pages is of no value of a page', () => {
  const written: Line = { ...line('甲公司', 100, true), place: { part: 'document', path: 'p[1]' } };
  expect(read(fieldAt([200, 100, 300, 112]), written)?.byHand).toBeUndefined();
});
