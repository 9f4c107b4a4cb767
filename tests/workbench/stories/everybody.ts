import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { passwordOf } from '../office.ts';
import { anyBrowser, at, browserOf, keys, office, pageAt } from '../sitting.ts';

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

const list = {
  name: '示范名单2023.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    '序号,项目名称,企业名称,年份,项目/计划\n1,数字孪生车间,苏州甲机床有限公司,2023,智能制造示范工厂\n2,,,,\n3,柔性生产线,,2023,智能制造示范工厂\n',
  ),
};
const notice = {
  name: '通知.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from(
    '关于组织申报2026年工业互联网试点示范项目的通知\n各设区市工业和信息化局：\n一、申报条件\n（一）申报主体应当在中华人民共和国境内登记注册，具有独立法人资格。\n（二）近三年无重大安全事故。\n二、申报方向\n（一）平台方向。面向重点行业的平台。\n（二）安全方向。工业互联网安全防护。\n三、报送要求\n请于2026年10月21日前将申报书（附件1）一式两份报送我局，每个单位推荐不超过5个。\n',
  ),
};

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
    const page = await pageAt(await anyBrowser(), '#/batches/b1/queue');
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
    await page.locator('.ant-modal .form input[type="file"]').last().setInputFiles([list]);
    await page.waitForSelector('.chosen li');
    await look('new batch with a list');
    await page.goto(`${office.url}/#/awards`);
    await page.waitForSelector('main h1');
    await page.locator('.head input[type="file"]').setInputFiles(list);
    await page.waitForSelector('.ant-modal .preview table');
    await look('import of a list');
    await page.locator('.ant-modal-footer button').last().click();
    await page.waitForSelector('.ant-modal', { state: 'detached' });
    await page.waitForSelector('table.plain tbody tr');
    await look('imported list');
    await page
      .locator('.head input[type="file"]')
      .setInputFiles({ ...list, name: '会议照片.csv', buffer: Buffer.from('x') });
    await page.waitForSelector('.sheet > .ant-alert');
    await look('no list');
    await page.goto(`${office.url}/#/archive`);
    await page.waitForSelector('table.plain tbody tr');
    await look('archive');
    await page.goto(`${office.url}/#/calls`);
    await page.waitForSelector('main table');
    await page.locator('.head input[type="file"]').setInputFiles(notice);
    await page.waitForSelector('.drafted-both');
    await look('drafted call');
    await page.locator('.drafted .lines button').first().click();
    await look('words of the notice');
    expect(faults).toEqual([]);
  });
});
