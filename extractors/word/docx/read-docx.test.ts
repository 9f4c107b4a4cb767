import { expect, test } from 'vitest';
import type { Table } from '../../../core/document.ts';
import { readDocx } from './read-docx.ts';
import { codes, docx, p, r, tbl, tc, texts, tr } from './testing.ts';

const read = async (parts: Parameters<typeof docx>[0]) => await readDocx(await docx(parts));
const wingdings = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>';

test('paragraphs, line breaks, tabs and hyphens', async () => {
  const document = await read(
    p('第一段') +
      p(`<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t><w:noBreakHyphen/></w:r>`) +
      p('') +
      p('末段'),
  );
  expect(texts(document.body)).toEqual(['第一段', '甲', '乙\t丙-', '末段']);
  expect(document.body).toHaveLength(3);
  expect(document.body[2]).toMatchObject({ lines: [{ place: { part: 'word/document.xml', path: 'p[4]' } }] });
  expect(document.problems).toEqual([]);
});

test('ticks of every making', async () => {
  const control = (checked: number, char: string) =>
    `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${checked}"/></w14:checkbox></w:sdtPr><w:sdtContent>${r(char)}</w:sdtContent></w:sdt>`;
  const legacy = (state: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>${state}</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const field = (instruction: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const rows: readonly [string, string][] = [
    ['<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', '☑'],
    ['<w:r><w:sym w:font="Wingdings 2" w:char="F0A3"/></w:r>', '☐'],
    ['<w:r><w:sym w:font="Wingdings 2" w:char="0052"/></w:r>', '☑'],
    [control(1, '☒'), '☑'],
    [control(0, '☐'), '☐'],
    [legacy('<w:default w:val="0"/><w:checked/>'), '☑'],
    [legacy('<w:default w:val="0"/>'), '☐'],
    [legacy('<w:default w:val="1"/>'), '☑'],
    [r('\uf0fe\uf052\uf0a8\uf06f\uf0fd'), '☑☑☐☐☒'],
    [r('þ¨ox', wingdings), '☑☐☐☒'],
    [r('RS£', wingdings.replaceAll('Wingdings', 'Wingdings 2')), '☑☒☐'],
    [field(' eq \\o\\ac(□,√) '), '☑'],
    [field('eq \\o(\\s\\up 1(√),□)'), '☑'],
    [field(' EQ \\o\\ac(○,3)'), '3'],
    [field('SYMBOL 254 \\f "Wingdings" \\s 12'), '☑'],
    [r('□√☑■'), '□√☑■'],
  ];
  const document = await read(rows.map(([xml]) => p(xml + r('是'))).join(''));
  expect(texts(document.body)).toEqual(rows.map(([, mark]) => `${mark}是`));
});

test('a font named by a style counts, and Chinese in a symbol font stays', async () => {
  const styles = `<w:style w:type="character" w:styleId="box"><w:name w:val="box"/><w:rPr>${wingdings}</w:rPr></w:style>`;
  const document = await read({ body: p(r('þ工业', '<w:rStyle w:val="box"/>')), others: { styles } });
  expect(texts(document.body)).toEqual(['☑工业']);
});

test('fields, links and controls keep the text they show', async () => {
  const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>';
  const shown = (text: string) =>
    `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(text)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const document = await read(
    [
      p(`${begin}<w:r><w:instrText> FORMTEXT </w:instrText></w:r>${shown('张三')}`),
      p(
        `<w:hyperlink r:id="x">${r('网址')}</w:hyperlink><w:fldSimple w:instr="DATE">${r('2022年')}</w:fldSimple><w:smartTag>${r('江苏')}</w:smartTag>`,
      ),
      p(
        `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="民营"/><w:listEntry w:val="国有"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      ),
      `<w:sdt><w:sdtPr/><w:sdtContent>${p('块级控件')}</w:sdtContent></w:sdt>`,
      p(
        `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r('单击或点击此处输入文字。')}</w:sdtContent></w:sdt>`,
      ),
      p(`${begin}${r('开了头没有尾')}`),
    ].join(''),
  );
  expect(texts(document.body)).toEqual(['张三', '网址2022年江苏', '国有', '块级控件', '开了头没有尾']);
  expect(document.problems).toEqual([]);
});

