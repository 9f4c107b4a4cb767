import { readFile } from 'node:fs/promises';
import type { Problem } from '../../core/problem.ts';
import { decodeText } from '../../extractors/markup/decode-text.ts';
import { parseCsv } from '../../extractors/sheets/csv.ts';
import type { Sheet } from '../../extractors/sheets/sheet.ts';
import { sheetsOfXls } from '../../extractors/sheets/xls.ts';
import { sheetsOfXlsx } from '../../extractors/sheets/xlsx.ts';
import { documentSheets } from './document-sheets.ts';

export interface ReadSheets {
  readonly sheets: readonly Sheet[];
  readonly problems: readonly Problem[];
}

/** The bytes of a list that an office names on the command line, or why there are none. */
export async function readListFile(
  file: string,
): Promise<{ readonly bytes: Uint8Array } | { readonly problem: Problem }> {
  try {
    const bytes = await readFile(file);
    return bytes.length === 0 ? { problem: { code: 'file-empty' } } : { bytes };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return {
      problem: missing
        ? { code: 'file-missing', values: { file } }
        : { code: 'file-unreadable', values: { file, reason } },
    };
  }
}

/** The tables of a list: XLSX, XLS, CSV, or a document (DOCX, PDF, HTML, …), told by the content. Never throws. */
export async function readSheets(name: string, bytes: Uint8Array): Promise<ReadSheets> {
  try {
    const text = plainText(name, bytes);
    if (text !== undefined)
      return { sheets: [{ name: '', rows: parseCsv(text), firstRow: 1 }], problems: [] };
    if (isWorkbook(bytes)) return { sheets: await sheetsOfXlsx(bytes), problems: [] };
    const old = sheetsOfXls(bytes);
    return old ? { sheets: old, problems: [] } : await documentSheets(name, bytes);
  } catch (error) {
    return { sheets: [], problems: [damaged(error instanceof Error ? error.message : String(error))] };
  }
}

/** The text of a file that is neither a workbook nor a document. */
export function plainText(name: string, bytes: Uint8Array): string | undefined {
  const signature = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  const other = /^(?:PK|%PDF|\xd0\xcf\x11\xe0|\x89PNG|\xff\xd8|II\*|MM)/u.test(signature);
  return other || /\.html?$/iu.test(name) ? undefined : decodeText(bytes);
}

function isWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && Buffer.from(bytes).includes('xl/workbook.xml');
}

export function damaged(reason: string): Problem {
  return { code: 'file-damaged', values: { reason } };
}
