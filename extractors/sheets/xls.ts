import { oleStream } from '../word/office/ole.ts';
import type { Merge, Sheet } from './sheet.ts';
import { StringReader } from './xls-strings.ts';

/** Record types of BIFF8 ([MS-XLS] 2.3) that cells are made of; all others are passed over. */
const records = {
  formula: 0x06,
  date1904: 0x22,
  filePass: 0x2f,
  continued: 0x3c,
  sheet: 0x85,
  manyNumbers: 0xbd,
  format: 0xe0,
  merged: 0xe5,
  strings: 0xfc,
  sharedString: 0xfd,
  number: 0x203,
  text: 0x204,
  formulaText: 0x207,
  shortNumber: 0x27e,
  formatText: 0x41e,
  begin: 0x809,
  end: 0x0a,
} as const;

interface XlsRecord {
  readonly type: number;
  /** Its own bytes and those of the CONTINUE records after it. */
  readonly parts: readonly Buffer[];
  readonly body: Buffer;
}

const mostColumns = 64;
const mostRows = 100_000;

/**
 * All visible sheets of an Excel 97–2003 workbook; a merged cell's value stands in each of its cells, dates
 * as `YYYY-MM-DD`. Undefined where the file is no such workbook. Throws where it is encrypted or older.
 */
export function sheetsOfXls(bytes: Uint8Array): Sheet[] | undefined {
  const stream = oleStream(bytes, 'Workbook');
  if (!stream) {
    if (oleStream(bytes, 'Book')) throw new Error('Excel 95 or older: please save it as XLSX');
    return undefined;
  }
  const book = readBook(stream);
  return book.sheets
    .filter(({ hidden }) => !hidden)
    .map(({ name, offset }) => ({ name, ...rowsOf(stream, offset, book), firstRow: 1 }));
}

interface Book {
  readonly sheets: { readonly name: string; readonly offset: number; readonly hidden: boolean }[];
  readonly strings: string[];
  /** Whether a number in a cell of this format is a date. */
  readonly dates: boolean[];
  from1904: boolean;
}

function readBook(stream: Buffer): Book {
  const book: Book = { sheets: [], strings: [], dates: [], from1904: false };
  const formats: number[] = [];
  const dateFormats = new Set<number>(usualDateFormats);
  for (const { type, body, parts } of recordsFrom(stream, 0)) {
    if (type === records.end) break;
    if (type === records.filePass) throw new Error('encrypted workbook');
    if (type === records.date1904) book.from1904 = body.readUInt16LE(0) === 1;
    else if (type === records.sheet) {
      const reader = new StringReader([body.subarray(6)]);
      const [count, flags] = [reader.number(1), reader.number(1)];
      // Other kinds than worksheets (charts, macros) have no cells.
      if (body[5] !== 0) continue;
      const name = reader.characters(count, (flags & 1) === 1);
      book.sheets.push({ name, offset: body.readUInt32LE(0), hidden: ((body[4] ?? 0) & 3) !== 0 });
    } else if (type === records.strings) {
      const reader = new StringReader(parts);
      reader.skip(4);
      const count = Math.min(reader.number(4), stream.length);
      for (let i = 0; i < count; i++) book.strings.push(reader.richString());
    } else if (type === records.format) formats.push(body.readUInt16LE(2));
    else if (type === records.formatText) {
      const pattern = stringIn(body.subarray(2));
      if (/[yY年]|m.*d/u.test(pattern.replace(/\[[^\]]*\]|"[^"年月日]*"/gu, '')))
        dateFormats.add(body.readUInt16LE(0));
    }
  }
  book.dates.push(...formats.map((format) => dateFormats.has(format)));
  return book;
}

/** Built-in formats of dates, those of Chinese versions included. */
const usualDateFormats = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58];

