import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchChromium } from '../../corpus/generate/chromium.ts';
import { type BrowsedOffice, openOffice } from './office.ts';
import { signedIn } from './reviewing.ts';
import { filingOf } from './variant.ts';

/** One office and one browser, in which all stories of the workbench play; each has filings of its own. */

export let browser: Browser;
export let office: BrowsedOffice;
let contexts: BrowserContext[] = [];
/** What the browser complained of: a blocked style, a failed script. */
let complaints: string[] = [];

/** Opens both before the stories and closes them behind; no story ends with a complaint of the browser. */
export function openSitting(): void {
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
}

/** The browser of a person who has signed in. */
export async function browserOf(as: string, lang: 'zh' | 'en' = 'zh'): Promise<BrowserContext> {
  const context = await signedIn(browser, office, as);
  contexts.push(context);
  await context.addInitScript(`localStorage.setItem('chushen.lang', '${lang}')`);
  return context;
}

export async function pageAt(context: BrowserContext, hash: string): Promise<Page> {
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
export const sit = async (as: string, hash: string) => pageAt(await browserOf(as), hash);
export const at = (n: number, query = '') => `#/batches/b1/filings/${filingOf(n)}${query}`;
export const inOrder = '?view=todo&sort=arrival';

export const keys = async (page: Page, ...pressed: string[]) => {
  for (const key of pressed) await page.keyboard.press(key);
};
/** The filing of this number is on the screen. */
export const shows = (page: Page, n: number) => page.waitForSelector(`.filing[data-filing="${filingOf(n)}"]`);
export const deskOf = async (n: number) => (await office.store.desks.get(filingOf(n)))!;
export const stageOf = async (n: number) => (await deskOf(n)).stage;
export const here = (page: Page) => page.locator('.point.here').getAttribute('data-subject');

/** A browser that is closed with the story. */
export async function anyBrowser(): Promise<BrowserContext> {
  const context = await browser.newContext();
  contexts.push(context);
  return context;
}
