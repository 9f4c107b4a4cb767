import { expect, test } from 'vitest';
import { trend, trendList } from '../../api/trends.ts';
import { testOffice } from '../testing.ts';

test('figures keep to the contract and are counted anew when a list is imported', async () => {
  const { signIn, store } = await testOffice(6);
  const own = await signIn();
  const { charts } = trendList.parse((await own.ask('GET', '/trends')).body);
  for (const { id } of charts) expect(trend.parse((await own.ask('GET', `/trends/${id}`)).body).id).toBe(id);
  const listed = async () => trend.parse((await own.ask('GET', '/trends/listings?lang=en')).body);
  const before = await listed();
  expect([before.rows, before.option]).toEqual([[], undefined]);
  const award = {
    id: 'a',
    title: '机床联网',
    company: '苏州甲机床有限公司',
    year: 2021,
    programmeName: '试点',
  };
  await store.awards.put([{ id: 'a', source: 'list', data: award }]);
  const after = await listed();
  expect(after.rows).toEqual([[2021, '试点', 1, true, 100]]);
  expect(after.shown).toEqual([['2021', '试点', '1 *', '✓', '100']]);
  expect(after.option).toHaveProperty('series');
  expect(after.caption.en).not.toBe(before.caption.en);
  const metadata = (await own.ask('GET', '/trends/listings/metadata')).body;
  expect([metadata.id, metadata.sql, metadata.rows]).toEqual(['listings', after.sql, 1]);
  expect((await own.ask('GET', '/trends/nothing')).status).toBe(404);
  // Six filings: some states have fewer than five, and no number of these leaves the server.
  const rates = trend.parse((await own.ask('GET', '/trends/pass-rates')).body);
  const at = rates.columns.findIndex(({ name }) => name === 'filings');
  expect(rates.rows.every((row) => row[at] === null || Number(row[at]) >= 5)).toBe(true);
  expect(rates.shown.some((row) => row[at] === '<5')).toBe(true);
});
