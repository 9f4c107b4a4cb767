import { expect, test } from 'vitest';
import type { Block, Cell } from '../../core/document.ts';
import { streamOf } from '../align/stream.ts';
import { LabelIndex } from '../lookup/label-index.ts';
import { readTable } from '../lookup/read-rows.ts';
import { form } from '../testing.ts';
import { tableField } from './table-field.ts';

const field = form.fields.find((one) => one.key === 'honours');
if (field?.type !== 'table') throw new Error('no table in the form');
const honours = field;

/** A scanned page with a table of these rows and what stands below it, on the same page or the next. */
function confidenceOf(rows: readonly (readonly string[])[], below: readonly (readonly [string, number])[]) {
  const line = (text: string, page: number) =>
    ({ text, place: { page, box: [0, 0, 9, 9] }, readBy: 'ocr', confidence: 0.99 }) as const;
  const cells = rows.flatMap((row, i) =>
    row.map(
      (text, col): Cell => ({
        row: i,
        col,
        rowSpan: 1,
        colSpan: 1,
        place: { page: 1, box: [0, 0, 9, 9] },
        blocks: [{ kind: 'paragraph', lines: [line(text, 1)] }],
      }),
    ),
  );
  const table: Block = {
    kind: 'table',
    rows: rows.length,
    cols: 3,
    cells,
    place: { page: 1, box: [0, 0, 9, 9] },
  };
  const body: Block[] = [
    table,
    ...below.map(([text, page]): Block => ({ kind: 'paragraph', lines: [line(text, page)] })),
  ];
  const stream = streamOf({ body });
  const labels = new LabelIndex(stream, form.fields);
  const reading = readTable(honours, stream, labels, [labels.cellsOf(table)]);
  return tableField(honours, reading, stream).confidence;
}

const head = ['级别', '奖项名称', '获得时间'];
const row = ['省级', '上云标杆', '2020年6月'];

test('rows of a scan are sure where the page goes on below the last, or the document ends', () => {
  expect(confidenceOf([head, row], [['企业概况如下', 1]])).toBe(0.96);
  expect(confidenceOf([head, row], [])).toBe(0.96);
});

test('rows may go on where a page breaks off below a table, whatever scrap of a label hangs there', () => {
  expect(confidenceOf([head, row], [['省级上云标杆', 2]])).toBe(0.881);
  expect(
    confidenceOf(
      [head, row],
      [
        ['誉', 1],
        ['省级上云标杆', 2],
      ],
    ),
  ).toBe(0.881);
});

test('a cell with two dates, or that does not fit its column, may be two rows in one', () => {
  expect(
    confidenceOf([head, ['省级省级', '上云标杆优秀企业', '2020年6月2021年3月'], row], [['企业概况如下', 1]]),
  ).toBe(0.881);
  expect(confidenceOf([head, ['省级', '上云标杆', '六月'], row], [['企业概况如下', 1]])).toBe(0.881);
});

test('another part of the form in the same table closes the rows, a row that nobody knows does not', () => {
  expect(confidenceOf([head, row, ['统一社会信用代码', '91320000', '']], [['企业概况', 2]])).toBe(0.96);
  expect(confidenceOf([head, row, ['某某', '某某']], [['企业概况', 2]])).toBe(0.881);
});