test('insertions are accepted, deletions dropped, hidden text left out, all of it reported', async () => {
  const document = await read(
    p(
      `${r('投资')}<w:ins>${r('三')}</w:ins><w:del><w:r><w:delText>二</w:delText></w:r></w:del>${r('千万元')}${r('内部备注', '<w:vanish/>')}${r('！', '<w:vanish w:val="0"/>')}`,
    ),
  );
  expect(texts(document.body)).toEqual(['投资三千万元！']);
  expect(document.problems).toEqual([
    {
      code: 'hidden-text',
      values: { count: 4, sample: '内部备注' },
      places: [{ part: 'word/document.xml', path: 'p[1]' }],
    },
    { code: 'tracked-changes', values: { inserted: 1, deleted: 1 } },
  ]);
});

test('text boxes and pictures are read once, whichever branch draws them', async () => {
  const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`;
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const document = await read({
    body:
      p(
        `${r('前')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('框内文字')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box('框内文字')}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>${r('后')}`,
      ) + p('<w:r><w:drawing><a:blip r:embed="a.png"/></w:drawing></w:r>'),
    media: { 'a.png': png },
  });
  expect(texts(document.body)).toEqual(['前后', '框内文字']);
  expect(document.body[1]).toMatchObject({ lines: [{ place: { path: 'p[1]/txbx[1]/p[1]' } }] });
  expect(document.pictures).toEqual([
    { place: { part: 'word/document.xml', path: 'p[2]' }, mediaType: 'image/png' },
  ]);
  expect(document.problems).toEqual([]);
});

test('list numbers stand before the text and headings have a level', async () => {
  const level = (index: number, format: string, text: string, more = '') =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering =
    `<w:abstractNum w:abstractNumId="1">${level(0, 'chineseCounting', '（%1）')}${level(1, 'decimal', '%2.')}${level(2, 'decimal', '%1.%3', '<w:isLgl/>')}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="2">${level(0, 'chineseCountingThousand', '%1、', '<w:pStyle w:val="H1"/>')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>' +
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>';
  const styles =
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="own"><w:name w:val="自定义标题"/><w:basedOn w:val="H1"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="loop"><w:basedOn w:val="loop"/></w:style>';
  const item = (id: number, index: number, text: string) =>
    p(text, `<w:numPr><w:ilvl w:val="${index}"/><w:numId w:val="${id}"/></w:numPr>`);
  const document = await read({
    body: [
      p('总则', '<w:pStyle w:val="H1"/>'),
      item(1, 0, '概况'),
      item(1, 1, '规模'),
      item(1, 1, '人员'),
      item(1, 2, '细目'),
      item(1, 0, '荣誉'),
      item(1, 1, '级别'),
      p('附则', '<w:pStyle w:val="own"/>'),
      item(3, 0, '重新起算'),
      p('无号', '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
    ].join(''),
    others: { numbering, styles },
  });
  expect(texts(document.body)).toEqual([
    '一、总则',
    '（一）概况',
    '1. 规模',
    '2. 人员',
    '1.1 细目',
    '（二）荣誉',
    '1. 级别',
    '二、附则',
    '（一）重新起算',
    '无号',
  ]);
  expect(document.body.map((block) => 'outline' in block && block.outline)).toEqual([
    1,
    false,
    false,
    false,
    false,
    false,
    false,
    1,
    false,
    1,
  ]);
  expect(document.problems).toEqual([]);
});

test('headers, footers, notes and comments are marginalia', async () => {
  const document = await read({
    body: p('正文'),
    others: {
      header: p('页眉'),
      footer: p('第1页'),
      footnotes: `<w:footnote w:type="separator" w:id="0">${p('—')}</w:footnote><w:footnote w:id="1">${p('脚注')}</w:footnote>`,
      comments: `<w:comment w:id="0">${p('批注')}</w:comment>`,
    },
  });
  expect(texts(document.body)).toEqual(['正文']);
  expect(texts(document.marginalia)).toEqual(['页眉', '第1页', '脚注', '批注']);
  expect(document.marginalia[2]).toMatchObject({
    lines: [{ place: { part: 'word/footnotes.xml', path: 'footnote[2]/p[1]' } }],
  });
});

test('merged, shifted, nested and wrapped cells', async () => {
  const span = (n: number) => `<w:gridSpan w:val="${n}"/>`;
  const document = await read(
    tbl(
      tr(tc(p('企业'), '<w:vMerge w:val="restart"/>'), tc(p('名称')), tc(p('甲公司'), span(2))),
      tr(
        tc(p(''), '<w:vMerge/>'),
        `<w:sdt><w:sdtContent>${tc(p('类型'))}</w:sdtContent></w:sdt>`,
        tc(p('离散')),
        tc(p('流程')),
      ),
      `<w:sdt><w:sdtContent><w:tr><w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="1"/></w:trPr>${tc(tbl(tr(tc(p('内')))), span(2))}</w:tr></w:sdtContent></w:sdt>`,
      `<w:tr><w:trPr><w:del/></w:trPr>${tc(p('删去的行'))}</w:tr>`,
      tr(tc(p('横'), '<w:hMerge w:val="restart"/>'), tc(p('并'), '<w:hMerge/>'), tc(p('末'))),
    ),
  );
  const table = document.body[0] as Table;
  expect([table.rows, table.cols]).toEqual([4, 4]);
  const cells = table.cells.map((cell) => [
    cell.row,
    cell.col,
    cell.rowSpan,
    cell.colSpan,
    texts(cell.blocks).join(),
  ]);
  expect(cells).toEqual([
    [0, 0, 2, 1, '企业'],
    [0, 1, 1, 1, '名称'],
    [0, 2, 1, 2, '甲公司'],
    [1, 1, 1, 1, '类型'],
    [1, 2, 1, 1, '离散'],
    [1, 3, 1, 1, '流程'],
    [2, 1, 1, 2, '内'],
    [3, 0, 1, 2, '横,并'],
    [3, 2, 1, 1, '末'],
  ]);
  expect(table.cells[6]?.blocks[0]).toMatchObject({
    kind: 'table',
    place: { path: 'tbl[1]/tr[3]/tc[1]/tbl[1]' },
  });
  expect(table.cells[8]?.place).toEqual({ part: 'word/document.xml', path: 'tbl[1]/tr[5]/tc[3]' });
  expect(codes(document)).toEqual(['tracked-changes']);
});

test('other prefixes and the strict namespaces are read alike', async () => {
  const zip = await (await import('jszip')).default.loadAsync(await docx(p('甲') + tbl(tr(tc(p('乙'))))));
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
  const renamed = xml
    .replaceAll('<w:', '<x:')
    .replaceAll('</w:', '</x:')
    .replace('xmlns:w=', 'xmlns:x=')
    .replace(
      'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
      'http://purl.oclc.org/ooxml/wordprocessingml/main',
    );
  zip.file('word/document.xml', renamed);
  const document = await readDocx(await zip.generateAsync({ type: 'uint8array' }));
  expect(texts(document.body)).toEqual(['甲', '乙']);
});

test('what only mammoth finds is added with a problem', async () => {
  // Both branches of an alternative carry content, which Word never writes; mammoth reads the fallback.
  const document = await read(
    p(
      `<w:r><w:t>共同读到的段落</w:t></w:r><mc:AlternateContent><mc:Choice Requires="q">${r('甲')}</mc:Choice><mc:Fallback>${r('只有另一种读法读到的段落')}</mc:Fallback></mc:AlternateContent>`,
    ),
  );
  expect(codes(document)).toEqual(['readers-disagree']);
  expect(texts(document.body)).toEqual(['共同读到的段落甲', '共同读到的段落只有另一种读法读到的段落']);
});
