import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { keys, office, shows, sit, stageOf } from '../sitting.ts';

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

  test('each label scheme of the call is a filter, whose choice goes along into the filing and back', async () => {
    const page = await sit('zhang', '#/batches/b1/queue?view=accepted');
    await page.locator('.filters .ant-select:has([aria-label="应用模式"])').click();
    await page.locator('.ant-select-item-option', { hasText: '服务化延伸' }).click();
    await expect.poll(() => new URL(page.url()).hash).toContain(encodeURIComponent('modes='));
    await expect.poll(() => count(page)).toBe('80 份');
    await page.locator('.rows').focus();
    await keys(page, 'Enter');
    await page.waitForSelector('.filing[data-filing]');
    expect(new URL(page.url()).hash).toContain(encodeURIComponent('modes='));
    await page.goto(`${office.url}/#/batches/b1/queue?labels=${encodeURIComponent('modes=平台化设计')}`);
    await expect.poll(() => count(page)).toBe('0 份');
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
