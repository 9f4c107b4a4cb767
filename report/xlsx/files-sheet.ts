import type { BatchFileResult, Results } from '../../core/results.ts';
import type { ReportContext } from '../report-context.ts';
import { byWords, roleWords, statusWords, words } from '../words.ts';
import type { CellValue, Sheet } from './sheet.ts';
import { Speaker } from './speaker.ts';

/** Every file of the batch: forms, their annexes, and annexes of nobody known. */
export function filesSheet(results: Results, context: ReportContext): Sheet {
  const s = new Speaker(context);
  const titleOf = (key: string) => context.pack.call.annexes.find((annex) => annex.key === key)?.title ?? key;
  const row = (file: BatchFileResult, who: [string, string]): CellValue[] => [
    ...who,
    file.file,
    s.say(roleWords[file.role]),
    file.annexes.map(titleOf).join('、'),
    file.by ? s.say(byWords[file.by]) : '',
    s.coloured(file.status, statusWords),
    file.pages,
    file.problems.map((problem) => problem.message).join('\n'),
  ];
  const rows = [
    ...results.filings.flatMap((filing) => filing.files.map((file) => row(file, s.who(filing)))),
    ...results.unassigned.map((file) => row(file, ['', ''])),
  ];
  return {
    name: s.say(words.files),
    columns: s.columns(
      [words.title, 30],
      [words.applicant, 26],
      [words.file, 50],
      [words.role, 10],
      [words.annex, 30],
      [words.by, 20],
      [words.status, 10],
      [words.pages, 8],
      [words.problems, 60],
    ),
    rows,
  };
}
