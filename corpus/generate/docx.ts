import JSZip from 'jszip';
import { childrenNamed, type Element, type Node, rowsOf, textOf } from './markup.ts';
import type { Random } from './random.ts';

/** How ticks are stored in the Word file: as characters, as content controls, or as Wingdings symbols. */
export type WordTicks = 'characters' | 'controls' | 'symbols';

export interface DocxStyle {
  readonly font: string;
  /** Half points. */
  readonly size: number;
  readonly ticks: WordTicks;
  /** What editing leaves in the XML: text cut into runs, or replaced with the changes tracked. */
  readonly edits: 'none' | 'split' | 'tracked';
  readonly random: Random;
}

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** Writes a filled form as a Word document (ECMA-376, transitional). */
export async function writeDocx(html: Element, style: DocxStyle): Promise<Uint8Array> {
  const body = childrenNamed(html, 'body')[0];
  if (!body) throw new Error('the form has no <body>');
  const zip = new JSZip();
  const add = (path: string, xml: string) =>
    zip.file(path, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`, { date: new Date(0) });
  add(
    '[Content_Types].xml',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>',
  );
  add(
    '_rels/.rels',
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  );
  add(
    'word/_rels/document.xml.rels',
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
  );
  add('word/styles.xml', stylesXml(style));
  const blocks = blocksXml(body.children, style, '');
  add(
    'word/document.xml',
    `<w:document ${namespaces}><w:body>${blocks}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1200" w:bottom="1440" w:left="1200" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr></w:body></w:document>`,
  );
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

function stylesXml({ font, size }: DocxStyle): string {
  const fonts = `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}"/>`;
  const heading = (level: number) =>
    `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="${size + 8 - 2 * level}"/></w:rPr></w:style>`;
  return `<w:styles ${namespaces}><w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:sz w:val="${size}"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${[1, 2, 3].map(heading).join('')}<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`).join('')}</w:tblBorders></w:tblPr></w:style></w:styles>`;
}

const blockNames = new Set([
  'p',
  'div',
  'section',
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'ul',
  'ol',
  'li',
  'header',
]);

function blocksXml(nodes: readonly Node[], style: DocxStyle, properties: string): string {
  let xml = '';
  let inline: Node[] = [];
  const flush = () => {
    if (inline.some((node) => textOf(node).trim() !== '')) xml += paragraphsXml(inline, style, properties);
    inline = [];
  };
  for (const node of nodes) {
    if (node.kind === 'element' && blockNames.has(node.name)) {
      flush();
      xml += blockXml(node, style, properties);
    } else inline.push(node);
  }
  flush();
  return xml;
}

function blockXml(node: Element, style: DocxStyle, properties: string): string {
  if (node.name === 'table') return tableXml(node, style);
  const heading = /^h([1-3])$/.exec(node.name)?.[1];
  if (heading)
    return paragraphsXml(node.children, style, `<w:pPr><w:pStyle w:val="Heading${heading}"/></w:pPr>`);
  return blocksXml(node.children, style, properties);
}

/** Inline content; a `<br/>` begins a new paragraph, as people type it. */
function paragraphsXml(nodes: readonly Node[], style: DocxStyle, properties: string): string {
  const lines: string[] = [''];
  const take = (node: Node) => {
    if (node.kind === 'text') lines[lines.length - 1] += node.text.replace(/\s+/g, ' ');
    else if (node.name === 'br') lines.push('');
    else node.children.forEach(take);
  };
  nodes.forEach(take);
  return lines.map((line) => `<w:p>${properties}${runsXml(line.trim(), style)}</w:p>`).join('');
}

function runsXml(text: string, style: DocxStyle): string {
  if (style.ticks === 'characters') return editedXml(text, style);
  return text
    .split(/([☑☐])/u)
    .filter((part) => part !== '')
    .map((part) =>
      part === '☑' || part === '☐' ? tickXml(part === '☑', style.ticks) : editedXml(part, style),
    )
    .join('');
}

function tickXml(ticked: boolean, ticks: WordTicks): string {
  if (ticks === 'symbols')
    return `<w:r><w:sym w:font="Wingdings" w:char="${ticked ? 'F0FE' : 'F0A8'}"/></w:r>`;
  const glyph = ticked ? '☒' : '☐';
  return `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${ticked ? 1 : 0}"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>${glyph}</w:t></w:r></w:sdtContent></w:sdt>`;
}

function editedXml(text: string, { edits, random }: DocxStyle): string {
  if (edits === 'none' || text.length < 4 || !random.chance(0.3)) return runXml(text);
  const at = random.int(1, text.length - 1);
  const [before, after] = [text.slice(0, at), text.slice(at)];
  if (edits === 'split') return `${runXml(before)}<w:proofErr w:type="spellStart"/>${runXml(after)}`;
  const by = 'w:author="甲" w:date="2022-03-01T09:00:00Z"';
  const id = random.int(1, 2 ** 24);
  return `${runXml(before)}<w:del w:id="${id}" ${by}><w:r><w:delText xml:space="preserve">原稿</w:delText></w:r></w:del><w:ins w:id="${id + 1}" ${by}>${runXml(after)}</w:ins>`;
}

function runXml(text: string): string {
  return text === '' ? '' : `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

function tableXml(table: Element, style: DocxStyle): string {
  const rows = rowsOf(table).map(({ row }) => childrenNamed(row, 'td', 'th'));
  const open = new Map<number, { left: number; span: number }>();
  let width = 0;
  const body = rows.map((cells) => {
    let col = 0;
    let xml = '';
    const rest = [...cells];
    for (;;) {
      const merged = open.get(col);
      if (merged) {
        xml += cellXml('<w:p/>', merged.span, '<w:vMerge/>');
        merged.left--;
        if (merged.left === 0) open.delete(col);
        col += merged.span;
        continue;
      }
      const cell = rest.shift();
      if (!cell) {
        if (![...open.keys()].some((at) => at > col)) break;
        xml += cellXml('<w:p/>', 1, '');
        col++;
        continue;
      }
      const span = Number(cell.attributes.colspan ?? 1);
      const down = Number(cell.attributes.rowspan ?? 1);
      xml += cellXml(
        blocksXml(cell.children, style, '') || '<w:p/>',
        span,
        down > 1 ? '<w:vMerge w:val="restart"/>' : '',
      );
      if (down > 1) open.set(col, { left: down - 1, span });
      col += span;
    }
    width = Math.max(width, col);
    return `<w:tr>${xml}</w:tr>`;
  });
  const grid = `<w:gridCol w:w="${Math.floor(9500 / Math.max(1, width))}"/>`.repeat(width);
  return `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="9500" w:type="dxa"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${body.join('')}</w:tbl><w:p/>`;
}

/** A cell must end with a paragraph: one is added behind a nested table. */
function cellXml(content: string, span: number, merge: string): string {
  const inner = content.endsWith('</w:tbl>') ? `${content}<w:p/>` : content;
  return `<w:tc><w:tcPr>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${merge}</w:tcPr>${inner}</w:tc>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
