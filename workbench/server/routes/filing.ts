import { Hono } from 'hono';
import { assign, check, correct, decide, reopen, rule } from '../../../pipeline/desk/acts.ts';
import { lease, release } from '../../../pipeline/desk/lease.ts';
import { type Person, recordsOf, unknownFiling } from '../../../pipeline/desk/office.ts';
import type { Acting, Done } from '../../../pipeline/desk/perform.ts';
import { undo } from '../../../pipeline/desk/undo.ts';
import * as api from '../../api/filing.ts';
import { nextQuery } from '../../api/queue.ts';
import type { Env, Office } from '../context.ts';
import { bodyOf, notThere, refused, shaped } from '../refuse.ts';
import { filingDetail } from '../show/filing.ts';
import { namesOf } from '../show/people.ts';
import { deskQuery } from '../show/queue.ts';
import { withoutFolder } from '../show/without-folder.ts';
import { withRun } from './queue.ts';

/** Filings that the page is told of ahead; more are looked for where fewer are left. */
const mostAhead = 20;
const fewAhead = 5;

export function filingRoutes(office: Office): Hono<Env> {
  const { store, live } = office;
  const routes = new Hono<Env>();
  const at = '/:batch/filings/:filing';

  type Ctx = import('hono').Context<Env, typeof at>;
  const shown = async (c: Ctx, batch: string, filing: string) => {
    const open = await withRun(office, batch);
    const records = await recordsOf(store, open, filing);
    if (!records) throw refused(unknownFiling);
    const detail = await filingDetail(store, open, records, c.get('person'));
    return c.json(withoutFolder(detail, open.settings.inbox));
  };
  /** Does an act and answers with the filing as it is after it. */
  const acted = async (
    c: Ctx,
    asked: { readonly revision: number; readonly seconds?: number },
    work: (acting: Acting) => Promise<Done>,
  ) => {
    const { batch, filing } = c.req.param();
    const person = c.get('person');
    const open = await withRun(office, batch);
    const done = await work({ store, open, person, filing, ...asked });
    if ('code' in done) throw refused(done);
    live.tell({ batch, kind: 'filings', filings: [filing], by: person.id });
    c.header('x-act', done.act);
    return shown(c, batch, filing);
  };

  /** Gives a filing back; who waited for it is told. */
  const free = async (batch: string, filing: string, person: Person) => {
    if (await release(store, filing, person))
      live.tell({ batch, kind: 'filings', filings: [filing], by: person.id });
  };

  routes.get('/:batch/next', async (c) => {
    const open = await withRun(office, c.req.param('batch'));
    const { sort, after, ahead: told, ...filters } = shaped(nextQuery, c.req.query());
    const user = c.get('person').id;
    const free = { user, at: new Date().toISOString() };
    const query = { ...deskQuery(filters, open.run.id, user), free };
    const known = told.split(',').filter((filing) => filing !== '' && filing !== after);
    const there = await store.desks.rows(
      { ...query, filings: known },
      { sort, offset: 0, limit: known.length },
    );
    const still = known.filter((filing) => there.some((row) => row.filing === filing));
    const more =
      still.length < fewAhead
        ? await store.desks.following(query, sort, still.at(-1) ?? after, mostAhead)
        : [];
    const ahead = [...new Set([...still, ...more])].filter((filing) => filing !== after).slice(0, mostAhead);
    return c.json({ ...(ahead[0] === undefined ? {} : { filing: ahead[0] }), ahead });
  });

  routes.get(at, async (c) => shown(c, c.req.param('batch'), c.req.param('filing')));

  routes.post(`${at}/rulings`, async (c) => {
    const asked = await bodyOf(c, api.ruling);
    return acted(c as Ctx, asked, (acting) => rule(acting, asked.rulings));
  });
  routes.post(`${at}/corrections`, async (c) => {
    const asked = await bodyOf(c, api.correction);
    return acted(c as Ctx, asked, (acting) => correct(acting, asked.field, asked.value, asked.why));
  });
  routes.post(`${at}/decisions`, async (c) => {
    const asked = await bodyOf(c, api.decide);
    const { kind, reasons, note } = asked;
    const answer = await acted(c as Ctx, asked, (acting) =>
      decide(acting, asked.version, { kind, reasons, note }),
    );
    await store.drafts.drop(c.req.param('filing'), c.get('person').id);
    await free(c.req.param('batch'), c.req.param('filing'), c.get('person'));
    return answer;
  });
  routes.post(`${at}/check`, async (c) => {
    const asked = await bodyOf(c, api.check);
    return acted(c as Ctx, asked, (acting) => check(acting, asked.agree, asked.note));
  });
  routes.post(`${at}/reopen`, async (c) => {
    const asked = await bodyOf(c, api.reopen);
    return acted(c as Ctx, asked, (acting) => reopen(acting, asked.why));
  });
  routes.post(`${at}/assign`, async (c) => {
    const asked = await bodyOf(c, api.assign);
    return acted(c as Ctx, asked, (acting) => assign(acting, asked.assignee));
  });

  routes.post(`${at}/lease`, async (c) => {
    const { batch, filing } = c.req.param();
    const desk = await lease(store, filing, c.get('person'));
    if (!desk) throw notThere({ zh: '这份申报书', en: 'such filing' });
    live.tell({ batch, kind: 'filings', filings: [filing], by: c.get('person').id });
    const nameOf = await namesOf(store);
    return c.json({ lease: desk.lease && { ...desk.lease, name: nameOf(desk.lease.by) } });
  });
  routes.delete(`${at}/lease`, async (c) => {
    const { batch, filing } = c.req.param();
    await free(batch, filing, c.get('person'));
    return c.json({});
  });

  routes.put(`${at}/draft`, async (c) => {
    await store.drafts.put(c.req.param('filing'), c.get('person').id, await bodyOf(c, api.draft));
    return c.json({});
  });

  return routes;
}

/** `POST /api/undo/:act`. */
export function undoRoute(office: Office): Hono<Env> {
  const { store, live } = office;
  return new Hono<Env>().post('/:act', async (c) => {
    const [first] = await store.acts.group(c.req.param('act'));
    if (!first) throw notThere({ zh: '这次操作', en: 'such act' });
    const open = await withRun(office, first.batch);
    const done = await undo({ store, open, person: c.get('person') }, c.req.param('act'));
    if ('code' in done) throw refused(done);
    live.tell({ batch: first.batch, kind: 'filings', by: c.get('person').id });
    return c.json(done);
  });
}
