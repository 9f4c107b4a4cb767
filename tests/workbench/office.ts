import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { builtInPacksDir, loadPacks } from '../../calls/load.ts';
import type { FilingOutcome } from '../../core/outcome.ts';
import { defaultIntakeLimits } from '../../extractors/containers/list-inputs.ts';
import { seatBatch } from '../../pipeline/desk/seat-batch.ts';
import { besideStore } from '../../pipeline/papers/beside.ts';
import { screen } from '../../pipeline/screen.ts';
import { productFolder } from '../../pipeline/versions.ts';
import { openStore } from '../../store/open-store.ts';
import type { Store } from '../../store/ports.ts';
import { workbenchApp } from '../../workbench/server/app.ts';
import { secretOf } from '../../workbench/server/auth.ts';
import type { Office } from '../../workbench/server/context.ts';
import { Live } from '../../workbench/server/live.ts';
import { PageRoom } from '../../workbench/server/pages/page-room.ts';
import { Runs } from '../../workbench/server/runs.ts';
import { applicantOf, titleOf, variant } from './variant.ts';

/** A workbench over a real store, with the built page, for a browser to work in. */
export interface BrowsedOffice {
  readonly url: string;
  readonly store: Store;
  /** Where the store is. */
  readonly place: string;
  readonly live: Live;
  readonly batch: string;
  close(): Promise<void>;
}

const call = 'miit-2022-application-cases';
const settings = { ocr: 'off', maxPages: 50 } as const;

/** 张敏 and 李强 review, 王主任 heads the office; a password is the login twice. */
export const people = [
  ['zhang', '张敏', 'clerk'],
  ['li', '李强', 'clerk'],
  ['wang', '王主任', 'head'],
  ['root', '管理员', 'admin'],
] as const;

export const passwordOf = (id: string) => `${id}${id}`;

/**
 * Reads one of the sample filings as any run does, and fills a batch with `filings` of it, each with another applicant
 * and title and of one of eight kinds (`variant.ts`): sound ones, ones with doubts, to be mended, failing.
 */
export async function openOffice(filings: number): Promise<BrowsedOffice> {
  const folder = mkdtempSync(join(tmpdir(), 'chushen-browsed-'));
  const place = join(folder, 's.sqlite');
  const opening = await openStore(place);
  if (!opening.ok) throw new Error(opening.detail);
  const { store } = opening;
  const { packs } = await loadPacks([builtInPacksDir()]);
  const pack = packs.get(call);
  if (!pack) throw new Error(call);
  const inbox = join(folder, 'one');
  mkdirSync(inbox);
  const sample = join(
    productFolder(),
    'corpus',
    'samples',
    call,
    'filings',
    '2022-application-cases-001.pdf',
  );
  copyFileSync(sample, join(inbox, '一.pdf'));
  const reading = { settings, jobs: 1, timeout: 60, limits: defaultIntakeLimits };
  const { run: read } = await screen([inbox], { pack, store, batch: '一份', asOf: '2022-10-21', ...reading });
  const [row] = await store.outcomes.rows({ run: read.id });
  const base = row && (await store.outcomes.get(read.id, row.filing));
  if (!base) throw new Error('the sample was not read');

  const batch = 'b1';
  const run = { ...read, id: 'r1', batch };
  await store.batches.put({ id: batch, call, name: '2022年第一批', createdAt: '2022-10-21T01:00:00.000Z' });
  await store.runs.put(run);
  for (let n = 0; n < filings; n++) await put(store, run.id, batch, variant(base, n), n);
  await seatBatch(store, run, pack);
  for (const [id, name, role] of people)
    await store.users.put({ id, name, role, active: true }, secretOf(passwordOf(id)));

  const live = new Live();
  const office: Office = {
    store,
    place,
    packs: async () => packs,
    folder: join(folder, 'workbench'),
    ownCalls: join(folder, 'calls'),
    beside: besideStore(place),
    hasOwnCalls: async () => false,
    live,
    runs: new Runs(join(productFolder(), 'dist', 'cli', 'main.js'), (of) =>
      live.tell({ batch: of, kind: 'progress' }),
    ),
    pages: new PageRoom(store, join(folder, 'pages'), undefined),
    alone: false,
    version: '0',
    reading,
    runFlags: ['--store', place, '--ocr', 'off'],
  };
  const app = workbenchApp({ office, page: join(productFolder(), 'dist', 'web') });
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const started = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, () => resolve(started));
  });
  // Listening at a port: the address is one of the network.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    store,
    place,
    live,
    batch,
    async close() {
      await office.runs.close();
      await new Promise<void>((done) => {
        server.close(() => done());
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function put(
  store: Store,
  run: string,
  batch: string,
  outcome: FilingOutcome,
  n: number,
): Promise<void> {
  const { filing, file, id } = outcome;
  const facts = { applicant: applicantOf(n), title: titleOf(n), region: n % 2 === 0 ? '320500' : '330100' };
  await store.filings.put({
    ...{ filing, batch, version: 1, form: id, file, by: 'first', addedAt: '2022-10-21T01:00:00.000Z' },
    ...{ applicant: facts.applicant, title: facts.title },
  });
  await store.outcomes.put(run, outcome, facts);
}
