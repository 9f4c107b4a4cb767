import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Text } from '../../core/lang.ts';
import type { Problem } from '../../core/problem.ts';
import { decodeText } from '../../extractors/markup/decode-text.ts';
import { type Award, awardFileSchema, awardId } from './award.ts';
import { parseCsv } from './csv.ts';
import { documentSheets } from './document-sheets.ts';
import type { ProgrammeNames } from './programmes.ts';
import { awardsOfSheet, type Column, type UnreadRow } from './rows.ts';
import type { Sheet } from './sheet.ts';
import { sheetsOfXlsx } from './xlsx.ts';

export interface ReadAwards {
  readonly awards: readonly Award[];
  /** What each column was taken for. */
  readonly columns: readonly Column[];
  readonly rowsUnread: readonly UnreadRow[];
  readonly problems: readonly Problem[];
}

const nothing: ReadAwards = { awards: [], columns: [], rowsUnread: [], problems: [] };

/**
 * An official list of awards from XLSX, CSV, JSON, or the tables of a document (DOCX, PDF, HTML, …).
 * `programmes` are the packs' programmes, by whose names the awards get their programme ids. Never throws.
 */
export async function readAwards(
  file: string,
  programmes: readonly ProgrammeNames[] = [],
): Promise<ReadAwards> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const problem: Problem = missing
      ? { code: 'file-missing', values: { file } }
      : { code: 'file-unreadable', values: { file, reason } };
    return { ...nothing, problems: [problem] };
  }
  if (bytes.length === 0) return { ...nothing, problems: [{ code: 'file-empty' }] };
  return readAwardBytes(basename(file), bytes, programmes);
}

/** The same from bytes; the kind is told by the content, between CSV and JSON by the first character. */
export async function readAwardBytes(
  name: string,
  bytes: Uint8Array,
  programmes: readonly ProgrammeNames[] = [],
): Promise<ReadAwards> {
  try {
    const signature = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
    const isText =
      !/^(?:PK|%PDF|\xd0\xcf\x11\xe0|\x89PNG|\xff\xd8|II\*|MM)/u.test(signature) &&
      !/\.(?:html?)$/iu.test(name);
    if (isText) {
      const text = decodeText(bytes);
      if (/^\s*[[{]/u.test(text)) return fromJson(text);
      return fromSheets([{ name: '', rows: parseCsv(text), firstRow: 1 }], name, programmes, []);
    }
    if (signature.startsWith('PK') && isWorkbook(bytes)) {
      return fromSheets(await sheetsOfXlsx(bytes), name, programmes, []);
    }
    const { sheets, problems } = await documentSheets(name, bytes);
    return fromSheets(sheets, name, programmes, problems);
  } catch (error) {
    return { ...nothing, problems: [damaged(error instanceof Error ? error.message : String(error))] };
  }
}

function fromSheets(
  sheets: readonly Sheet[],
  name: string,
  programmes: readonly ProgrammeNames[],
  problems: readonly Problem[],
): ReadAwards {
  const read = sheets.map((sheet) => awardsOfSheet(sheet, name, programmes));
  const rowsUnread = read.flatMap((sheet) => sheet.rowsUnread);
  const strange = sheets.filter(
    (sheet, i) => !read[i]?.understood && sheet.rows.some((row) => row.some((cell) => cell)),
  );
  const unread = strange.map((sheet) => ({ sheet: sheet.name, row: sheet.firstRow, why: noHeader }));
  const known = new Map(read.flatMap((sheet) => sheet.awards).map((award) => [award.id, award]));
  return {
    awards: [...known.values()],
    columns: read.flatMap((sheet) => sheet.columns),
    rowsUnread: [...rowsUnread, ...unread],
    problems,
  };
}

const noHeader: Text = {
  zh: '没有找到表头（需要一行含“企业名称”“项目名称”等列名），整张表未读',
  en: 'no header row was found (one that names a company or title column is needed): the sheet was not read',
};

function fromJson(text: string): ReadAwards {
  const parsed = awardFileSchema.safeParse(JSON.parse(text));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return {
      ...nothing,
      problems: [damaged(`${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim())],
    };
  }
  return { ...nothing, awards: parsed.data.map((award) => ({ ...award, id: award.id ?? awardId(award) })) };
}

function isWorkbook(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).includes('xl/workbook.xml');
}

function damaged(reason: string): Problem {
  return { code: 'file-damaged', values: { reason } };
}
