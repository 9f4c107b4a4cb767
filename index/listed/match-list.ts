import type { Pack, Role } from '../../calls/schema/index.ts';
import type { Filing } from '../../core/filing.ts';
import { groupBy } from '../../core/group-by.ts';
import { checkCreditCode } from '../../core/normalise/credit-code.ts';
import { parseCompany } from '../../core/parties/company-name.ts';
import { sameCompany } from '../../core/parties/same-name.ts';
import { foldLetters } from '../../core/text/fold-for-matching.ts';
import type { ListRow, OfficeList } from '../../lists/office/office-list.ts';
import { TitleScale, type TitleTerms, titleTerms } from '../signals/title.ts';

/** What a list holds of a filing: its row, none, or several rows of which one may be its own. */
export type Listed =
  | { readonly state: 'row'; readonly row: ListRow }
  | { readonly state: 'none' }
  | { readonly state: 'open'; readonly rows: readonly ListRow[] };

export interface ListMatch {
  /** By the id of the filing; each that could be read has one. */
  readonly listed: ReadonlyMap<string, Listed>;
  /** Rows that are of no filing, and surely so: no open question touches them. */
  readonly left: readonly ListRow[];
}

interface Identity {
  readonly company: string;
  readonly code?: string;
  readonly title: TitleTerms;
}

/**
 * Finds each filing's row. Credit code, registered name and title speak for a pair; the surest pairs are taken
 * first and each row once. Where a filing has two rows as good as each other, or a row two filings, it is open.
 * What was read with doubt may find a row too: that a doubtful name stands there letter by letter is no chance.
 */
export function matchList(
  list: OfficeList,
  filings: readonly Pick<Filing, 'id' | 'fields'>[],
  pack: Pick<Pack, 'form'>,
): ListMatch {
  const scale = new TitleScale();
  const texts = (read: (key: string) => string) => identityOf(pack, read);
  const rows = list.rows.map((row) => ({ row, who: texts((key) => row.cells.get(key)?.raw ?? '') }));
  const meeting = new Meeting(rows);
  const apart = [...new Map(filings.map((filing) => [filing.id, filing])).values()];
  const scored = apart.flatMap(({ id, fields }) => {
    const who = texts((key) => {
      const value = fields.get(key)?.value;
      return typeof value === 'string' ? value : '';
    });
    return meeting.of(who).flatMap((row) => {
      const score = likeness(who, row.who, scale);
      return score >= 3 ? [{ id, row: row.row, score }] : [];
    });
  });
  const listed = new Map<string, Listed>();
  const taken = new Set<ListRow>();
  for (const score of [...new Set(scored.map((pair) => pair.score))].toSorted((a, b) => b - a)) {
    const free = scored.filter(
      (pair) => pair.score === score && !listed.has(pair.id) && !taken.has(pair.row),
    );
    const [ofFiling, ofRow] = [groupBy(free, ({ id }) => id), groupBy(free, ({ row }) => row)];
    for (const { id, row } of free) {
      const own = ofFiling.get(id) ?? [];
      const alone = own.length === 1 && ofRow.get(row)?.length === 1;
      listed.set(id, alone ? { state: 'row', row } : { state: 'open', rows: own.map((pair) => pair.row) });
      taken.add(row);
    }
  }
  for (const { id } of apart) if (!listed.has(id)) listed.set(id, { state: 'none' });
  return { listed, left: list.rows.filter((row) => !taken.has(row)) };
}

function identityOf({ form }: Pick<Pack, 'form'>, read: (key: string) => string): Identity {
  const of = (role: Role) => {
    const key = form.fields.find((field) => field.role === role)?.key;
    return key === undefined ? '' : read(key).trim();
  };
  const code = checkCreditCode(of('credit-code'));
  return {
    company: of('applicant'),
    title: titleTerms(of('title')),
    ...(code.valid ? { code: code.value } : {}),
  };
}

/** Rows by what a filing must have in common with one of them to be a pair: of thousands few need be compared. */
class Meeting<R extends { readonly who: Identity }> {
  private readonly byKey = new Map<string, number[]>();
  private readonly rows: readonly R[];

  constructor(rows: readonly R[]) {
    this.rows = rows;
    for (const [at, { who }] of rows.entries())
      for (const key of keysOf(who)) {
        const there = this.byKey.get(key);
        if (there) there.push(at);
        else this.byKey.set(key, [at]);
      }
  }

  /** In the order of the list. */
  of(who: Identity): R[] {
    const found = new Set(keysOf(who).flatMap((key) => this.byKey.get(key) ?? []));
    return [...found].sort((a, b) => a - b).flatMap((at) => this.rows[at] ?? []);
  }
}

/** Two that score 3 have a code, a company or the core of its name, or a title in common. */
function keysOf({ company, code, title }: Identity): string[] {
  const names = company === '' ? [] : [`letters ${foldLetters(company)}`];
  const { full, readings } = parseCompany(company);
  const cores = company === '' ? [] : [`full ${full}`, ...readings.map(({ core }) => `core ${core}`)];
  const titles = title.folded === '' ? [] : [`title ${title.folded}`];
  return [...new Set([...(code === undefined ? [] : [`code ${code}`]), ...names, ...cores, ...titles])];
}

/** 3 for the same applicant and 3 for the same title, less for what is only like it; below 3 it is no pair. */
function likeness(a: Identity, b: Identity, scale: TitleScale): number {
  return company(a, b) + title(a.title, b.title, scale);
}

function company(a: Identity, b: Identity): number {
  if (a.code !== undefined && a.code === b.code) return 3;
  if (a.company === '' || b.company === '') return 0;
  if (foldLetters(a.company) === foldLetters(b.company)) return 3;
  const same = sameCompany(a.company, b.company);
  return same === true ? 3 : same === undefined ? 1 : 0;
}

function title(a: TitleTerms, b: TitleTerms, scale: TitleScale): number {
  if (a.folded === '' || b.folded === '') return 0;
  if (a.folded === b.folded) return 3;
  return scale.compare(a, b).value >= 0.7 ? 2 : 0;
}
