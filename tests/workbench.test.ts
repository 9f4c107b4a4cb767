import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { launchChromium } from '../corpus/generate/chromium.ts';
import { productFolder } from '../pipeline/versions.ts';
import { openTestServer, type TestServer } from '../web/testing/server.ts';

/** The built page, driven by a real browser as people do, on made-up filings that a server in memory keeps. */

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
let server: TestServer;
let contexts: BrowserContext[] = [];
/** What the browser complained of: a blocked style, a failed script. */
let complaints: string[] = [];

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  server = await openTestServer(join(productFolder(), 'dist', 'web'), 400);
  complaints = [];
});
afterEach(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  contexts = [];
  await server.close();
});

/** A page of a person who just sat down. */
async function sit(as: string, hash: string, lang: 'zh' | 'en' = 'zh'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, bypassCSP: false });
  contexts.push(context);
  await context.addInitScript(`localStorage.setItem('chushen.lang', '${lang}')`);
  const page = await context.newPage();
  page.on('console', (message) => {
    // A refusal of ours is an answer, not a fault.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(`${server.url}/?as=${as}${hash}`);
  return page;
}

const keys = async (page: Page, ...pressed: string[]) => {
  for (const key of pressed) await page.keyboard.press(key);
};
/** The filing of this number of the made-up batch is on the screen. */
const shows = (page: Page, n: number) => page.waitForSelector(`.side-name h1:has-text("（第${n + 1}号）")`);

describe('a filing by keyboard', () => {
  test('from the queue: doubts, checklist and decision by keys alone, then the next one', async () => {
    const page = await sit('zhang', '#/batches/b1/queue?view=todo&sort=arrival');
    await page.waitForSelector('[data-filing="f0"]');
    await page.locator('.rows').focus();
    await keys(page, 'j', 'j', 'j', 'Enter');
    await shows(page, 3);
    // One doubt and a checklist of four: three keys.
    await keys(page, 'y', 'a');
    await page.waitForSelector('.choice-return');
    expect(await page.locator('.reasons [aria-pressed="true"]').allTextContents()).toEqual([
      expect.stringContaining('附营业执照'),
    ]);
    await keys(page, 'Enter');
    await shows(page, 4);
    const { decisions, doubts, checklist, stage } = server.office.detail(3, {
      id: 'zhang',
      name: '',
      role: 'clerk',
    });
    expect(decisions).toMatchObject([{ kind: 'return', reasons: ['licence'], by: 'zhang' }]);
    expect([...doubts, ...checklist].every(({ ruling }) => ruling)).toBe(true);
    expect(stage).toBe('check');
    expect(complaints).toEqual([]);
  });

  test('a sound filing is two keys, one after another without waiting', async () => {
    const page = await sit('zhang', '#/batches/b1/filings/f0?view=todo&sort=arrival');
    await shows(page, 0);
    await keys(page, 'Enter', 'Enter');
    await shows(page, 1);
    await keys(page, 'a', 'Enter');
    await shows(page, 2);
    for (const n of [0, 1])
      expect(server.office.detail(n, { id: 'zhang', name: '', role: 'clerk' }).stage).toBe('decided');
  });

  test('a field is put right, old and new are kept, what was typed outlives the page', async () => {
    const page = await sit('zhang', '#/batches/b1/filings/f2?view=todo');
    await page.waitForSelector('.point.here');
    await keys(page, 'e');
    await page.waitForSelector('.edit textarea:focus');
    await page.keyboard.type('91320100MA1', { delay: 1 });
    await expect
      .poll(() => server.office.detail(2, { id: 'zhang', name: '', role: 'clerk' }).draft?.fields)
      .toEqual({
        k1: '91320100MA1',
      });
    await page.reload();
    await page.waitForSelector('.point.here');
    await keys(page, 'e');
    await expect.poll(() => page.locator('.edit textarea').inputValue()).toBe('91320100MA1');
    await page.locator('.edit textarea').focus();
    await keys(page, 'Enter');
    await expect
      .poll(() => page.locator('.point.here').getAttribute('data-subject'))
      .toBe('rule:in-operation');
    await keys(page, '.');
    await page.locator('.fields button', { hasText: '统一社会信用代码' }).click();
    await page.waitForSelector('.field-facts del');
    expect(await page.locator('.fields li.here .field-value').textContent()).toBe('91320100MA1');
    expect(await page.locator('.field-facts del').textContent()).toMatch(/^统一社会信用代码内容/);
  });

  test('the place of what is looked at is lit and in sight, and the buttons stay where they are', async () => {
    const page = await sit('zhang', '#/batches/b1/filings/f6');
    await page.waitForSelector('.lit');
    const boxes = () =>
      page.locator('.keys .key').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().x));
    const before = await boxes();
    await keys(page, 'y');
    await page.waitForSelector('[data-page="2"] .lit');
    const [lit, around] = [
      await page.locator('[data-page="2"] .lit').first().boundingBox(),
      await page.locator('.viewer-pages').boundingBox(),
    ];
    const sight = lit && around && lit.y >= around.y && lit.y + lit.height <= around.y + around.height;
    expect(sight).toBe(true);
    await keys(page, 'r');
    await page.waitForSelector('.decision');
    expect(await boxes()).toEqual(before);
    await keys(page, '?');
    await page.waitForSelector('.ant-modal kbd');
    await keys(page, 'Escape');
    await page.waitForSelector('.ant-modal', { state: 'detached' });
    expect(complaints).toEqual([]);
  });

  test('u takes back the last act', async () => {
    const page = await sit('zhang', '#/batches/b1/filings/f2');
    await page.waitForSelector('.point.here');
    await keys(page, 'y');
    await expect.poll(() => page.locator('.point .quiet', { hasText: '读取正确' }).count()).toBe(1);
    await keys(page, 'u');
    await expect.poll(() => page.locator('.point .quiet', { hasText: '读取正确' }).count()).toBe(0);
  });
});

