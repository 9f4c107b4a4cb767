/**
 * WordprocessingML (ECMA-376) as strings: as much of it as the office's papers need. Lengths are in millimetres, sizes of
 * letters in points, and turned into twentieths of a point here.
 */

/** The fonts of official papers (GB/T 9704-2012, 5.2.2): body 仿宋, headings 黑体, titles 小标宋, notes 楷体. */
export const fonts = {
  body: '仿宋_GB2312',
  head: '黑体',
  title: '方正小标宋简体',
  note: '楷体_GB2312',
} as const;

export interface TextStyle {
  readonly font?: keyof typeof fonts;
  /** Points: 三号 is 16, 二号 22, 四号 14, 小四 12. */
  readonly size?: number;
  readonly bold?: boolean;
  /** RRGGBB. */
  readonly colour?: string;
}

export interface ParagraphStyle {
  readonly align?: 'left' | 'center' | 'right' | 'both';
  /** Characters by which the first line stands in. */
  readonly indent?: number;
  /** Characters by which the whole paragraph stands in from the right. */
  readonly right?: number;
  /** Points before, behind, and from line to line (exactly). */
  readonly before?: number;
  readonly after?: number;
  readonly line?: number;
  readonly keepNext?: boolean;
  /** A rule under the paragraph: thick over thin as on letterheads, or dashed to cut along. */
  readonly rule?: 'letterhead' | 'cut';
}

const twips = (mm: number) => Math.round((mm / 25.4) * 1440);

/** What XML 1.0 does not allow: a PDF's text layer may hold it, and Word would not open the file. */
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu;

export function escapeXml(text: string): string {
  return text
    .replace(unwritable, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Text in one style; a line break in it is one on paper. */
export function run(text: string, style: TextStyle = {}): string {
  const pieces = text
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`)
    .join('<w:br/>');
  return `<w:r>${runProperties(style)}${pieces}</w:r>`;
}

function runProperties({ font = 'body', size = 16, bold, colour }: TextStyle): string {
  const latin = font === 'body' ? 'Times New Roman' : fonts[font];
  return `<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="${latin}" w:hAnsi="${latin}" w:eastAsia="${fonts[font]}" w:cs="Times New Roman"/>${
    bold ? '<w:b/>' : ''
  }${colour ? `<w:color w:val="${colour}"/>` : ''}<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/></w:rPr>`;
}

const rules = {
  letterhead: '<w:bottom w:val="thickThinSmallGap" w:sz="24" w:space="6" w:color="D7000F"/>',
  cut: '<w:bottom w:val="dashed" w:sz="6" w:space="1" w:color="808080"/>',
} as const;

export function paragraph(runs: string | readonly string[], style: ParagraphStyle = {}): string {
  const { align, indent, right, before = 0, after = 0, line, keepNext, rule } = style;
  const ind =
    indent || right
      ? `<w:ind${right ? ` w:rightChars="${right * 100}" w:right="${right * 320}"` : ''}${
          indent ? ` w:firstLineChars="${indent * 100}" w:firstLine="${indent * 320}"` : ''
        }/>`
      : '';
  const spacing = `<w:spacing w:before="${before * 20}" w:after="${after * 20}"${
    line ? ` w:line="${line * 20}" w:lineRule="exact"` : ''
  }/>`;
  return `<w:p><w:pPr>${keepNext ? '<w:keepNext/>' : ''}${rule ? `<w:pBdr>${rules[rule]}</w:pBdr>` : ''}${spacing}${ind}${
    align ? `<w:jc w:val="${align}"/>` : ''
  }</w:pPr>${typeof runs === 'string' ? runs : runs.join('')}</w:p>`;
}

export interface Cell {
  readonly text: string;
  readonly align?: ParagraphStyle['align'];
  readonly style?: TextStyle;
  /** Columns that it takes. */
  readonly span?: number;
}

/** A ruled table over columns of these widths; `heads` rows are said again on each page, `together` keeps it on one. */
export function table(
  rows: readonly (readonly Cell[])[],
  widths: readonly number[],
  { heads = 0, size = 10.5, height = 0, together = false } = {},
): string {
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
    .join('');
  const grid = widths.map((width) => `<w:gridCol w:w="${twips(width)}"/>`).join('');
  const total = twips(widths.reduce((sum, width) => sum + width, 0));
  const told = rows.map((row, r) => {
    let column = 0;
    const cells = row.map(({ text, align = 'left', style = {}, span = 1 }) => {
      const width = widths.slice(column, column + span).reduce((sum, one) => sum + one, 0);
      column += span;
      const look = { size, ...(r < heads ? { font: 'head' as const } : {}), ...style };
      return `<w:tc><w:tcPr><w:tcW w:w="${twips(width)}" w:type="dxa"/>${
        span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''
      }<w:vAlign w:val="center"/></w:tcPr>${paragraph(run(text, look), { align: r < heads ? 'center' : align, keepNext: together && r < rows.length - 1 })}</w:tc>`;
    });
    const tall = height > 0 ? `<w:trHeight w:val="${twips(height)}" w:hRule="atLeast"/>` : '';
    return `<w:tr><w:trPr><w:cantSplit/>${tall}${r < heads ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`;
  });
  return `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${told.join('')}</w:tbl>`;
}

export interface Page {
  readonly landscape?: boolean;
  /** Top, right, bottom, left. */
  readonly margins: readonly [number, number, number, number];
  /** Page numbers at the foot: of all pages, or of all but the first. */
  readonly numbers?: 'all' | 'but-first';
}

/** A4 by GB/T 9704-2012, 5.1: the type area is 156 mm × 225 mm. */
export const officialPage: Page = { margins: [37, 26, 35, 28], numbers: 'but-first' };

/** The properties of a section, to stand last in the body or in the paragraph that ends it. */
export function section({ landscape, margins, numbers }: Page): string {
  const [top, right, bottom, left] = margins.map(twips);
  const [width, height] = landscape ? [16838, 11906] : [11906, 16838];
  return `<w:sectPr>${numbers ? '<w:footerReference w:type="default" r:id="rIdFooter"/>' : ''}<w:type w:val="nextPage"/><w:pgSz w:w="${width}" w:h="${height}"${
    landscape ? ' w:orient="landscape"' : ''
  }/><w:pgMar w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}" w:header="851" w:footer="${twips(20)}" w:gutter="0"/><w:pgNumType w:start="1"/>${
    numbers === 'but-first' ? '<w:titlePg/>' : ''
  }</w:sectPr>`;
}

/** Ends a section inside a body: what follows begins on a new page. */
export function sectionBreak(properties: string): string {
  return `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>${properties}</w:pPr></w:p>`;
}
