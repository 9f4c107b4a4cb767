import type { Document } from '../../core/document.ts';
import { readHtml } from '../html/read-html.ts';
import { decodeText } from '../markup/decode-text.ts';

/** Tags that text copied from a web page keeps; any other `<` is a character. */
const kept = /<\/?(?:p|br|sup|sub|b|strong|em)\s*\/?>|<input\b[^>]*>/giu;

/**
 * Reads plain text or simple Markdown: a line is a paragraph, lines with tabs or bars are rows of a table,
 * `#` is a heading, `[ ]` a tick box. The text goes through the HTML reader, so that there is one model of
 * tables and ticks. Never throws.
 */
export function readText(content: Uint8Array | string): Document {
  const source = typeof content === 'string' ? content : decodeText(content);
  const html: string[] = [];
  let rows: string[] = [];
  const flush = (): void => {
    if (rows.length > 0) html.push(`<table>${rows.join('')}</table>`);
    rows = [];
  };
  for (const line of source.split(/\r\n?|\n/u)) {
    const cells = cellsOf(line);
    if (cells) {
      if (cells.length > 0) rows.push(`<tr>${cells.map((cell) => `<td>${markup(cell)}</td>`).join('')}</tr>`);
      continue;
    }
    // An empty line between two rows is how pages break, not where the table ends.
    if (line.trim() === '') continue;
    flush();
    const [, marks, title] = /^(#{1,6})\s+(.*)$/u.exec(line) ?? [];
    html.push(
      marks ? `<h${marks.length}>${markup(title ?? '')}</h${marks.length}>` : `<p>${markup(line)}</p>`,
    );
  }
  flush();
  return readHtml(`<html><body>${html.join('\n')}</body></html>`);
}

/** The cells of a row; `[]` for the rule below a Markdown header, `undefined` for a line that is no row. */
function cellsOf(line: string): string[] | undefined {
  if (line.includes('\t')) return line.split('\t');
  const [, inner] = /^\s*\|(.+)\|\s*$/u.exec(line) ?? [];
  // Text typed by hand sets columns apart by the wide bar alone.
  if (inner === undefined) return line.includes('｜') ? line.split('｜') : undefined;
  return /^[\s:|-]+$/u.test(inner) ? [] : inner.split('|');
}

function markup(text: string): string {
  const plain = text.replace(/\*\*/gu, '').replace(/\[ \]/gu, '☐');
  let html = '';
  let end = 0;
  for (const match of plain.matchAll(kept)) {
    html += escaped(plain.slice(end, match.index)) + match[0];
    end = match.index + match[0].length;
  }
  return html + escaped(plain.slice(end));
}

const escaped = (text: string) => text.replace(/&(?!\w+;)/gu, '&amp;').replaceAll('<', '&lt;');
