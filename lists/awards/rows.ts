import type { Text } from '../../core/lang.ts';
import { foldLetters } from '../../core/text/fold-for-matching.ts';
import type { Sheet } from '../../extractors/sheets/sheet.ts';
import { type Award, awardId } from './award.ts';
import { findHeader, type Meaning, meaningOfHeader } from './headers.ts';
import { type About, type Identity, identify } from './identify.ts';
import { dateIn, type ProgrammeNames, yearIn } from './programmes.ts';
import { recommendedAcross } from './recommenders.ts';
import { tellsRevocation } from './revoked.ts';
import { asideOf, type Block, blocksOf, isMergedColumn, namesFirms, withoutOrder } from './table-shape.ts';

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

/**
 * The awards of one sheet. `heading` is what stands around it: the file's name. `said`: whose and of what it is, by the
 * office; `before`: the heading of the table that this one goes on with.
 */
export function awardsOfSheet(
  sheet: Sheet,
  heading: string,
  programmes: readonly ProgrammeNames[],
  said: Pick<About, 'said' | 'saidProgramme'> = {},
  before = '',
): SheetAwards {
  const header = headerOf(sheet.rows);
  if (!header) return { awards: [], columns: [], rowsUnread: [], understood: false };
  const over = sheet.rows.slice(0, header.row).map((row) => withoutOrder([...new Set(row)].join(' ')));
  const above = [before, ...over].filter((line) => line !== '').map(withoutOrder);
  const title = above.join(' ');
  const name = withoutOrder(sheet.name);
  const headings = [title, name, heading];
  const defaults: Defaults = {
    year: first(headings, yearIn),
    listedOn: dateIn(title),
    batch: first(headings, batchIn),
    revokedBy: headings.some(tellsRevocation) ? 'list' : undefined,
    about: {
      title: above,
      sheet: name,
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
  let place = '';
  const below = sheet.rows.slice(header.row + 1);
  const merged = isMergedColumn(below, header.meanings);
  for (const [i, whole] of below.entries()) {
    const at = sheet.firstRow + header.row + 1 + i;
    const unread = (why: Text) => rowsUnread.push({ sheet: sheet.name, row: at, why });
    if (whole.every((cell) => cell.trim() === '')) continue;
    const written = whole.filter((cell) => cell.trim() !== '');
    if (written.length >= 2 && written.every((cell) => meaningOfHeader(cell))) continue;
    const aside = asideOf([...new Set(written)]);
    if (aside?.kind === 'region') place = aside.region;
    else if (aside?.kind === 'category') category = aside.category;
    else if (aside) unread(asides[aside.kind](written));
    if (aside) continue;
    for (const { start, end } of header.blocks) {
      const cells = whole.slice(start, end);
      if (cells.every((cell) => cell.trim() === '')) continue;
      const row = valuesOf(cells, header.meanings);
      if (!row.title && !row.company) {
        // A heading that is not understood may begin another place.
        if (written.length === 1) place = '';
        unread(noTitle([...new Set(cells.filter((cell) => cell.trim() !== ''))]));
        continue;
      }
      if (row.region && merged) place = row.region;
      const region = row.region ?? place;
      const told = region === '' ? row : { ...row, region };
      const from = { sheet: sheet.name, row: at };
      const remarked = cells.some((cell, i) => !header.meanings[i] && tellsRevocation(cell));
      const revokedBy = defaults.revokedBy ?? (remarked ? ('remark' as const) : undefined);
      awards.push({ ...awardOf(told, category, { ...defaults, revokedBy }, identified(told)), from });
    }
  }
  return {
    awards,
    rowsUnread,
    understood: true,
    columns: header.blocks
      .flatMap(() => header.meanings)
      .map((meaning, column) => ({
        sheet: sheet.name,
        header: sheet.rows[header.row]?.[column] ?? '',
        ...(meaning ? { meaning } : {}),
      })),
  };
}

interface TableHeader {
  readonly row: number;
  /** Of one block. */
  readonly meanings: readonly (Meaning | undefined)[];
  readonly blocks: readonly Block[];
}

/** The header with the listings beside each other under it; a list of nothing but firms has a header of one cell. */
function headerOf(rows: readonly (readonly string[])[]): TableHeader | undefined {
  const header = findHeader(rows) ?? onlyFirms(rows);
  if (!header) return undefined;
  const blocks = blocksOf(rows[header.row] ?? []);
  const [first] = blocks;
  const meanings = header.meanings.slice(0, first?.end);
  const title = meanings.indexOf('title');
  const firms =
    title >= 0 && !meanings.includes('company') && namesFirms(rows.slice(header.row + 1), title)
      ? meanings.map((meaning, i) => (i === title ? ('company' as const) : meaning))
      : meanings;
  return { row: header.row, meanings: firms, blocks };
}

function onlyFirms(rows: readonly (readonly string[])[]) {
  const written = rows.map((row) => row.filter((cell) => cell.trim() !== ''));
  const row = written.findIndex(
    ([cell = '', ...more]) => more.length === 0 && meaningOfHeader(cell) === 'company',
  );
  const below = written.slice(row + 1).filter((cells) => cells.length > 0);
  if (row < 0 || below.length === 0 || below.some(({ length }) => length !== 1)) return undefined;
  const column = rows[row]?.findIndex((cell) => cell.trim() !== '') ?? 0;
  if (!namesFirms(rows.slice(row + 1), column)) return undefined;
  return {
    row,
    meanings: (rows[row] ?? []).map((_, i) => (i === column ? ('company' as const) : undefined)),
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
  /** What says that the title is taken back, and not given. */
  readonly revokedBy: NonNullable<Award['revoked']>['by'] | undefined;
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
  const { revokedBy } = defaults;
  // The year in the row is that of the award; only the list's own tells when a list takes titles back.
  const revokedIn = revokedBy === 'list' ? (defaults.listedOn ? yearIn(defaults.listedOn) : year) : undefined;
  const revokedAt = {
    ...(revokedIn ? { year: revokedIn } : {}),
    ...(revokedBy === 'list' && listedOn ? { listedOn } : {}),
  };
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
    ...(revokedBy ? { revoked: { by: revokedBy, ...revokedAt } } : {}),
  };
  return { id: awardId(fields), ...fields };
}

/** 第三批, as written. */
const batchIn = (text: string): string | undefined => /第[一二三四五六七八九十\d]{1,3}批/u.exec(text)?.[0];

/** Rows that list nothing, told all the same: whoever looks for a row finds what became of it. */
const asides = {
  remark: (filled: readonly string[]): Text => ({
    zh: `表注，不是入选项目（“${filled[0]?.slice(0, 40) ?? ''}”）`,
    en: `a remark on the table, no award ("${filled[0]?.slice(0, 40) ?? ''}")`,
  }),
  total: (filled: readonly string[]): Text => ({
    zh: `合计行，不是入选项目（“${filled.join(' ').slice(0, 40)}”）`,
    en: `a sum, no award ("${filled.join(' ').slice(0, 40)}")`,
  }),
} as const;

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
