import { expect, test } from 'vitest';
import type { Document } from '../../../core/document.ts';
import { readDocx } from './read-docx.ts';
import { codes, docx, p, r, tbl, tc, texts, tr } from './testing.ts';

const read = async (parts: Parameters<typeof docx>[0]) => await readDocx(await docx(parts));
const hiddenOf = (document: Document) =>
  document.problems.find((problem) => problem.code === 'hidden-text')?.values?.sample;
const colour = (hex: string) => `<w:color w:val="${hex}"/>`;
const shade = (fill: string) => `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`;
const filler = '第三段没有任何隐藏的内容';

test.each([
  ['white', r('藏', colour('FFFFFF'))],
  ['nearly white', r('藏', colour('FAFAFA'))],
  ['the theme’s background', r('藏', '<w:color w:themeColor="background1"/>')],
  ['on its own shading', r('藏', colour('1F4E79') + shade('1F4E79'))],
  ['on a highlight', r('藏', `${colour('FFFF00')}<w:highlight w:val="yellow"/>`)],
  ['one point', r('藏', '<w:sz w:val="2"/>')],
  ['two points', r('藏', '<w:sz w:val="4"/>')],
  ['one per cent wide', r('藏', '<w:w w:val="1"/>')],
  ['no fill', r('藏', '<w14:textFill><w14:noFill/></w14:textFill>')],
  ['a symbol', `<w:r><w:rPr>${colour('FFFFFF')}</w:rPr><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>`],
])('hidden: %s', async (_, run) => {
  const document = await read(p(r('见') + run) + p(filler));
  expect(texts(document.body)).toEqual(['见', filler]);
  expect(codes(document)).toEqual(['hidden-text']);
  expect(document.problems[0]?.places).toEqual([{ part: 'word/document.xml', path: 'p[1]' }]);
});

test.each([
  ['white on dark', r('见', colour('FFFFFF') + shade('1F4E79'))],
  ['white on a dark highlight', r('见', `${colour('FFFFFF')}<w:highlight w:val="darkBlue"/>`)],
  [
    'white on a pattern',
    r('见', `${colour('FFFFFF')}<w:shd w:val="pct50" w:color="000000" w:fill="FFFFFF"/>`),
  ],
  ['grey', r('见', colour('A6A6A6'))],
  ['yellow', r('见', colour('FFFF00'))],
  ['automatic on black', r('见', colour('auto') + shade('000000'))],
  ['hollow', r('见', '<w14:textFill><w14:noFill/></w14:textFill><w:outline/>')],
  ['five points', r('见', '<w:sz w:val="10"/>')],
])('shown: %s', async (_, run) => {
  const document = await read(p(run));
  expect(texts(document.body)).toEqual(['见']);
  expect(document.problems).toEqual([]);
});

test('colours come from styles, and what is behind them from styles, cells and tables', async () => {
  const styles = [
    `<w:style w:type="paragraph" w:styleId="base"><w:rPr>${colour('FFFFFF')}</w:rPr></w:style>`,
    '<w:style w:type="paragraph" w:styleId="white"><w:basedOn w:val="base"/></w:style>',
    `<w:style w:type="paragraph" w:styleId="banner"><w:basedOn w:val="base"/><w:pPr>${shade('C00000')}</w:pPr></w:style>`,
    `<w:style w:type="character" w:styleId="dark"><w:rPr>${colour('000000')}</w:rPr></w:style>`,
    `<w:style w:type="table" w:styleId="blue"><w:tblStylePr w:type="firstRow"><w:tcPr>${shade('4472C4')}</w:tcPr></w:tblStylePr></w:style>`,
  ].join('');
  const white = r('白', colour('FFFFFF'));
  const blue = tbl(tr(tc(p(white)))).replace('<w:tblPr/>', '<w:tblPr><w:tblStyle w:val="blue"/></w:tblPr>');
  const document = await read({
    body: [
      p('样式隐藏', '<w:pStyle w:val="white"/>'),
      p(r('横幅标题'), '<w:pStyle w:val="banner"/>'),
      p(r('深色字符', '<w:rStyle w:val="dark"/>'), '<w:pStyle w:val="white"/>'),
      tbl(tr(tc(p(white), shade('1F4E79')), tc(p(r('格内隐藏', colour('FFFFFF')))))),
      blue,
    ].join(''),
    others: { styles },
  });
  expect(texts(document.body)).toEqual(['横幅标题', '深色字符', '白', '白']);
  expect(hiddenOf(document)).toBe('样式隐藏格内隐藏');
});

