import { expect, test } from 'vitest';
import type { Table } from '../../../core/document.ts';
import { readDocx } from './read-docx.ts';
import { codes, docx, p, r, tbl, tc, texts, tr } from './testing.ts';

/** What few filings use and Word shows all the same. */

const read = async (parts: Parameters<typeof docx>[0]) => await readDocx(await docx(parts));
const begin = (data = '') => `<w:r><w:fldChar w:fldCharType="begin">${data}</w:fldChar></w:r>`;
const instruction = (text: string) => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
const separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>';
const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
const sym = (font: string, char: string) => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;

test('boxes and ticks of equation fields, of symbol fonts and of combining frames', async () => {
  const rows: readonly [string, string][] = [
    [begin() + instruction('e') + instruction('q \\o') + instruction('(□,√)') + end, '☑'],
    [`${begin()}${instruction('eq \\o(')}${sym('Wingdings', 'F0FC')}${instruction(',□)')}${end}`, '☑'],
    [begin() + instruction(' EQ \\x(√) ') + end, '☑'],
    [begin() + instruction(' EQ \\x\\to\\bo( ) ') + end, '□'],
    [begin() + instruction('eq \\o\\ac(□，\\s\\do2(\\fs18(√)))').replaceAll('\\fs18', '\\s\\up1') + end, '☑'],
    [begin() + instruction('eq \\o\\ac(□,×)') + end, '☒'],
    ['<w:fldSimple w:instr=" eq \\o(□,√) "/>', '☑'],
    [sym('Wingdings', 'F0A8'), '☐'],
    [sym('Wingdings', 'F06F'), '☐'],
    [sym('Wingdings', 'F0FD'), '☒'],
    [sym('Wingdings', 'F0FC'), '✓'],
    [sym('Wingdings', 'F0A1'), '○'],
    [sym('Wingdings 2', 'F050'), '✓'],
    [sym('Wingdings 2', 'F054'), '☒'],
    [sym('Segoe UI Symbol', '2611'), '☑'],
    [sym('Segoe UI Symbol', '2610'), '☐'],
    [sym('MS Gothic', '2612'), '☒'],
    [sym('Marlett', 'F061'), '✓'],
    [sym('ZapfDingbats', 'F034'), '✔'],
    [r('√\u20de'), '☑'],
    [r('×\u20de'), '☒'],
    [r('\u00a0\u20de'), '☐'],
    [r('□√'), '□√'],
  ];
  const document = await read(rows.map(([xml]) => p(xml + r('是'))).join(''));
  expect(texts(document.body)).toEqual(rows.map(([, mark]) => `${mark}是`));
});

test('a tick drawn over boxes is reported; over the only box it counts', async () => {
  const box = (text: string) =>
    `<w:r><w:drawing><wp:anchor><wps:wsp><wps:txbx><w:txbxContent>${p(text)}</w:txbxContent></wps:txbx></wps:wsp></wp:anchor></w:drawing></w:r>`;
  const shape =
    '<w:r><w:drawing><wp:anchor><wp:extent cx="180000" cy="180000"/><wps:wsp><a:custGeom/></wps:wsp></wp:anchor></w:drawing></w:r>';
  const document = await read(
    p(box('√') + r('□是 □否')) + p(shape + r('□同意')) + p(shape + r('没有框')) + p(r('□未勾')),
  );
  expect(texts(document.body)).toEqual(['□是 □否', '☑同意', '没有框', '□未勾']);
  expect(document.problems).toEqual([
    {
      code: 'drawn-marks',
      values: { count: 2, sample: '□是 □否' },
      places: [
        { part: 'word/document.xml', path: 'p[1]' },
        { part: 'word/document.xml', path: 'p[2]' },
      ],
    },
  ]);
});

