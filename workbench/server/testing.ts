import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { builtInPacksDir, loadPacks } from '../../calls/load.ts';
import type { Finding } from '../../core/judgement.ts';
import type { FilingOutcome } from '../../core/outcome.ts';
import { seatBatch } from '../../pipeline/desk/seat-batch.ts';
import { besideStore } from '../../pipeline/papers/beside.ts';
import { stateOf } from '../../review/state-of.ts';
import { openStore } from '../../store/open-store.ts';
import type { Store } from '../../store/ports.ts';
import { fieldOf, outcomeOf, versionOf } from '../../store/testing.ts';
import { ownPerson, workbenchApp } from './app.ts';
import { secretOf } from './auth.ts';
import type { Env, Office } from './context.ts';
import { Live } from './live.ts';
import { PageRoom } from './pages/page-room.ts';
import { Runs } from './runs.ts';

/** A workbench over a store of made-up outcomes, spoken to without a network. */
export interface TestOffice {
  readonly app: Hono<Env>;
  readonly store: Store;
  readonly batch: string;
  /** A person at their own browser. */
  signIn(id?: string, password?: string): Promise<TestPerson>;
}

export interface Asked {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into JSON of many shapes
  readonly body: any;
  readonly act: string | null;
}

export interface TestPerson {
  /** Asks and gives the answer with its status. */
  ask(method: string, path: string, body?: unknown): Promise<Asked>;
}

const call = 'miit-2022-application-cases';
let loaded: ReturnType<typeof loadPacks> | undefined;
function loadedOnce() {
  loaded ??= loadPacks([builtInPacksDir()]);
  return loaded;
}

export async function testOffice(filings: number, { alone = true } = {}): Promise<TestOffice> {
  const folder = mkdtempSync(join(tmpdir(), 'chushen-office-'));
  const opening = await openStore(join(folder, 's.sqlite'));
  if (!opening.ok) throw new Error(opening.detail);
  const { store } = opening;
  const { packs } = await loadedOnce();
  const pack = packs.get(call);
  if (!pack) throw new Error(call);
  const batch = 'b1';
  const at = '2026-01-01T00:00:00.000Z';
  await store.batches.put({ id: batch, call, name: '2022年第一批', createdAt: at });
  const run = { id: 'r1', batch, startedAt: at, state: 'done', key: 'k', versions: {} } as const;
  const settled = { ...run, settings: { asOf: '2022-10-01', complete: false, lists: {} } };
  await store.runs.put(settled);
  for (let i = 0; i < filings; i++) {
    const outcome = madeUp(i);
    await store.filings.put(versionOf(outcome.filing, { batch, file: outcome.file, form: outcome.id }));
    const facts = { applicant: `苏州第${i}机床有限公司`, title: `机床联网项目${i}`, region: '320500' };
    await store.outcomes.put(run.id, outcome, facts);
  }
  await seatBatch(store, settled, pack);
  const live = new Live();
  const office: Office = {
    store,
    place: join(folder, 's.sqlite'),
    packs: async () => packs,
    folder: join(folder, 'workbench'),
    ownCalls: join(folder, 'calls'),
    beside: besideStore(join(folder, 's.sqlite')),
    hasOwnCalls: async () => false,
    reading: { settings: { ocr: 'off', maxPages: 10 }, jobs: 1, timeout: 10, limits: limitsOfTest },
    runFlags: [],
    live,
    runs: new Runs('', () => undefined),
    pages: new PageRoom(store, join(folder, 'pages'), undefined),
    alone,
    version: '0',
  };
  if (alone) await store.users.put(ownPerson);
  else
    for (const [id, name, role] of people)
      await store.users.put({ id, name, role, active: true }, secretOf(`${id}-password`));
  const app = workbenchApp({ office, page: folder, token: 'once' });
  return { app, store, batch, signIn: (id, password) => signIn(app, id, password) };
}

const limitsOfTest = { maxFileBytes: 2 ** 20, maxEntries: 10, maxTotalBytes: 2 ** 20, maxDepth: 1 } as never;

/** 甲 and 乙 review, 丙 heads the office. */
const people = [
  ['jia', '甲', 'clerk'],
  ['yi', '乙', 'clerk'],
  ['bing', '丙', 'head'],
] as const;

async function signIn(app: Hono<Env>, id?: string, password = `${id}-password`): Promise<TestPerson> {
  const answer =
    id === undefined
      ? await app.request('/open?token=once')
      : await app.request('/api/login', { method: 'POST', body: JSON.stringify({ id, password }) });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  let csrf = '';
  const person: TestPerson = {
    async ask(method, path, body) {
      const headers = { cookie, 'x-chushen': csrf, 'content-type': 'application/json' };
      const asked = await app.request(`/api${path}`, {
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: asked.status, body: await asked.json(), act: asked.headers.get('x-act') };
    },
  };
  csrf = (await person.ask('GET', '/me')).body.csrf;
  return person;
}

/** Each third is sound, each third has a failing rule, each third something unsure. */
function madeUp(i: number): FilingOutcome {
  const kind = i % 3;
  const finding: Finding = {
    rule: 'dated-in-time',
    title: { zh: '在截止日期前', en: 'In time' },
    consequence: 'mend',
    verdict: kind === 1 ? 'fail' : 'pass',
    message: { zh: '申报日期晚于截止日期。', en: 'It is dated after the deadline.' },
    clause: { ref: '三（一）', text: '请于10月21日前报送。' },
    evidence: [],
  };
  const outcome = outcomeOf(`f${i}`, {
    id: i.toString(16).padStart(16, '0'),
    file: `${i}.docx`,
    fields: [
      fieldOf('case_name', `机床联网项目${i}`),
      fieldOf('contact_email', 'a@b.cn', kind === 2 ? 0.7 : 1),
    ],
    findings: [finding],
    files: [],
  });
  return { ...outcome, judged: stateOf({ ...outcome, findings: [finding] }) };
}
