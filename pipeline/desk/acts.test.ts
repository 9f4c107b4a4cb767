import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { builtInPacksDir, loadPacks } from '../../calls/load.ts';
import { defaultIntakeLimits } from '../../extractors/containers/list-inputs.ts';
import { openStore } from '../../store/open-store.ts';
import type { Store } from '../../store/ports.ts';
import { screen } from '../screen.ts';
import { productFolder } from '../versions.ts';
import { correct, decide, rule } from './acts.ts';
import { type OpenBatch, openBatch, type Person } from './office.ts';
import type { Acting } from './perform.ts';
import { seatBatch } from './seat-batch.ts';
import { undo } from './undo.ts';

/** What people do with a filing that was really read. */

const call = 'miit-2022-application-cases';
const { packs } = await loadPacks([builtInPacksDir()]);
const folder = mkdtempSync(join(tmpdir(), 'chushen-acts-'));
const sample = join(productFolder(), 'corpus', 'samples', call, 'filings', '2022-application-cases-002.docx');
copyFileSync(sample, join(folder, '一.docx'));
const person: Person = { id: 'jia', name: '甲', role: 'clerk', active: true, alone: false };
let store: Store;
let filing = '';

const screened = async () => {
  const pack = packs.get(call);
  if (!pack) throw new Error(call);
  const { run } = await screen([folder], {
    pack,
    store,
    batch: '一批',
    asOf: '2022-10-21',
    settings: { ocr: 'off', maxPages: 50 },
    jobs: 1,
    timeout: 60,
    limits: defaultIntakeLimits,
  });
  await seatBatch(store, run, pack);
  return run;
};
const opened = async (): Promise<OpenBatch> => {
  const [batch] = await store.batches.all();
  const open = batch && (await openBatch(store, batch.id, packs));
  if (!open?.run) throw new Error('no run');
  return { ...open, run: open.run };
};
const acting = async (): Promise<Acting> => {
  const desk = await store.desks.get(filing);
  return { store, open: await opened(), person, filing, revision: desk?.revision ?? 0 };
};
const outcome = async () => {
  const found = await store.outcomes.get((await opened()).run.id, filing);
  if (!found) throw new Error('no outcome');
  return found;
};
const verdict = async (id: string) => (await outcome()).findings.find((one) => one.rule === id)?.verdict;
const field = async (key: string) => (await outcome()).fields.find((one) => one.key === key);

beforeEach(async () => {
  const opening = await openStore(':memory:');
  if (!opening.ok) throw new Error(opening.detail);
  store = opening.store;
  const run = await screened();
  const [row] = await store.outcomes.rows({ run: run.id });
  filing = row?.filing ?? '';
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a corrected value is judged at once, is kept by the next run, and is as it was read once it is undone', async () => {
  expect(await verdict('dated-in-time')).toBe('pass');
  const before = await outcome();
  const done = await correct(await acting(), 'filing_date', '2022年11月8日', '原件为11月');
  expect(await verdict('dated-in-time')).toBe('fail');
  expect((await store.desks.get(filing))?.now).toBe((await outcome()).judged.state);
  expect(await field('filing_date')).toMatchObject({ value: '2022-11-08', confidence: 1 });
  expect(await store.corrections.of(filing)).toMatchObject([
    { field: 'filing_date', to: '2022-11-08', by: 'jia' },
  ]);
  // A file more: the batch is evaluated again.
  copyFileSync(sample.replace('002.docx', '001.pdf'), join(folder, '二.pdf'));
  await screened();
  rmSync(join(folder, '二.pdf'));
  expect(await verdict('dated-in-time')).toBe('fail');
  await screened();
  if (!('act' in done)) throw new Error(done.code);
  expect(await undo(await acting(), done.act)).toEqual({ undone: 1, kept: 0 });
  expect(await verdict('dated-in-time')).toBe('pass');
  expect(await field('filing_date')).toEqual(before.fields.find(({ key }) => key === 'filing_date'));
});

test('what is no date is not taken for one, and nothing changes', async () => {
  const before = await outcome();
  expect(await correct(await acting(), 'filing_date', '改天', '')).toMatchObject({ code: 'wrong' });
  expect(await correct(await acting(), 'no_such_field', '1', '')).toMatchObject({ code: 'unknown' });
  expect(await outcome()).toEqual(before);
  expect(await store.acts.count({ filing })).toBe(0);
});

test('what a person found stands over the machine, whose own state stays as it is', async () => {
  const open = (await outcome()).findings.filter(
    ({ verdict: is, consequence }) => is === 'unknown' && consequence !== 'person',
  );
  const machine = (await outcome()).judged.state;
  const said = [
    ...open.map((one) => ({ subject: `rule:${one.rule}`, value: 'met', note: '' })),
    ...(await outcome()).matches.map(({ target }) => ({
      subject: `match:${target.id}`,
      value: 'different',
      note: '',
    })),
  ];
  await rule(await acting(), said);
  expect((await outcome()).judged.state).toBe(machine);
  expect(['passed', 'remarked']).toContain((await store.desks.get(filing))?.now);
  await rule(await acting(), [{ subject: `rule:${open[0]?.rule}`, value: 'not-met', note: '' }]);
  expect(['mend', 'failed', 'remarked']).toContain((await store.desks.get(filing))?.now);
});

test('a decision on a version that was replaced is stale', async () => {
  const opinion = { kind: 'pass', reasons: [], note: '' } as const;
  expect(await decide(await acting(), 2, opinion)).toMatchObject({ code: 'stale' });
  expect(await decide({ ...(await acting()), revision: 7 }, 1, opinion)).toMatchObject({ code: 'stale' });
  expect(await decide(await acting(), 1, opinion)).toMatchObject({ act: expect.any(String) });
});