test('beside the page: indents, frames, floating shapes; indents that stay on the page are read', async () => {
  const ind = (attributes: string) => `<w:ind ${attributes}/>`;
  const anchor = (x: number, more = '') =>
    `<w:r><w:drawing><wp:anchor><wp:positionH relativeFrom="page"><wp:posOffset>${x}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="1800000" cy="900000"/><wp:docPr id="1" name="n"${more}/><wps:wsp><wps:txbx><w:txbxContent>${p('框')}</w:txbxContent></wps:txbx></wps:wsp></wp:anchor></w:drawing></w:r>`;
  const vml = (style: string) =>
    `<w:r><w:pict><v:shape style="${style}"><v:textbox><w:txbxContent>${p('旧框')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
  const hidden = await read(
    [
      p('左外', ind('w:left="-9000"')),
      p('右外', ind('w:left="15000"')),
      p('收窄', ind('w:right="12000"')),
      p('图文框', '<w:framePr w:w="2000" w:hAnchor="page" w:x="-5000"/>'),
      p(anchor(-4_000_000)),
      p(anchor(400_000, ' hidden="1"')),
      p(vml('position:absolute;margin-left:-900pt;width:100pt')),
      p(vml('position:absolute;visibility:hidden;width:100pt')),
      p('压扁', '<w:spacing w:line="20" w:lineRule="exact"/>'),
      p('在页内'),
    ].join(''),
  );
  expect(texts(hidden.body)).toEqual(['在页内']);
  expect(hiddenOf(hidden)).toBe('左外右外收窄图文框框框旧框旧框压扁');
  const shown = await read(
    [
      p('固定行距', '<w:spacing w:line="240" w:lineRule="exact"/>'),
      p('悬挂', ind('w:left="-300" w:hanging="420"')),
      p('缩进', ind('w:left="4200"')),
      p('图文框', '<w:framePr w:w="2000" w:hAnchor="page" w:x="500"/>'),
      p(anchor(400_000)),
      p(vml('position:absolute;margin-left:-20pt;width:100pt')),
    ].join(''),
  );
  expect(texts(shown.body)).toEqual(['固定行距', '悬挂', '缩进', '图文框', '框', '旧框']);
  expect(shown.problems).toEqual([]);
});

test('white text on a dark shape or a picture behind it is read', async () => {
  const shape = (fill: string) =>
    `<w:r><w:drawing><wp:inline><wps:wsp><wps:spPr>${fill}</wps:spPr><wps:txbx><w:txbxContent>${p(r('封面', colour('FFFFFF')))}</w:txbxContent></wps:txbx></wps:wsp></wp:inline></w:drawing></w:r>`;
  const behind =
    '<w:r><w:drawing><wp:anchor behindDoc="1"><a:blip r:embed="x"/></wp:anchor></w:drawing></w:r>';
  const document = await read(
    p(shape('<a:solidFill><a:srgbClr val="002060"/></a:solidFill>')) +
      p(shape('<a:gradFill/>')) +
      p(shape('<a:noFill/>')) +
      p(behind) +
      p(r('衬底图上的标题', colour('FFFFFF'))),
  );
  expect(texts(document.body)).toEqual(['封面', '封面', '衬底图上的标题']);
  expect(hiddenOf(document)).toBe('封面');
});

test('blanks without ink keep words apart, and a hidden paragraph has no number', async () => {
  const numbering =
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';
  const list = '<w:numPr><w:numId w:val="1"/></w:numPr>';
  const document = await read({
    body: p(r('单位') + r('  ', colour('FFFFFF')) + r('名称')) + p(r('藏', '<w:vanish/>'), list),
    others: { numbering },
  });
  expect(texts(document.body)).toEqual(['单位  名称']);
  expect(codes(document)).toEqual(['hidden-text']);
});

test('text struck out stays and is reported', async () => {
  const document = await read(p(r('是') + r('/') + r('否', '<w:strike/>')) + p(r('旧', '<w:dstrike/>')));
  expect(texts(document.body)).toEqual(['是/否', '旧']);
  expect(document.problems).toEqual([
    {
      code: 'struck-text',
      values: { count: 2, sample: '否旧' },
      places: [
        { part: 'word/document.xml', path: 'p[1]' },
        { part: 'word/document.xml', path: 'p[2]' },
      ],
    },
  ]);
});
