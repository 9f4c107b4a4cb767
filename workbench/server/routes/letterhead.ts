import { resolve } from 'node:path';
import { Hono } from 'hono';
import { layTemplates, readOffice, writeOffice } from '../../../pipeline/papers/beside.ts';
import { keyOf } from '../../../pipeline/stages/key.ts';
import {
  type OfficeKey,
  type OfficeSettings,
  officeSettings,
  officeWords,
} from '../../../report/letters/office.ts';
import { type OfficeOf, officeSave } from '../../api/office.ts';
import type { Env, Office } from '../context.ts';
import { recordAct } from '../record-act.ts';
import { bodyOf, Refusing, staleSettings } from '../refuse.ts';

const keys = Object.keys(officeWords) as OfficeKey[];

/** What the office says of itself in its letters: `/api/office`. */
export function letterheadRoutes({ beside, store }: Office): Hono<Env> {
  const routes = new Hono<Env>();
  const read = async (): Promise<OfficeSettings> => {
    const found = await readOffice(beside);
    if ('refused' in found) throw new Refusing(409, 'broken', found.refused);
    return found.office;
  };
  const shown = (settings: OfficeSettings): OfficeOf => ({
    settings: keys.map((key) => ({ key, name: officeWords[key], value: String(settings[key] ?? '') })),
    templates: resolve(beside.templates),
    revision: revisionOf(settings),
  });

  routes.get('/', async (c) => c.json(shown(await read())));

  routes.put('/', async (c) => {
    if (c.get('person').role === 'clerk')
      throw new Refusing(403, 'role', {
        zh: '单位信息由科室负责人或管理员填写。',
        en: 'The office is described by the head or an administrator.',
      });
    const { settings: asked, revision } = await bodyOf(c, officeSave);
    const before = await read();
    if (revision !== revisionOf(before)) throw staleSettings();
    const said = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''));
    const parsed = officeSettings.safeParse(said);
    if (!parsed.success) {
      const key = keys.find((one) => one === parsed.error.issues[0]?.path[0]);
      throw new Refusing(422, 'wrong', {
        zh: `“${key ? officeWords[key].zh : ''}”的内容不合要求，未保存（补正期限应为 1–365 的整数）。`,
        en: `"${key ? officeWords[key].en : ''}" does not take that; nothing was saved (days are a whole number from 1 to 365).`,
      });
    }
    await writeOffice(beside, parsed.data);
    // There for whoever wants to change them.
    await layTemplates(beside);
    for (const key of keys) {
      const [old, now] = [String(before[key] ?? ''), String(parsed.data[key] ?? '')];
      if (old === now) continue;
      const { zh, en } = officeWords[key];
      const text = { zh: `更改${zh}`, en: `changed the ${en}` };
      await recordAct(store, c.get('person'), { kind: 'policy', text, old, new: now });
    }
    return c.json(shown(parsed.data));
  });

  return routes;
}

const revisionOf = (settings: OfficeSettings): string =>
  keyOf(...keys.map((key) => String(settings[key] ?? '')));
