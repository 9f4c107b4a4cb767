import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { generatedAwardLists } from '../corpus/firms/generated-awards.ts';
import { launchChromium } from '../corpus/generate/chromium.ts';
import { parseCsv } from '../extractors/sheets/csv.ts';
import { readAwardBytes } from '../lists/awards/read-awards.ts';
import { storeAwards } from '../pipeline/award-lists.ts';
import { settingsOfBatch } from '../pipeline/desk/batch-settings.ts';
import { productFolder } from '../pipeline/versions.ts';
import { buildWarehouse } from '../research/warehouse/warehouse.ts';
import { chushen, scratch } from './command.ts';
import { type BrowsedOffice, openOffice, passwordOf } from './workbench/office.ts';
import { reviewTogether, signedIn } from './workbench/reviewing.ts';
import { filingOf } from './workbench/variant.ts';

/** The built page and the real server, driven by a real browser as people do. */

/** What axe finds, as far as it is looked at. */
const axeResult = z.object({
  violations: z.array(
    z.object({
      id: z.string(),
      impact: z.string().nullable(),
      nodes: z.array(z.object({ html: z.string() })),
    }),
  ),
});
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let office: BrowsedOffice;
let contexts: BrowserContext[] = [];
/** What the browser complained of: a blocked style, a failed script. */
let complaints: string[] = [];

beforeAll(async () => {
  [browser, office] = await Promise.all([launchChromium(), openOffice(80)]);
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});
afterEach(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  contexts = [];
  const told = complaints;
  complaints = [];
  expect(told).toEqual([]);
});

/** The browser of a person who has signed in. */
async function browserOf(as: string, lang: 'zh' | 'en' = 'zh'): Promise<BrowserContext> {
  const context = await signedIn(browser, office, as);
  contexts.push(context);
  await context.addInitScript(`localStorage.setItem('chushen.lang', '${lang}')`);
  return context;
}

