import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { productFolder } from '../../../pipeline/versions.ts';
import { batch as batchSchema } from '../../../workbench/api/batches.ts';
import { anyBrowser, at, keys, office, sit } from '../sitting.ts';
import { filingOf } from '../variant.ts';

const own = 'local';

/** `chushen serve` in a process of its own, over the store of the office, for one person alone. */
async function serve(port: number) {
  const main = join(productFolder(), 'dist', 'cli', 'main.js');
  const words = ['serve', '--store', office.place, '--port', String(port), '--no-browser', '--ocr', 'off'];
  const child = spawn(process.execPath, [main, ...words], { stdio: ['ignore', 'pipe', 'ignore'] });
  const address = await new Promise<URL>((found, fail) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const url = /http\S+/u.exec(said)?.[0];
      if (url) found(new URL(url));
    });
    child.once('exit', (code) => fail(new Error(`serve ended with ${code}: ${said}`)));
  });
  const kill = () =>
    new Promise<void>((done) => {
      child.once('exit', () => done());
      child.kill('SIGKILL');
    });
  return { address, port: Number(address.port), kill };
}

describe('what is stopped', () => {
  test('a server that is killed loses nothing that was typed: not the half of a note, nor of a correction', async () => {
    const draft = () => office.store.drafts.get(filingOf(70), own);
    const first = await serve(0);
    const page = await (await anyBrowser()).newPage();
    await page.goto(first.address.href);
    await page.goto(`${first.address.origin}/${at(70)}`);
    await page.waitForSelector('.point.here');
    const field = (await page.locator('.point.here').getAttribute('data-subject'))?.slice('field:'.length);
    await keys(page, 'e');
    await page.waitForSelector('.edit textarea:focus');
    await page.keyboard.type('甲方装备');
    await expect.poll(draft).toMatchObject({ fields: { [field ?? '']: '甲方装备' } });
    await keys(page, 'Escape', 'd', 'n');
    await page.waitForSelector('#decision-note:focus');
    await page.keyboard.type('先请科长看');
    await expect.poll(draft).toMatchObject({ note: '先请科长看' });

    await first.kill();
    await page.keyboard.type('，再');
    await page.waitForSelector('.decision .bad:has-text("草稿尚未保存")');
    const second = await serve(first.port);
    // The page that stayed open hands in what it could not, and goes on.
    await expect.poll(draft, { timeout: 20_000 }).toMatchObject({ note: '先请科长看，再' });
    await page.waitForSelector('.decision :text("草稿已保存")');
    await page.reload();
    await page.waitForSelector('.point.here');
    await keys(page, 'e');
    await page.waitForSelector('.edit textarea:focus');
    expect(await page.locator('.edit textarea').inputValue()).toBe('甲方装备');
    await keys(page, 'Escape', 'd');
    await page.waitForSelector('#decision-note');
    expect(await page.locator('#decision-note').inputValue()).toBe('先请科长看，再');
    await keys(page, 'Enter');
    await expect.poll(async () => (await office.store.desks.get(filingOf(70)))?.stage).toBe('doubt');
    expect(await office.store.decisions.of(filingOf(70))).toMatchObject([
      { kind: 'doubt', note: '先请科长看，再', by: own },
    ]);
    await page.close();
    await second.kill();
  });

  test('a run that is cancelled says what is kept, is taken up again, and its counts add up', async () => {
    const samples = join(productFolder(), 'corpus', 'samples', 'miit-2022-application-cases', 'filings');
    const [word, pdf] = ['002.docx', '001.pdf'].map((name) =>
      readFileSync(join(samples, `2022-application-cases-${name}`)),
    );
    const mimeType = 'application/octet-stream';
    // Bytes of their own make files of their own.
    const more = (bytes: Buffer | undefined, n: number) =>
      Buffer.concat([bytes ?? Buffer.alloc(0), Buffer.from(' '.repeat(n))]);
    const files = [
      ...Array.from({ length: 3 }, (_, n) => ({ name: `甲${n}.docx`, mimeType, buffer: more(word, n + 2) })),
      ...Array.from({ length: 5 }, (_, n) => ({ name: `乙${n}.pdf`, mimeType, buffer: more(pdf, n + 2) })),
    ];
    const page = await sit('zhang', '#/');
    await page.locator('.head button').click();
    await page.locator('#nb-call').click();
    await page.locator('.ant-select-item-option', { hasText: '应用案例' }).first().click();
    await page.fill('#nb-name', '中途停止');
    await page.setInputFiles('input[type="file"][aria-label="申报书和附件"]', files);
    await page.locator('.ant-modal-footer .ant-btn-primary').click();
    await page.waitForSelector('.flow');
    const progress = page.locator('.facts dd').last();
    const read = /读取文件 ([1-9]\d*) \/ 8/u;
    await expect.poll(() => progress.innerText(), { timeout: 60_000, interval: 20 }).toMatch(read);
    const button = page.locator('.head .row button').first();
    await button.click();
    await expect.poll(() => progress.innerText(), { timeout: 30_000 }).toMatch(/已停止/u);
    const [, kept = ''] =
      /已停止：已读出 (\d+) \/ 8 个文件，都已保存/u.exec(await progress.innerText()) ?? [];
    expect(Number(kept)).toBeGreaterThan(0);
    expect(Number(kept)).toBeLessThan(8);

    // Whoever comes later is told the same by the list of batches.
    const batch = new URL(page.url()).hash.split('/')[2] ?? '';
    const detail = async () =>
      batchSchema.parse(await (await page.request.get(`${office.url}/api/batches/${batch}`)).json());
    expect(await detail()).toMatchObject({ files: 8, filings: 0, progress: { state: 'stopped' } });
    expect(await button.innerText()).toMatch(/继\s*续/u);
    await button.click();
    await expect.poll(() => progress.innerText(), { timeout: 120_000 }).toBe('已完成');
    const { flow, filings } = await detail();
    expect(flow.received).toBe(8);
    expect(flow.received).toBe(flow.doubles + flow.unread + flow.accepted);
    expect(filings).toBe(flow.unread + flow.accepted);
    expect(flow.todo).toBe(filings);
    const events = await office.store.events.of((await office.store.runs.of(batch))[0]?.id ?? '');
    const again = events.flatMap(({ event }) => (event.kind === 'read' ? [event.kept] : []));
    expect(again).toHaveLength(8);
    expect(again.filter(Boolean).length).toBeGreaterThanOrEqual(Number(kept));
  });
});
