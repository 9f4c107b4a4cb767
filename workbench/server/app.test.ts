import { describe, expect, test } from 'vitest';
import { actOf } from '../../store/testing.ts';
import { batch as batchSchema } from '../api/batches.ts';
import { filing as filingSchema } from '../api/filing.ts';
import { next as nextSchema, queue as queueSchema } from '../api/queue.ts';
import { testOffice } from './testing.ts';

describe('who is let in', () => {
  test('the address of one’s own machine works once, and nothing else does', async () => {
    const { app, signIn } = await testOffice(0);
    expect((await app.request('/api/batches')).status).toBe(401);
    const own = await signIn();
    expect((await own.ask('GET', '/batches')).status).toBe(200);
    expect((await app.request('/open?token=once')).status).toBe(403);
    expect((await app.request('/open?token=other')).status).toBe(403);
  });

  test('a change without the page’s own header is refused', async () => {
    const { app } = await testOffice(0);
    const cookie = (await app.request('/open?token=once')).headers.get('set-cookie')?.split(';')[0] ?? '';
    const forged = await app.request('/api/batches/b1/run', { method: 'POST', headers: { cookie } });
    expect(forged.status).toBe(403);
    expect(await forged.json()).toMatchObject({ code: 'csrf' });
  });

  test('elsewhere people sign in; a wrong password and a changed cookie do not', async () => {
    const { app, signIn } = await testOffice(0, { alone: false });
    const jia = await signIn('jia');
    expect((await jia.ask('GET', '/me')).body.user).toEqual({ id: 'jia', name: '甲', role: 'clerk' });
    expect((await (await signIn('jia', 'wrong')).ask('GET', '/me')).status).toBe(401);
    expect((await (await signIn('nobody', 'x')).ask('GET', '/me')).status).toBe(401);
    const answer = await app.request('/api/me', { headers: { cookie: 'chushen=eyJ1c2VyIjoiamlhIn0.x' } });
    expect(answer.status).toBe(401);
    expect((await jia.ask('PUT', '/users/jia', { name: '甲', role: 'admin' })).status).toBe(403);
  });
});

describe('a batch', () => {
  test('its answers keep to the contract, and its numbers add up', async () => {
    const { signIn } = await testOffice(9);
    const own = await signIn();
    const { flow } = batchSchema.parse((await own.ask('GET', '/batches/b1')).body);
    expect(flow).toMatchObject({ received: 9, accepted: 9, todo: 9 });
    const queue = queueSchema.parse((await own.ask('GET', '/batches/b1/queue')).body);
    expect(queue.total).toBe(9);
    expect(queue.views).toMatchObject({ all: 9, todo: 9, doubts: 3, mend: 3, decided: 0 });
    expect(queue.facets.rules).toContainEqual({
      value: 'dated-in-time',
      name: expect.objectContaining({ en: expect.any(String) }),
      count: 3,
    });
    const found = queueSchema.parse(
      (await own.ask('GET', '/batches/b1/queue?q=机床联网项目4&view=todo')).body,
    );
    expect(found.rows.map(({ filing }) => filing)).toEqual(['f4']);
    expect((await own.ask('GET', '/batches/b1/queue?limit=9999')).status).toBe(400);
    expect((await own.ask('GET', '/batches/none')).status).toBe(404);
  });

  test('what the command line found out since is on the desks when the batch is next looked at', async () => {
    const { signIn, store } = await testOffice(3);
    const own = await signIn();
    expect((await own.ask('GET', '/batches/b1/queue?view=doubts')).body.total).toBe(1);
    const run = await store.runs.get('r1');
    if (!run) throw new Error('no run');
    await store.runs.put({ ...run, id: 'r2', startedAt: '2026-01-02T00:00:00.000Z' });
    for await (const { fields, ...outcome } of store.outcomes.stream('r1')) {
      const sure = fields.map((field) => ({ ...field, confidence: 1 }));
      const facts = { applicant: '甲', title: '乙', region: '' };
      await store.outcomes.put('r2', { ...outcome, fields: sure }, facts);
    }
    await own.ask('GET', '/batches');
    expect((await own.ask('GET', '/batches/b1/queue?view=doubts')).body.total).toBe(0);
  });

  test('every view’s count is what its list holds', async () => {
    const { signIn } = await testOffice(9);
    const own = await signIn();
    await own.ask('POST', '/batches/b1/filings/f0/decisions', { revision: 0, version: 1, kind: 'pass' });
    await own.ask('POST', '/batches/b1/filings/f2/decisions', { revision: 0, version: 1, kind: 'doubt' });
    const { views } = queueSchema.parse((await own.ask('GET', '/batches/b1/queue')).body);
    for (const [view, count] of Object.entries(views))
      expect([view, (await own.ask('GET', `/batches/b1/queue?view=${view}`)).body.total]).toEqual([
        view,
        count,
      ]);
    expect(views).toMatchObject({ passed: 1, doubt: 1, todo: 7 });
  });
});

