import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { productFolder } from '../../../pipeline/versions.ts';
import { keys, office, sit } from '../sitting.ts';

test('a batch from its files to its papers: refused files told, returned, sent, corrected, passed, handed on', async () => {
  const page = await sit('zhang', '#/');
  await page.locator('.head button').click();
  await page.locator('#nb-call').click();
  await page.locator('.ant-select-item-option', { hasText: '应用案例' }).first().click();
  await page.fill('#nb-name', '补报');
  const filings = join(productFolder(), 'corpus', 'samples', 'miit-2022-application-cases', 'filings');
  await page.setInputFiles('input[type="file"][aria-label="申报书和附件"]', [
    {
      name: '补报.docx',
      mimeType: 'application/octet-stream',
      buffer: readFileSync(join(filings, '2022-application-cases-002.docx')),
    },
    { name: '没下完.part', mimeType: 'application/octet-stream', buffer: Buffer.from('x') },
  ]);
  await page.locator('.ant-modal-footer .ant-btn-primary').click();
  await page.waitForSelector('.report tbody tr');
  expect(await page.locator('.report tbody tr').allTextContents()).toEqual([
    expect.stringMatching(/没下完.*改名/),
  ]);
  await page.locator('.ant-modal-footer .ant-btn-primary').click();
  await page.waitForSelector('.flow');
  await expect.poll(() => page.locator('.flow-received b').textContent(), { timeout: 60_000 }).toBe('1');
  await page.locator('.flow-received a').click();
  const row = await page.waitForSelector('.queue-row[data-filing]');
  const filing = (await row.getAttribute('data-filing')) ?? '';
  const batch = new URL(page.url()).hash.split('/')[2] ?? '';
  const stage = async () => (await office.store.desks.get(filing))?.stage;

  // It is given back with a reason, the head sends the letter, and what was sent is taken back by nobody.
  await page.goto(`${office.url}/#/batches/${batch}/filings/${filing}`);
  await page.waitForSelector(`.filing[data-filing="${filing}"]`);
  await keys(page, 'r', '1', 'Enter');
  await expect.poll(stage).toBe('decided');
  const head = await sit('wang', `#/batches/${batch}/papers`);
  const paper = async (kind: string) => {
    await head.locator(`section[aria-labelledby="paper-${kind}"] button`).click();
    const links = head.locator(`section[aria-labelledby="paper-${kind}"] a[download]`);
    await links.first().waitFor();
    const [download] = await Promise.all([head.waitForEvent('download'), links.first().click()]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };
  const letterhead = head.locator('section[aria-labelledby="letterhead"]');
  await letterhead.locator('input').first().waitFor();
  for (const input of await letterhead.locator('input').all())
    await input.fill((await input.getAttribute('id')) === 'office-mendDays' ? '10' : '苏工信');
  await letterhead.locator('button').click();
  await head.waitForSelector('.ant-message-success');
  await head.locator('section[aria-labelledby="paper-letters"] input[type="checkbox"]').check();
  const letter = await paper('letters');
  expect([letter.name, letter.bytes.subarray(0, 2).toString()]).toEqual([
    expect.stringMatching(/补正.*\.docx$/),
    'PK',
  ]);
  expect(await office.store.letters.ofBatch(batch)).toHaveLength(1);

  // The corrected version is the same filing, to be reviewed again, with what it changed.
  await page.goto(`${office.url}/#/batches/${batch}`);
  const corrected = readFileSync(join(filings, '2022-application-cases-002.docx'));
  await page.setInputFiles('input[type="file"]', [
    {
      name: '补报-补正.docx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.concat([corrected, Buffer.from(' ')]),
    },
  ]);
  await page.locator('.row button.ant-btn-primary').click();
  await expect
    .poll(async () => (await office.store.filings.versions(filing)).length, { timeout: 60_000 })
    .toBe(2);
  await expect.poll(stage, { timeout: 60_000 }).toBe('todo');
  await page.goto(`${office.url}/#/batches/${batch}/filings/${filing}`);
  await page.waitForSelector(`.filing[data-filing="${filing}"]`);
  await keys(page, 'p', 'Enter');
  await expect.poll(stage).toBe('decided');

  // What the office hands on.
  for (const [kind, name] of [
    ['summary', /\.(?:xlsx|docx)$/],
    ['workbook', /\.xlsx$/],
    ['page', /\.html$/],
    ['meeting', /\.docx$/],
  ] as const)
    expect((await paper(kind)).name).toMatch(name);
});
