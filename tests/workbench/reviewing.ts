import type { Browser, BrowserContext, Page } from 'playwright-core';
import { z } from 'zod';
import type { Store } from '../../store/ports.ts';
import { type BrowsedOffice, passwordOf } from './office.ts';

/** What a reviewer does at the keyboard, as tests and benchmarks do it. */

/** What stands on the screen of a reviewer. */
const seen = z.object({
  /** The filing that is open; absent where it is not there yet, or the page is at the queue. */
  filing: z.string().nullable(),
  queue: z.boolean(),
  /** The key that a reviewer who agrees with all would press. */
  key: z.enum(['y', 'a', 'Enter', 'j']),
  /** ENTER would decide. */
  last: z.boolean(),
  /** The last ENTER was not taken: the answers made another suggestion of it, or somebody else was quicker. */
  asks: z.boolean(),
});
export type Seen = z.infer<typeof seen>;

export async function look(page: Page): Promise<Seen> {
  return seen.parse(
    await page.evaluate(`(() => {
      const filing = document.querySelector('.filing')?.dataset.filing ?? null;
      const may = document.querySelector('.keys .key[aria-keyshortcuts="P"]:not(:disabled)') !== null;
      const here = document.querySelector('.point.here .sign.open')?.closest('.point');
      const key = !may ? 'j' : !here ? 'Enter' : here.dataset.subject.startsWith('check:') ? 'a' : 'y';
      const said = [...document.querySelectorAll('.ant-message, .side .ant-alert')].map((one) => one.textContent).join(' ');
      return {
        filing,
        queue: /queue/.test(location.hash) && document.querySelector('.queue-list[aria-busy="false"]') !== null,
        key,
        last: document.querySelector('.decision') !== null,
        asks: said.includes('再按 Enter') || said.includes('核对后再确认'),
      };
    })()`),
  );
}

/** The browser of a person who has signed in, with the page in Chinese. */
export async function signedIn(
  browser: Browser,
  office: BrowsedOffice,
  as: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const answer = await context.request.post(`${office.url}/api/login`, {
    data: { id: as, password: passwordOf(as) },
  });
  if (answer.status() !== 200) throw new Error(`${as}: ${answer.status()}`);
  return context;
}

/** How three people fared over one queue. */
export interface Together {
  readonly filings: number;
  /** Filings with more than one first decision that stands. */
  readonly twice: readonly string[];
  /** Filings that nobody decided. */
  readonly left: readonly string[];
  /** Times that somebody was told that another was quicker, or is at it. */
  readonly met: number;
  /** Notes that were typed, and those found neither in a decision of their writer nor in their draft. */
  readonly typed: number;
  readonly lost: readonly string[];
  readonly decidedBy: Readonly<Record<string, number>>;
}

/**
 * Several people work off one list by keys at the same time, all beginning at the first of `filings`; each third filing of
 * a person gets a note typed before it is decided.
 */
export async function reviewTogether(
  browser: Browser,
  office: BrowsedOffice,
  who: readonly string[],
  filings: readonly string[],
  query: string,
): Promise<Together> {
  const typed: { readonly by: string; readonly filing: string; readonly note: string }[] = [];
  let met = 0;
  const one = async (as: string): Promise<void> => {
    const context = await signedIn(browser, office, as);
    const page = await context.newPage();
    await page.goto(`${office.url}/#/batches/b1/filings/${filings[0]}${query}`);
    await page.waitForSelector('.filing, .queue-list');
    let turn = 0;
    let noted = '';
    let since = { filing: '', at: 0 };
    for (;;) {
      const now = await look(page);
      if (now.filing !== null && now.filing !== since.filing) since = { filing: now.filing, at: Date.now() };
      if (Date.now() - since.at > 120_000)
        throw new Error(`${since.filing} does not end: ${await page.locator('body').innerText()}`);
      if (now.queue) {
        // What is left is what another has just opened.
        if (!(await page.$('.queue-row[data-filing]'))) break;
        await page.focus('.rows', { timeout: 3000 }).catch(() => undefined);
        await page.keyboard.press('Enter');
      }
      if (now.queue || now.filing === null) {
        await page.waitForTimeout(50);
        continue;
      }
      if (now.key === 'j') {
        met++;
        await press(page, 'j', now.filing);
        continue;
      }
      if (turn % 3 === 2 && noted !== now.filing) {
        const note = `${as} 记 ${now.filing}`;
        noted = now.filing;
        await page.keyboard.press('p');
        await page.keyboard.press('n');
        // Whose filing it no longer is cannot write.
        const box = await page.waitForSelector('#decision-note:focus', { timeout: 3000 }).catch(() => null);
        if (!box) continue;
        await page.keyboard.type(note);
        if ((await box.inputValue().catch(() => '')) === note)
          typed.push({ by: as, filing: now.filing, note });
        await page.keyboard.press('Escape');
        await page.keyboard.press('Escape');
        await page.waitForTimeout(20);
        continue;
      }
      if (now.asks) met++;
      if (!(now.key === 'Enter' && now.last)) {
        await page.keyboard.press(now.key);
        await page.waitForTimeout(15);
        continue;
      }
      turn++;
      await press(page, 'Enter', now.filing);
    }
    await context.close();
  };
  await Promise.all(who.map(one));
  return { ...(await counted(office.store, filings, typed)), met };
}

/** Presses a key that leaves the filing, and waits until it did, or the page said why not or asks for it again. */
async function press(page: Page, key: string, filing: string): Promise<void> {
  await page.keyboard.press(key);
  const until = Date.now() + 10_000;
  for (;;) {
    const now = await look(page);
    if (now.filing !== filing || now.asks || now.key !== key || Date.now() > until) return;
    await page.waitForTimeout(30);
  }
}

async function counted(
  store: Store,
  filings: readonly string[],
  typed: readonly { readonly by: string; readonly filing: string; readonly note: string }[],
): Promise<Omit<Together, 'met'>> {
  const twice: string[] = [];
  const left: string[] = [];
  const decidedBy: Record<string, number> = {};
  for (const filing of filings) {
    const decisions = await store.decisions.of(filing);
    const first = decisions.filter(({ step }) => step === 'first');
    // What the head gave back is decided anew.
    const again = decisions.some(({ kind }) => kind === 'reopen' || kind === 'undo');
    if (first.length > 1 && !again)
      twice.push(`${filing}: ${decisions.map(({ step, by, kind }) => `${step} ${by} ${kind}`).join(', ')}`);
    if (first.length === 0) left.push(filing);
    for (const { by } of first) decidedBy[by] = (decidedBy[by] ?? 0) + 1;
  }
  const lost: string[] = [];
  for (const { by, filing, note } of typed) {
    const said = (await store.decisions.of(filing)).some((one) => one.by === by && one.note === note);
    const draft = z.looseObject({ note: z.string() }).safeParse(await store.drafts.get(filing, by));
    if (!said && !(draft.success && draft.data.note === note)) lost.push(`${by} ${filing}`);
  }
  return { filings: filings.length, twice, left, typed: typed.length, lost, decidedBy };
}
