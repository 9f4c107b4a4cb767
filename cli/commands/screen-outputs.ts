import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Results } from '../../core/results.ts';
import { writeHtml } from '../../report/html/write-html.ts';
import { keyOf, type ReportContext } from '../../report/report-context.ts';
import { fieldText } from '../../report/show.ts';
import { outcomeWords, words } from '../../report/words.ts';
import { writeWorkbook } from '../../report/xlsx/write-workbook.ts';
import { formatTable, type Terminal, UsageError } from '../terminal.ts';

/** Writes results, workbook and page into the output folder. */
export async function writeOutputs(out: string, results: Results, context: ReportContext): Promise<void> {
  try {
    await mkdir(out, { recursive: true });
    await writeFile(join(out, 'results.json'), `${JSON.stringify(results, null, 1)}\n`);
    await writeFile(join(out, '初审结果.xlsx'), await writeWorkbook(results, context));
    await writeFile(join(out, 'report.html'), writeHtml(results, context));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError({
      zh: `无法写入输出文件夹“${out}”（${reason}）。文件若在 Excel 中打开，请先关闭。`,
      en: `The output folder "${out}" cannot be written (${reason}). Close the workbook if it is open.`,
    });
  }
}

/** Says on the terminal what came out, filing by filing. */
export function summarise(
  results: Results,
  { lang, pack }: ReportContext,
  out: string,
  terminal: Terminal,
): void {
  const most = 40;
  const header = [words.outcome, words.title, words.applicant, words.findings].map((text) => text[lang]);
  const rows = results.filings.slice(0, most).map((filing) => {
    const failed = filing.findings.filter(
      (finding) => finding.weight === 'condition' && finding.verdict === 'fail',
    );
    const lost = filing.problems.find((problem) => problem.gravity === 'lost');
    const notes = lost ? [lost.message] : failed.map((finding) => finding.title);
    return [
      outcomeWords[filing.outcome][lang],
      fieldText(filing, keyOf(pack, 'title')) || filing.file,
      fieldText(filing, keyOf(pack, 'applicant')),
      notes.join('；'),
    ];
  });
  for (const line of formatTable([header, ...rows], 36)) terminal.say(line);
  if (results.filings.length > most)
    terminal.say({
      zh: `…… 另有 ${results.filings.length - most} 份，见报告。`,
      en: `… ${results.filings.length - most} more, see the report.`,
    });
  if (results.filings.length === 0) terminal.say({ zh: '没有找到任何文件。', en: 'No file was found.' });
  const count = (outcome: string) => results.filings.filter((filing) => filing.outcome === outcome).length;
  terminal.say({
    zh: `共 ${results.filings.length} 份：符合 ${count('pass')}，不符合 ${count('fail')}，待核 ${count('review')}，未读出 ${count('unread')}。`,
    en: `${results.filings.length} filings: ${count('pass')} pass, ${count('fail')} fail, ${count('review')} to review, ${count('unread')} not read.`,
  });
  const { unassigned } = results;
  if (unassigned.length > 0)
    terminal.say({
      zh: `另有 ${unassigned.length} 个附件不能确定属于哪份申报书：${unassigned.map(({ file }) => file).join('、')}。`,
      en: `${unassigned.length} annexes could not be counted to any filing: ${unassigned.map(({ file }) => file).join(', ')}.`,
    });
  terminal.say({ zh: `报告：${join(out, 'report.html')}`, en: `Report: ${join(out, 'report.html')}` });
}
