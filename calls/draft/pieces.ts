import type { Block, Cell, Document, Table } from '../../core/document.ts';
import { measureWord } from './form/units.ts';
import { officesOf } from './notice/office-names.ts';
import { textTables } from './text-tables.ts';
import { unspacedLine, unwrapped } from './unwrap.ts';

/** A notice as the drafting reads it: paragraphs made whole again, and tables. */
export type Piece =
  | { readonly kind: 'para'; readonly text: string }
  /** `ofText`: its words stand among the paragraphs as well, as copied. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly GridCell[])[]; readonly ofText?: true };

export interface GridCell {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly paras: readonly string[];
}

const han = '一二三四五六七八九十';
/** How Chinese notices number: 一、 （一） 1. （1） 第一条, in the order of their depth. */
export const numberings: readonly RegExp[] = [
  new RegExp(`^(?:第?([${han}]{1,3})(?:[、．.]|条|章))\\s*`, 'u'),
  new RegExp(`^[（(]([${han}]{1,3})[）)][、．.]?\\s*`, 'u'),
  /^(\d{1,2}(?:\.\d{1,2})?)(?:[、．.](?!\d(?!\d?[A-Za-z]))|(?<=\.\d{1,2})\s|\s(?![年月日个项])(?=[\u4e00-\u9fff]{2}))\s*/u,
  /^[（(](\d{1,2})[）)][、．.]?\s*/u,
];

/** Divides above 一、. */
const partNumber = new RegExp(`^(第[${han}]{1,3}(?:部分|编|篇))[、：:\\s]*(?=\\S)`, 'u');

/** Depth (0 the highest, -1 for 第一部分), number and the rest of a numbered paragraph. */
export function numberOf(text: string): { depth: number; number: string; rest: string } | undefined {
  const [whole, part] = partNumber.exec(text) ?? [];
  if (whole !== undefined && part !== undefined)
    return { depth: -1, number: part, rest: text.slice(whole.length) };
  for (const [depth, pattern] of numberings.entries()) {
    const match = pattern.exec(text);
    if (!match) continue;
    const number = match[1] ?? '';
    // 1.1 stands below 1.
    return { depth: number.includes('.') ? depth + 0.5 : depth, number, rest: text.slice(match[0].length) };
  }
  return undefined;
}

export const annexHead = /^附\s*件\s*([0-9一二三四五六七八九十]{0,2})\s*[:：]?\s*$/u;
export const tick = /[☐☑□■▢]/u;
export const blank = /[_＿]{2,}/u;

/** The paragraphs and tables of a document in reading order. */
export function piecesOf(document: Document): Piece[] {
  const pieces: Piece[] = [];
  const texts: string[] = [];
  const flush = () => {
    const lines = unwrapped(texts.splice(0));
    for (const text of whole(lines).flatMap(splitInline)) pieces.push({ kind: 'para', text });
    for (const rows of textTables(lines)) pieces.push({ kind: 'table', rows, ofText: true });
  };
  for (const block of document.body) {
    if (block.kind === 'paragraph') texts.push(paragraphText(block));
    // A table of one column only frames running text.
    else if (block.cols === 1) texts.push(...block.cells.flatMap(cellParas));
    else {
      flush();
      pieces.push(tablePiece(block));
    }
  }
  flush();
  return pieces;
}

const paragraphText = (block: Extract<Block, { kind: 'paragraph' }>) =>
  unspacedLine(
    block.lines
      .map((line) => spacesToBlanks(line.text))
      .join(' ')
      .replace(/\s+/gu, ' ')
      .trim()
      .replace(/^[-•·●]\s+/u, ''),
  );

function tablePiece(table: Table): Piece {
  const rows: GridCell[][] = Array.from({ length: table.rows }, () => []);
  for (const cell of table.cells) {
    const { row, col, rowSpan, colSpan } = cell;
    rows[row]?.push({ row, col, rowSpan, colSpan, paras: cellParas(cell) });
  }
  for (const row of rows) row.sort((a, b) => a.col - b.col);
  return { kind: 'table', rows };
}

/** Spaces that are left to write in before a unit: `　　　人，其中专业人员　　　人`. */
export function spacesToBlanks(text: string): string {
  return text.replace(writtenSpaces, '____');
}
const writtenSpaces = new RegExp(
  `(?:^|(?<=[\\u4e00-\\u9fff，、；：:（(])(?<!^[\\u4e00-\\u9fff]))[ \\u3000\\u00a0]{2,}(?=(?![年月日])(?:${measureWord})(?:$|[，,；;。、（(）)\\s]))`,
  'gu',
);

function cellParas(cell: Cell): string[] {
  const paras: string[] = [];
  for (const block of cell.blocks) {
    if (block.kind === 'paragraph')
      paras.push(...block.lines.map((line) => spacesToBlanks(line.text).trim()));
    else paras.push(...block.cells.flatMap(cellParas));
  }
  return whole(paras.filter((text) => text !== ''));
}

/**
 * Joins what a page or a line break cut: the first part stops in the middle of a sentence or of a bracket and
 * the second does not begin a new item.
 */
export function whole(texts: readonly string[]): string[] {
  const joined: string[] = [];
  for (const text of texts) {
    const last = joined.at(-1);
    if (last !== undefined && goesOn(last, text)) joined[joined.length - 1] = last + text;
    else if (text !== '') joined.push(text);
  }
  return joined;
}

function goesOn(first: string, second: string): boolean {
  if (numberOf(second) || annexHead.test(second) || annexHead.test(first)) return false;
  if (officesOf(second).length > 0 || officesOf(first).length > 0) return false;
  if (/^[_＿]{2,}/u.test(second) && /[:：]$/u.test(first)) return true;
  if (openBrackets(first) > 0 && first.length < 600) return true;
  if (/^(?:联\s*系|邮\s*箱|地\s*址|附\s*件|通信|电\s*话)/u.test(second) || /[:：]$/u.test(second))
    return false;
  if (tick.test(first + second) || blank.test(first)) return false;
  return (
    first.length >= 20 &&
    /[，、。；]/u.test(first) &&
    /[\u4e00-\u9fff\w，、“”‘’（）/]$/u.test(first) &&
    !/(?:通知|办公厅|办公室|申报书|）)$/u.test(first) &&
    !/^[^：:]{1,10}[：:]/u.test(second) &&
    !/^[\u4e00-\u9fff]{2,8}——/u.test(second)
  );
}

function openBrackets(text: string): number {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return Math.max(count(/[（(]/gu) - count(/[）)]/gu), count(/《/gu) - count(/》/gu));
}

/** Items that stand in one paragraph, as copied text has them: …如下：一、…。（一）…。（二）…。 */
function splitInline(text: string): string[] {
  if (tick.test(text) || blank.test(text)) return [text];
  return text
    .split(
      new RegExp(
        `(?<=[。：；])\\s*(?=(?:[${han}]{1,3}、|[（(][${han}]{1,3}[）)])(?!是))|(?<=。)(?=附件[:：])`,
        'u',
      ),
    )
    .filter((part) => part.trim() !== '');
}
