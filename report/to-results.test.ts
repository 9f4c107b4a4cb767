import { expect, test } from 'vitest';
import { resultsSchema } from '../core/results.ts';
import { screening } from './testing.ts';
import { toResults } from './whole-results.ts';

test.each(['zh', 'en'] as const)('results in %s keep the contract, also after JSON', (lang) => {
  const results = toResults(screening, lang);
  expect(resultsSchema.parse(results)).toEqual(results);
  expect(resultsSchema.parse(JSON.parse(JSON.stringify(results)))).toEqual(results);
});

test('sentences are in the language of the run, codes are the same in both', () => {
  const zh = toResults(screening, 'zh');
  const en = toResults(screening, 'en');
  expect(zh.filings[0]?.findings[0]?.message).toBe('不符合：<i>两份</i>。');
  expect(en.filings[0]?.findings[0]?.message).toBe('Two of them.');
  expect(en.filings[0]?.matches[0]?.reasons).toEqual(['the same']);
  expect(en.filings[0]?.problems[0]).toEqual({
    code: 'page-unreadable',
    gravity: 'partial',
    page: 2,
    message: 'Page 2 could not be read (blur): look at the original.',
  });
  expect(zh.filings[0]?.problems[0]?.code).toBe('page-unreadable');
});

test('pages read by OCR are counted, a file that was not read has none', () => {
  const [read, unread] = toResults(screening, 'zh').filings;
  expect(read).toMatchObject({ pages: 2, ocrPages: 1, format: 'pdf' });
  expect(unread).toMatchObject({ pages: 0, ocrPages: 0, fields: {}, state: 'unread' });
  expect(unread).not.toHaveProperty('format');
});

test('places and scores are rounded, conflicts kept', () => {
  const [read] = toResults(screening, 'zh').filings;
  expect(read?.fields.name?.where).toEqual([{ page: 2, box: [10, 20, 30, 40] }]);
  expect(read?.classification[0]?.candidates[0]?.score).toBe(0.877);
  expect(read?.matches[0]?.signals[0]).toEqual({ name: 'title', value: 0.912, weight: 3.457 });
  expect(read?.matches[0]?.terms).toEqual([
    { term: '比色高温计', here: [{ page: 2, box: [10, 20, 30, 40] }], there: [] },
  ]);
  expect(read?.fields.company?.conflicts?.[0]?.value).toBe('另一家');
});

test('what is odd in a file is told with its places', () => {
  const places = [{ page: 2, box: [1.00049, 2, 3, 4] as const }];
  const problem = { code: 'odd-characters', values: { count: 1, sample: 'U+200B' }, places } as const;
  const [first, ...others] = screening.filings;
  const filings = [{ ...first!, problems: [problem] }, ...others];
  const results = toResults({ ...screening, filings }, 'zh');
  expect(resultsSchema.parse(results).filings[0]?.problems).toEqual([
    {
      code: 'odd-characters',
      gravity: 'note',
      message: expect.stringContaining('（位置：第2页）'),
      where: [{ page: 2, box: [1, 2, 3, 4] }],
    },
  ]);
});

test('the results share nothing with the screening', () => {
  const results = toResults(screening, 'zh');
  results.filings[0]!.findings[0]!.clause.text = 'changed';
  results.filings[0]!.classification[0]!.candidates[0]!.definition.text = 'changed';
  results.run.versions.chushen = 'changed';
  expect(screening.filings[0]?.findings[0]?.clause.text).toBe('一项一报。');
  expect(screening.filings[0]?.classification[0]?.candidates[0]?.definition.text).toBe('一项一报。');
  expect(screening.run.versions.chushen).toBe('0.1.0');
});
