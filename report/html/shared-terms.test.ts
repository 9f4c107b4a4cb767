import { expect, test } from 'vitest';
import { reportsOf, screening } from '../testing.ts';
import { toResults } from '../whole-results.ts';

test.each([
  ['zh', '共用的少见术语'],
  ['en', 'Rare terms in common'],
] as const)(
  'the terms that two filings share stand in the page in %s, with their places',
  async (lang, name) => {
    const { page } = await reportsOf(toResults(screening, lang), lang);
    expect(page).toContain(name);
    expect(page).toMatch(/<mark>比色高温计<\/mark><\/td><td class="soft">[^<]*2/u);
  },
);
