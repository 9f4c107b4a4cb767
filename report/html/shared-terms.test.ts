import { expect, test } from 'vitest';
import { pack, screening } from '../testing.ts';
import { toResults } from '../to-results.ts';
import { writeHtml } from './write-html.ts';

test.each([
  ['zh', '共用的少见术语'],
  ['en', 'Rare terms in common'],
] as const)('the terms that two filings share stand in the page in %s, with their places', (lang, name) => {
  const page = writeHtml(toResults(screening, lang), { lang, pack });
  expect(page).toContain(name);
  expect(page).toMatch(/<mark>比色高温计<\/mark><\/td><td class="soft">[^<]*2/u);
});
