import { Hono } from 'hono';
import { z } from 'zod';
import type { ActQuery } from '../../../store/ports.ts';
import { userEdit, users as usersSchema } from '../../api/office.ts';
import { newPassword, secretOf } from '../auth.ts';
import type { Env, Office } from '../context.ts';
import { recordAct } from '../record-act.ts';
import { bodyOf, Refusing, shaped } from '../refuse.ts';
import { shownAct } from '../show/acts.ts';
import { namesOf } from '../show/people.ts';

const page = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
const auditQuery = page.extend({
  batch: z.string().optional(),
  filing: z.string().optional(),
  by: z.string().optional(),
});

/** The record of acts and the users: `/api/audit`, `/api/users`. */
export function officeRoutes(office: Office): Hono<Env> {
  const { store } = office;
  const routes = new Hono<Env>();

  routes.get('/audit', async (c) => {
    const { offset, limit, ...filters } = shaped(auditQuery, c.req.query());
    const query = Object.fromEntries(Object.entries(filters).filter(([, value]) => value)) as ActQuery;
    const nameOf = await namesOf(store);
    const acts = await store.acts.of(query, { offset, limit });
    const packs = await office.packs();
    const calls = new Map((await store.batches.all()).map(({ id, call }) => [id, call]));
    const filings = new Set(acts.flatMap((act) => (act.filing ? [act.filing] : [])));
    const names = new Map(
      (await store.filings.latest([...filings])).map(({ filing, applicant, title }) => [
        filing,
        { applicant, title },
      ]),
    );
    const shown = acts.map((act) => {
      const pack = packs.get(calls.get(act.batch) ?? '');
      const { batch, filing, version } = act;
      return {
        ...shownAct(act, { nameOf, ...(pack ? { pack } : {}) }),
        ...{ batch, filing, version },
        ...names.get(filing),
      };
    });
    return c.json({ total: await store.acts.count(query), acts: shown });
  });

  routes.get('/users', async (c) => c.json(shaped(usersSchema, { users: await store.users.all() })));

  routes.put('/users/:id', async (c) => {
    if (c.get('person').role !== 'admin')
      throw new Refusing(403, 'role', {
        zh: '用户由管理员维护。',
        en: 'Users are kept by an administrator.',
      });
    const id = c.req.param('id');
    if (!/^[\w.@-]{1,60}$/u.test(id))
      throw new Refusing(422, 'wrong', {
        zh: '登录名只能含字母、数字和 . _ - @，不超过 60 个字符。',
        en: 'A login holds letters, digits and . _ - @ only, 60 at most.',
      });
    const { renew, ...edit } = await bodyOf(c, userEdit);
    const known = await store.users.get(id);
    if (id === c.get('person').id && (!edit.active || edit.role !== 'admin'))
      throw new Refusing(409, 'not-now', {
        zh: '不能停用自己或取消自己的管理员身份，请由另一位管理员办理。',
        en: 'Nobody deactivates or demotes themselves: another administrator does.',
      });
    const password = !known || renew ? newPassword() : undefined;
    await store.users.put({ id, ...edit }, password === undefined ? undefined : secretOf(password));
    await recordAct(store, c.get('person'), {
      kind: 'user',
      text: { zh: known ? '更改用户' : '新增用户', en: known ? 'changed a user' : 'added a user' },
      old: known ? JSON.stringify(known) : '',
      new: JSON.stringify({ id, ...edit }),
    });
    return c.json(password === undefined ? {} : { password });
  });

  return routes;
}