describe('more than one person', () => {
  test('the head approves what a clerk returned; nobody else may', async () => {
    const zhang = { id: 'zhang', name: '张敏', role: 'clerk' } as const;
    server.office.decide(3, zhang, undefined, 'return', ['licence'], '缺执照');
    const clerk = await sit('li', '#/batches/b1/filings/f3');
    await shows(clerk, 3);
    await keys(clerk, 'v');
    await clerk.waitForSelector('.ant-message');
    expect(server.office.detail(3, zhang).stage).toBe('check');
    const head = await sit('wang', '#/batches/b1/filings/f3');
    await shows(head, 3);
    await keys(head, 'Enter');
    await head.waitForSelector('.choice-agree');
    await keys(head, 'Enter');
    await expect.poll(() => server.office.detail(3, zhang).stage).toBe('decided');
  });

  test('a second page sees what happens, and a late save loses nothing that was typed', async () => {
    const one = await sit('zhang', '#/batches/b1/filings/f2?view=todo&sort=arrival');
    const other = await sit('li', '#/batches/b1/filings/f2');
    const queue = await sit('li', '#/batches/b1/queue?view=todo&sort=arrival');
    await Promise.all([one, other].map((page) => shows(page, 2)));
    await queue.waitForSelector('[data-filing="f2"]');
    // While typing, the other answers and decides.
    await keys(other, 'd', 'n');
    await other.waitForSelector('#decision-note:focus');
    await other.keyboard.type('请科长定');
    await keys(one, 'y', 'y', 'y');
    await one.waitForSelector('.decision');
    await keys(one, 'p', 'Enter');
    await shows(one, 3);
    await queue.waitForSelector('[data-filing="f2"]', { state: 'detached' });
    await other.waitForSelector('.side .ant-alert-warning:has-text("张敏")');
    expect(await other.locator('#decision-note').inputValue()).toBe('请科长定');
    expect(server.office.detail(2, { id: 'li', name: '', role: 'clerk' }).decisions).toHaveLength(1);
  });

  test('a save that comes too late says what changed and keeps what was typed', async () => {
    const page = await sit('li', '#/batches/b1/filings/f2');
    await shows(page, 2);
    await keys(page, 'd', 'n');
    await page.waitForSelector('#decision-note:focus');
    await page.keyboard.type('请科长定');
    // The stream tells nothing of this: as when the line was cut.
    const told = [...server.office.listeners];
    server.office.listeners.clear();
    server.office.rule(2, { id: 'zhang', name: '张敏', role: 'clerk' }, 1, [
      { subject: 'field:k1', value: 'right', note: '' },
    ]);
    for (const listener of told) server.office.listeners.add(listener);
    await keys(page, 'Escape', 'Enter');
    await page.waitForSelector('.side .ant-alert-warning:has-text("张敏")');
    expect(await page.locator('#decision-note').inputValue()).toBe('请科长定');
    expect(server.office.detail(2, { id: 'li', name: '', role: 'clerk' }).stage).toBe('todo');
    await keys(page, 'Enter');
    await expect
      .poll(() => server.office.detail(2, { id: 'li', name: '', role: 'clerk' }).stage)
      .toBe('doubt');
  });
});

