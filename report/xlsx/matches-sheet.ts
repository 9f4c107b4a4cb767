import { pairId } from '../../core/pair-id.ts';
import type { FilingResult } from '../../core/results.ts';
import { matchKindWords, matchWords, words } from '../words.ts';
import { sheetOf } from './sheet.ts';

/** What filings repeat, a row for each match. */
export const matchesSheet = sheetOf<readonly [FilingResult['matches'][number], FilingResult]>(
  words.matches,
  [
    { title: words.title, width: 30, cell: ([, filing], s) => s.who(filing)[0] },
    { title: words.applicant, width: 26, cell: ([, filing], s) => s.who(filing)[1] },
    { title: words.verdict, width: 14, cell: ([{ verdict }], s) => s.coloured(verdict, matchWords) },
    { title: words.scheme, width: 10, cell: ([{ kind }], s) => s.say(matchKindWords[kind]) },
    { title: words.target, width: 34, cell: ([{ target }]) => target.title },
    { title: words.targetCompany, width: 26, cell: ([{ target }]) => target.company },
    { title: words.year, width: 8, cell: ([{ target }]) => target.year ?? '' },
    { title: words.similarity, width: 9, cell: ([{ score }]) => score },
    { title: words.reasons, width: 50, cell: ([{ reasons }]) => reasons.join('\n') },
    {
      title: words.passages,
      width: 60,
      cell: ([{ passages }]) =>
        passages
          .map(({ here, there }) => `「${here.text}」↔「${there.text}」`)
          .join('\n')
          .slice(0, 3000),
    },
    {
      title: words.sharedTerms,
      width: 30,
      cell: ([{ terms = [] }]) => terms.map(({ term }) => term).join('、'),
    },
    { title: words.excluded, width: 12, cell: ([{ excludedShare }]) => excludedShare },
    // Left to the reviewer, yes or no: `repeats train` reads this column.
    { title: words.sameSolution, width: 14, cell: () => '' },
    { title: words.file, width: 30, cell: ([, { file }]) => file },
    { title: words.pairId, width: 20, cell: ([match, { id }]) => pairId(id, match) },
  ],
  { of: (filing) => filing.matches.map((match) => [match, filing]) },
);
