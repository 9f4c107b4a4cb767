import { readdirSync, readFileSync, statSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { launchChromium } from '../../corpus/generate/chromium.ts';
import { productFolder } from '../../pipeline/versions.ts';
import { openOffice } from '../workbench/office.ts';
import { look, reviewTogether, signedIn } from '../workbench/reviewing.ts';
import { doubtsIn, filingOf, kindOf } from '../workbench/variant.ts';

/**
 * How the workbench feels, measured by Chromium on the built page and the real server: keys per filing, time until the
 * next filing is painted, growth of the heap, first paint, payload, filters. `npm run bench:workbench -- [filings]
 * [in a row]`; `-- --three [filings]`: three browsers over one list alone; `-- --row [filings]`: one after another alone.
 * Build first. Times are of this machine under its load, which is told.
 */

const [mode, ...numbers] = process.argv[2]?.startsWith('--')
  ? process.argv.slice(2)
  : ['all', ...process.argv.slice(2)];
const many = Number(numbers[0] ?? { '--three': 500, '--row': 1000 }[mode ?? ''] ?? 5000);
const inRow = mode === '--row' ? many : Number(numbers[1] ?? 1000);
/** Those behind the last one in a row are left alone. */
const filings = mode === '--row' ? many + 2 : many;
const batch = '#/batches/b1';
const query = '?view=todo&sort=arrival';

const office = await openOffice(filings);
const browser = await launchChromium(['--js-flags=--expose-gc', '--enable-precise-memory-info']);
// The page's own policy forbids what this measures by.
const viewport = { width: 1440, height: 900 };
const context = await signedIn(browser, office, 'zhang', { viewport, bypassCSP: true });
const load = loadavg()[0] ?? 0;
console.log(
  `filings ${filings}${mode === '--three' ? '' : `, in a row ${inRow}`}, cores ${cpus().length}, load ${load.toFixed(1)}\n`,
);
try {
  if (mode === '--three') await together();
  else if (mode === '--row') await oneAfterAnother(inRow);
  else {
    await firstPaint();
    await filters();
    await bulk();
    await oneAfterAnother(Math.min(inRow, filings - 1001));
  }
} finally {
  await browser.close();
  await office.close();
}

/** A browser that was never here opens the queue. */
async function firstPaint(): Promise<void> {
  const page = await context.newPage();
  let bytes = 0;
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  const start = performance.now();
  await page.goto(`${office.url}/${batch}/queue${query}`);
  await page.waitForSelector('[data-filing="f0"]');
  const rows = performance.now() - start;
  const first = bytes;
  const painted = z
    .number()
    .parse(await page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"));
  const folder = join(productFolder(), 'dist', 'web', 'assets');
  const packed = readdirSync(folder).reduce(
    (sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length,
    0,
  );
  const whole = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  console.log(`first paint ${ms(painted)}, rows of the queue at ${ms(rows)}`);
  console.log(
    `first payload ${kB(first)} as sent, with ${filings} filings; all pages together ${kB(packed)} packed, ${kB(whole)} plain`,
  );
  await page.close();
}

async function filters(): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${office.url}/${batch}/queue${query}`);
  await page.waitForSelector('[data-filing="f0"]');
  const times: number[] = [];
  for (const filter of [
    'state=mend',
    'state=open',
    'region=3205',
    'view=doubts',
    'below=0.8',
    `labels=${encodeURIComponent(`modes=${encodeURIComponent('服务化延伸')}`)}`,
    'sort=confidence',
  ]) {
    const shown = page.waitForFunction(
      "document.querySelector('.queue-list').getAttribute('aria-busy') === 'false'",
    );
    await shown;
    const start = performance.now();
    await page.evaluate(`location.hash = '${batch.slice(1)}/queue?${filter}'`);
    await page
      .waitForFunction("document.querySelector('.queue-list.stale')", undefined, { timeout: 2000 })
      .catch(() => undefined);
    await page.waitForFunction("!document.querySelector('.queue-list.stale')");
    times.push(performance.now() - start);
  }
  const seek = performance.now();
  await page.goto(`${office.url}/${batch}/queue`);
  await page.waitForSelector('[data-filing]');
  await page.fill('#search', `第${filings - 1}号`);
  await page.waitForFunction("document.querySelectorAll('[data-filing]').length === 1");
  console.log(
    `filter: median ${ms(at(times, 0.5))}, slowest ${ms(at(times, 1))}; page and search ${ms(performance.now() - seek)}`,
  );
  await page.close();
}

/** A thousand decided together, by the page's own requests, and taken back. */
async function bulk(): Promise<void> {
  const chosen = Array.from({ length: Math.min(1000, filings) }, (_, n) => filingOf(filings - 1 - n));
  const { csrf } = z
    .object({ csrf: z.string() })
    .parse(await (await context.request.get(`${office.url}/api/me`)).json());
  const post = (path: string, data: unknown) =>
    context.request.post(`${office.url}/api/${path}`, {
      data,
      headers: { 'x-chushen': csrf },
      timeout: 120_000,
    });
  const start = performance.now();
  const answer = await post('batches/b1/bulk', { which: { filings: chosen }, decision: 'doubt' });
  const { changed, act } = z.object({ changed: z.number(), act: z.string() }).parse(await answer.json());
  console.log(`bulk of ${changed}: ${ms(performance.now() - start)}`);
  const undoing = performance.now();
  await post(`undo/${act}`, {});
  console.log(`taken back: ${ms(performance.now() - undoing)}`);
}

/** Filings one after another by keys, as they come, each until its first page and its words are painted. */
async function oneAfterAnother(last: number): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${office.url}/${batch}/filings/${filingOf(0)}${query}`);
  await page.waitForSelector('.filing[data-filing="f0"]');
  const heap = async () => {
    await page.evaluate('gc(); gc()');
    return z.number().parse(await page.evaluate('performance.memory.usedJSHeapSize'));
  };
  const times: number[] = [];
  const keys = { sound: [] as number[], over: 0 };
  let before = 0;
  for (let n = 0; n < last; n++) {
    const done = await review(page);
    const doubts = doubtsIn(kindOf(Number(done.filing.slice(1))));
    if (doubts === 0) keys.sound.push(done.keys);
    if (done.keys > 2 * doubts + 2) keys.over++;
    times.push(done.painted);
    // The first ones fill what is kept on purpose.
    if (n === 50) before = await heap();
    if (n > 50 && n % 100 === 0) console.log(`heap after ${n}: ${mB(await heap())}`);
  }
  const after = await heap();
  console.log(
    `keys: a sound filing ${Math.min(...keys.sound)}–${Math.max(...keys.sound)}; of ${last} filings ${keys.over} took more than 2n + 2`,
  );
  console.log(
    `next filing painted: median ${ms(at(times, 0.5))}, p95 ${ms(at(times, 0.95))}, slowest ${ms(at(times, 1))}`,
  );
  if (before > 0)
    console.log(
      `heap after 50 ${mB(before)}, after ${last} ${mB(after)} (${Math.round((after / before - 1) * 100)} %)`,
    );
}

/** Three people work off the whole list at once, sorted as it comes by itself. */
async function together(): Promise<void> {
  const start = performance.now();
  const { twice, left, met, typed, lost, decidedBy } = await reviewTogether(
    browser,
    office,
    ['zhang', 'li', 'wang'],
    Array.from({ length: filings }, (_, n) => filingOf(n)),
    '?view=todo',
  );
  const seconds = (performance.now() - start) / 1000;
  const each = Object.entries(decidedBy).map(([who, count]) => `${who} ${count}`);
  console.log(`three browsers over ${filings} filings: ${each.join(', ')}; ${seconds.toFixed(0)} s`);
  console.log(`decided twice ${twice.length}, left over ${left.length}, met another ${met} times`);
  console.log(`notes typed ${typed}, lost ${lost.length}`);
  if (twice.length + left.length + lost.length > 0) {
    console.log({ twice, left, lost });
    process.exitCode = 1;
  }
}

/** Does what the page asks for until the next filing stands there; the time is from the last key to its paint. */
async function review(page: Page): Promise<{ filing: string; keys: number; painted: number }> {
  let keys = 0;
  const { filing } = await look(page);
  if (filing === null) throw new Error('no filing is open');
  for (;;) {
    const { key, last } = await look(page);
    const start = performance.now();
    await page.keyboard.press(key);
    keys++;
    if (!(key === 'Enter' && last)) {
      // What a person sees before the next key: the answer to this one, painted.
      await page.waitForTimeout(30);
      await page.evaluate('new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen)))');
      continue;
    }
    const came = await page.waitForFunction(
      `(() => {
        const shown = document.querySelector('.filing');
        if (shown && shown.dataset.filing !== '${filing}' && document.querySelector('.page img')?.complete) return 'next';
        return document.querySelector('.ant-message')?.textContent.includes('再按 Enter') ? 'again' : false;
      })()`,
      undefined,
      { polling: 'raf' },
    );
    if ((await came.jsonValue()) === 'next') return { filing, keys, painted: performance.now() - start };
  }
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function ms(time: number): string {
  return `${Math.round(time)} ms`;
}
function kB(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}
function mB(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
