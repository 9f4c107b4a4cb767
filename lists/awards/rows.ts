import type { Text } from '../../core/lang.ts';
import { foldLetters } from '../../core/text/fold-for-matching.ts';
import type { Sheet } from '../../extractors/sheets/sheet.ts';
import { type Award, awardId } from './award.ts';
import { findHeader, type Meaning, meaningOfHeader } from './headers.ts';
import { type About, type Identity, identify } from './identify.ts';
import { dateIn, type ProgrammeNames, yearIn } from './programmes.ts';
import { recommendedAcross } from './recommenders.ts';

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

/** The awards of one sheet. `heading` is what stands around it: the file's name. `said`: whose and of what it is, by the office. */
export function awardsOfSheet(
  sheet: Sheet,
  heading: string,
  programmes: readonly ProgrammeNames[],
  said: Pick<About, 'said' | 'saidProgramme'> = {},
): SheetAwards {
  const header = findHeader(sheet.rows);
  if (!header) return { awards: [], columns: [], rowsUnread: [], understood: false };
  const above = sheet.rows.slice(0, header.row).map((row) => [...new Set(row)].join(' '));
  const title = above.join(' ');
  const headings = [title, sheet.name, heading];
  const defaults: Defaults = {
    year: first(headings, yearIn),
    listedOn: dateIn(title),
    batch: first(headings, batchIn),
    about: {
      title: above,
      sheet: sheet.name,
      file: heading,
      across: recommendedAcross(sheet.rows.slice(header.row), header.meanings),
      ...said,
    },
  };
  const awards: Award[] = [];
  const rowsUnread: UnreadRow[] = [];
  const known = new Map<string, Identity>();
  // Rows of one list say the same of it: what that means is found out once.
  const identified = (row: Row): Identity => {
    const said = JSON.stringify([row.programme, row.list, row.issuer]);
    const found = known.get(said) ?? identify(row, defaults.about, programmes);
    known.set(said, found);
    return found;
  };
  let category = '';
  for (let i = header.row + 1; i < sheet.rows.length; i++) {
    const cells = sheet.rows[i] ?? [];
    if (cells.every((cell) => cell.trim() === '')) continue;
    const filled = [...new Set(cells.filter((cell) => cell.trim() !== ''))];
    const written = cells.filter((cell) => cell.trim() !== '');
    if (written.length >= 2 && written.every((cell) => meaningOfHeader(cell))) continue;
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
    const from = { sheet: sheet.name, row: sheet.firstRow + i };
    awards.push({ ...awardOf(row, category, defaults, identified(row)), from });
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
  readonly listedOn: string | undefined;
  readonly batch: string | undefined;
  /** What stands around the rows and tells of which list they are. */
  readonly about: About;
}

function awardOf(row: Row, category: string, defaults: Defaults, identity: Identity): Award {
  const listedOn = row.listedOn
    ? dateIn(row.listedOn)
    : ((row.list === undefined ? undefined : dateIn(row.list)) ?? defaults.listedOn);
  const year =
    first([row.year ?? '', row.list ?? '', row.programme ?? ''], yearIn) ??
    defaults.year ??
    (listedOn ? yearIn(listedOn) : undefined);
  const creditCode = row.creditCode ? foldLetters(row.creditCode).toUpperCase() : '';
  const kind = row.category ?? category;
  const batch = first([row.year ?? '', row.list ?? '', row.programme ?? ''], batchIn) ?? defaults.batch;
  const fields = {
    ...identity,
    ...(year ? { year } : {}),
    ...(listedOn ? { listedOn } : {}),
    ...(batch ? { batch } : {}),
    ...(kind ? { category: kind } : {}),
    title: row.title ?? '',
    company: row.company ?? '',
    ...(creditCode ? { creditCode } : {}),
    ...(row.region ? { region: row.region } : {}),
    ...(row.text ? { text: row.text } : {}),
  };
  return { id: awardId(fields), ...fields };
}

/** 第三批, as written. */
const batchIn = (text: string): string | undefined => /第[一二三四五六七八九十\d]{1,3}批/u.exec(text)?.[0];

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
