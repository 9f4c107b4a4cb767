import { basename } from 'node:path';
import type { Text } from '../../core/lang.ts';
import type { Problem } from '../../core/problem.ts';
import type { Sheet } from '../../extractors/sheets/sheet.ts';
import { damaged, plainText, readListFile, readSheets } from '../sheets/read-sheets.ts';
import { type Award, awardFileSchema, awardId } from './award.ts';
import { type About, identify, type SaidProgramme } from './identify.ts';
import type { Issuer } from './issuer.ts';
import type { ProgrammeNames } from './programmes.ts';
import { awardsOfSheet, type Column, type UnreadRow } from './rows.ts';
import { goesOn } from './table-shape.ts';

export interface AwardsOptions {
  /** The packs' programmes, by whose names the awards get their programme ids. */
  readonly programmes?: readonly ProgrammeNames[];
  /** Whose list it is, as the office says; rows that name another issuer keep theirs. */
  readonly issuer?: Issuer;
  /** Which programme it is of, as the office says; rows that name one keep theirs. */
  readonly programme?: SaidProgramme;
}

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
 * Never throws.
 */
export async function readAwards(file: string, options: AwardsOptions = {}): Promise<ReadAwards> {
  const loaded = await readListFile(file);
  if ('problem' in loaded) return { ...nothing, problems: [loaded.problem] };
  return readAwardBytes(basename(file), loaded.bytes, options);
}

/** The same from bytes; the kind is told by the content, between CSV and JSON by the first character. */
export async function readAwardBytes(
  name: string,
  bytes: Uint8Array,
  options: AwardsOptions = {},
): Promise<ReadAwards> {
  const text = plainText(name, bytes);
  if (text !== undefined && /^\s*[[{]/u.test(text)) return fromJson(text, name, options);
  const { sheets, problems } = await readSheets(name, bytes);
  return fromSheets(sheets, name, options, problems);
}

function fromSheets(
  sheets: readonly Sheet[],
  name: string,
  options: AwardsOptions,
  problems: readonly Problem[],
): ReadAwards {
  let before = '';
  const read = sheets.map((sheet) => {
    const on = goesOn(sheet.name) ? before : '';
    if (on === '') before = headingOf(sheet);
    return awardsOfSheet(sheet, name, options.programmes ?? [], saidIn(options), on);
  });
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

/** What a table is called, for the one that goes on with it. */
function headingOf({ name, rows }: Sheet): string {
  const [first = []] = rows;
  const title = new Set(first.filter((cell) => cell.trim() !== ''));
  return [name, ...(title.size === 1 ? title : [])].join(' ').trim();
}

function saidIn({ issuer, programme }: AwardsOptions): Pick<About, 'said' | 'saidProgramme'> {
  return { ...(issuer ? { said: issuer } : {}), ...(programme ? { saidProgramme: programme } : {}) };
}

const noHeader: Text = {
  zh: '没有找到表头（需要一行含“企业名称”“项目名称”等列名），整张表未读',
  en: 'no header row was found (one that names a company or title column is needed): the sheet was not read',
};

function fromJson(text: string, file: string, options: AwardsOptions): ReadAwards {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { ...nothing, problems: [damaged(error instanceof Error ? error.message : String(error))] };
  }
  const parsed = awardFileSchema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return {
      ...nothing,
      problems: [damaged(`${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim())],
    };
  }
  const awards = parsed.data.map((award) => {
    const about = { title: [], sheet: '', file, ...saidIn(options) };
    const found = identify(
      award.programmeName ? { programme: award.programmeName } : {},
      about,
      options.programmes ?? [],
    );
    const told = { ...found, ...award };
    return { ...told, id: award.id ?? awardId(told) };
  });
  return { ...nothing, awards };
}
