import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Block, type Document, linesOf, type Table, tablesOf } from '../../core/document.ts';
import { isPagePlace } from '../../core/place.ts';
import { defaultReadOptions } from '../read-options.ts';
import { tinyPdf } from './fixtures/tiny-pdf.ts';
import { readPdf } from './read-pdf.ts';

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`fixtures/${name}.pdf`, import.meta.url)));
const read = (bytes: Uint8Array) => readPdf(bytes, defaultReadOptions);
const textOf = (blocks: readonly Block[]) => [...linesOf(blocks)].map((line) => line.text).join('|');
/** `row,col rows×cols text` of every cell. */
const cellsOf = (table: Table | undefined) =>
  table?.cells.map((c) => `${c.row},${c.col} ${c.rowSpan}×${c.colSpan} ${textOf(c.blocks)}`);
const codes = (document: Document) => document.problems.map((problem) => problem.code);

describe('tables with merged cells and ticks', () => {
  test('printed by Chromium', async () => {
    const document = await read(fixture('cells-chromium'));
    const [first, second] = [...tablesOf(document.body)];
    expect(cellsOf(first)).toEqual([
      '0,0 4×1 企|业|基|本|信|息',
      '0,1 1×1 企业名称',
      '0,2 1×3 江南企业',
      '1,1 1×1 类型',
      '1,2 1×3 ☐ 基本 ☑ 信息',
      '2,1 1×1 贯标',
      '2,2 1×1 ☑ 是 ☐ 否',
      '2,3 1×1 时间',
      '2,4 1×1 2020-05',
      '3,1 1×1 名称',
      '3,2 1×1 B',
      '3,3 1×1 信息',
      '3,4 1×1 ',
    ]);
    expect(cellsOf(second)).toEqual(['0,0 1×1 时间', '0,1 1×1 2021年']);
    expect(document.body.map((block) => block.kind)).toEqual([
      'paragraph',
      'paragraph',
      'table',
      'paragraph',
      'table',
    ]);
    expect(textOf(document.marginalia)).toBe('第 1 页 共 1 页');
  });

  test('printed by LibreOffice', async () => {
    const document = await read(fixture('cells-libreoffice'));
    const [first] = [...tablesOf(document.body)];
    expect(cellsOf(first)?.slice(0, 5)).toEqual([
      '0,0 4×1 企业基本信息',
      '0,1 1×1 企业名称',
      '0,2 1×3 江南企业',
      '1,1 1×1 类型',
      '1,2 1×3 ☐ 基本 ☑信息',
    ]);
    expect(first?.cells).toHaveLength(13);
    expect(document.problems).toEqual([]);
  });

  test('every line has a box for each of its units, inside its page', async () => {
    const document = await read(fixture('cells-chromium'));
    for (const line of linesOf(document.body)) {
      expect(line.boxes).toHaveLength(line.text.length);
      const [page] = document.pages;
      if (!page || !isPagePlace(line.place)) throw new Error('no page');
      expect(line.place.box[2]).toBeLessThanOrEqual(page.width);
      expect(line.place.box[3]).toBeLessThanOrEqual(page.height);
    }
  });
});

describe('tables over a page break', () => {
  test('rows go on, the repeated heading is dropped, lines keep their page', async () => {
    const document = await read(fixture('break-chromium'));
    const tables = [...tablesOf(document.body)];
    expect(tables).toHaveLength(1);
    expect(tables[0]?.rows).toBe(31);
    expect(cellsOf(tables[0])?.slice(-2)).toEqual(['30,0 1×1 30', '30,1 1×1 姓名30']);
    expect(
      new Set([...linesOf(document.body)].map((l) => (isPagePlace(l.place) ? l.place.page : 0))),
    ).toEqual(new Set([1, 2]));
    expect(textOf(document.marginalia)).toContain('江苏省标杆工厂申报书');
  });

  test('a cell that fills three pages stays one cell', async () => {
    const document = await read(fixture('break-libreoffice'));
    const [table] = [...tablesOf(document.body)];
    expect(table?.rows).toBe(3);
    const long = table?.cells.find((cell) => cell.row === 1 && cell.col === 1);
    const text = textOf(long?.blocks ?? []).replaceAll('|', '');
    expect(text).toBe(`${Array.from({ length: 329 }, (_, i) => `企业简介第${i + 1}句`).join('，')}。`);
    expect(document.pages).toHaveLength(3);
  });
});

describe('pages that lie sideways', () => {
  const letters = (x: number, y: number, matrix: string) =>
    `BT /F 12 Tf ${matrix} ${x} ${y} Tm (Hello) Tj ET`;
  test.each([
    ['as it is', '', letters(50, 500, '1 0 0 1'), 400, 600, [50, 90]],
    ['turned by the page', '/Rotate 90', letters(100, 50, '0 1 -1 0'), 600, 400, [50, 90]],
    ['turned by the content', '', letters(100, 50, '0 1 -1 0'), 600, 400, [50, 90]],
    ['upside down', '/Rotate 180', letters(350, 100, '-1 0 0 -1'), 400, 600, [50, 90]],
    ['three quarters', '/Rotate 270', letters(300, 550, '0 -1 1 0'), 600, 400, [50, 90]],
    ['cropped', '/CropBox [20 30 320 530]', letters(70, 430, '1 0 0 1'), 300, 500, [50, 90]],
  ])('%s', async (_, entries, content, width, height, [x, y]) => {
    const document = await read(tinyPdf({ entries, content }));
    expect(document.pages[0]).toMatchObject({ width, height });
    const [line] = [...linesOf(document.body)];
    expect(line?.text).toBe('Hello');
    if (!line || !isPagePlace(line.place)) throw new Error('no line');
    expect(Math.abs(line.place.box[0] - (x ?? 0))).toBeLessThan(2);
    expect(Math.abs(line.place.box[1] - (y ?? 0))).toBeLessThan(3);
  });
});

