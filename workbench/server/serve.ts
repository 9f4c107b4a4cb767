import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { findSoffice } from '../../extractors/word/office/find-soffice.ts';
import { ownPerson, workbenchApp } from './app.ts';
import { newPassword, secretOf } from './auth.ts';
import type { Office } from './context.ts';
import { Live } from './live.ts';
import { PageRoom } from './pages/page-room.ts';
import { Runs } from './runs.ts';

export interface ServeOptions extends Omit<Office, 'live' | 'runs' | 'pages' | 'alone'> {
  /** Address to listen at; only the own machine unless told. */
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** The command line, which screens. */
  readonly command: string;
  /** Folder of the built page. */
  readonly page: string;
}

/** A workbench at work. */
export interface Serving {
  /** Where to open it: on the own machine with a token that works once. */
  readonly address: string;
  /** The first administrator, made where there was no user: shown once. */
  readonly first?: { readonly id: string; readonly password: string };
  close(): Promise<void>;
}

const loopback = /^(?:localhost|127(?:\.\d+){3}|::1)$/u;

/** Starts the workbench. On loopback one person works alone; elsewhere people sign in. Rejects where the port is taken. */
export async function startWorkbench(options: ServeOptions): Promise<Serving> {
  const { store, host, port, command, page, folder } = options;
  const alone = loopback.test(host);
  const live = new Live();
  const runs = new Runs(command, (batch) => live.tell({ batch, kind: 'progress' }));
  const pages = new PageRoom(store, join(folder, 'pages'), await findSoffice());
  const office: Office = { ...options, live, runs, pages, alone };
  if (alone) await store.users.put(ownPerson);
  const first = alone ? undefined : await firstAdministrator(office);
  const token = alone ? randomBytes(18).toString('base64url') : undefined;
  const app = workbenchApp({ office, page, ...(token ? { token } : {}) });
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const started = serve({ fetch: app.fetch, hostname: host, port }, () => resolve(started));
    started.once('error', reject);
  });
  const { port: chosen } = server.address() as AddressInfo;
  const shown = host.includes(':') ? `[${host}]` : host;
  return {
    address: `http://${shown}:${chosen}/${token ? `open?token=${token}` : ''}`,
    ...(first ? { first } : {}),
    async close() {
      await runs.close();
      await new Promise<void>((done) => {
        server.close(() => done());
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
    },
  };
}

async function firstAdministrator({ store }: Office) {
  if ((await store.users.all()).some(({ id }) => id !== ownPerson.id)) return undefined;
  const password = newPassword();
  await store.users.put({ id: 'admin', name: '管理员', role: 'admin', active: true }, secretOf(password));
  return { id: 'admin', password };
}
