import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { defaultIntakeLimits } from '../../extractors/containers/list-inputs.ts';
import { screen } from '../../pipeline/screen.ts';
import { productFolder } from '../../pipeline/versions.ts';
import { openStore } from '../../store/open-store.ts';
import type { Store } from '../../store/ports.ts';
import type { Live } from '../../workbench/server/live.ts';
import { call, officeOf, packsOnce } from '../../workbench/server/testing.ts';
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
  const pack = (await packsOnce()).packs.get(call);
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
  const { office, app } = await officeOf({
    store,
    place,
    run: { ...read, id: 'r1', batch, startedAt: '2022-10-21T01:00:00.000Z' },
    filed: Array.from({ length: filings }, (_, n) => ({
      outcome: variant(base, n),
      facts: { applicant: applicantOf(n), title: titleOf(n), region: n % 2 === 0 ? '320500' : '330100' },
    })),
    alone: false,
    people: people.map(([id, name, role]) => [id, name, role, passwordOf(id)]),
    reading,
    runFlags: ['--store', place, '--ocr', 'off'],
    command: join(productFolder(), 'dist', 'cli', 'main.js'),
    page: join(productFolder(), 'dist', 'web'),
  });
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const started = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, () => resolve(started));
  });
  // Listening at a port: the address is one of the network.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    store,
    place,
    live: office.live,
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
