import { describe, expect, it, test } from 'vitest';
import { readHtml } from '../../extractors/html/read-html.ts';
import { streamOf } from '../align/stream.ts';
import { inFormUnit, isForeign, statedUnit } from './stated-unit.ts';

/** The unit that labels state for the place of 777. */
function placeIn(html: string) {
  const stream = streamOf(readHtml(html));
  const start = stream.folded.indexOf('777');
  return { stream, place: { start, end: start + 3 } };
}
const unitOf = (html: string) => {
  const { stream, place } = placeIn(html);
  return statedUnit(stream, place);
};
const table = (...rows: string[]) => `<table>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`;
const cells = (...texts: string[]) => texts.map((text) => `<td>${text}</td>`).join('');

describe('the unit that the applicant states', () => {
  it.each([
    ['总资产（亿元）：777', '亿元'],
    ['总资产（单位：千元）777', '千元'],
    ['总资产（人民币百万元）777', '百万元'],
    ['总资产（人民币元）777', '元'],
    ['总资产（万元）（亿元）：777', '亿元'],
    ['总资产亿元：777', undefined],
    ['总资产（亿）：777', undefined],
    // What stands behind the number is of the next one.
    ['总资产：777 利润（亿元）', undefined],
  ])('in its line: %s', (line, unit) => {
    expect(unitOf(`<p>投资（千元）</p><p>${line}</p>`)).toBe(unit);
  });

  it('stands before it in its cell, else in the next label to its left, else in the one above', () => {
    const left = '总资产（亿元）';
    expect(unitOf(table(cells(left, '（千元）777')))).toBe('千元');
    expect(unitOf(table(cells(left, '777')))).toBe('亿元');
    expect(unitOf(table(cells('年份', '产值（千元）'), cells('2020年', '777')))).toBe('千元');
    expect(unitOf(table(cells('年份', '产值（千元）'), cells('甲（亿元）', '777')))).toBe('亿元');
  });

  it('is that of the nearest label: other values of the row are passed over, other labels are not', () => {
    expect(unitOf(table(cells('甲（千元）', '乙（亿元）', '777')))).toBe('亿元');
    expect(unitOf(table(cells('乙（亿元）', '1,200', '-3.5%', '', '777')))).toBe('亿元');
    expect(unitOf(table(cells('甲（千元）', '乙', '777')))).toBeUndefined();
    expect(
      unitOf(table(cells('甲（千元）'), cells('1'), cells('乙（亿元）'), cells('-2.5'), cells('777'))),
    ).toBe('亿元');
    expect(unitOf(table(cells('甲（千元）'), cells('乙'), cells('777')))).toBeUndefined();
  });

  it('is none of a label to the right, below, in another column, row or table', () => {
    expect(unitOf(table(cells('甲', '777', '乙（亿元）')))).toBeUndefined();
    expect(unitOf(table(cells('甲', '777'), cells('乙', '（亿元）')))).toBeUndefined();
    expect(unitOf(table(cells('（亿元）', '甲', '（千元）'), cells('乙', '777', '丙')))).toBeUndefined();
    expect(unitOf(table(cells('（亿元）', '甲'), cells('乙', '777')))).toBeUndefined();
    expect(unitOf(table(cells('甲（亿元）', '1')) + table(cells('甲', '777')))).toBeUndefined();
  });

  it('comes from a label that covers several rows, or several columns of its value', () => {
    expect(unitOf(table(`<td rowspan="2">甲（亿元）</td>${cells('1')}`, cells('777')))).toBe('亿元');
    expect(unitOf(table(cells('', '甲（亿元）', ''), `<td></td><td colspan="2">777</td>`))).toBe('亿元');
    expect(unitOf(table(`<td colspan="2">甲（亿元）</td>`, `<td colspan="2">777</td>`))).toBe('亿元');
  });

  it('is none of a head over more than its column: it is another value’s own label', () => {
    expect(unitOf(table(`<td colspan="2">甲（亿元）</td>`, cells('777', '8')))).toBeUndefined();
    expect(unitOf(table(`<td colspan="2">甲（亿元）</td>`, cells('8', '777')))).toBeUndefined();
  });

  it('of an empty place is none: nothing is to be converted', () => {
    const { stream, place } = placeIn('<p>总资产（亿元）：777</p>');
    expect(statedUnit(stream, { start: place.start, end: place.start })).toBeUndefined();
  });
});

test('another currency is told in the amount or in its labels', () => {
  const foreign = (html: string, raw = '777') => {
    const { stream, place } = placeIn(html);
    return isForeign(stream, place, raw);
  };
  expect(foreign('<p>总资产：777</p>', '777万美元')).toBe(true);
  expect(foreign('<p>总资产（万美元）：777</p>')).toBe(true);
  expect(foreign(table(cells('总资产（USD）', '777')))).toBe(true);
  expect(foreign('<p>总资产（万元）：777</p>')).toBe(false);
  expect(foreign('<p>总资产：777</p><p>利润（万美元）：8</p>')).toBe(false);
});

test.each([
  ['777', 777, '亿元', '万元', 7_770_000],
  ['777', 777, undefined, '万元', 777],
  ['777', 777, '万元', '万元', 777],
  // The amount says its own unit, whatever the label says.
  ['777万元', 777, '亿元', '万元', 777],
  ['约777', 777, '千元', '万元', 77.7],
] as const)('%s of %d under a label in %s, asked in %s', (raw, value, stated, unit, expected) => {
  expect(inFormUnit(raw, value, stated, unit)).toBe(expected);
});
