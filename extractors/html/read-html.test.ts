import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf, type Table } from '../../core/document.ts';
import { readHtml } from './read-html.ts';

const texts = (html: string) => [...linesOf(readHtml(html).body)].map((line) => line.text);
const spans = (table: Table) =>
  table.cells.map(({ row, col, rowSpan, colSpan, blocks }) => [
    row,
    col,
    rowSpan,
    colSpan,
    [...linesOf(blocks)].map((l) => l.text).join('|'),
  ]);

test('headings, paragraphs, breaks and entities', () => {
  const document = readHtml(
    '<!DOCTYPE html><html><head><title>题</title><style>p{}</style></head><body><h2>一、概况</h2><p>甲&nbsp;乙<br/>丙&mdash;&#x4E00;&#19968;</p>散文<script>var a = "<p>no</p>";</script></body></html>',
  );
  expect([...linesOf(document.body)].map((line) => line.text)).toEqual([
    '一、概况',
    '甲\u00a0乙',
    '丙—一一',
    '散文',
  ]);
  expect(document.body[0]).toMatchObject({
    outline: 2,
    lines: [{ place: { part: 'html', path: 'p[1]' }, readBy: 'html' }],
  });
});

test('placeholders of a blank form survive', () => {
  expect(
    texts('<table><tr><td>企业名称</td><td>{{company}}</td><td>□{{kind=离散行业}} 离散</td></tr></table>'),
  ).toEqual(['企业名称', '{{company}}', '□{{kind=离散行业}} 离散']);
});

test('spans, nested tables and places', () => {
  const table = readHtml(
    '<p>前</p><table><thead><tr><th rowspan="2">序号</th><th colspan="2">名称</th></tr></thead><tbody><tr><td>甲</td><td><table><tr><td>内</td></tr></table></td></tr></tbody></table>',
  ).body[1] as Table;
  expect(spans(table)).toEqual([
    [0, 0, 2, 1, '序号'],
    [0, 1, 1, 2, '名称'],
    [1, 1, 1, 1, '甲'],
    [1, 2, 1, 1, '内'],
  ]);
  expect(table.cells[3]?.blocks[0]).toMatchObject({ place: { path: 'tbl[1]/tr[2]/tc[2]/tbl[1]' } });
});

test('sloppy tables: tags left open, upper case, bare attributes, cells without a row', () => {
  const table = readHtml(
    '<TABLE border=1><TR><TD>甲<TD COLSPAN=2>乙<TR><TD>丙<p>丁<TD>戊</b></div><TD>己</TABLE>后',
  ).body;
  expect(spans(table[0] as Table)).toEqual([
    [0, 0, 1, 1, '甲'],
    [0, 1, 1, 2, '乙'],
    [1, 0, 1, 1, '丙|丁'],
    [1, 1, 1, 1, '戊'],
    [1, 2, 1, 1, '己'],
  ]);
  expect(table[1]).toMatchObject({ kind: 'paragraph' });
  expect(texts('<table><td>甲</td><td>乙</td></table>')).toEqual(['甲', '乙']);
});

test('check boxes and hidden text', () => {
  const document = readHtml(
    '<p><input type=checkbox checked>是 <input type="checkbox">否<span style="display: none">藏</span></p>',
  );
  expect([...linesOf(document.body)].map((line) => line.text)).toEqual(['☑是 ☐否']);
  expect(document.problems).toEqual([{ code: 'hidden-text', values: { count: 1, sample: '藏' } }]);
  const specks = readHtml(
    '<p>见<span style="font-size:1px">一</span><span style="opacity:0">二</span><span style="font-size:10.5pt;opacity:0.8">三</span></p>',
  );
  expect([...linesOf(specks.body)].map((line) => line.text)).toEqual(['见三']);
  expect(specks.problems).toMatchObject([{ values: { sample: '一二' } }]);
});

test('encodings: declared, by mark, and guessed', () => {
  const gbk = Buffer.from([0xc9, 0xea, 0xb1, 0xa8]);
  const declared = Buffer.concat([Buffer.from('<html><meta charset="gb2312"><p>'), gbk]);
  const guessed = Buffer.concat([Buffer.from('<html><p>'), gbk]);
  const marked = Buffer.from('\ufeff<p>申报', 'utf16le');
  for (const bytes of [declared, guessed, marked]) {
    expect([...linesOf(readHtml(bytes).body)].map((line) => line.text)).toEqual(['申报']);
  }
});

test('property: any tangle of tags is read without failing', () => {
  const piece = fc.constantFrom(
    '<table>',
    '</table>',
    '<tr>',
    '</tr>',
    '<td rowspan=3>',
    '</td>',
    '<p>',
    '</p>',
    '<div>',
    '</div>',
    '<li>',
    '<br>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<script>',
    '</script>',
    '<',
    '>',
    '"',
    '&',
    '&#',
    '&amp;',
    '<a href="',
    '文字',
    '<?',
    '<!DOCTYPE [',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      readHtml(pieces.join(''));
    }),
    { numRuns: 500 },
  );
  expect(texts(`${'<div>'.repeat(20_000)}底`)).toEqual(['底']);
  expect(readHtml(`${'<table><tr><td>'.repeat(5_000)}底`).problems).toEqual([{ code: 'file-repaired' }]);
});