async function pageAt(context: BrowserContext, hash: string): Promise<Page> {
  const page = await context.newPage();
  page.on('console', (message) => {
    // A refusal of ours is an answer, not a fault.
    if (message.type() === 'error' && !/status of 4\d\d|ERR_FAILED/.test(message.text()))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(`${office.url}/${hash}`);
  return page;
}
const sit = async (as: string, hash: string) => pageAt(await browserOf(as), hash);
const at = (n: number, query = '') => `#/batches/b1/filings/${filingOf(n)}${query}`;
const inOrder = '?view=todo&sort=arrival';

const keys = async (page: Page, ...pressed: string[]) => {
  for (const key of pressed) await page.keyboard.press(key);
};
/** The filing of this number is on the screen. */
const shows = (page: Page, n: number) => page.waitForSelector(`.filing[data-filing="${filingOf(n)}"]`);
const deskOf = async (n: number) => (await office.store.desks.get(filingOf(n)))!;
const stageOf = async (n: number) => (await deskOf(n)).stage;
const here = (page: Page) => page.locator('.point.here').getAttribute('data-subject');

describe('a filing by keyboard', () => {
  test('from the queue: doubt, checklist and decision by keys alone, then the next one', async () => {
    const page = await sit('zhang', '#/batches/b1/queue?view=todo&sort=arrival');
    await page.waitForSelector('[data-filing="f0"]');
    await page.locator('.rows').focus();
    await keys(page, 'j', 'j', 'j', 'Enter');
    await shows(page, 3);
    // One doubt and a checklist: two keys, and the decision a third.
    await keys(page, 'y', 'a');
    await page.waitForSelector('.choice-return');
    expect(await page.locator('.reasons [aria-pressed="true"]').count()).toBe(1);
    await keys(page, 'Enter');
    await shows(page, 4);
    const [decision] = await office.store.decisions.of(filingOf(3));
    expect(decision).toMatchObject({ kind: 'return', by: 'zhang', step: 'first' });
    expect(decision?.reasons).toHaveLength(1);
    expect(await deskOf(3)).toMatchObject({ stage: 'decided', doubts: 0, checklist: 0 });
  });

  test('a sound filing is two keys, one after another without waiting', async () => {
    const page = await sit('zhang', at(8, inOrder));
    await shows(page, 8);
    await keys(page, 'Enter', 'Enter');
    await shows(page, 9);
    await keys(page, 'a', 'Enter');
    await shows(page, 10);
    expect([await stageOf(8), await stageOf(9)]).toEqual(['decided', 'decided']);
  });

  test('a field is put right, old and new are kept, what was typed outlives the page', async () => {
    const page = await sit('zhang', at(18));
    await page.waitForSelector('.point.here');
    const subject = await here(page);
    await keys(page, 'e');
    await page.waitForSelector('.edit textarea:focus');
    await page.keyboard.type('甲方装备有限公司');
    await expect
      .poll(() => office.store.drafts.get(filingOf(18), 'zhang'))
      .toMatchObject({
        fields: { [subject!.slice('field:'.length)]: '甲方装备有限公司' },
      });
    await page.reload();
    await page.waitForSelector('.point.here');
    await keys(page, 'e');
    await page.waitForSelector('.edit textarea:focus');
    expect(await page.locator('.edit textarea').inputValue()).toBe('甲方装备有限公司');
    await keys(page, 'Enter');
    await expect.poll(() => here(page)).not.toBe(subject);
    await keys(page, '.');
    await page.locator('.fields li > button', { hasText: '甲方装备有限公司' }).click();
    await page.waitForSelector('.field-facts del');
    expect(await page.locator('.field-facts del').textContent()).not.toBe('');
    expect(await office.store.corrections.of(filingOf(18))).toMatchObject([
      { by: 'zhang', to: '甲方装备有限公司' },
    ]);
  });

  test('the place of what is looked at is lit and in sight, and the buttons stay where they are', async () => {
    const page = await sit('zhang', at(22));
    const lit = page.locator('.viewer-pages .lit').first();
    const inSight = async () => {
      const [box, around] = [await lit.boundingBox(), await page.locator('.viewer-pages').boundingBox()];
      return box && around && box.y >= around.y && box.y + box.height <= around.y + around.height;
    };
    await lit.waitFor();
    expect(await inSight()).toBe(true);
    await expect.poll(() => page.evaluate("document.querySelector('.page img').complete")).toBe(true);
    const places = () => page.locator('.keys .key').evaluateAll('all => all.map((one) => one.offsetLeft)');
    const before = await places();
    await keys(page, 'Enter');
    await expect.poll(inSight).toBe(true);
    await keys(page, 'r');
    await page.waitForSelector('.decision');
    expect(await places()).toEqual(before);
    await keys(page, '?');
    await page.waitForSelector('.ant-modal kbd');
    await keys(page, 'Escape');
    await page.waitForSelector('.ant-modal', { state: 'detached' });
  });

  test('u takes back the last act', async () => {
    const page = await sit('zhang', at(33));
    await page.waitForSelector('.point.here');
    const { checklist } = await deskOf(33);
    await keys(page, 'a');
    await expect.poll(async () => (await deskOf(33)).checklist).toBe(0);
    await page.waitForSelector('.decision');
    await expect.poll(() => page.locator('.tabs button').last().textContent()).toBe('经过 1');
    await keys(page, 'u');
    await expect.poll(async () => (await deskOf(33)).checklist).toBe(checklist);
  });
});

describe('more than one person', () => {
  test('the head sets that returns are checked, approves one, and the clerk may not', async () => {
    const head = await sit('wang', '#/batches/b1');
    await head.locator('#policy-check').click();
    await head.locator('.ant-select-item-option', { hasText: '退回和不予受理的' }).click();
    await head.locator('.form.narrow button').click();
    await head.waitForSelector('.ant-message');
    const clerk = await sit('zhang', at(11, inOrder));
    await shows(clerk, 11);
    await keys(clerk, 'y', 'a');
    await clerk.waitForSelector('.choice-return');
    await keys(clerk, 'Enter');
    await shows(clerk, 12);
    expect(await stageOf(11)).toBe('check');
    await clerk.goto(`${office.url}/${at(11)}`);
    await shows(clerk, 11);
    await keys(clerk, 'v');
    await clerk.waitForSelector('.ant-message:has-text("不能")');
    expect(await stageOf(11)).toBe('check');
    await head.goto(`${office.url}/${at(11, '?view=check')}`);
    await shows(head, 11);
    await keys(head, 'Enter');
    await head.waitForSelector('.choice-agree');
    await keys(head, 'Enter');
    await expect.poll(() => stageOf(11)).toBe('decided');
  });

  test('a second judges blind, who differs is settled by a third, and nobody checks their own', async () => {
    const before = await settingsOfBatch(office.store, 'b1');
    const head = await sit('wang', '#/batches/b1');
    for (const [box, word] of [
      ['#policy-blind', '全部'],
      ['#policy-check', '全部'],
    ] as const) {
      await head.locator(box).click();
      await head
        .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option', {
          hasText: word,
        })
        .first()
        .click();
    }
    await head.locator('.form.narrow button').click();
    await head.waitForSelector('.ant-message');
    const first = await sit('zhang', at(48, inOrder));
    await shows(first, 48);
    await keys(first, 'p', 'n');
    await first.waitForSelector('#decision-note:focus');
    await first.keyboard.type('材料齐全');
    await keys(first, 'Enter', 'Enter');
    await expect.poll(() => stageOf(48)).toBe('second');
    await first.goto(`${office.url}/${at(48)}`);
    await shows(first, 48);
    await keys(first, 'x');
    await first.waitForSelector('.ant-message:has-text("不能")');

    // Blind: neither the decision nor its note nor who it was is on the page of the second.
    const second = await sit('li', at(48, '?view=second'));
    await shows(second, 48);
    await keys(second, ',');
    await second.waitForSelector('#tab-history[aria-selected="true"]');
    expect(await second.locator('.side').innerText()).not.toMatch(/张敏|材料齐全|(?<!机审)通过/u);
    await keys(second, 'd', 'Enter');
    await expect.poll(() => stageOf(48)).toBe('conflict');

    // The third sees both, and settles; whose decision it then is may not check it.
    await head.goto(`${office.url}/${at(48, '?view=conflict')}`);
    await shows(head, 48);
    await keys(head, 'p');
    await head.waitForSelector('.opinions li:has-text("张敏"):has-text("材料齐全")');
    await head.waitForSelector('.opinions li:has-text("李强")');
    await keys(head, 'Enter');
    await expect.poll(() => stageOf(48)).toBe('check');
    await head.goto(`${office.url}/${at(48)}`);
    await shows(head, 48);
    await keys(head, 'v');
    await head.waitForSelector('.ant-message:has-text("不能")');
    const other = await sit('root', at(48, '?view=check'));
    await shows(other, 48);
    await keys(other, 'Enter');
    await other.waitForSelector('.choice-agree');
    await keys(other, 'Enter');
    await expect.poll(() => stageOf(48)).toBe('decided');
    expect(await office.store.decisions.of(filingOf(48))).toMatchObject([
      { step: 'first', by: 'zhang', kind: 'pass' },
      { step: 'second', by: 'li', kind: 'doubt' },
      { step: 'third', by: 'wang', kind: 'pass' },
      { step: 'check', by: 'root', kind: 'pass' },
    ]);
    await office.store.batches.putSettings('b1', before);
  });

  test('what one is at, another sees and leaves alone', async () => {
    const one = await sit('zhang', at(34, inOrder));
    await shows(one, 34);
    await expect.poll(async () => (await deskOf(34)).lease?.by).toBe('zhang');
    const other = await sit('li', at(34));
    await other.waitForSelector('.side .ant-alert-warning:has-text("张敏")');
    await keys(other, 'p');
    await other.waitForSelector('.ant-message:has-text("不能")');
    const queue = await sit('li', '#/batches/b1/queue?view=todo&sort=arrival&q=第35号');
    await queue.waitForSelector('[data-filing="f34"]:has-text("张敏")');
    await keys(one, 'p', 'Enter');
    await shows(one, 35);
    await queue.waitForSelector('[data-filing="f34"]', { state: 'detached' });
    expect(await office.store.decisions.of(filingOf(34))).toHaveLength(1);
  });

  test('a save that comes too late says what changed and keeps what was typed', async () => {
    const zhang = await browserOf('zhang');
    // As when the line was cut: nothing is told to this page.
    await zhang.route('**/api/live**', (route) => route.abort());
    const page = await pageAt(zhang, at(47));
    await shows(page, 47);
    await keys(page, 'd', 'n');
    await page.waitForSelector('#decision-note:focus');
    await page.keyboard.type('请科长定');
    await keys(page, 'Escape');
    const second = await pageAt(zhang, at(47));
    await shows(second, 47);
    await keys(second, 'y');
    await expect.poll(async () => (await deskOf(47)).doubts).toBe(0);
    await keys(page, 'Enter');
    await page.waitForSelector('.side .ant-alert-warning');
    expect(await page.locator('#decision-note').inputValue()).toBe('请科长定');
    expect(await stageOf(47)).toBe('todo');
    await keys(page, 'Enter');
    await expect.poll(() => stageOf(47)).toBe('doubt');
    expect((await office.store.decisions.of(filingOf(47)))[0]?.note).toBe('请科长定');
  });
});