describe('a filing', () => {
  const at = '/batches/b1/filings';

  test('is looked at, answered, decided and undone; a stale save changes nothing', async () => {
    const { signIn, store } = await testOffice(3);
    const own = await signIn();
    const seen = filingSchema.parse((await own.ask('GET', `${at}/f2`)).body);
    expect(seen.doubts.map(({ subject }) => subject)).toEqual(['field:contact_email']);
    const rulings = [{ subject: 'field:contact_email', value: 'confirmed' }];
    const answered = await own.ask('POST', `${at}/f2/rulings`, { revision: 0, rulings, seconds: 4 });
    expect(filingSchema.parse(answered.body)).toMatchObject({
      revision: 1,
      doubts: [{ ruling: { value: 'confirmed' } }],
    });
    expect(await store.desks.get('f2')).toMatchObject({ doubts: 0 });
    const late = await own.ask('POST', `${at}/f2/decisions`, { revision: 0, version: 1, kind: 'pass' });
    expect([late.status, late.body.code]).toEqual([409, 'stale']);
    const decided = await own.ask('POST', `${at}/f2/decisions`, { revision: 1, version: 1, kind: 'pass' });
    expect(decided.body).toMatchObject({ stage: 'decided', decisions: [{ kind: 'pass', byName: '本机' }] });
    const again = await own.ask('POST', `${at}/f2/decisions`, { revision: 2, version: 1, kind: 'reject' });
    expect([again.status, again.body.code]).toEqual([409, 'not-now']);
    expect((await own.ask('POST', `/undo/${decided.act}`)).body).toEqual({ undone: 1, kept: 0 });
    const after = filingSchema.parse((await own.ask('GET', `${at}/f2`)).body);
    expect(after).toMatchObject({ stage: 'todo', revision: 3 });
    expect(after.history).toHaveLength(3);
  });

  test('what was decided of a file before a person said what it corrects is shown, and decides nothing', async () => {
    const { signIn, store } = await testOffice(3);
    const own = await signIn();
    const rulings = [{ subject: 'field:contact_email', value: 'confirmed' }];
    await own.ask('POST', `${at}/f2/rulings`, { revision: 0, rulings });
    await own.ask('POST', `${at}/f2/decisions`, { revision: 1, version: 1, kind: 'pass', note: '齐全' });
    await own.ask('POST', `${at}/f1/decisions`, {
      revision: 0,
      version: 1,
      kind: 'return',
      reasons: ['dated-in-time'],
    });
    // As a run with `--corrects` leaves it: the file of f2 is the second version of f1.
    const [, , late] = await store.filings.of('b1');
    const addedAt = '2026-01-02T00:00:00.000Z';
    await store.filings.put({ ...late!, filing: 'f1', version: 2, by: 'person', addedAt });
    await store.filings.replace('f1', 1, addedAt);
    const run = (await store.runs.get('r1'))!;
    await store.runs.put({ ...run, id: 'r2', startedAt: addedAt });
    for (const filing of ['f0', 'f2']) {
      const outcome = (await store.outcomes.get('r1', filing))!;
      const facts = { applicant: '甲', title: '乙', region: '' };
      const now = filing === 'f2' ? { ...outcome, filing: 'f1', version: 2 } : outcome;
      await store.outcomes.put('r2', now, facts);
    }
    await own.ask('GET', '/batches');
    const corrected = filingSchema.parse((await own.ask('GET', `${at}/f1`)).body);
    expect(corrected).toMatchObject({
      stage: 'todo',
      version: 2,
      formerly: [{ filing: 'f2', decisions: [{ kind: 'pass', note: '齐全', byName: '本机' }], found: 1 }],
    });
    expect(corrected.doubts.map(({ ruling }) => ruling)).toEqual([undefined]);
    expect(corrected.may).toContain('decide');
    expect(filingSchema.parse((await own.ask('GET', `${at}/f0`)).body).formerly).toEqual([]);
  });

  test('a refusal without a reason is refused itself', async () => {
    const { signIn } = await testOffice(2);
    const own = await signIn();
    const bare = await own.ask('POST', `${at}/f1/decisions`, { revision: 0, version: 1, kind: 'return' });
    expect(bare.status).toBe(422);
    const reasons = ['dated-in-time'];
    const told = await own.ask('POST', `${at}/f1/decisions`, {
      revision: 0,
      version: 1,
      kind: 'return',
      reasons,
    });
    expect(told.body).toMatchObject({ stage: 'decided' });
  });

  test('what was typed is kept for who typed it', async () => {
    const { signIn } = await testOffice(1, { alone: false });
    const [jia, yi] = [await signIn('jia'), await signIn('yi')];
    await jia.ask('PUT', `${at}/f0/draft`, { kind: 'return', note: '缺少附件' });
    expect((await jia.ask('GET', `${at}/f0`)).body.draft).toMatchObject({ kind: 'return', note: '缺少附件' });
    expect((await yi.ask('GET', `${at}/f0`)).body.draft).toBeUndefined();
  });

  test('who holds it keeps it, and the other is told who', async () => {
    const { signIn } = await testOffice(1, { alone: false });
    const [jia, yi] = [await signIn('jia'), await signIn('yi')];
    expect((await jia.ask('POST', `${at}/f0/lease`)).body.lease).toMatchObject({ by: 'jia', name: '甲' });
    expect((await yi.ask('POST', `${at}/f0/lease`)).body.lease).toMatchObject({ by: 'jia', name: '甲' });
    const refused = await yi.ask('POST', `${at}/f0/decisions`, { revision: 0, version: 1, kind: 'pass' });
    expect([refused.status, refused.body.code]).toEqual([409, 'not-now']);
    await jia.ask('DELETE', `${at}/f0/lease`);
    const free = await yi.ask('POST', `${at}/f0/decisions`, { revision: 0, version: 1, kind: 'pass' });
    expect(free.status).toBe(200);
  });
});

