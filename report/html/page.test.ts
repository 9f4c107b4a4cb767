import { expect, test } from 'vitest';
import { pack, reportsOf, screening } from '../testing.ts';
import { toResults } from '../whole-results.ts';
import { filingsOnPage } from './page.ts';

test('filings stand before what is of the batch as a whole', async () => {
  const { page } = await reportsOf(toResults(screening, 'zh'), 'zh');
  const at = (words: string) => page.indexOf(words);
  expect(at('class="list"')).toBeGreaterThan(0);
  expect(at('<h2>批次检查</h2>')).toBeGreaterThan(at('class="list"'));
  expect(at('<h2>未能归入的附件</h2>')).toBeGreaterThan(at('class="list"'));
  expect(at('class="filing"')).toBeGreaterThan(at('<h2>批次检查</h2>'));
  expect(page).not.toContain('id="pager"');
  expect(page).toContain(pack.call.title.zh);
});

test('a long list has pages, and each of its filings is in the file', async () => {
  const results = toResults(screening, 'en');
  const [first] = results.filings;
  if (!first) throw new Error('no filing');
  const filings = Array.from({ length: filingsOnPage + 1 }, (_, i) => ({
    ...first,
    id: `n${i}`,
    filing: `n${i}`,
  }));
  const { page } = await reportsOf({ ...results, filings }, 'en');
  expect(page).toContain(`data-size="${filingsOnPage}"`);
  expect(page.match(/<tr data-state/gu)).toHaveLength(filingsOnPage + 1);
  expect(page).not.toMatch(/<(?:script|link|img)[^>]+(?:src|href)=/u);
});