test('an answer slower than the next key: the suggestion that came of it is shown and asked for once more', async () => {
  const context = await browserOf('zhang');
  await context.route('**/rulings', async (route) => {
    await new Promise((done) => setTimeout(done, 300));
    await route.continue();
  });
  const page = await pageAt(context, at(50, inOrder));
  await shows(page, 50);
  await keys(page, 'y', 'y', 'y', 'Enter');
  await page.waitForSelector('.ant-message:has-text("再按 Enter")');
  expect(await stageOf(50)).toBe('todo');
  await page.waitForSelector('.choice-pass');
  await keys(page, 'Enter');
  await shows(page, 51);
  expect(await deskOf(50)).toMatchObject({ stage: 'decided', decision: 'pass' });
});

describe('the queue', () => {
  const count = (page: Page) => page.locator('.bar-count').textContent();
  const chooseDecision = async (page: Page, word: RegExp) => {
    await page.locator('.bar button', { hasText: '选择全部' }).click();
    await page.locator('.bar button', { hasText: '批量处理' }).click();
    await page.locator('#bulk-decision').click();
    await page.locator('.ant-select-item-option', { hasText: word }).click();
  };

  test('is filtered, searched and changed together with a preview, and that is undone', async () => {
    const page = await sit('zhang', '#/batches/b1/queue');
    await expect.poll(() => count(page)).toBe('80 份');
    await page.fill('#search', '第60号');
    await expect.poll(() => count(page)).toBe('1 份');
    await page.goto(`${office.url}/#/batches/b1/queue?state=failed&view=todo`);
    await expect.poll(() => count(page)).toBe('10 份');
    await chooseDecision(page, /^存疑$/);
    await expect.poll(() => page.locator('.preview tr').count()).toBe(10);
    expect(await stageOf(44)).toBe('todo');
    await page.locator('.ant-modal-footer .ant-btn-primary').click();
    await expect.poll(() => stageOf(44)).toBe('doubt');
    await page.locator('.ant-message button', { hasText: '撤销' }).click();
    await expect.poll(() => stageOf(44)).toBe('todo');
  });

  test('passing what is not sound asks once more', async () => {
    const page = await sit('zhang', '#/batches/b1/queue?state=failed&view=todo');
    await expect.poll(() => count(page)).toBe('10 份');
    await chooseDecision(page, /^通过$/);
    await page.waitForSelector('.ant-alert-error');
    const apply = page.locator('.ant-modal-footer .ant-btn-primary');
    expect(await apply.isDisabled()).toBe(true);
    await page.locator('.ant-alert-error input[type="checkbox"]').check();
    await expect.poll(() => apply.isDisabled()).toBe(false);
  });

  test('is walked to its end with few rows in the page', async () => {
    const page = await sit('zhang', '#/batches/b1/queue?sort=arrival');
    await page.waitForSelector('[data-filing="f0"]');
    await page.locator('.rows').focus();
    await keys(page, 'End');
    await page.waitForSelector('[data-filing="f79"]');
    expect(await page.locator('.queue-row').count()).toBeLessThan(60);
    await keys(page, 'Enter');
    await shows(page, 79);
  });
});

