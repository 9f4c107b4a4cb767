import { expect, test } from 'vitest';
import { reviewTogether } from '../reviewing.ts';
import { browser, office } from '../sitting.ts';
import { filingOf } from '../variant.ts';

test('three browsers over one list: none is decided twice, none left over, and no note is lost', async () => {
  const filings = [59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 5].map(filingOf);
  const three = ['zhang', 'li', 'wang'];
  const together = await reviewTogether(browser, office, three, filings, '?view=todo&q=（第6');
  expect(together).toMatchObject({ filings: 11, twice: [], left: [], lost: [] });
});