describe('the queue', () => {
  test('is filtered, searched and changed together with a preview, and that is undone', async () => {
    const page = await sit('zhang', '#/batches/b1/queue');
    await page.waitForSelector('[data-filing]');
    await page.fill('#search', '第8号');
    await expect.poll(() => page.locator('.bar-count').textContent()).toBe('1 份');
    await page.fill('#search', '');
    await expect.poll(() => page.locator('.bar-count').textContent()).toBe('400 份');
    await page.goto(`${server.url}/#/batches/b1/queue?state=remarked`);
    await expect.poll(() => page.locator('.bar-count').textContent()).toBe('50 份');
    await page.locator('.bar button', { hasText: '选择全部' }).click();
    await page.locator('.bar button', { hasText: '批量处理' }).click();
    await page.locator('#bulk-decision').click();
    await page.locator('.ant-select-item-option', { hasText: /^通过$/ }).click();
    await expect.poll(() => page.locator('.preview tr').count()).toBe(50);
    expect(server.office.flow().passed).toBe(0);
    await page.locator('.ant-modal-footer .ant-btn-primary').click();
    await expect.poll(() => server.office.flow().passed).toBe(50);
    await page.locator('.ant-message button', { hasText: '撤销' }).click();
    await expect.poll(() => server.office.flow().passed).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('passing what is not sound asks once more', async () => {
    const page = await sit('zhang', '#/batches/b1/queue?state=failed');
    await page.waitForSelector('[data-filing]');
    await page.locator('.bar button', { hasText: '选择全部' }).click();
    await page.locator('.bar button', { hasText: '批量处理' }).click();
    await page.locator('#bulk-decision').click();
    await page.locator('.ant-select-item-option', { hasText: /^通过$/ }).click();
    await page.waitForSelector('.ant-alert-error');
    const apply = page.locator('.ant-modal-footer .ant-btn-primary');
    expect(await apply.isDisabled()).toBe(true);
    await page.locator('.ant-alert-error input[type="checkbox"]').check();
    await expect.poll(() => apply.isDisabled()).toBe(false);
  });

  test('a long list is scrolled to its end with few rows in the page', async () => {
    const page = await sit('zhang', '#/batches/b1/queue?sort=arrival');
    await page.waitForSelector('[data-filing="f0"]');
    await page.locator('.rows').focus();
    await keys(page, 'End');
    await page.waitForSelector('[data-filing="f399"]');
    expect(await page.locator('.queue-row').count()).toBeLessThan(60);
    await keys(page, 'Enter');
    await shows(page, 399);
  });
});

test('a new batch takes its files and says which it refused and why', async () => {
  const page = await sit('zhang', '#/');
  await page.locator('.head button').click();
  await page.locator('#nb-call').click();
  await page.locator('.ant-select-item-option').first().click();
  await page.fill('#nb-name', '补报');
  await page.setInputFiles('input[type="file"][aria-label="申报书和附件"]', [
    { name: '申报书.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') },
    { name: 'setup.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') },
  ]);
  await page.locator('.ant-modal-footer .ant-btn-primary').click();
  await page.waitForSelector('.report tbody tr');
  expect(await page.locator('.report tbody tr').allTextContents()).toEqual(['setup.exe不收可执行文件。']);
  await page.locator('.ant-modal-footer .ant-btn-primary').click();
  await page.waitForSelector('.flow');
  expect(complaints).toEqual([]);
});

describe('for everybody', () => {
  const pages = [
    '#/',
    '#/batches/b1',
    '#/batches/b1/queue',
    '#/batches/b1/filings/f6',
    '#/batches/b1/quality',
    '#/batches/b1/papers',
    '#/calls',
    '#/calls/c1',
    '#/awards',
    '#/archive',
    '#/audit',
    '#/users',
  ];
  test.each(['zh', 'en'] as const)('no page has a serious fault of access: %s', async (lang) => {
    const page = await sit('root', '#/', lang);
    server.office.rule(2, { id: 'root', name: '管理员', role: 'admin' }, 1, [
      { subject: 'field:k1', value: 'right', note: '' },
    ]);
    await page.waitForSelector('main h1');
    const faults: string[] = [];
    const look = async (where: string) => {
      await page.evaluate(axe);
      const found = axeResult.parse(
        await page.evaluate(
          `axe.run({ resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })`,
        ),
      );
      for (const { id, impact, nodes } of found.violations)
        if (impact === 'serious' || impact === 'critical')
          faults.push(`${where} ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
    };
    for (const hash of pages) {
      await page.goto(`${server.url}/${hash}`);
      await page.waitForSelector('main h1');
      await page.waitForFunction("!document.querySelector('main p.quiet:only-child')");
      await look(hash);
      if (hash.endsWith('f6')) {
        for (const key of ['.', '.', '.', '.', '.', '.']) {
          await page.keyboard.press(key);
          await look(`${hash} ${key}`);
        }
        await keys(page, 'r');
        await page.waitForSelector('.decision');
        await look(`${hash} decision`);
      }
    }
    expect(faults).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