test('three browsers over one list: none is decided twice, none left over, and no note is lost', async () => {
  const filings = [59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 5].map(filingOf);
  const three = ['zhang', 'li', 'wang'];
  const together = await reviewTogether(browser, office, three, filings, '?view=todo&q=（第6');
  expect(together).toMatchObject({ filings: 11, twice: [], left: [], lost: [] });
});

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

describe('for everybody', () => {
  const pages = [
    '#/',
    '#/batches/b1',
    '#/batches/b1/queue',
    at(6),
    '#/batches/b1/quality',
    '#/batches/b1/papers',
    '#/calls',
    '#/calls/miit-2022-application-cases',
    '#/awards',
    '#/trends',
    '#/archive',
    '#/audit',
    '#/users',
  ];

  test('who is not signed in is asked to', async () => {
    const context = await browser.newContext();
    contexts.push(context);
    const page = await pageAt(context, '#/batches/b1/queue');
    await page.fill('#sign-id', 'zhang');
    await page.fill('#sign-password', 'wrong');
    await keys(page, 'Enter');
    await page.waitForSelector('.ant-alert-error');
    await page.fill('#sign-password', passwordOf('zhang'));
    await keys(page, 'Enter');
    await page.waitForSelector('[data-filing]');
  });

  test.each(['zh', 'en'] as const)('no page has a serious fault of access: %s', async (lang) => {
    const page = await pageAt(await browserOf('root', lang), '#/');
    const faults: string[] = [];
    const look = async (where: string) => {
      await page.evaluate(axe);
      const found = axeResult.parse(
        await page.evaluate(
          "axe.run({ resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })",
        ),
      );
      for (const { id, impact, nodes } of found.violations)
        if (impact === 'serious' || impact === 'critical')
          faults.push(`${where} ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
    };
    for (const hash of pages) {
      await page.goto(`${office.url}/${hash}`);
      await page.waitForSelector('main h1');
      await expect.poll(() => page.locator('main p.quiet:only-child').count()).toBe(0);
      await look(hash);
      if (!hash.includes('filings')) continue;
      for (let pane = 1; pane < 6; pane++) {
        await keys(page, '.');
        await look(`${hash} pane ${pane}`);
      }
      await keys(page, 'r');
      await page.waitForSelector('.decision');
      await look(`${hash} decision`);
      await keys(page, '?');
      await page.waitForSelector('.key-list');
      await look(`${hash} keys`);
      await keys(page, 'Escape');
    }
    await page.goto(`${office.url}/#/batches/b1/queue?view=todo`);
    await page.waitForSelector('[data-filing]');
    await page.locator('.bar button').first().click();
    await page.locator('.bar button').nth(2).click();
    await page.waitForSelector('.ant-modal .preview');
    await look('together');
    await page.goto(`${office.url}/#/`);
    await page.locator('.head button').click();
    await page.waitForSelector('#nb-name');
    await look('new batch');
    expect(faults).toEqual([]);
  });
});
