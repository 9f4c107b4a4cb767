import { basename } from 'node:path';
import type { Pack } from '../../calls/schema/index.ts';
import type { PartPlace } from '../../core/place.ts';
import type { Sheet } from '../../extractors/sheets/sheet.ts';
import { findHeaderRow } from '../awards/headers.ts';
import { readListFile, readSheets } from '../sheets/read-sheets.ts';
import { columnReader, targetOf } from './columns.ts';
import type { ListCell, ListColumn, ListRow, OfficeList } from './office-list.ts';

/**
 * A summary sheet or registry export from XLSX, CSV, or the tables of a document (DOCX, HTML, PDF, …): columns
 * by their headers, each row with what it says of the form's fields. Never throws.
 */
export async function readOfficeList(
  file: string,
  pack: Pick<Pack, 'form' | 'schemes'>,
): Promise<OfficeList> {
  const nothing: OfficeList = { files: [file], rows: [], columns: [], unread: [], problems: [] };
  const loaded = await readListFile(file);
  if ('problem' in loaded) return { ...nothing, problems: [loaded.problem] };
  const { sheets, problems } = await readSheets(basename(file), loaded.bytes);
  const read = sheets.map((sheet) => rowsOfSheet(sheet, file, pack));
  return {
    files: [file],
    rows: read.flatMap(({ rows }) => rows),
    columns: read.flatMap(({ columns }) => columns),
    unread: read.flatMap(({ unread }) => unread),
    problems,
  };
}

type SheetRows = Pick<OfficeList, 'rows' | 'columns' | 'unread'>;

export function rowsOfSheet(sheet: Sheet, file: string, pack: Pick<Pack, 'form' | 'schemes'>): SheetRows {
  const meaningOf = columnReader(pack);
  const identities = identifying(pack);
  const isEnough = (found: ReadonlySet<string>) =>
    found.size >= 2 && identities.some((key) => found.has(`field:${key}`));
  const header = findHeaderRow(sheet.rows, meaningOf, isEnough);
  if (!header) return { rows: [], columns: [], unread: [] };
  const { labels, meanings, last } = withSecondRow(sheet, header.row, header.meanings, meaningOf);
  const headingUnit = unitIn([...sheet.rows.slice(0, header.row).flat(), sheet.name]);
  const ranked = meanings.includes('rank') ? 'rank' : 'number';
  const unitKey = keyOfRole(pack, 'recommending-unit');
  const rows: ListRow[] = [];
  const unread: string[] = [];
  for (let i = last + 1; i < sheet.rows.length; i++) {
    const texts = sheet.rows[i] ?? [];
    const filled = new Set(texts.filter((text) => text.trim() !== ''));
    if (filled.size === 0 || isHeaderAgain(texts, meaningOf, isEnough)) continue;
    const number = sheet.firstRow + i;
    const cells = new Map<string, ListCell>();
    let rank: string | undefined;
    meanings.forEach((meaning, column) => {
      const target = meaning === undefined ? undefined : targetOf(meaning);
      const raw = (texts[column] ?? '').replace(/\s*\n\s*/gu, '').trim();
      if (typeof target === 'object') {
        const place = placeOf(file, sheet, number, column + 1);
        cells.set(target.field, { header: labels[column] ?? '', raw, place });
      } else if (target === ranked) rank = raw;
    });
    // A remark merged over the whole row is no row of the list.
    if (filled.size === 1 || identities.every((key) => !cells.get(key)?.raw)) {
      unread.push(`${sheet.name}:${number}`);
      continue;
    }
    const unit = (unitKey === undefined ? '' : cells.get(unitKey)?.raw) || headingUnit;
    rows.push({
      number,
      place: placeOf(file, sheet, number),
      cells,
      ...(rank === undefined ? {} : { rank }),
      ...(unit ? { unit } : {}),
    });
  }
  const columns = labels.map((label, column): ListColumn => {
    const meaning = meanings[column];
    const target = meaning === undefined ? undefined : targetOf(meaning);
    return {
      sheet: sheet.name,
      header: label,
      ...(typeof target === 'object' ? { field: target.field } : {}),
    };
  });
  return { rows: ranked === 'number' && runsThrough(rows) ? rows.map(withoutRank) : rows, columns, unread };
}

/** Whether the numbers of a sheet of several units go on from one unit to the next: then they rank nobody. */
function runsThrough(rows: readonly ListRow[]): boolean {
  const units = new Set(rows.map(({ unit }) => unit));
  return units.size > 1 && new Set(rows.map(({ rank }) => rank)).size === rows.length;
}

function withoutRank({ rank: _, ...row }: ListRow): ListRow {
  return row;
}

/** A header of two rows: 联系人 over 姓名 and 电话, the other cells merged downwards. */
function withSecondRow(
  sheet: Sheet,
  row: number,
  meanings: readonly (string | undefined)[],
  meaningOf: (header: string) => string | undefined,
): { labels: string[]; meanings: (string | undefined)[]; last: number } {
  const above = sheet.rows[row] ?? [];
  const below = sheet.rows[row + 1] ?? [];
  const same = above.filter((text, column) => text !== '' && text === below[column]).length;
  if (same < 2 || same === above.filter((text) => text !== '').length) {
    return { labels: [...above], meanings: [...meanings], last: row };
  }
  const seen = new Set<string>();
  const joined = above.map((text, column) => {
    const child = below[column] ?? '';
    const meaning =
      child === text || child === '' ? meaningOf(text) : (meaningOf(text + child) ?? meaningOf(child));
    if (meaning === undefined || seen.has(meaning)) return undefined;
    seen.add(meaning);
    return meaning;
  });
  const labels = above.map((text, column) =>
    below[column] === text ? text : `${text}${below[column] ?? ''}`,
  );
  return { labels, meanings: joined, last: row + 1 };
}

function isHeaderAgain(
  texts: readonly string[],
  meaningOf: (header: string) => string | undefined,
  isEnough: (found: ReadonlySet<string>) => boolean,
): boolean {
  const found = texts.map(meaningOf).filter((meaning) => meaning !== undefined);
  return isEnough(new Set(found)) && found.length === texts.filter((text) => text.trim() !== '').length;
}

/** `推荐单位（盖章）：江苏省工业和信息化厅` above the table. */
function unitIn(texts: readonly string[]): string | undefined {
  for (const text of texts) {
    const found = /(?:推荐|报送|填报)单位\s*(?:[（(][^）)]*[）)])?\s*[:：]\s*([^\s:：]{2,40})/u.exec(
      text,
    )?.[1];
    if (found) return found.replace(/[（(](?:盖章|公章)[）)]$/u, '');
  }
  return undefined;
}

const identifying = (pack: Pick<Pack, 'form'>): string[] =>
  (['applicant', 'title', 'credit-code'] as const).flatMap((role) => keyOfRole(pack, role) ?? []);

function keyOfRole({ form }: Pick<Pack, 'form'>, role: string): string | undefined {
  return form.fields.find((field) => field.role === role)?.key;
}

function placeOf(file: string, sheet: Sheet, row: number, column?: number): PartPlace {
  return { file, part: sheet.name, path: `tr[${row}]${column === undefined ? '' : `/tc[${column}]`}` };
}
