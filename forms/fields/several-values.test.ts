import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { TableField, YearsField } from '../../calls/schema/form.ts';
import type { Line } from '../../core/document.ts';
import { readHtml } from '../../extractors/html/read-html.ts';
import { streamOf, type Unit } from '../align/stream.ts';
import { form } from '../testing.ts';
import { allRepaired, placesOf } from './field-parts.ts';
import { sectionText } from './section-text.ts';
import { tableField } from './table-field.ts';
import { yearsField } from './years-field.ts';

/** Fields of several values, and the parts that all fields share. */

const lineOf = (text: string, page: number, confidence = 1): Line => ({
  text,
  place: { page, box: [0, 0, 9, 9] },
  readBy: 'ocr',
  confidence,
});
/** Each line is a unit, on a page of its own. */
const streamWith = (lines: readonly (readonly [text: string, confidence?: number])[]) =>
  streamOf({
    body: lines.map(([text, confidence], i) => ({
      kind: 'paragraph',
      lines: [lineOf(text, i + 1, confidence)],
    })),
  });
const pagesOf = (where: readonly object[]) => where.map((place) => ('page' in place ? place.page : 0));
const byKey = (key: string) => form.fields.find((field) => field.key === key);

describe('a table', () => {
  const honours = byKey('honours') as TableField;
  const lines = (confidence: readonly number[] = []) =>
    streamWith(
      ['级别', '奖项名称', '省级', '智能车间 ', '2020年5月'].map((text, i) => [text, confidence[i] ?? 1]),
    );
  const read = (
    stream: ReturnType<typeof streamWith>,
    rows: readonly Record<string, number>[],
    emptyRows = 0,
  ) => {
    const unit = (at: number) => stream.units[at] as Unit;
    const cells = rows.map((row) => ({
      cells: new Map(Object.entries(row).map(([key, at]) => [key, unit(at)])),
    }));
    return tableField(
      honours,
      { field: honours, rows: cells, emptyRows, header: [unit(0), unit(1)] } as never,
      stream,
    );
  };
  const row = { level: 2, name: 3, at: 4 };

  it('gives its rows by the labels of its columns, with the places of what is written', () => {
    const found = read(lines(), [row]);
    expect(found).toMatchObject({
      value: [{ 级别: '省级', 奖项名称: '智能车间', 获得时间: '2020-05' }],
      raw: '省级 | 智能车间 | 2020年5月',
      state: 'filled',
      confidence: 0.97,
    });
    expect(pagesOf(found.where)).toEqual([3, 4, 5]);
  });

  it('leaves a cell that is not there empty', () => {
    const found = read(lines(), [{ name: 3 }]);
    expect(found.value).toEqual([{ 级别: null, 奖项名称: '智能车间', 获得时间: null }]);
    expect([found.raw, found.confidence]).toEqual([' | 智能车间 | ', 0.97]);
  });

  it('is as sure as the worst of its header and cells; on a scan a row may be lost without a trace', () => {
    expect(read(lines([1, 1, 1, 0.9]), [row]).confidence).toBe(0.801);
    expect(read(lines([0.8, 1, 1, 0.9]), [row]).confidence).toBe(0.712);
    expect(read(lines([1, 1, 0.9]), [{ name: 3 }]).confidence).toBe(0.97);
  });

  it('whose rows are all empty is blank, at its header', () => {
    const found = read(lines(), [], 2);
    expect(found).toMatchObject({ value: [], state: 'blank', confidence: 0.97 });
    expect(pagesOf(found.where)).toEqual([1, 2]);
  });

  it('under whose header something else stands was not understood', () => {
    const found = read(lines(), []);
    expect(found).toMatchObject({ value: null, state: 'unreadable', confidence: 0.3 });
    expect(pagesOf(found.where)).toEqual([1, 2]);
  });

  it('that was not found is absent', () => {
    expect(tableField(honours, undefined, lines())).toMatchObject({ state: 'absent', where: [] });
  });
});

