import { mkdir, mkdtemp, rename, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { filingStates } from '../../core/filing-state.ts';
import type { Results, Totals } from '../../core/results.ts';
import { inShort } from '../../report/in-short.ts';
import { keyOf, type ReportContext } from '../../report/report-context.ts';
import type { ResultsSource } from '../../report/results-source.ts';
import { fieldText } from '../../report/show.ts';
import { filingStateWords, sayState, words } from '../../report/words.ts';
import { outputNames, writeReports } from '../../report/write-reports.ts';
import { formatTable, type Terminal, UsageError } from '../terminal.ts';

/** Before hours of reading: an output folder that cannot be written is told at once. */
export async function checkOutputFolder(out: string): Promise<void> {
  try {
    await mkdir(out, { recursive: true });
    const probe = await mkdtemp(join(out, '.chushen-'));
    await rmdir(probe);
  } catch (error) {
    throw unwritable(out, error);
  }
}

/**
 * Writes results, workbook and page into the output folder. All three are written beside the old ones before any is
 * replaced, so that a full disk or a run that is stopped never leaves half a file or costs the last results.
 */
export async function writeOutputs(
  out: string,
  source: ResultsSource,
  context: ReportContext,
): Promise<Totals> {
  let fresh: string | undefined;
  try {
    await mkdir(out, { recursive: true });
    fresh = await mkdtemp(join(out, '.chushen-'));
    const scratch = join(fresh, 'spools');
    await mkdir(scratch);
    const totals = await writeReports(source, context, fresh, scratch);
    // The results last: that they are of a run says so of the other two.
    for (const name of outputNames.toReversed()) await rename(join(fresh, name), join(out, name));
    return totals;
  } catch (error) {
    throw isOfSystem(error) ? unwritable(out, error) : error;
  } finally {
    if (fresh) await rm(fresh, { recursive: true, force: true });
  }
}

/** A folder that cannot be written, a full disk: anything else is not the folder's. */
const isOfSystem = (error: unknown) => error instanceof Error && 'syscall' in error;

function unwritable(out: string, error: unknown): UsageError {
  const reason = error instanceof Error ? error.message : String(error);
  return new UsageError({
    zh: `无法写入输出文件夹“${out}”（${reason}）。请检查磁盘空间和权限，或用 --out 另指文件夹；文件若在 Excel 中打开，请先关闭。`,
    en: `The output folder "${out}" cannot be written (${reason}). Check disk space and permissions, or name another with --out; close the workbook if it is open.`,
  });
}

/** Filings that the terminal names; the rest stands in the reports. */
export const mostShown = 40;

/** Says on the terminal what came out, filing by filing; the exit code is 1 where a file could not be read, or there is none. */
export function summarise(
  results: Pick<Results, 'filings' | 'unassigned'>,
  totals: Totals = { filings: 0, states: {}, failed: 0 },
  { lang, pack }: ReportContext,
  out: string,
  terminal: Terminal,
): void {
  const header = [words.judged, words.title, words.applicant, words.checklist, words.why].map(
    (text) => text[lang],
  );
  const rows = results.filings.slice(0, mostShown).map((filing) => {
    return [
      sayState(filing, lang),
      fieldText(filing, keyOf(pack, 'title')) || filing.file,
      fieldText(filing, keyOf(pack, 'applicant')),
      filing.checklist > 0 ? String(filing.checklist) : '',
      inShort(filing, lang).join(lang === 'zh' ? '；' : '; '),
    ];
  });
  for (const line of formatTable([header, ...rows], 36)) terminal.say(line);
  const total = totals.filings;
  if (total > mostShown)
    terminal.say({
      zh: `…… 另有 ${total - mostShown} 份，见报告。`,
      en: `… ${total - mostShown} more, see the report.`,
    });
  if (total === 0) terminal.say({ zh: '没有找到任何文件。', en: 'No file was found.' });
  const shown = filingStates.map((state) => {
    const count = totals.states[state] ?? 0;
    return { zh: `${filingStateWords[state].zh} ${count}`, en: `${filingStateWords[state].en} ${count}` };
  });
  terminal.say({
    zh: `共 ${total} 份：${shown.map(({ zh }) => zh).join('；')}。`,
    en: `${total} filings: ${shown.map(({ en }) => en).join('; ')}.`,
  });
  const { unassigned } = results;
  if (unassigned.length > 0)
    terminal.say({
      zh: `另有 ${unassigned.length} 个附件不能确定属于哪份申报书：${unassigned.map(({ file }) => file).join('、')}。`,
      en: `${unassigned.length} annexes could not be counted to any filing: ${unassigned.map(({ file }) => file).join(', ')}.`,
    });
  process.exitCode = total === 0 || totals.failed > 0 ? 1 : 0;
  terminal.say({ zh: `报告：${join(out, 'report.html')}`, en: `Report: ${join(out, 'report.html')}` });
}
