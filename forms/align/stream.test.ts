import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf } from '../../core/document.ts';
import { readHtml } from '../../extractors/html/read-html.ts';
import { documents } from '../arbitrary.ts';
import { foldChar, foldString, originalOf, originalRange, type Stream, streamOf, unitAt } from './stream.ts';

const streamFrom = (html: string) => streamOf(readHtml(html));
const textOf = (stream: Stream) => stream.units.map((unit) => stream.folded.slice(unit.start, unit.end));

test.each([
  ['Ａ１　b_＿*', 'a1b'],
  ['（一）：', '(一):'],
  ['“智造”‘云’', '"智造"\'云\''],
  ['a—b–c−d', 'a-b-c-d'],
  ['联\u200b系\u00ad人\ufeff✔\ufe0f', '联系人✔'],
  ['㈠①㎡', '(一)1m2'],
  ['𠮷田', '𠮷田'],
])('%j folds to %j', (text, expected) => {
  expect(foldString(text)).toBe(expected);
});

test('folding what is folded changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const folded = foldString(text);
      expect(foldString(folded)).toBe(folded);
    }),
    { numRuns: 1000 },
  );
});

test('empty cells are units, and a cell of several paragraphs is one', () => {
  const stream = streamFrom(
    '<p>甲</p><table><tr><td></td><td><p>乙</p><p>丙</p></td><td> _ </td></tr></table><p>丁</p>',
  );
  expect(textOf(stream)).toEqual(['甲', '', '乙丙', '', '丁']);
  expect(stream.units.map((unit) => unit.cell?.cell.col)).toEqual([undefined, 0, 1, 2, undefined]);
});

test('a nested table divides the cell that holds it', () => {
  const stream = streamFrom(
    '<table><tr><td>前<table><tr><td>里</td><td></td></tr></table>后</td><td>旁</td></tr></table>',
  );
  expect(textOf(stream)).toEqual(['前', '里', '', '后', '旁']);
  const [before, inner, , after] = stream.units;
  expect(before?.cell?.cell).toBe(after?.cell?.cell);
  expect(inner?.cell?.table).not.toBe(before?.cell?.table);
});

test('a cell that holds only a table has no text of its own', () => {
  const stream = streamFrom(
    '<table><tr><td><table><tr><td>里</td></tr></table></td><td>旁</td></tr></table>',
  );
  expect(textOf(stream)).toEqual(['里', '旁']);
});

test('headings carry their level', () => {
  const stream = streamFrom('<h2>一、概况</h2><p>正文</p>');
  expect(stream.units.map((unit) => unit.outline)).toEqual([2, undefined]);
});

test('white space inside a range is kept, outside it is not', () => {
  const stream = streamFrom('<p> 项 目　名 称 ：面料 </p>');
  expect(originalOf(stream, 0, 4)).toBe('项 目　名 称');
  expect(originalOf(stream, 4, 4)).toBe('');
});

test('a character outside the basic plane is taken whole', () => {
  const stream = streamFrom('<p>𠮷田</p>');
  expect(originalOf(stream, 0, 2)).toBe('𠮷');
  expect(originalOf(stream, 2, 3)).toBe('田');
});

test('an empty range stands where it is, one behind the end at the end', () => {
  const stream = streamFrom('<p>甲 乙</p><p>丙</p>');
  expect([0, 1, 2, 3, 4].map((at) => originalRange(stream, at, at))).toEqual([
    [0, 0],
    [2, 2],
    [4, 4],
    [5, 5],
    [5, 5],
  ]);
  expect(originalRange(stream, 2, 1)).toEqual([4, 4]);
  expect(originalRange(stream, 0, 2)).toEqual([0, 3]);
});

test('the unit of a position is the one that holds it, empty ones before and behind it aside', () => {
  const cells = ['', '', '甲乙', '', '', '丙', ''].map((text) => `<td>${text}</td>`).join('');
  const stream = streamFrom(`<table><tr>${cells}</tr></table>`);
  expect([0, 1, 2].map((at) => unitAt(stream, at))).toEqual([2, 2, 5]);
});

test.each([
  ['‐―−', '---'],
  ['“”„‟"', '"""""'],
  ["‘’'", "'''"],
  ['\u4dff一鿿ꀀ', '\u4dff一鿿ꀀ'],
  ['⑴ ㎡', '(1)m2'],
  ['…', '...'],
  ['ＡbＣ', 'abc'],
])('signs of one meaning are one: %j', (text, expected) => {
  expect(foldString(text)).toBe(expected);
});

test('units stand in order, cover the text, and hold what unitAt says', () => {
  fc.assert(
    fc.property(documents, (document) => {
      const stream = streamOf(document);
      expect(textOf(stream).join('')).toBe(stream.folded);
      expect(stream.origin).toHaveLength(stream.folded.length + 1);
      const lost = Array.from({ length: stream.folded.length }, (_, at) => at).filter((at) => {
        const unit = stream.units[unitAt(stream, at)]!;
        return at < unit.start || at >= unit.end;
      });
      expect(lost).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('the whole folds to the stream, and any range comes from text that folds back to it', () => {
  fc.assert(
    fc.property(documents, fc.nat(), fc.nat(), (document, a, b) => {
      const stream = streamOf(document);
      const whole = [...linesOf(document.body)].map((line) => foldString(line.text)).join('');
      expect(whole).toBe(stream.folded);
      const length = stream.folded.length;
      const [start, end] = [a % (length + 1), b % (length + 1)].sort((x, y) => x - y) as [number, number];
      const [from, to] = originalRange(stream, start, end);
      expect(from).toBeLessThanOrEqual(to);
      expect(to).toBeLessThanOrEqual(stream.map.text.length);
      const original = originalOf(stream, start, end);
      expect(original).toBe(stream.map.text.slice(from, to));
      const folded = foldString(original);
      expect(folded).toContain(stream.folded.slice(start, end));
      // ㈠ folds to three characters: a range that cuts it comes from the whole of it.
      const spare = [original.slice(0, 2), original.slice(-2)].map((edge) => [...edge].map(foldChar));
      const most = spare.flat().reduce((sum, kept) => sum + Math.max(0, kept.length - 1), 0);
      expect(folded.length - (end - start)).toBeLessThanOrEqual(start === end ? 0 : most);
    }),
    { numRuns: 500 },
  );
});
