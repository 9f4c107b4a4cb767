import { append } from '../../core/append.ts';
import type { Block, Document, Line, Paragraph } from '../../core/document.ts';
import type { Problem } from '../../core/problem.ts';
import { decodeText } from '../markup/decode-text.ts';
import type { Element } from '../markup/element.ts';
import { parseHtml } from './parse-html.ts';
import { readHtmlTable } from './table.ts';

const dropped = new Set([
  'script',
  'style',
  'head',
  'noscript',
  'template',
  'select',
  'datalist',
  'object',
  'iframe',
]);
const inline = new Set(
  (
    'a abbr acronym b bdi bdo big button cite code data del dfn em font i img input ins kbd label mark nobr output q ' +
    'rp ruby s samp small span strike strong sub sup time tt u var wbr'
  ).split(' '),
);

/** What was met while a page is read. */
export interface HtmlReading {
  readonly hidden: string[];
}

/**
 * Reads well-formed or sloppy HTML: tables with spans, paragraphs, headings as `outline`, `<br>` as a line
 * boundary. Places are `{ part: 'html', path }` with the same path words as Word (`tbl`, `tr`, `tc`, `p`).
 * Bytes are decoded by what the page declares. Never throws.
 */
export function readHtml(content: Uint8Array | string): Document {
  const source = typeof content === 'string' ? content : decodeText(content);
  const reading: HtmlReading = { hidden: [] };
  const { root, whole } = parseHtml(source);
  const body = readHtmlBlocks(root, '', reading);
  const problems: Problem[] = whole ? [] : [{ code: 'file-repaired' }];
  const hidden = reading.hidden.join('').trim();
  if (hidden !== '') {
    const values = { count: [...hidden].length, sample: [...hidden].slice(0, 20).join('') };
    problems.push({ code: 'hidden-text', values });
  }
  return { format: 'html', pages: [], body, marginalia: [], pictures: [], problems };
}

/** The blocks of the page, a cell or a list item. */
export function readHtmlBlocks(container: Element, path: string, reading: HtmlReading): Block[] {
  const blocks: Block[] = [];
  const prefix = path === '' ? '' : `${path}/`;
  let paragraphs = 0;
  let tables = 0;
  let text = '';
  const flush = (outline?: number): void => {
    const lines = text.split('\n').map((line) => line.replace(/[ \t\r\f]+/g, ' ').replace(/^ | $/g, ''));
    text = '';
    const filled = lines.filter((line) => line.trim() !== '');
    if (filled.length === 0) return;
    const place = { part: 'html', path: `${prefix}p[${++paragraphs}]` };
    const paragraph: Paragraph = {
      kind: 'paragraph',
      lines: filled.map((line): Line => ({ text: line, place, readBy: 'html', confidence: 1 })),
      ...(outline !== undefined && { outline }),
    };
    blocks.push(paragraph);
  };
  const walk = (element: Element, preformatted: boolean): void => {
    for (const child of element.children) {
      if (typeof child === 'string') text += preformatted ? child : child.replace(/[\r\n]+/g, ' ');
      else if (dropped.has(child.name)) continue;
      else if (isHidden(child)) reading.hidden.push(plainText(child));
      else if (child.name === 'br') text += '\n';
      else if (child.name === 'input') text += inputText(child);
      else if (child.name === 'table') {
        flush();
        append(blocks, readHtmlTable(child, `${prefix}tbl[${++tables}]`, reading));
      } else if (inline.has(child.name)) walk(child, preformatted);
      else {
        flush();
        walk(child, preformatted || child.name === 'pre' || child.name === 'textarea');
        const level = /^h([1-6])$/.exec(child.name)?.[1];
        flush(level === undefined ? undefined : Number(level));
      }
    }
  };
  walk(container, false);
  flush();
  return blocks;
}

function isHidden(element: Element): boolean {
  const { hidden, style } = element.attributes;
  return (
    hidden !== undefined ||
    /(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|opacity\s*:\s*0(?![.\d])|font-size\s*:\s*(?:0|[01](?:\.\d+)?\s*p[tx])(?![.\d]))/i.test(
      style ?? '',
    )
  );
}

function plainText(element: Element): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : dropped.has(child.name) ? '' : plainText(child)))
    .join('');
}

function inputText(input: Element): string {
  const { type = 'text', checked, value = '' } = input.attributes;
  if (/^(checkbox|radio)$/i.test(type)) return checked === undefined ? '☐' : '☑';
  return /^(hidden|button|submit|reset|image|file|password)$/i.test(type) ? '' : value;
}
