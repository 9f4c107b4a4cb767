import { parseCompany } from '../core/parties/company-name.ts';
import type { Affiliation } from '../core/parties/party.ts';
import type { Problem } from '../core/problem.ts';
import { foldLetters } from '../core/text/fold-for-matching.ts';
import type { Sheet } from '../extractors/sheets/sheet.ts';
import { readListFile, readSheets } from './sheets/read-sheets.ts';

/** One row of the office's own list of affiliates. */
export interface AffiliateRow {
  readonly company: string;
  readonly affiliate: string;
  /** As written: 曾用名, 全资子公司, 实际控制人相同, … */
  readonly kind: string;
}

export interface AffiliateList {
  readonly rows: readonly AffiliateRow[];
  /** Rows without one of both names, as `sheet:row`. */
  readonly unread: readonly string[];
  readonly problems: readonly Problem[];
}

const columns = {
  company: /^(?:企业|公司|单位|申报单位|主体)(?:名称|全称)?$|^company$/iu,
  affiliate: /关联(?:企业|公司|单位|方)|(?:子|母|分|兄弟)公司|曾用名|原名|^affiliate|^former/iu,
  kind: /关系|类型|类别|^kind$|^relation/iu,
};
const formerName = /曾用名|原名|更名|改名|former|renamed/iu;

/** The list from CSV, XLSX or the tables of a document; three columns found by their headers. Never throws. */
export async function readAffiliates(file: string): Promise<AffiliateList> {
  const loaded = await readListFile(file);
  if ('problem' in loaded) return { rows: [], unread: [], problems: [loaded.problem] };
  const { sheets, problems } = await readSheets(file, loaded.bytes);
  const read = sheets.map(rowsOf);
  return {
    rows: read.flatMap((sheet) => sheet.rows),
    unread: read.flatMap((sheet) => sheet.unread),
    problems,
  };
}

function rowsOf(sheet: Sheet): Pick<AffiliateList, 'rows' | 'unread'> {
  const at = sheet.rows.findIndex(
    (row) =>
      row.some((cell) => columns.company.test(cell.trim())) &&
      row.some((cell) => columns.affiliate.test(cell)),
  );
  const header = sheet.rows[at]?.map((cell) => cell.trim()) ?? [];
  const affiliate = header.findIndex((cell) => columns.affiliate.test(cell));
  const company = header.findIndex((cell, i) => i !== affiliate && columns.company.test(cell));
  const kind = header.findIndex((cell, i) => i !== affiliate && i !== company && columns.kind.test(cell));
  const rows: AffiliateRow[] = [];
  const unread: string[] = [];
  sheet.rows.forEach((row, i) => {
    if (at < 0 || i <= at || row.every((cell) => cell.trim() === '')) return;
    const of = (column: number) => row[column]?.trim() ?? '';
    // A column headed 曾用名 says itself what it holds.
    const one = {
      company: of(company),
      affiliate: of(affiliate),
      kind: of(kind) || (header[affiliate] ?? ''),
    };
    if (one.company && one.affiliate) rows.push(one);
    else unread.push(`${sheet.name}:${sheet.firstRow + i}`);
  });
  return { rows, unread };
}

/** Who is bound to whom, both ways, by names as companies are compared. */
export class Affiliates {
  private readonly links = new Map<string, Affiliation[]>();
  /** Names that the list calls former ones, as written. */
  readonly formerNames: readonly { readonly name: string; readonly former: string }[];

  constructor(rows: readonly AffiliateRow[]) {
    this.formerNames = rows
      .filter(({ kind }) => formerName.test(kind))
      .map(({ company, affiliate }) => ({ name: company, former: affiliate }));
    for (const { company, affiliate, kind } of rows) {
      const former = formerName.test(kind);
      this.link(company, { name: affiliate, former });
      this.link(affiliate, { name: company, former });
    }
  }

  of(company: string): readonly Affiliation[] {
    return this.links.get(keyOf(company)) ?? [];
  }

  private link(company: string, to: Affiliation): void {
    const key = keyOf(company);
    this.links.set(key, [...(this.links.get(key) ?? []), to]);
  }
}

const keyOf = (company: string) => foldLetters(parseCompany(company).full);
