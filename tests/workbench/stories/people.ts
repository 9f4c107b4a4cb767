import { describe, expect, test } from 'vitest';
import { settingsOfBatch } from '../../../pipeline/desk/batch-settings.ts';
import { at, browserOf, deskOf, inOrder, keys, office, pageAt, shows, sit, stageOf } from '../sitting.ts';
import { filingOf } from '../variant.ts';

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

  test('settings saved over another’s are refused, told, and what was typed stays', async () => {
    const before = await settingsOfBatch(office.store, 'b1');
    const wang = await browserOf('wang');
    // As when the line was cut: nothing is told to this page.
    await wang.route('**/api/live**', (route) => route.abort());
    const page = await pageAt(wang, '#/batches/b1');
    await page.waitForSelector('#policy-redraw');
    const other = await sit('root', '#/batches/b1');
    await other.fill('#policy-redraw', '7');
    await other.locator('.form.narrow button').click();
    await other.waitForSelector('.ant-message-success');
    const redraw = async () => (await settingsOfBatch(office.store, 'b1')).policy.redraw;
    expect(await redraw()).toBe(0.07);
    await page.fill('#policy-redraw', '5');
    await page.locator('.form.narrow button').click();
    await page.waitForSelector('.ant-message-error:has-text("刚被他人更改")');
    await page.waitForSelector('.form.narrow .ant-alert:has-text("7%")');
    expect([await page.inputValue('#policy-redraw'), await redraw()]).toEqual(['5', 0.07]);
    await page.locator('.form.narrow button').click();
    await page.waitForSelector('.ant-message-success');
    expect(await redraw()).toBe(0.05);
    await page.waitForSelector('.form.narrow .ant-alert', { state: 'detached' });
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