test('lists, dates and text of controls and legacy fields', async () => {
  const control = (properties: string, content: string) =>
    p(`<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`);
  const items = '<w:listItem w:displayText="民营企业" w:value="2"/>';
  const list = (state: string) =>
    `<w:ffData><w:ddList>${state}<w:listEntry w:val="请选择"/><w:listEntry w:val="国有"/></w:ddList></w:ffData>`;
  const styles = '<w:style w:type="character" w:styleId="a4"><w:name w:val="Placeholder Text"/></w:style>';
  const document = await read({
    body: [
      control(`<w:dropDownList>${items}</w:dropDownList>`, r('国有企业')),
      control(`<w:dropDownList w:lastValue="2">${items}</w:dropDownList>`, r('')),
      control('<w:date w:fullDate="2022-05-06T00:00:00Z"/>', r('2022年5月')),
      control('<w:date w:fullDate="2022-05-06T00:00:00Z"/>', ''),
      control('<w:showingPlcHdr/>', r('企业全称', '<w:rStyle w:val="a4"/>')),
      p(begin(list('<w:default w:val="1"/>')) + instruction(' FORMDROPDOWN ') + end),
      p(begin(list('')) + instruction(' FORMDROPDOWN ') + end),
      p(
        begin('<w:ffData><w:textInput/></w:ffData>') +
          instruction(' FORMTEXT ') +
          separate +
          r('甲') +
          r('乙') +
          end,
      ),
    ].join(''),
    others: { styles },
  });
  expect(texts(document.body)).toEqual(['国有企业', '民营企业', '2022年5月', '2022年5月6日', '国有', '甲乙']);
  expect(document.problems).toEqual([]);
});

test('a cell that is a control with its prompt is empty', async () => {
  const cell = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${tc(p('单击此处输入文字。'))}</w:sdtContent></w:sdt>`;
  const document = await read(tbl(tr(tc(p('企业名称')), cell)));
  const table = document.body[0] as Table;
  expect(table.cells.map((found) => texts(found.blocks))).toEqual([['企业名称'], []]);
  expect(document.problems).toEqual([]);
});

test('ruby, moved text, comments and links within text are read once', async () => {
  const ruby = `<w:r><w:ruby><w:rubyPr/><w:rt>${r('chū')}</w:rt><w:rubyBase>${r('初')}</w:rubyBase></w:ruby></w:r>`;
  const document = await read({
    body:
      p(ruby + r('审')) +
      p(`<w:moveFrom>${r('移走的段落')}</w:moveFrom>`) +
      p(`${r('前')}<w:moveTo>${r('移走的段落')}</w:moveTo>`) +
      p(
        `<w:commentRangeStart w:id="0"/>${r('正文')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`,
      ) +
      p(r('名称：') + r('      ', '<w:u w:val="single"/>') + r('（盖章）')),
    others: { comments: `<w:comment w:id="0">${p('请核实')}</w:comment>` },
  });
  expect(texts(document.body)).toEqual(['初审', '前移走的段落', '正文', '名称：      （盖章）']);
  expect(texts(document.marginalia)).toEqual(['请核实']);
  expect(codes(document)).toEqual(['tracked-changes']);
});

test('embedded documents stand where they are anchored', async () => {
  const html = '<html><body><p>网页段落</p><table><tr><td>格</td></tr></table></body></html>';
  const mht = [
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; boundary="--x"',
    '',
    '----x',
    'Content-Type: text/html; charset="utf-8"',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    '<html><head><meta charset=3D"utf-8"></head><body><p>=E7=94=B3=\r\n=E6=8A=A5</p></body></html>',
    '----x--',
  ].join('\r\n');
  const rtf = "{\\rtf1\\ansi\\ansicpg936 \\'c9\\'ea\\'b1\\'a8\\u20070?\\par}";
  const chunks = {
    'a.html': Buffer.from(html),
    'b.mht': Buffer.from(mht),
    'c.docx': await docx(p('内嵌文档')),
    'd.rtf': Buffer.from(rtf),
    'e.txt': Buffer.from('纯文本\n第二行'),
  };
  const anchors = Object.keys(chunks).map((name) => `<w:altChunk r:id="${name}"/>`);
  const document = await read({ body: p('前') + anchors.join('') + p('后'), chunks });
  expect(texts(document.body)).toEqual([
    '前',
    '网页段落',
    '格',
    '申报',
    '内嵌文档',
    '申报书',
    '纯文本',
    '第二行',
    '后',
  ]);
  expect(document.body[1]).toMatchObject({ lines: [{ place: { part: 'word/a.html', path: 'p[1]' } }] });
  expect(document.body[4]).toMatchObject({ lines: [{ place: { part: 'word/c.docx!/word/document.xml' } }] });
  expect(codes(document)).toEqual(['office-converter-missing']);
});

test('an embedded document inside itself ends, and a broken one is reported', async () => {
  let inner = await docx(p('最里层'));
  for (let depth = 0; depth < 6; depth++)
    inner = await docx({
      body: `${p(`第${depth}层`)}<w:altChunk r:id="a.docx"/>`,
      chunks: { 'a.docx': inner },
    });
  const document = await readDocx(inner);
  expect(texts(document.body)).toEqual(['第5层', '第4层', '第3层', '第2层']);
  expect(codes(document)).toEqual(['chunk-unread']);
});