describe('what comes next', () => {
  const ask = async (who: { ask(method: string, path: string): Promise<{ body: unknown }> }, query: string) =>
    nextSchema.parse((await who.ask('GET', `/batches/b1/next?${query}`)).body);

  test('goes on from a filing that left the list, and not from its beginning', async () => {
    const { signIn } = await testOffice(6);
    const own = await signIn();
    expect(await ask(own, 'view=todo&sort=arrival&after=f2')).toEqual({
      filing: 'f3',
      ahead: ['f3', 'f4', 'f5'],
    });
    await own.ask('POST', '/batches/b1/filings/f2/decisions', { revision: 0, version: 1, kind: 'doubt' });
    expect((await ask(own, 'view=todo&sort=arrival&after=f2')).filing).toBe('f3');
    expect((await ask(own, 'view=todo&sort=arrival&after=f5')).filing).toBeUndefined();
  });

  test('what an answer made of a filing does not move who reviews it along the list', async () => {
    const { signIn } = await testOffice(9);
    const own = await signIn();
    const { filing: first = '' } = await ask(own, 'view=doubts');
    const { ahead } = await ask(own, `view=doubts&after=${first}`);
    const [subject] = (await own.ask('GET', `/batches/b1/filings/${first}`)).body.doubts;
    const rulings = [{ subject: subject.subject, value: 'confirmed' }];
    await own.ask('POST', `/batches/b1/filings/${first}/rulings`, { revision: 0, rulings });
    expect((await ask(own, `view=doubts&after=${first}&ahead=${ahead.join(',')}`)).filing).toBe(ahead[0]);
    await own.ask('POST', `/batches/b1/filings/${ahead[0]}/decisions`, {
      revision: 0,
      version: 1,
      kind: 'pass',
    });
    expect((await ask(own, `view=doubts&after=${first}&ahead=${ahead.join(',')}`)).filing).toBe(ahead[1]);
  });

  test('is none that a colleague is at', async () => {
    const { signIn } = await testOffice(3, { alone: false });
    const [jia, yi] = [await signIn('jia'), await signIn('yi')];
    await jia.ask('POST', '/batches/b1/filings/f1/lease');
    expect((await ask(yi, 'view=todo&sort=arrival&after=f0')).filing).toBe('f2');
    expect((await ask(jia, 'view=todo&sort=arrival&after=f0')).filing).toBe('f1');
    await jia.ask('DELETE', '/batches/b1/filings/f1/lease');
    expect((await ask(yi, 'view=todo&sort=arrival&after=f0')).filing).toBe('f1');
  });
});