test('values of form fields and typed comments are text at their boxes', async () => {
  const document = await read(
    tinyPdf({
      content: 'BT /F 12 Tf 50 500 Td (Name:) Tj 0 -40 Td (Agree) Tj ET',
      annotations: [
        `<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (Jiangnan) /Rect [90 495 300 515] /DA (/F 12 Tf) /F 4 >>`,
        `<< /Type /Annot /Subtype /Widget /FT /Btn /T (box) /V /Yes /AS /Yes /Rect [30 458 42 470] /F 4
          /AP << /N << /Yes 5 0 R /Off 5 0 R >> >> >>`,
        `<< /Type /Annot /Subtype /FreeText /Contents (typed over) /Rect [50 300 200 320] /F 4 >>`,
      ],
    }),
  );
  expect([...linesOf(document.body)].map((line) => line.text)).toEqual([
    'Name: Jiangnan',
    '☑ Agree',
    'typed over',
  ]);
});

describe('files that cannot be read', () => {
  test('a password', async () => expect(codes(await read(fixture('encrypted')))).toEqual(['file-encrypted']));
  test('no PDF', async () =>
    expect(codes(await read(new TextEncoder().encode('hello')))).toEqual(['file-damaged']));
  test('nothing', async () => expect(codes(await read(new Uint8Array()))).toEqual(['file-empty']));
  test('cut short: what is left is read, or it is called damaged', async () => {
    const whole = fixture('cells-libreoffice');
    const document = await read(whole.subarray(0, whole.length - 200));
    expect(codes(document)).toContain('file-repaired');
    expect(textOf(document.body)).toContain('江南企业');
  });
  test('blank pages and pages over the limit are reported', async () => {
    expect(codes(await read(tinyPdf({ content: '' })))).toEqual(['page-blank']);
    const document = await readPdf(fixture('break-chromium'), { maxPages: 1 });
    expect(document.problems).toEqual([{ code: 'too-many-pages', values: { pages: 2, limit: 1 } }]);
    expect(document.pages).toHaveLength(1);
  });
  test('a scan without an OCR engine', async () => {
    const content = 'q 400 0 0 600 0 0 cm BI /W 2 /H 2 /CS /G /BPC 8 ID \x10\x20\x30\x40 EI Q';
    const document = await read(tinyPdf({ content }));
    expect(codes(document)).toEqual(['ocr-unavailable']);
    expect(document.pages[0]?.unreadable).toBe(true);
    expect(document.pictures).toHaveLength(1);
  });
});

test('damaged bytes never make it throw', async () => {
  const whole = fixture('cells-libreoffice');
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: whole.length }),
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 40 }),
      async (length, flips) => {
        const bytes = whole.slice(0, length);
        for (const [at, value] of flips) if (at < length) bytes[at] = value;
        const document = await read(bytes);
        expect(document.pages.length + document.problems.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 60 },
  );
});

describe('text nobody sees is reported, not read', () => {
  const hidden = (document: Document) =>
    document.problems.flatMap(({ code, values }) => (code === 'hidden-text' ? [values?.sample] : []));
  const put = (more: string) => `BT /F 12 Tf 50 500 Td (Seen) Tj ET BT ${more} ET`;

  test('without ink, with its place', async () => {
    const document = await read(tinyPdf({ content: put('/F 12 Tf 3 Tr 50 460 Td (unseen words) Tj') }));
    expect(textOf(document.body)).toBe('Seen');
    expect(document.problems).toMatchObject([
      { code: 'hidden-text', values: { count: 11, sample: 'unseen words' }, page: 1, places: [{ page: 1 }] },
    ]);
  });
  test.each([
    ['white on the paper', '/F 12 Tf 1 g 50 460 Td (lost) Tj'],
    ['nearly white', '/F 12 Tf 0.98 g 50 460 Td (lost) Tj'],
    ['one point', '/F 1 Tf 50 460 Td (lost) Tj'],
    ['one per cent wide', '/F 12 Tf 1 Tz 50 460 Td (lost) Tj'],
    ['beside the page', '/F 12 Tf 500 460 Td (lost) Tj'],
    ['below the page', '/F 12 Tf 50 -60 Td (lost) Tj'],
  ])('%s', async (_, more) => {
    const document = await read(tinyPdf({ content: put(more) }));
    expect(textOf(document.body)).toBe('Seen');
    expect(hidden(document)).toEqual(['lost']);
  });
  test('beside the crop box', async () => {
    const content = put('/F 12 Tf 50 560 Td (lost) Tj');
    const document = await read(tinyPdf({ content, entries: '/CropBox [0 0 400 540]' }));
    expect(textOf(document.body)).toBe('Seen');
    expect(hidden(document)).toEqual(['lost']);
  });
  test('blue on the same blue', async () => {
    const content = `0 0 0.6 rg 40 440 300 40 re f ${put('/F 12 Tf 0 0 0.6 rg 50 455 Td (lost) Tj')}`;
    expect(hidden(await read(tinyPdf({ content })))).toEqual(['lost']);
  });
  test('white on a dark ground, pale grey and small print are read', async () => {
    const content = [
      '0 0 0.6 rg 40 440 300 40 re f BT /F 12 Tf 1 g 50 455 Td (Title) Tj ET',
      'BT /F 12 Tf 0.75 g 50 400 Td (Grey) Tj ET',
      'BT /F 4 Tf 0 g 50 360 Td (Small) Tj ET',
    ].join(' ');
    const document = await read(tinyPdf({ content }));
    expect(textOf(document.body)).toBe('Title|Grey|Small');
    expect(document.problems).toEqual([]);
  });
});
