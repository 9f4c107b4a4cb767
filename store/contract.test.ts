import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Desk } from '../core/desk.ts';
import type { Batch, Correction, Decision, KeptEvent, Run } from '../core/records.ts';
import { openStore } from './open-store.ts';
import type { DeskPage, DeskQuery, Letter, OutcomeFacts, Store } from './ports.ts';
import { type PostgresServer, startPostgres } from './postgres/testing.ts';
import { actOf, at, deskOf, fieldOf, findingOf, listOf, outcomeOf, versionOf } from './testing.ts';

/** What every back end must do, run on each of them. */

const folder = mkdtempSync(join(tmpdir(), 'chushen-store-'));
let server: PostgresServer;
let made = 0;

beforeAll(() => {
  server = startPostgres();
});
afterAll(() => server?.stop());

const backEnds = [
  { name: 'SQLite', place: async () => join(folder, `${++made}.sqlite`) },
  { name: 'PostgreSQL', place: () => server.database() },
];

const facts: OutcomeFacts = { applicant: '甲公司', title: '平台', region: '320500' };
const run: Run = {
  id: 'run-1',
  batch: 'batch-1',
  startedAt: at(1),
  state: 'running',
  key: 'k',
  settings: { asOf: '2025-06-01', complete: true, lists: { awards: ['2024.csv 00ff'] } },
  versions: { program: '0.2.0' },
};

async function opened(location: string): Promise<Store> {
  const opening = await openStore(location, { blobs: join(folder, `files-${++made}`) });
  if (!opening.ok) throw new Error(`${opening.failure}: ${opening.detail}`);
  return opening.store;
}