describe('two pairs of eyes', () => {
  const at = '/batches/b1/filings/f0';
  const policy = { blind: 'all', blindShare: 0, check: 'all', redraw: 0, target: 0.99, revision: 0 };

  test('the second judges blind, a third settles, the head checks, and nobody their own', async () => {
    const { signIn } = await testOffice(1, { alone: false });
    const [jia, yi, bing] = [await signIn('jia'), await signIn('yi'), await signIn('bing')];
    expect((await jia.ask('PUT', '/batches/b1/policy', policy)).status).toBe(403);
    expect((await bing.ask('PUT', '/batches/b1/policy', policy)).status).toBe(200);
    const say = (who: typeof jia, revision: number, kind: string, reasons: string[] = []) =>
      who.ask('POST', `${at}/decisions`, { revision, version: 1, kind, reasons });
    expect((await say(jia, 0, 'pass')).body.stage).toBe('second');
    expect((await say(jia, 1, 'pass')).status).toBe(409);
    const blind = (await yi.ask('GET', at)).body;
    expect([blind.decisions, blind.history.map(({ kind }: { kind: string }) => kind)]).toEqual([[], []]);
    expect((await say(yi, 1, 'reject', ['dated-in-time'])).body.stage).toBe('conflict');
    expect((await say(jia, 2, 'pass')).status).toBe(409);
    expect((await say(bing, 2, 'pass')).body).toMatchObject({ stage: 'check' });
    // The head settled it, so another must check it.
    expect((await bing.ask('POST', `${at}/check`, { revision: 3, agree: true })).status).toBe(409);
    expect((await jia.ask('POST', `${at}/check`, { revision: 3, agree: true })).status).toBe(409);
    const reopened = await bing.ask('POST', `${at}/reopen`, { revision: 3, why: '材料有更新' });
    expect(reopened.body.stage).toBe('todo');
  });
});

