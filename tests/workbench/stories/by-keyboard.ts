import { describe, expect, test } from 'vitest';
import {
  at,
  browserOf,
  deskOf,
  here,
  inOrder,
  keys,
  office,
  pageAt,
  shows,
  sit,
  stageOf,
} from '../sitting.ts';
import { filingOf } from '../variant.ts';

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
