import { expect, test } from 'vitest';
import type { Place } from './place.ts';
import { type Problem, problemMessage } from './problem.ts';

const cell = (row: number): Place => ({ part: 'word/document.xml', path: `tbl[1]/tr[${row}]/tc[2]/p[1]` });
const odd = (places: readonly Place[]): Problem => ({
  code: 'odd-characters',
  values: { count: 2, sample: 'U+200B' },
  places,
});

test('a sentence names its first places, each once', () => {
  const two = odd([cell(2), cell(2), { page: 3, box: [0, 0, 1, 1] }]);
  expect(problemMessage(two, 'zh')).toMatch(/（位置：表1 行2 格2 段1；第3页）$/u);
  expect(problemMessage(two, 'en')).toMatch(/ \(At: table 1, row 2, cell 2, paragraph 1; page 3\.\)$/u);
  const many = odd([1, 2, 3, 4].map(cell));
  expect(problemMessage(many, 'zh')).toMatch(/行3 格2 段1等）$/u);
  expect(problemMessage(many, 'en')).toMatch(/and more\.\)$/u);
});

test('parts beside the body and boxes are named', () => {
  const header = odd([{ part: 'word/header1.xml', path: 'p[1]' }]);
  expect(problemMessage(header, 'zh')).toContain('页眉 段1');
  const box = odd([{ part: 'word/document.xml', path: 'p[2]/txbx[1]/p[1]' }]);
  expect(problemMessage(box, 'en')).toContain('paragraph 2, text box 1, paragraph 1');
  expect(problemMessage(odd([]), 'zh')).not.toContain('位置');
});