describe('settings that another saved meanwhile', () => {
  const policy = { blind: 'none', blindShare: 0.1, check: 'none', redraw: 0, target: 0.95 };
  const stale = { status: 409, body: { code: 'stale' } };

  test('of who must look: the later save is refused and takes nothing back', async () => {
    const { signIn, store } = await testOffice(1, { alone: false });
    const bing = await signIn('bing');
    const save = (revision: number, check: string) =>
      bing.ask('PUT', '/batches/b1/policy', { ...policy, check, revision });
    expect((await save(0, 'all')).body).toMatchObject({ revision: 1, policy: { check: 'all' } });
    expect(await save(0, 'refusals')).toMatchObject(stale);
    expect((await bing.ask('GET', '/batches/b1')).body.policy.check).toBe('all');
    expect((await save(1, 'refusals')).status).toBe(200);
    const [act] = await store.acts.of({ batch: 'b1', kinds: ['policy'] }, { offset: 0, limit: 1 });
    expect([act?.old, act?.new].map((said) => JSON.parse(said ?? '').check)).toEqual(['all', 'refusals']);
  });

  test('of the threshold: nobody takes one into use that they did not see', async () => {
    const { signIn, store } = await testOffice(2, { alone: false });
    const bing = await signIn('bing');
    const desk = (await store.desks.get('f0'))!;
    const said = (confidence: number, value: string, n: number) => ({
      ...{ id: `r${confidence}${value}${n}`, filing: 'f0', version: 1, subject: `field:${confidence}-${n}` },
      ...{ value, note: '', confidence, by: 'jia', at: '2026-01-01T00:00:00.000Z' },
    });
    const commit = (revision: number, rulings: ReturnType<typeof said>[]) =>
      store.desks.commit([
        {
          desk: { ...desk, revision },
          expected: revision - 1,
          act: { ...actOf(`a${revision}`, 'f0'), batch: 'b1' },
          rulings,
        },
      ]);
    await commit(
      1,
      [...Array(250).keys()].map((n) => said(0.8, 'confirmed', n)),
    );
    await bing.ask('PUT', '/batches/b1/policy', { ...policy, revision: 0 });
    const quality = async () => (await bing.ask('GET', '/batches/b1/quality')).body;
    const adopt = (seen: unknown) => bing.ask('PUT', '/batches/b1/quality/threshold', seen);
    const { threshold, revision } = await quality();
    expect([threshold, revision]).toEqual([0.8, 1]);
    // The target was set higher on another page.
    await bing.ask('PUT', '/batches/b1/policy', { ...policy, target: 0.96, revision });
    expect(await adopt({ threshold, revision })).toMatchObject(stale);
    expect((await quality()).used).toBe(0.9);
    // A correction made it another one.
    await commit(
      2,
      [...Array(100).keys()].map((n) => said(0.8, 'corrected', n)),
    );
    await commit(
      3,
      [...Array(250).keys()].map((n) => said(0.95, 'confirmed', n)),
    );
    expect(await adopt({ threshold, revision: 2 })).toMatchObject(stale);
    expect((await adopt({ threshold: 0.95, revision: 2 })).body).toMatchObject({ used: 0.95, target: 0.96 });
  });

  test('of the letterhead: the later save is refused', async () => {
    const { signIn } = await testOffice(0, { alone: false });
    const bing = await signIn('bing');
    const { revision } = (await bing.ask('GET', '/office')).body;
    const save = (name: string) => bing.ask('PUT', '/office', { settings: { name }, revision });
    const saved = await save('甲局');
    expect(saved.status).toBe(200);
    expect(await save('乙局')).toMatchObject(stale);
    expect((await bing.ask('GET', '/office')).body).toEqual(saved.body);
  });
});

describe('in bulk', () => {
  test('a preview says exactly what changes; doing it changes that, and undoing takes it back', async () => {
    const { signIn } = await testOffice(30);
    const own = await signIn();
    const order = { which: { query: { view: 'mend' } }, decision: 'return' };
    const preview = (await own.ask('POST', '/batches/b1/bulk/preview', order)).body;
    expect(preview).toMatchObject({ count: 10, kept: [] });
    expect(preview.changes[0]).toMatchObject({
      what: [
        { field: 'decision', old: '', new: 'return' },
        { field: 'reasons', old: '', new: 'dated-in-time' },
      ],
    });
    const done = (await own.ask('POST', '/batches/b1/bulk', order)).body;
    expect(done.changed).toBe(10);
    expect((await own.ask('GET', '/batches/b1')).body.flow).toMatchObject({ returned: 10, todo: 20 });
    expect((await own.ask('POST', `/undo/${done.act}`)).body).toEqual({ undone: 10, kept: 0 });
    expect((await own.ask('GET', '/batches/b1')).body.flow).toMatchObject({ returned: 0, todo: 30 });
  });

  test('to pass what is unsound is counted, and a refusal without a reason is kept back', async () => {
    const { signIn } = await testOffice(9);
    const own = await signIn();
    const all = { query: { view: 'all' } };
    const pass = (await own.ask('POST', '/batches/b1/bulk/preview', { which: all, decision: 'pass' })).body;
    expect(pass).toMatchObject({ count: 9, unsound: 6 });
    const reject = (await own.ask('POST', '/batches/b1/bulk/preview', { which: all, decision: 'reject' }))
      .body;
    expect(reject.count).toBe(3);
    expect(reject.kept).toHaveLength(6);
  });

  test('three people over one queue decide each filing once', async () => {
    const { signIn, store } = await testOffice(60, { alone: false });
    const all = [await signIn('jia'), await signIn('yi'), await signIn('bing')];
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, i) => i).flatMap((i) =>
        all.map((who) =>
          who.ask('POST', `/batches/b1/filings/f${i}/decisions`, { revision: 0, version: 1, kind: 'pass' }),
        ),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(60);
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    for (let i = 0; i < 60; i++) expect(await store.decisions.of(`f${i}`)).toHaveLength(1);
  });
});
