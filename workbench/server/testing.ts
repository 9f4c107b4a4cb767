import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Hono } from 'hono';
import { builtInPacksDir, loadPacks } from '../../calls/load.ts';
import type { Role } from '../../core/desk.ts';
import type { Finding } from '../../core/judgement.ts';
import type { FilingOutcome } from '../../core/outcome.ts';
import type { Run } from '../../core/records.ts';
import { seatBatch } from '../../pipeline/desk/seat-batch.ts';
import { besideStore } from '../../pipeline/papers/beside.ts';
import { stateOf } from '../../review/state-of.ts';
import { openStore } from '../../store/open-store.ts';
import type { Store } from '../../store/ports.ts';
import { fieldOf, outcomeOf } from '../../store/testing.ts';
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

export const call = 'miit-2022-application-cases';
let loaded: ReturnType<typeof loadPacks> | undefined;
export function packsOnce() {
  loaded ??= loadPacks([builtInPacksDir()]);
  return loaded;
}

/** A filing of an office for tests. */
export interface Filed {
  readonly outcome: FilingOutcome;
  readonly facts: Parameters<Store['outcomes']['put']>[2];
}

/** What an office for tests is made of. */
export interface OfficeParts {
  readonly store: Store;
  /** Of the store. */
  readonly place: string;
  /** The run that the filings are put down as results of; its batch is made. */
  readonly run: Run;
  readonly filed: readonly Filed[];
  readonly alone: boolean;
  /** Id, name, role and password of who works here, where somebody signs in. */
  readonly people: readonly (readonly [string, string, Role, string])[];
  readonly reading: Office['reading'];
  readonly runFlags?: readonly string[];
  /** File of the command line that screens. */
  readonly command?: string;
  /** Folder of the built page. */
  readonly page: string;
}

/** A workbench over a store: one batch with its filings, every filing on its desk. */
export async function officeOf(parts: OfficeParts): Promise<{ office: Office; app: Hono<Env> }> {
  const { store, place, run, alone } = parts;
  const { packs } = await packsOnce();
  const pack = packs.get(call);
  if (!pack) throw new Error(call);
  await store.batches.put({ id: run.batch, call, name: '2022年第一批', createdAt: run.startedAt });
  await store.runs.put(run);
  for (const { outcome, facts } of parts.filed) {
    const { filing, file, id } = outcome;
    const { applicant, title } = facts;
    await store.filings.put({
      ...{ filing, batch: run.batch, version: 1, form: id, file, by: 'first', addedAt: run.startedAt },
      ...{ applicant, title },
    });
    await store.outcomes.put(run.id, outcome, facts);
  }
  await seatBatch(store, run, pack);
  if (alone) await store.users.put(ownPerson);
  else
    for (const [id, name, role, password] of parts.people)
      await store.users.put({ id, name, role, active: true }, secretOf(password));
  const folder = dirname(place);
  const live = new Live();
  const office: Office = {
    store,
    place,
    packs: async () => packs,
    folder: join(folder, 'workbench'),
    ownCalls: join(folder, 'calls'),
    beside: besideStore(place),
    hasOwnCalls: async () => false,
    reading: parts.reading,
    runFlags: parts.runFlags ?? [],
    live,
    runs: new Runs(parts.command ?? '', (batch) => live.tell({ batch, kind: 'progress' })),
    pages: new PageRoom(store, join(folder, 'pages'), undefined),
    alone,
    version: '0',
  };
  return { office, app: workbenchApp({ office, page: parts.page, token: 'once' }) };
}

export async function testOffice(filings: number, { alone = true } = {}): Promise<TestOffice> {
  const folder = mkdtempSync(join(tmpdir(), 'chushen-office-'));
  const place = join(folder, 's.sqlite');
  const opening = await openStore(place);
  if (!opening.ok) throw new Error(opening.detail);
  const { store } = opening;
  const batch = 'b1';
  const at = '2026-01-01T00:00:00.000Z';
  const settings = { asOf: '2022-10-01', complete: false, lists: {} };
  const { app } = await officeOf({
    store,
    place,
    run: { id: 'r1', batch, startedAt: at, state: 'done', key: 'k', versions: {}, settings },
    filed: Array.from({ length: filings }, (_, i) => ({
      outcome: madeUp(i),
      facts: { applicant: `苏州第${i}机床有限公司`, title: `机床联网项目${i}`, region: '320500' },
    })),
    alone,
    people,
    reading: { settings: { ocr: 'off', maxPages: 10 }, jobs: 1, timeout: 10, limits: limitsOfTest },
    page: folder,
  });
  return { app, store, batch, signIn: (id, password) => signIn(app, id, password) };
}

const limitsOfTest = { maxFileBytes: 2 ** 20, maxEntries: 10, maxTotalBytes: 2 ** 20, maxDepth: 1 } as never;

/** 甲 and 乙 review, 丙 heads the office. */
const people = [
  ['jia', '甲', 'clerk', 'jia-password'],
  ['yi', '乙', 'clerk', 'yi-password'],
  ['bing', '丙', 'head', 'bing-password'],
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
