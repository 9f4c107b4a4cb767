import { join } from 'node:path';
import type { FilingResult, Totals } from '../core/results.ts';
import { Anchors } from './html/anchor.ts';
import { filingPage } from './html/filing-page.ts';
import { listRow, pageBefore, pageBehind, pageBetween } from './html/page.ts';
import { keyOf, type ReportContext } from './report-context.ts';
import { jsonBefore, jsonBehind, jsonOfFiling } from './results-json.ts';
import { type ResultsSource, Totalling } from './results-source.ts';
import { fieldText } from './show.ts';
import { Spool } from './spool.ts';
import { type FilingRow, hasOpinion, type Told } from './told.ts';
import type { Row, Sheet } from './xlsx/sheet.ts';
import { sheets } from './xlsx/sheets.ts';
import { Speaker } from './xlsx/speaker.ts';
import { writeWorkbook } from './xlsx/write-workbook.ts';

/** What a run leaves in its output folder. */
export const outputNames = ['results.json', '初审结果.xlsx', 'report.html'] as const;

/**
 * Writes results, workbook and page of a run into a folder. Each filing is told once, and what the reports say of it is
 * laid into spools in the folder `scratch`; the reports are put together of these. So no more than one filing is in
 * memory, and a small row of each.
 */
export async function writeReports(
  source: ResultsSource,
  context: ReportContext,
  folder: string,
  scratch: string,
): Promise<Totals> {
  const spools = await Spools.open(scratch);
  const told = await spools.fill(source, context);
  const [results, workbook, page] = outputNames.map((name) => join(folder, name));
  await joined(results ?? '', [
    jsonBefore(source.head, told.totals),
    spools.results,
    jsonBehind(source.tail, told.totals),
  ]);
  await joined(page ?? '', [
    pageBefore(source, told, context),
    spools.list,
    pageBetween(source, told, context),
    spools.pages,
    pageBehind,
  ]);
  await writeWorkbook(workbook ?? '', source, told, (sheet) => spools.rowsOf(sheet), new Speaker(context));
  return told.totals;
}

/** What each filing comes to in each report, as it lies between being told and being put together. */
class Spools {
  readonly results: Spool;
  readonly list: Spool;
  readonly pages: Spool;
  private readonly rows: ReadonlyMap<Sheet, Spool>;

  private constructor([results, list, pages]: readonly [Spool, Spool, Spool], rows: Map<Sheet, Spool>) {
    this.results = results;
    this.list = list;
    this.pages = pages;
    this.rows = rows;
  }

  static async open(folder: string): Promise<Spools> {
    const spool = (name: string) => Spool.open(join(folder, name));
    const rows = new Map<Sheet, Spool>();
    for (const [at, sheet] of sheets.entries()) rows.set(sheet, await spool(`sheet-${at + 1}`));
    return new Spools([await spool('results'), await spool('list'), await spool('pages')], rows);
  }

  async fill(source: ResultsSource, context: ReportContext): Promise<Told> {
    const speaker = new Speaker(context);
    const anchors = new Anchors(source.forms);
    const sum = new Totalling();
    const rows = new Map<string, FilingRow>();
    let opinions = false;
    try {
      for await (const filing of source.filings()) {
        const anchor = anchors.next(filing.id);
        const row = rowOf(filing, context);
        await this.results.add(jsonOfFiling(filing, rows.size === 0));
        await this.list.add(listRow(filing, anchor, context).html);
        await this.pages.add(filingPage(filing, anchor, anchors, context).html);
        for (const [sheet, spool] of this.rows)
          for (const one of sheet.rowsOf(filing, speaker)) await spool.add(`${JSON.stringify(one)}\n`);
        if (!rows.has(row.id)) rows.set(row.id, row);
        sum.add(filing);
        opinions ||= hasOpinion(filing);
      }
    } finally {
      for (const spool of [this.results, this.list, this.pages, ...this.rows.values()]) await spool.end();
    }
    return { totals: sum.totals(source.tail), rows, opinions };
  }

  async *rowsOf(sheet: Sheet): AsyncIterable<Row> {
    const spool = this.rows.get(sheet);
    // Written above: the shape is ours.
    if (spool) for await (const line of spool.lines()) yield JSON.parse(line) as Row;
  }
}

async function joined(path: string, pieces: readonly (string | Spool)[]): Promise<void> {
  const whole = await Spool.open(path);
  try {
    for (const piece of pieces) await (typeof piece === 'string' ? whole.add(piece) : whole.addAll(piece));
  } finally {
    await whole.end();
  }
}

function rowOf(filing: FilingResult, { pack }: ReportContext): FilingRow {
  const text = (role: 'title' | 'applicant') => fieldText(filing, keyOf(pack, role));
  return {
    id: filing.id,
    file: filing.file,
    title: text('title') || filing.file,
    applicant: text('applicant'),
  };
}
