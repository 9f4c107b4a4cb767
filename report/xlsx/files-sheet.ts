import type { BatchFileResult, FilingResult } from '../../core/results.ts';
import { byWords, roleWords, statusWords, words } from '../words.ts';
import { sheetOf } from './sheet.ts';

/** Every file of the batch: forms, their annexes, and annexes of nobody known. */
export const filesSheet = sheetOf<readonly [BatchFileResult, FilingResult | undefined]>(
  words.files,
  [
    { title: words.title, width: 30, cell: ([, filing], s) => (filing ? s.who(filing)[0] : '') },
    { title: words.applicant, width: 26, cell: ([, filing], s) => (filing ? s.who(filing)[1] : '') },
    { title: words.file, width: 50, cell: ([{ file }]) => file },
    { title: words.role, width: 10, cell: ([{ role }], s) => s.say(roleWords[role]) },
    {
      title: words.annex,
      width: 30,
      cell: ([{ annexes }], { context }) => {
        const known = context.pack.call.annexes;
        return annexes.map((key) => known.find((annex) => annex.key === key)?.title ?? key).join('、');
      },
    },
    { title: words.by, width: 20, cell: ([{ by }], s) => (by ? s.say(byWords[by]) : '') },
    { title: words.status, width: 10, cell: ([{ status }], s) => s.coloured(status, statusWords) },
    { title: words.pages, width: 8, cell: ([{ pages }]) => pages },
    {
      title: words.problems,
      width: 60,
      cell: ([{ problems }]) => problems.map(({ message }) => message).join('\n'),
    },
  ],
  {
    of: (filing) => filing.files.map((file) => [file, filing]),
    behind: ({ unassigned }) => unassigned.map((file) => [file, undefined]),
  },
);