function rowsOf(stream: Buffer, offset: number, book: Book): { rows: string[][]; merges: Merge[] } {
  const rows: string[][] = [];
  const put = (row: number, column: number, value: string) => {
    if (row >= mostRows || column >= mostColumns) return;
    while (rows.length <= row) rows.push([]);
    const cells = rows[row] ?? [];
    while (cells.length <= column) cells.push('');
    cells[column] = value;
  };
  const merged: Buffer[] = [];
  let formula: readonly [row: number, column: number] | undefined;
  let depth = 0;
  for (const { type, body } of recordsFrom(stream, offset)) {
    if (type === records.begin) depth++;
    if (type === records.end && --depth === 0) break;
    // A chart inside the sheet has records of its own.
    if (depth > 1) continue;
    if (type === records.merged) merged.push(body);
    else if (type === records.formulaText && formula) put(...formula, stringIn(body).trim());
    else if (cellTypes.has(type) && body.length >= 6) {
      const [row, column, format] = [body.readUInt16LE(0), body.readUInt16LE(2), body.readUInt16LE(4)];
      const number = (value: number, of = format) =>
        numberText(value, book.dates[of] ?? false, book.from1904);
      if (type === records.sharedString) put(row, column, (book.strings[body.readUInt32LE(6)] ?? '').trim());
      else if (type === records.text) put(row, column, stringIn(body.subarray(6)).trim());
      else if (type === records.number) put(row, column, number(body.readDoubleLE(6)));
      else if (type === records.shortNumber) put(row, column, number(shortNumber(body.readInt32LE(6))));
      else if (type === records.manyNumbers) {
        for (let at = 4, i = 0; at + 6 <= body.length - 2; at += 6, i++)
          put(row, column + i, number(shortNumber(body.readInt32LE(at + 2)), body.readUInt16LE(at)));
      } else {
        formula = [row, column];
        // Two bytes of ones: no number; a text stands in the record after it.
        if (body.readUInt16LE(12) !== 0xffff) put(row, column, number(body.readDoubleLE(6)));
      }
    }
  }
  const merges = merged.flatMap(mergesIn);
  for (const merge of merges) spread(merge, rows, put);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return { rows: rows.map((row) => [...row, ...new Array<string>(width - row.length).fill('')]), merges };
}

const cellTypes = new Set<number>([
  records.formula,
  records.manyNumbers,
  records.sharedString,
  records.number,
  records.text,
  records.shortNumber,
]);

/** Ref8U structures of a MergeCells record ([MS-XLS] 2.4.168). */
function mergesIn(body: Buffer): Merge[] {
  const merges: Merge[] = [];
  for (let at = 2; at + 8 <= body.length; at += 8) {
    const [top, bottom] = [body.readUInt16LE(at), body.readUInt16LE(at + 2)];
    const [left, right] = [body.readUInt16LE(at + 4), body.readUInt16LE(at + 6)];
    if (bottom >= top && right >= left)
      merges.push({ row: top, col: left, rowSpan: bottom - top + 1, colSpan: right - left + 1 });
  }
  return merges;
}

function spread(
  merge: Merge,
  rows: readonly string[][],
  put: (row: number, column: number, value: string) => void,
): void {
  const value = rows[merge.row]?.[merge.col] ?? '';
  if (value === '') return;
  for (let row = merge.row; row < Math.min(merge.row + merge.rowSpan, rows.length); row++)
    for (let column = merge.col; column < Math.min(merge.col + merge.colSpan, mostColumns); column++)
      put(row, column, value);
}

function* recordsFrom(stream: Buffer, offset: number): Generator<XlsRecord> {
  let at = offset;
  while (at + 4 <= stream.length) {
    const type = stream.readUInt16LE(at);
    const parts = [stream.subarray(at + 4, at + 4 + stream.readUInt16LE(at + 2))];
    at += 4 + (parts[0]?.length ?? 0);
    while (at + 4 <= stream.length && stream.readUInt16LE(at) === records.continued) {
      const length = stream.readUInt16LE(at + 2);
      parts.push(stream.subarray(at + 4, at + 4 + length));
      at += 4 + length;
    }
    yield { type, parts, body: parts[0] ?? Buffer.alloc(0) };
  }
}

/** XLUnicodeString: its length, how wide, the characters. */
function stringIn(body: Buffer): string {
  const reader = new StringReader([body]);
  const [count, flags] = [reader.number(2), reader.number(1)];
  return reader.characters(count, (flags & 1) === 1);
}

/** RkNumber ([MS-XLS] 2.5.217): an integer or the upper half of a double, perhaps times a hundred. */
function shortNumber(bits: number): number {
  let value = bits >> 2;
  if ((bits & 2) === 0) {
    const double = Buffer.alloc(8);
    double.writeInt32LE(bits & ~3, 4);
    value = double.readDoubleLE(0);
  }
  return bits & 1 ? value / 100 : value;
}

function numberText(value: number, isDate: boolean, from1904: boolean): string {
  if (!isDate || value < 1 || value > 2_958_465) return String(Number(value.toPrecision(15)));
  const days = Math.floor(value) + (from1904 ? 1462 : 0);
  // Day 1 is 1 January 1900, and a 29 February of that year is counted that never was.
  return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10);
}
