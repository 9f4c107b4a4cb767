import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutDocument } from './cut-document.ts';
import { type Block, type Document, linesOf } from './document.ts';

const place = { part: 'word/document.xml', path: 'p[1]' };
const paragraph = (...texts: string[]): Block => ({
  kind: 'paragraph',
  lines: texts.map((text) => ({ text, place, readBy: 'word-xml', confidence: 1 })),
});
const table = (...cells: Block[]): Block => ({
  kind: 'table',
  rows: cells.length,
  cols: 1,
  place,
  cells: cells.map((block, row) => ({ row, col: 0, rowSpan: 1, colSpan: 1, place, blocks: [block] })),
});
const document = (body: readonly Block[]): Document => ({
  format: 'docx',
  pages: [],
  body,
  marginalia: [],
  pictures: [],
  problems: [],
});
const textsOf = ({ body }: Document) => [...linesOf(body)].map(({ text }) => text);

test('a document within the limits stays as it is', () => {
  const whole = document([paragraph('甲', '乙'), table(paragraph('丙'))]);
  expect(cutDocument(whole)).toBe(whole);
});

test('of a longer one the beginning is kept, and a problem says so once', () => {
  const whole = document([paragraph('甲乙丙丁', '戊'), paragraph('己')]);
  const cut = cutDocument(whole, { characters: 3, parts: 10, pictures: 0 });
  expect(textsOf(cut)).toEqual(['甲乙丙']);
  expect(cut.problems.map(({ code }) => code)).toEqual(['text-too-long']);
  expect(cutDocument(cut, { characters: 2, parts: 10, pictures: 0 }).problems).toHaveLength(1);
});

test('cells count, empty ones too, and the table ends with its last one', () => {
  const whole = document([table(...Array.from({ length: 50 }, () => paragraph('')))]);
  const cut = cutDocument(whole, { characters: 1000, parts: 20, pictures: 0 });
  expect(cut.body[0]).toMatchObject({ kind: 'table', rows: 10 });
  expect(cut.problems).toHaveLength(1);
});

test('property: what is kept is a beginning of the text, no longer than the limits', () => {
  const text = fc.stringMatching(/^[甲乙丙]{0,6}$/u);
  const block = fc.oneof(
    fc.array(text, { maxLength: 3 }).map((lines) => paragraph(...lines)),
    fc.array(text, { maxLength: 4 }).map((cells) => table(...cells.map((one) => paragraph(one)))),
  );
  fc.assert(
    fc.property(fc.array(block, { maxLength: 6 }), fc.nat(30), fc.nat(10), (body, characters, parts) => {
      const whole = document(body);
      const cut = cutDocument(whole, { characters, parts, pictures: 0 });
      const kept = textsOf(cut).join('\n');
      expect(textsOf(whole).join('\n').startsWith(kept)).toBe(true);
      expect(kept.replaceAll('\n', '').length).toBeLessThanOrEqual(characters);
      expect(cut === whole).toBe(cut.problems.length === 0);
    }),
  );
});
