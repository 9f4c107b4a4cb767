import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { generatedAwardLists } from '../../../corpus/firms/generated-awards.ts';
import { parseCsv } from '../../../extractors/sheets/csv.ts';
import { readAwardBytes } from '../../../lists/awards/read-awards.ts';
import { storeAwards } from '../../../pipeline/award-lists.ts';
import { buildWarehouse } from '../../../research/warehouse/warehouse.ts';
import { chushen, scratch } from '../../command.ts';
import { browserOf, office, pageAt, sit } from '../sitting.ts';

describe('the trends', () => {
  beforeAll(async () => {
    for (const { name, csv } of generatedAwardLists(23, 50, 8))
      await storeAwards(office.store.awards, {
        file: name,
        ...(await readAwardBytes(name, new TextEncoder().encode(csv))),
      });
  });

  /** The table of the figure that is shown, opened, as a person reads it. */
  const tableOf = async (page: Page) => {
    await page.locator('section[aria-labelledby=figure] details').last().locator('summary').click();
    return await page
      .locator('section[aria-labelledby=figure] table tr')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.querySelectorAll('th,td')].map((cell) => cell.textContent ?? '')),
      );
  };

  test('page, query, CSV and Parquet have one total; SQL, CSV and metadata are one click away', async () => {
    const page = await sit('zhang', '#/trends/listings');
    await page.waitForSelector('section[aria-labelledby=figure] canvas, section[aria-labelledby=figure] svg');
    const [head = [], ...rows] = await tableOf(page);
    const at = head.indexOf('入选数');
    const listed = rows.map((row) => row[at] ?? '');
    const sum = (cells: readonly string[]) => cells.reduce((all, cell) => all + Number.parseInt(cell, 10), 0);
    expect(rows.length).toBeGreaterThan(10);
    // What is too thin to read is marked, and nothing else.
    expect(listed.map((cell) => cell.endsWith(' *'))).toEqual(listed.map((cell) => sum([cell]) < 5));
    expect(listed.some((cell) => cell.endsWith(' *'))).toBe(true);

    await page.getByText('SQL', { exact: true }).click();
    const sql = await page.locator('section[aria-labelledby=figure] pre').innerText();
    const asked = parseCsv((await chushen(['query', sql, '--csv', '--store', office.place])).stdout);
    const columnOf = ([names = [], ...lines]: readonly (readonly string[])[], name: string) =>
      lines.map((line) => line[names.indexOf(name)] ?? '');
    const [saved, metadata] = await Promise.all(
      ['CSV', 'JSON'].map(async (kind) => {
        const href = await page.locator(`a[download$=".${kind.toLowerCase()}"]`).getAttribute('href');
        return (await page.request.get(new URL(href ?? '', `${office.url}/`).href)).text();
      }),
    );
    expect(JSON.parse(metadata ?? '').sql).toBe(sql);
    expect(columnOf(asked, 'listed')).toEqual(columnOf(parseCsv(saved ?? ''), 'listed'));

    const out = scratch();
    await chushen(['export', '--research', out, '--store', office.place]);
    const warehouse = await buildWarehouse({});
    const file = join(out, 'parquet', 'awards.parquet');
    const counted = await warehouse.connection.runAndReadAll(
      `select count(*)::integer from '${file}' where year is not null`,
    );
    warehouse.close();
    const totals = [
      sum(listed),
      sum(columnOf(asked, 'listed')),
      sum(columnOf(parseCsv(saved ?? ''), 'listed')),
    ];
    expect(totals).toEqual(Array.from({ length: 3 }, () => counted.getRows()[0]?.[0]));
  });

  test('every figure opens in English, and no small count of filings is told', async () => {
    const page = await pageAt(await browserOf('zhang', 'en'), '#/trends/ages-sizes');
    await page.waitForSelector('#figure');
    const figures = page.locator('nav[aria-label=Figures] a');
    const names = await figures.allInnerTexts();
    expect(names.length).toBeGreaterThan(15);
    for (const [i, name] of names.entries()) {
      await figures.nth(i).click();
      await page.locator('#figure', { hasText: name }).waitFor();
      // 10,000 CNY has no short English name.
      expect(name.replace('万元', '')).not.toMatch(/\p{Script=Han}/u);
    }
    await page.goto(`${office.url}/#/trends/pass-rates`);
    await page.locator('#figure', { hasText: 'States by call and year' }).waitFor();
    const [head = [], ...rows] = await tableOf(page);
    const cells = rows.map((row) => row[head.indexOf('Filings')] ?? '');
    expect(cells.every((cell) => cell === '<5' || Number(cell) >= 5)).toBe(true);
  });
});