describe('a field of years', () => {
  const assets = byKey('assets') as YearsField;
  const read = (...lines: readonly (readonly [text: string, confidence?: number])[]) => {
    const stream = streamWith(lines);
    const readings = stream.units.map(({ start, end }, i) => ({
      field: assets,
      year: 2019 + i,
      start,
      end,
      trust: 0.9,
    }));
    return yearsField(assets, readings, stream);
  };

  it('gives each year its number, `null` where it is blank', () => {
    const found = read(['12,300'], ['——'], ['1.5亿元']);
    expect(found).toMatchObject({
      value: { 2019: 12300, 2020: null, 2021: 15000 },
      state: 'filled',
      unit: '万元',
    });
    expect(found.raw).toBe('12,300 |  | 1.5亿元');
    expect(pagesOf(found.where)).toEqual([1, 2, 3]);
  });

  it('is as sure as the least sure of its years', () => {
    expect(read(['1', 1], ['2', 0.7]).confidence).toBeCloseTo(read(['2', 0.7]).confidence, 3);
    expect(read(['1', 1], ['2', 0.7]).confidence).toBeLessThan(read(['1', 1]).confidence);
  });

  it('is blank where no year holds anything, and absent where none was found', () => {
    const found = read(['____'], [' ']);
    expect(found).toMatchObject({ value: null, state: 'blank' });
    expect(yearsField(assets, [], streamWith([]))).toMatchObject({
      state: 'absent',
      unit: '万元',
      where: [],
    });
  });
});

describe('the place of a value', () => {
  it('is that of its characters', () => {
    const stream = streamWith([['甲乙'], ['丙']]);
    expect(pagesOf(placesOf(stream, { start: 0, end: 2 }))).toEqual([1]);
    expect(pagesOf(placesOf(stream, { start: 1, end: 3 }))).toEqual([1, 2]);
  });

  it('that is empty is its cell, or else the end of the words before it', () => {
    const cells = streamOf(readHtml('<table><tr><td>甲</td><td></td><td>乙</td></tr></table>'));
    const empty = cells.units.find(({ start, end }) => start === end);
    expect(placesOf(cells, empty as Unit)).toEqual([empty?.cell?.cell.place]);
    expect(pagesOf(placesOf(streamWith([['甲：'], ['乙']]), { start: 2, end: 2 }))).toEqual([1]);
    expect(placesOf(streamWith([['甲']]), { start: 0, end: 0 })).toEqual([]);
  });
});

test('repairs of several values are told together, and only where there are any', () => {
  expect(allRepaired([{ from: '1O' }, undefined, { from: 'l2' }])).toEqual({ repaired: { from: '1O；l2' } });
  expect(allRepaired([undefined])).toEqual({});
  expect(allRepaired([])).toEqual({});
});

describe('the text of a section', () => {
  const bodyOf = (texts: readonly string[]) => ({
    body: [{ kind: 'paragraph' as const, lines: texts.map((text, i) => lineOf(text, i + 1)) }],
  });

  it('is that part of the document, whatever the part', () => {
    const text = fc.stringMatching(/^[甲乙丙丁]{1,5}$/u);
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), fc.nat(30), fc.nat(30), (texts, a, b) => {
        const whole = texts.join('\n');
        const [from, to] = [Math.min(a, b, whole.length), Math.min(Math.max(a, b), whole.length)];
        const part = whole.slice(from, to).replace(/^\n|\n$/gu, '');
        expect(sectionText(bodyOf(texts), [from, to]).text).toBe(part);
      }),
    );
  });

  it('keeps whole lines as they are, and of a line that is cut the boxes of what is left', () => {
    const boxes = [1, 2, 3].map((x) => [x, 0, x + 1, 9] as const);
    const lines = ['甲乙丙', '丁戊己'].map((text, i) => ({ ...lineOf(text, i + 1), boxes }));
    const cut = sectionText({ body: [{ kind: 'paragraph', lines }] }, [1, 7]);
    expect(cut.text).toBe('乙丙\n丁戊己');
    expect(cut.placesOf(0, 1)).toMatchObject([{ page: 1, box: [2, 0, 3, 9] }]);
    expect(cut.placesOf(3, 4)).toMatchObject([{ page: 2, box: [1, 0, 2, 9] }]);
  });
});
