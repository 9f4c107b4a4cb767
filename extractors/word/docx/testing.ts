import JSZip from 'jszip';
import { type Block, type Document, linesOf } from '../../../core/document.ts';

/** Small Word packages for tests, from the XML of their parts. */

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ');

const relationTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const mainType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

export interface Parts {
  readonly body: string;
  /** Content of further parts by name: `styles`, `numbering`, `header`, `footnotes` … */
  readonly others?: Readonly<Record<string, string>>;
  readonly media?: Readonly<Record<string, Uint8Array>>;
  /** Documents for `w:altChunk` by file name, which is also the relation's id. */
  readonly chunks?: Readonly<Record<string, Uint8Array>>;
  /** Documents for `o:OLEObject` by file name, which is also the relation's id. */
  readonly objects?: Readonly<Record<string, Uint8Array>>;
}

const roots: Readonly<Record<string, string>> = {
  numbering: 'numbering',
  styles: 'styles',
  header: 'hdr',
  footer: 'ftr',
};

export async function docx(parts: Parts | string): Promise<Uint8Array> {
  const {
    body,
    others = {},
    media = {},
    chunks = {},
    objects = {},
  } = typeof parts === 'string' ? { body: parts } : parts;
  const zip = new JSZip();
  const wrap = (root: string, content: string) =>
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${root} ${namespaces}>${content}</w:${root}>`;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relationTypes}/${type}" Target="${target}"/>`;
  const relations = (content: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
  zip.file(
    '[Content_Types].xml',
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${mainType}"/></Types>`,
  );
  zip.file('_rels/.rels', relations(relation('rId1', 'officeDocument', 'word/document.xml')));
  zip.file('word/document.xml', wrap('document', `<w:body>${body}</w:body>`));
  const own = Object.keys(others).map((name) => relation(name, name, `${name}.xml`));
  const pictures = Object.keys(media).map((name) => relation(name, 'image', `media/${name}`));
  const embedded = Object.keys(chunks).map((name) => relation(name, 'aFChunk', name));
  const put = Object.keys(objects).map((name) => relation(name, 'package', `embeddings/${name}`));
  zip.file('word/_rels/document.xml.rels', relations([...own, ...pictures, ...embedded, ...put].join('')));
  for (const [name, bytes] of Object.entries(objects)) zip.file(`word/embeddings/${name}`, bytes);
  for (const [name, content] of Object.entries(others))
    zip.file(`word/${name}.xml`, wrap(roots[name] ?? name, content));
  for (const [name, bytes] of Object.entries(media)) zip.file(`word/media/${name}`, bytes);
  for (const [name, bytes] of Object.entries(chunks)) zip.file(`word/${name}`, bytes);
  return await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

export const r = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
export const p = (text: string, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${text.startsWith('<') ? text : r(text)}</w:p>`;
export const tc = (content: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
export const tr = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`;
export const tbl = (...rows: readonly string[]) => `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`;

export const texts = (blocks: readonly Block[]): string[] => [...linesOf(blocks)].map((line) => line.text);
export const codes = (document: Document): string[] => document.problems.map((problem) => problem.code);