describe.each(backEnds)('$name', ({ place }) => {
  let location: string;
  let store: Store;

  const fresh = async () => {
    location = await place();
    store = await opened(location);
  };
  const again = async () => {
    await store.close();
    store = await opened(location);
  };

  test('what was put comes back after the store is closed and opened', async () => {
    await fresh();
    const outcome = outcomeOf('f1');
    await store.stages.put('read', 'k1', { text: '企业名称 😀', list: [1, null] });
    await store.outcomes.put('run-1', outcome, facts);
    await store.runs.put(run);
    await again();
    expect(await store.stages.get('read', 'k1')).toEqual({ text: '企业名称 😀', list: [1, null] });
    expect(await store.outcomes.get('run-1', 'f1')).toEqual(outcome);
    expect(await store.outcomes.version('f1', 1)).toEqual(outcome);
    expect(await store.outcomes.version('f1', 2)).toBeUndefined();
    expect(await store.runs.get('run-1')).toEqual(run);
    await store.close();
  });

  test('outputs of stages are kept by stage and key; many keys are asked for at once', async () => {
    await fresh();
    await store.stages.put('read', 'k1', 1);
    await store.stages.put('read', 'k1', 2);
    await store.stages.put('extract', 'k2', 'x');
    expect(await store.stages.get('read', 'k1')).toBe(2);
    expect(await store.stages.get('read', 'k2')).toBeUndefined();
    const many = Array.from({ length: 1000 }, (_, i) => `k${i}`);
    expect(await store.stages.has('read', many)).toEqual(new Set(['k1']));
    expect(await store.stages.has('read', [])).toEqual(new Set());
    await store.close();
  });

  test('outputs of stages are streamed in the order of their keys, with a gap where none is kept', async () => {
    await fresh();
    const keys = Array.from({ length: 130 }, (_, i) => `k${(i * 7) % 130}`);
    for (const key of keys) if (key !== 'k5') await store.stages.put('index', key, { key });
    await store.stages.put('read', 'k5', 'of another stage');
    const asked = [...keys, 'k1', 'none'];
    expect(await listOf(store.stages.stream('index', asked))).toEqual(
      asked.map((key) => (key === 'k5' || key === 'none' ? undefined : { key })),
    );
    expect(await listOf(store.stages.stream('index', []))).toEqual([]);
    await store.close();
  });

  test('a document of 100 MB is kept', async () => {
    await fresh();
    const line = '工业互联网'.repeat(2000);
    const lines = Array.from({ length: 3500 }, (_, i) => `${i}${line}`);
    await store.stages.put('read', 'large', lines);
    const back = await store.stages.get('read', 'large');
    expect(back).toHaveLength(3500);
    expect(Array.isArray(back) && back[3499]).toBe(`3499${line}`);
    await store.close();
  });

  test('importing the same awards twice adds nothing, and their order stays', async () => {
    await fresh();
    const awards = Array.from({ length: 450 }, (_, i) => ({
      id: `a${449 - i}`,
      source: '表.csv',
      data: { i },
    }));
    expect(await store.awards.put(awards)).toEqual({ added: 450, replaced: 0 });
    const changed = { id: 'a10', source: '新.csv', data: { title: '某平台' } };
    expect(await store.awards.put([changed, { ...changed, id: 'new' }])).toEqual({ added: 1, replaced: 1 });
    const all = await store.awards.all();
    expect(all.map(({ id }) => id)).toEqual([...awards.map(({ id }) => id), 'new']);
    const mark = await store.awards.mark();
    expect(await store.awards.mark()).toBe(mark);
    await new Promise((done) => setTimeout(done, 5));
    await store.awards.put([changed]);
    expect(await store.awards.mark()).not.toBe(mark);
    expect(all.find(({ id }) => id === 'a10')).toEqual(changed);
    await store.close();
  });

  test('awards are put all or none', async () => {
    await fresh();
    const good = Array.from({ length: 300 }, (_, i) => ({ id: `a${i}`, source: 's', data: i }));
    const endless: Record<string, unknown> = {};
    endless.self = endless;
    await expect(
      store.awards.put([...good, { id: 'bad', source: 's', data: endless }]),
    ).rejects.toMatchObject({
      name: 'StoreFailure',
      fault: 'failed',
    });
    expect(await store.awards.all()).toEqual([]);
    await store.close();
  });

  test('a filing that was screened stays so when the archive holds it too', async () => {
    await fresh();
    const one = { id: 'f1', call: 'c', version: 'v1', data: { title: '甲' } };
    await store.known.put([{ ...one, screened: true }]);
    await store.known.put([
      { ...one, version: 'v2', screened: false },
      { ...one, id: 'f2', screened: false },
    ]);
    expect(await store.known.screened()).toEqual([{ id: 'f1', call: 'c', version: 'v2' }]);
    const [f2, ...more] = await listOf(
      store.known.stream(['c', 'other'].map((call) => ({ id: 'f2', call }))),
    );
    expect([f2, more]).toEqual([{ ...one, id: 'f2' }, []]);
    await store.close();
  });

  test('known filings are streamed in the order asked for, without those that are not there', async () => {
    await fresh();
    const filings = Array.from({ length: 50 }, (_, i) => ({
      id: `f${i}`,
      call: i % 2 ? 'odd' : 'even',
      version: 'v',
      data: i,
    }));
    await store.known.put(filings.map((filing) => ({ ...filing, screened: true })));
    const asked = [...filings].reverse();
    expect(await listOf(store.known.stream([{ id: 'f0', call: 'odd' }, ...asked]))).toEqual(asked);
    await store.close();
  });

  test('vectors come back for their embedder and version; a new version drops the old one', async () => {
    await fresh();
    const { vectors } = store;
    await vectors.learn('hash-1', Uint8Array.of(1, 2, 3));
    await vectors.keepVectors('hash-1/a', [['t1', Float32Array.of(0.5, -1)]]);
    await vectors.keepVectors('server/m', [['t1', Float32Array.of(2)]]);
    expect(await vectors.learned('hash-1')).toEqual(Buffer.of(1, 2, 3));
    expect(await vectors.learned('hash-2')).toBeUndefined();
    expect(await vectors.vectorsOf('hash-1/a', ['t1', 't2', 't1'])).toEqual([
      Float32Array.of(0.5, -1),
      undefined,
      Float32Array.of(0.5, -1),
    ]);
    await vectors.keepVectors('hash-1/b', []);
    expect(await vectors.vectorsOf('hash-1/a', ['t1'])).toEqual([undefined]);
    expect(await vectors.vectorsOf('server/m', ['t1'])).toEqual([Float32Array.of(2)]);
    await store.close();
  });

  test('batches by id and by name, the latest first; one name is one batch of a call', async () => {
    await fresh();
    const first: Batch = { id: 'b1', call: 'c', name: '第一批', createdAt: at(1) };
    const second: Batch = { id: 'b2', call: 'c', name: '第二批', createdAt: at(2) };
    await store.batches.put(first);
    await store.batches.put(second);
    await store.batches.put(first);
    expect(await store.batches.all()).toEqual([second, first]);
    expect(await store.batches.get('b1')).toEqual(first);
    expect(await store.batches.get('b3')).toBeUndefined();
    expect(await store.batches.find('c', '第二批')).toEqual(second);
    expect(await store.batches.find('d', '第二批')).toBeUndefined();
    await expect(store.batches.put({ ...second, id: 'b3' })).rejects.toMatchObject({ fault: 'failed' });
    await store.close();
  });

  test('a run ends, and the runs of a batch come the latest first', async () => {
    await fresh();
    await store.runs.put(run);
    await store.runs.put({ ...run, id: 'run-2', startedAt: at(2) });
    await store.runs.end('run-1', 'stopped', at(9));
    const stopped = { ...run, state: 'stopped', finishedAt: at(9) };
    expect(await store.runs.of('batch-1')).toEqual([{ ...run, id: 'run-2', startedAt: at(2) }, stopped]);
    expect(await store.runs.of('batch-2')).toEqual([]);
    expect(await store.runs.old('c')).toEqual([]);
    await store.close();
  });

  test('versions of a filing, and which was replaced', async () => {
    await fresh();
    const first = versionOf('f1');
    const second = versionOf('f1', { version: 2, by: 'file-name', addedAt: at(5) });
    const other = versionOf('f2', { title: '半个字符\ud83d\0' });
    for (const version of [first, other, second]) await store.filings.put(version);
    await store.filings.replace('f1', 1, at(5));
    const replaced = { ...first, replacedAt: at(5) };
    // NUL and half of a pair are no characters.
    expect(await store.filings.of('batch-1')).toEqual([
      replaced,
      { ...other, title: '半个字符\ufffd' },
      second,
    ]);
    expect(await store.filings.versions('f1')).toEqual([replaced, second]);
    expect(await store.filings.latest(['f1', 'f9'])).toEqual([second]);
    expect((await store.filings.latest(['f1', 'f2'])).map(({ version }) => version).sort()).toEqual([1, 2]);
    await store.close();
  });

  test('decisions and corrections come oldest first and are never changed', async () => {
    await fresh();
    const decision: Decision = {
      id: 'd1',
      filing: 'f1',
      version: 1,
      step: 'first',
      kind: 'return',
      reasons: ['2', '1'],
      note: '请补正',
      by: '张三',
      at: at(1),
    };
    const later: Decision = { ...decision, id: 'd2', kind: 'pass', at: at(2) };
    await store.decisions.add(decision);
    await store.decisions.add(later);
    await expect(store.decisions.add({ ...decision, kind: 'reject' })).rejects.toMatchObject({
      fault: 'failed',
    });
    expect(await store.decisions.of('f1')).toEqual([decision, later]);
    expect(await store.decisions.of('f2')).toEqual([]);
    const correction: Correction = {
      id: 'c1',
      filing: 'f1',
      version: 1,
      field: 'income',
      from: null,
      to: [{ 年: '2024', 值: 3 }],
      by: '李四',
      why: '原件为证',
      at: at(1),
    };
    await store.corrections.add(correction);
    expect(await store.corrections.of('f1')).toEqual([correction]);
    await store.close();
  });

  test('events of a run in their order, from any of them on', async () => {
    await fresh();
    const events: KeptEvent[] = Array.from({ length: 500 }, (_, i) => ({
      run: 'run-1',
      at: at(1),
      event: { kind: 'stage', stage: 'read', done: i, of: 500 },
    }));
    await store.events.add(events.slice(0, 300));
    await store.events.add([{ ...events[0]!, run: 'run-2' }, ...events.slice(300)]);
    await store.events.add([]);
    expect(await store.events.of('run-1')).toEqual(events);
    expect(await store.events.of('run-1', 498)).toEqual(events.slice(498));
    await store.close();
  });

  test('outcomes stand in the order in which the filings came, whichever was judged first', async () => {
    await fresh();
    const names = Array.from({ length: 60 }, (_, i) => `f${i}`);
    for (const name of names) await store.filings.put(versionOf(name));
    await store.filings.put(versionOf('f5', { version: 2 }));
    for (const name of [...names].reverse())
      await store.outcomes.put('run-1', outcomeOf(name, { version: name === 'f5' ? 2 : 1 }), facts);
    await store.outcomes.put('run-1', outcomeOf('f3', { status: 'partial' }), facts);
    const rows = await store.outcomes.rows({ run: 'run-1' });
    expect(rows.map(({ filing }) => filing)).toEqual(names);
    const streamed = await listOf(store.outcomes.stream('run-1'));
    expect(streamed.map(({ filing }) => filing)).toEqual(names);
    expect(streamed[3]?.status).toBe('partial');
    expect(await listOf(store.outcomes.stream('run-2'))).toEqual([]);
    await store.close();
  });

  test('a list of outcomes is filtered, paged and counted', async () => {
    await fresh();
    const judged = { reasons: [], remarks: 2, checklist: 3 };
    const first = outcomeOf('f1', {
      judged: { ...judged, state: 'open' },
      classification: [{ scheme: 'mode', label: '平台化设计', declared: '智能化制造', candidates: [] }],
      fields: [fieldOf('a', '很长'.repeat(5000), 0.4), { ...fieldOf('b', null, 0), state: 'blank' }],
    });
    await store.outcomes.put('run-1', first, facts);
    await store.outcomes.put('run-1', outcomeOf('f2', { findings: [findingOf('1', 'fail')] }), {
      ...facts,
      applicant: '乙公司',
      region: '330100',
    });
    await store.outcomes.put('run-1', outcomeOf('f3', { fields: [] }), { ...facts, region: '' });
    await store.outcomes.put('run-2', first, facts);
    const names = async (query: object) =>
      (await store.outcomes.rows({ run: 'run-1', ...query })).map(({ filing }) => filing);
    expect(await store.outcomes.rows({ run: 'run-1', limit: 1 })).toEqual([
      {
        filing: 'f1',
        version: 1,
        id: '00000000000000aa',
        file: 'f1.docx',
        state: 'open',
        remarks: 2,
        checklist: 3,
        ...facts,
        confidence: 0.4,
      },
    ]);
    expect(await names({})).toEqual(['f1', 'f2', 'f3']);
    expect(await names({ offset: 1 })).toEqual(['f2', 'f3']);
    expect(await names({ offset: 1, limit: 1 })).toEqual(['f2']);
    expect(await names({ states: ['open', 'mend'] })).toEqual(['f1']);
    expect(await names({ states: [] })).toEqual([]);
    expect(await names({ rule: { id: '1', verdicts: ['pass'] } })).toEqual(['f1', 'f3']);
    expect(await names({ rule: { id: '1', verdicts: ['fail', 'unknown'] } })).toEqual(['f2']);
    expect(await names({ rule: { id: '1', verdicts: [] } })).toEqual([]);
    expect(await names({ scheme: { id: 'mode', label: '平台化设计' } })).toEqual(['f1']);
    expect(await names({ region: '33' })).toEqual(['f2']);
    expect(await names({ region: '3205' })).toEqual(['f1']);
    expect(await names({ applicant: '乙公司' })).toEqual(['f2']);
    expect(await names({ confidenceBelow: 0.95 })).toEqual(['f1', 'f2']);
    expect(await store.outcomes.count({ run: 'run-1' })).toEqual({
      passed: 2,
      remarked: 0,
      mend: 0,
      failed: 0,
      open: 1,
      unread: 0,
    });
    expect(await store.outcomes.count({ run: 'run-1', region: '33' })).toMatchObject({ passed: 1, open: 0 });
    await store.close();
  });

  test('an outcome put again replaces all of the first one', async () => {
    await fresh();
    await store.outcomes.put('run-1', outcomeOf('f1'), facts);
    const changed = outcomeOf('f1', { findings: [findingOf('9', 'fail')] });
    await store.outcomes.put('run-1', changed, facts);
    expect(await store.outcomes.rows({ run: 'run-1', rule: { id: '1', verdicts: ['pass'] } })).toEqual([]);
    expect(await store.outcomes.rows({ run: 'run-1', rule: { id: '9', verdicts: ['fail'] } })).toHaveLength(
      1,
    );
    expect(await store.outcomes.get('run-1', 'f1')).toEqual(changed);
    await store.close();
  });

  test('the outcome of a batch', async () => {
    await fresh();
    expect(await store.outcomes.batch('run-1')).toBeUndefined();
    const batch = {
      findings: [{ ...findingOf('quota', 'fail'), filings: ['f1', 'f2'] }],
      cases: [{ filings: ['f1', 'f2'], earlier: ['a1'] }],
      unassigned: [],
    };
    await store.outcomes.putBatch('run-1', { ...batch, cases: [] });
    await store.outcomes.putBatch('run-1', batch);
    expect(await store.outcomes.batch('run-1')).toEqual(batch);
    await store.close();
  });

  test('much at once from one process', async () => {
    await fresh();
    const names = Array.from({ length: 40 }, (_, i) => `f${i}`);
    await Promise.all(names.map((name) => store.outcomes.put('run-1', outcomeOf(name), facts)));
    await Promise.all(names.map((name) => store.stages.put('read', name, name)));
    expect(await store.outcomes.count({ run: 'run-1' })).toMatchObject({ passed: 40 });
    expect(await store.stages.has('read', names)).toEqual(new Set(names));
    await store.close();
  });

  test('original bytes by their hash', async () => {
    await fresh();
    const bytes = Buffer.from('申报书');
    const id = createHash('sha256').update(bytes).digest('hex');
    expect(await store.blobs.get(id)).toBeUndefined();
    for (const name of [id, id, id.slice(0, 16)]) {
      await store.blobs.put(name, bytes);
      expect(await store.blobs.has(name)).toBe(true);
      expect(await store.blobs.get(name)).toEqual(bytes);
    }
    await expect(store.blobs.put('../x', bytes)).rejects.toMatchObject({ fault: 'failed' });
    await store.close();
  });

  describe('the office desk', () => {
    /** A run of these filings, each on its desk. */
    const seated = async (...desks: Desk[]) => {
      await fresh();
      for (const [i, { filing }] of desks.entries()) {
        await store.filings.put(versionOf(filing));
        const classification = [
          { scheme: 'modes', label: i === 0 ? '平台化设计' : '智能化制造', candidates: [] },
          { scheme: 'directions', label: i === 1 ? null : '5G', candidates: [] },
        ];
        await store.outcomes.put('run-1', outcomeOf(filing, { classification }), {
          ...facts,
          title: `100%_平台${i}`,
        });
      }
      await store.desks.put(desks);
    };
    const page: DeskPage = { sort: 'need', offset: 0, limit: 100 };
    const named = async (query: Partial<DeskQuery>, sort: DeskPage['sort'] = 'need') =>
      (await store.desks.rows({ run: 'run-1', ...query }, { ...page, sort })).map(({ filing }) => filing);

    test('an act is written whole, and not at all by one who saw an older revision', async () => {
      const desk = deskOf('f1');
      await seated(desk, deskOf('f2'));
      const after = { ...desk, stage: 'decided', decision: 'pass', decidedBy: 'u1', revision: 1 } as const;
      const decision: Decision = {
        id: 'd1',
        filing: 'f1',
        version: 1,
        step: 'first',
        kind: 'pass',
        reasons: [],
        note: '',
        by: 'u1',
        at: at(1),
      };
      const deed = { desk: after, expected: 0, act: actOf('a1', 'f1'), decisions: [decision] };
      expect(await store.desks.commit([deed])).toEqual([]);
      expect(await store.desks.get('f1')).toEqual(after);
      const late = { ...deed, act: actOf('a2', 'f1'), decisions: [{ ...decision, id: 'd2' }] };
      const other = { desk: { ...deskOf('f2'), revision: 1 }, expected: 0, act: actOf('a3', 'f2') };
      expect(await store.desks.commit([late, other])).toEqual(['f1']);
      expect(await store.decisions.of('f1')).toEqual([decision]);
      const acts = await store.acts.of({ batch: 'batch-1' }, { offset: 0, limit: 10 });
      expect(acts.map(({ id }) => id)).toEqual(['a3', 'a1']);
      expect(await store.acts.count({ filing: 'f1' })).toBe(1);
      expect(await store.acts.group('a1')).toEqual([actOf('a1', 'f1')]);
      await store.close();
    });

    test('what the machine found out takes nothing from who acted meanwhile, nor from who holds it', async () => {
      await seated(deskOf('f1'), deskOf('f2'));
      await store.desks.hold('f1', 'u2', at(9), at(1));
      expect(await store.desks.put([deskOf('f1', { doubts: 4 }), deskOf('f2', { doubts: 5 })])).toEqual([]);
      expect(await store.desks.get('f1')).toMatchObject({ doubts: 4, lease: { by: 'u2', until: at(9) } });
      const decided = { ...deskOf('f2'), stage: 'decided', revision: 1 } as const;
      await store.desks.commit([{ desk: decided, expected: 0, act: actOf('a1', 'f2') }]);
      expect(await store.desks.put([deskOf('f1', { doubts: 6 }), deskOf('f2')])).toEqual(['f2']);
      expect(await store.desks.get('f1')).toMatchObject({ doubts: 6 });
      expect(await store.desks.get('f2')).toMatchObject({ stage: 'decided', revision: 1 });
      await store.close();
    });

    test('what comes behind a filing goes on from where it stood, also where it left the list', async () => {
      const todo = (filing: string, doubts = 0) => deskOf(filing, { doubts, now: 'open' });
      await seated(todo('f1', 3), todo('f2', 2), todo('f3', 2), todo('f4', 1));
      const behind = (after: string, sort: DeskPage['sort'], more: Partial<DeskQuery> = {}) =>
        store.desks.following({ run: 'run-1', stages: ['todo'], ...more }, sort, after, 9);
      for (const sort of ['need', 'arrival', 'title', 'stage', 'applicant'] as const) {
        expect(await behind('f2', sort)).toEqual(['f3', 'f4']);
        expect(await behind('f4', sort)).toEqual([]);
        expect(await behind('none', sort)).toEqual(['f1', 'f2', 'f3', 'f4']);
      }
      await store.desks.put([{ ...todo('f2', 2), stage: 'decided', decision: 'pass' }]);
      for (const sort of ['need', 'arrival', 'title', 'stage', 'applicant'] as const)
        expect([sort, await behind('f2', sort)]).toEqual([sort, ['f3', 'f4']]);
      await store.desks.hold('f3', 'u2', at(9), at(1));
      expect(await behind('f2', 'need', { free: { user: 'u1', at: at(2) } })).toEqual(['f4']);
      expect(await behind('f2', 'need', { free: { user: 'u2', at: at(2) } })).toEqual(['f3', 'f4']);
      expect(await behind('f2', 'need', { free: { user: 'u1', at: at(9) } })).toEqual(['f3', 'f4']);
      await store.close();
    });

    test('rows are filtered, sought, sorted and counted with their desks', async () => {
      await seated(
        deskOf('f1', { doubts: 2, unit: '苏州市工信局' }),
        deskOf('f2', { stage: 'decided', decision: 'return', decidedBy: 'u2', now: 'mend' }),
        deskOf('f3', { stage: 'conflict', assignee: 'u1', repeats: true }),
      );
      expect(await named({})).toEqual(['f3', 'f1', 'f2']);
      expect(await named({}, 'arrival')).toEqual(['f1', 'f2', 'f3']);
      expect(await named({ doubtful: true })).toEqual(['f1']);
      expect(await named({ unit: '苏州市工信局' })).toEqual(['f1']);
      expect(await named({ repeats: true, mine: 'u1' })).toEqual(['f3']);
      expect(await named({ decisions: ['return'], nows: ['mend'] })).toEqual(['f2']);
      expect(await named({ reviewer: 'u2' })).toEqual(['f2']);
      expect(await named({ labels: [{ scheme: 'modes', label: '平台化设计' }] })).toEqual(['f1']);
      expect(await named({ rule: { id: '2', verdicts: ['unknown'] } })).toHaveLength(3);
      expect(await named({ words: '0%_平台2' })).toEqual(['f3']);
      expect(await named({ words: '甲公司 F2' })).toEqual(['f2']);
      expect(await named({ words: '1200' })).toHaveLength(3);
      expect(await named({ filings: [] })).toEqual([]);
      expect(await store.desks.count({ run: 'run-1', stages: ['todo', 'decided'] })).toBe(2);
      const [row] = await store.desks.rows({ run: 'run-1', filings: ['f1'] }, page);
      expect(row).toMatchObject({
        title: '100%_平台0',
        desk: deskOf('f1', { doubts: 2, unit: '苏州市工信局' }),
      });
      const tallies = await store.desks.tallies('run-1');
      expect(tallies.reduce((sum, { count }) => sum + count, 0)).toBe(3);
      expect(tallies).toContainEqual({
        stage: 'conflict',
        now: 'passed',
        state: 'passed',
        doubtful: false,
        repeats: true,
        again: false,
        assignee: 'u1',
        count: 1,
      });
      const facets = await store.desks.facets('run-1');
      expect(facets.labels).toContainEqual({ scheme: 'modes', value: '智能化制造', count: 2 });
      expect(facets.rules).toEqual([{ value: '2', count: 3 }]);
      expect(facets.reviewers.map(({ value }) => value).sort()).toEqual(['u1', 'u2']);
      await store.close();
    });

    test('each scheme is a filter of its own, by the label that a person gave or else the machine did', async () => {
      await seated(deskOf('f1'), deskOf('f2'), deskOf('f3'));
      const [smart, fast] = [
        { scheme: 'modes', label: '智能化制造' },
        { scheme: 'directions', label: '5G' },
      ];
      expect(await named({ labels: [smart] }, 'arrival')).toEqual(['f2', 'f3']);
      expect(await named({ labels: [fast] }, 'arrival')).toEqual(['f1', 'f3']);
      expect(await named({ labels: [smart, fast] })).toEqual(['f3']);
      const says = async (filing: string, revision: number, value: string, version = 1) => {
        const subject = 'label:directions';
        const ruling = { id: `r${revision}`, filing, version, subject, value, note: '', by: 'u1', at: at(1) };
        const desk = { ...deskOf(filing), revision };
        const act = actOf(`a${filing}${revision}`, filing);
        expect(await store.desks.commit([{ desk, expected: revision - 1, act, rulings: [ruling] }])).toEqual(
          [],
        );
      };
      await says('f2', 1, '5G');
      expect(await named({ labels: [smart, fast] }, 'arrival')).toEqual(['f2', 'f3']);
      await says('f2', 2, '数字孪生');
      expect(await named({ labels: [{ scheme: 'directions', label: '数字孪生' }] })).toEqual(['f2']);
      const { labels } = await store.desks.facets('run-1');
      expect(labels.filter(({ scheme }) => scheme === 'directions')).toEqual([
        { scheme: 'directions', value: '5G', count: 2 },
        { scheme: 'directions', value: '数字孪生', count: 1 },
      ]);
      // Taken back, and what was said of another version counts for nothing.
      await says('f2', 3, '');
      await says('f2', 4, '5G', 2);
      expect(await named({ labels: [fast] }, 'arrival')).toEqual(['f1', 'f3']);
      await store.close();
    });

    test('drafts, users, settings and letters', async () => {
      await fresh();
      await store.drafts.put('f1', 'u1', { note: '半' });
      await store.drafts.put('f1', 'u1', { note: '半句' });
      expect(await store.drafts.get('f1', 'u1')).toEqual({ note: '半句' });
      await store.drafts.drop('f1', 'u1');
      expect(await store.drafts.get('f1', 'u1')).toBeUndefined();
      const user = { id: 'u1', name: '李四', role: 'clerk', active: true } as const;
      await store.users.put(user, 'secret');
      await store.users.put({ ...user, active: false });
      expect(await store.users.all()).toEqual([{ ...user, active: false }]);
      expect(await store.users.secret('u1')).toBe('secret');
      await store.batches.putSettings('batch-1', { asOf: '2025-06-01' });
      expect(await store.batches.settings('batch-1')).toEqual({ asOf: '2025-06-01' });
      const newer = { asOf: '2025-07-01' };
      expect(await store.batches.replaceSettings('batch-1', { asOf: '2025-06-01' }, newer)).toBe(true);
      expect(await store.batches.replaceSettings('batch-1', { asOf: '2025-06-01' }, {})).toBe(false);
      expect(await store.batches.replaceSettings('batch-1', undefined, {})).toBe(false);
      expect(await store.batches.settings('batch-1')).toEqual(newer);
      expect(await store.batches.replaceSettings('batch-2', newer, {})).toBe(false);
      expect(await store.batches.replaceSettings('batch-2', undefined, newer)).toBe(true);
      const letter: Letter = {
        id: 'l1',
        batch: 'batch-1',
        filing: 'f1',
        version: 1,
        kind: 'mend',
        year: 2025,
        serial: 3,
        number: '苏工信补〔2025〕3号',
        by: 'u1',
        at: at(1),
        told: ['2'],
        blob: 'aa',
        name: '补正通知.docx',
      };
      await store.letters.add(letter);
      await expect(store.letters.add({ ...letter, id: 'l2' })).rejects.toMatchObject({
        name: 'StoreFailure',
      });
      expect(await store.letters.last(2025)).toBe(3);
      expect(await store.letters.last(2026)).toBe(0);
      expect(await store.letters.of('f1')).toEqual([letter]);
      await store.close();
    });

    test('what is said of firms stays, in its order', async () => {
      await fresh();
      const said = { note: '两家', by: 'u1', at: at(1), firm: 'F1', other: 'F2' };
      await store.firmRulings.add([
        { id: 'a', kind: 'apart', ...said },
        { id: 'b', kind: 'open', ...said },
      ]);
      await store.firmRulings.add([]);
      await again();
      expect(await store.firmRulings.all()).toEqual([
        { id: 'a', kind: 'apart', ...said },
        { id: 'b', kind: 'open', ...said },
      ]);
      await store.close();
    });
  });

  test('a store that is closed rejects with a failure', async () => {
    await fresh();
    await store.close();
    await expect(store.awards.all()).rejects.toMatchObject({ name: 'StoreFailure' });
    await expect(
      store.batches.put({ id: 'b', call: 'c', name: 'n', createdAt: at(1) }),
    ).rejects.toMatchObject({
      name: 'StoreFailure',
    });
  });
});
