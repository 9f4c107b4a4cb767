import type { Text } from '../../core/lang.ts';
import { foldLetters } from '../../core/text/fold-for-matching.ts';
import type { Sheet } from '../../extractors/sheets/sheet.ts';
import { type Award, awardId } from './award.ts';
import { findHeader, type Meaning, meaningOfHeader } from './headers.ts';
import { dateIn, findProgramme, type ProgrammeNames, programmeNameIn, yearIn } from './programmes.ts';

/** How one column was understood; `meaning` is absent where its header says nothing known. */
export interface Column {
  readonly sheet: string;
  readonly header: string;
  readonly meaning?: Meaning;
}

export interface UnreadRow {
  readonly sheet: string;
  /** As a person counts it in the file. */
  readonly row: number;
  readonly why: Text;
}

export interface SheetAwards {
  readonly awards: readonly Award[];
  readonly columns: readonly Column[];
  readonly rowsUnread: readonly UnreadRow[];
  readonly understood: boolean;
}

/** The awards of one sheet. `heading` is what stands around it: the file's name. */
export function awardsOfSheet(
  sheet: Sheet,
  heading: string,
  programmes: readonly ProgrammeNames[],
): SheetAwards {
  const header = findHeader(sheet.rows);
  if (!header) return { awards: [], columns: [], rowsUnread: [], understood: false };
  const above = sheet.rows.slice(0, header.row).map((row) => [...new Set(row)].join(' '));
  const headings = [above.join(' '), sheet.name, heading];
  const listed = first(headings.slice(0, 1), dateIn);
  const defaults = {
    year: first(headings, yearIn),
    programme: first(headings, (text) => findProgramme(text, programmes)),
    programmeName: first(
      [above.find((line) => programmeNameIn(line)) ?? '', sheet.name, heading],
      programmeNameIn,
    ),
    listedOn: listed,
  };
  const awards: Award[] = [];
  const rowsUnread: UnreadRow[] = [];
  let category = '';
  for (let i = header.row + 1; i < sheet.rows.length; i++) {
    const cells = sheet.rows[i] ?? [];
    if (cells.every((cell) => cell.trim() === '')) continue;
    const filled = [...new Set(cells.filter((cell) => cell.trim() !== ''))];
    const headers = cells.filter((cell) => meaningOfHeader(cell)).length;
    if (headers >= 2 && headers === cells.filter((cell) => cell.trim() !== '').length) continue;
    const only = filled[0] ?? '';
    const row = valuesOf(cells, header.meanings);
    if (filled.length === 1 && /^[（(]?[一二三四五六七八九十]+[）)、．.]/u.test(only)) {
      category = only
        .replace(/^[（(]?[一二三四五六七八九十]+[）)、．.]\s*/u, '')
        .replace(/[（(]\s*\d+\s*[个项家]?\s*[）)]$/u, '');
      continue;
    }
    if (!row.title && !row.company) {
      rowsUnread.push({ sheet: sheet.name, row: sheet.firstRow + i, why: noTitle(filled) });
      continue;
    }
    awards.push(awardOf(row, category, defaults, programmes));
  }
  return {
    awards,
    rowsUnread,
    understood: true,
    columns: header.meanings.map((meaning, column) => ({
      sheet: sheet.name,
      header: sheet.rows[header.row]?.[column] ?? '',
      ...(meaning ? { meaning } : {}),
    })),
  };
}

type Row = Readonly<Partial<Record<Meaning, string>>>;

function valuesOf(cells: readonly string[], meanings: readonly (Meaning | undefined)[]): Row {
  const row: Partial<Record<Meaning, string>> = {};
  meanings.forEach((meaning, column) => {
    const value = (cells[column] ?? '').replace(/\s*\n\s*/gu, '').trim();
    if (meaning && value !== '') row[meaning] = value;
  });
  return row;
}

interface Defaults {
  readonly year: number | undefined;
  readonly programme: string | undefined;
  readonly programmeName: string | undefined;
  readonly listedOn: string | undefined;
}

function awardOf(
  row: Row,
  category: string,
  defaults: Defaults,
  programmes: readonly ProgrammeNames[],
): Award {
  const listedOn = row.listedOn ? dateIn(row.listedOn) : defaults.listedOn;
  const year =
    (row.year ? yearIn(row.year) : undefined) ?? defaults.year ?? (listedOn ? yearIn(listedOn) : undefined);
  const programmeName = row.programme ?? defaults.programmeName;
  const programme = row.programme ? findProgramme(row.programme, programmes) : defaults.programme;
  const creditCode = row.creditCode ? foldLetters(row.creditCode).toUpperCase() : '';
  const kind = row.category ?? category;
  const fields = {
    ...(programme ? { programme } : {}),
    ...(programmeName ? { programmeName } : {}),
    ...(year ? { year } : {}),
    ...(listedOn ? { listedOn } : {}),
    ...(kind ? { category: kind } : {}),
    title: row.title ?? '',
    company: row.company ?? '',
    ...(creditCode ? { creditCode } : {}),
    ...(row.region ? { region: row.region } : {}),
    ...(row.text ? { text: row.text } : {}),
  };
  return { id: awardId(fields), ...fields };
}

function noTitle(filled: readonly string[]): Text {
  const sample = filled.join(' ').slice(0, 40);
  return {
    zh: `这一行没有企业名称也没有项目名称（“${sample}”）`,
    en: `this row has neither a company nor a title ("${sample}")`,
  };
}

function first<T>(texts: readonly string[], find: (text: string) => T | undefined): T | undefined {
  for (const text of texts) {
    const found = find(text);
    if (found !== undefined) return found;
  }
  return undefined;
}
