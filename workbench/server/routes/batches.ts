import { join } from 'node:path';
import { Hono } from 'hono';
import type { Batch } from '../../../core/records.ts';
import { saveSettings, settingsOfBatch } from '../../../pipeline/desk/batch-settings.ts';
import { seatBatch, seatIfNewer } from '../../../pipeline/desk/seat-batch.ts';
import { latestWithOutcomes } from '../../../pipeline/latest-run.ts';
import { keyOf } from '../../../pipeline/stages/key.ts';
import { newBatch, policySave } from '../../api/batches.ts';
import {
  filesFolder,
  filesOfBatch,
  keepUpload,
  type ListKind,
  listFolder,
  listKinds,
  listsOfBatch,
} from '../batch-folder.ts';
import type { Env, Office } from '../context.ts';
import { recordAct } from '../record-act.ts';
import { bodyOf, notThere, Refusing, staleSettings } from '../refuse.ts';
import { batchDetail, batchRow } from '../show/batch.ts';

/** Largest file that is taken: bytes. The reader's own limit is the same unless told. */
const mostBytes = 200 * 2 ** 20;

export function batchRoutes(office: Office): Hono<Env> {
  const { store, live, runs } = office;
  const routes = new Hono<Env>();

  const find = async (id: string): Promise<Batch> => {
    const batch = await store.batches.get(id);
    if (!batch) throw notThere({ zh: '这个批次', en: 'such batch' });
    return batch;
  };
  const shown = async (batch: Batch) => batchDetail(office, batch, (await office.packs()).get(batch.call));
  const inboxOf = async (batch: Batch): Promise<string> => {
    const { inbox } = await settingsOfBatch(store, batch.id);
    if (!inbox)
      throw new Refusing(409, 'outside', {
        zh: '这个批次由命令行建立，文件在别处；请用 chushen screen 加入文件，或新建批次。',
        en: 'This batch was made by the command line and its files lie elsewhere: add files with chushen screen.',
      });
    return inbox;
  };
  const act = (c: { get(key: 'person'): { id: string } }, batch: Batch, zh: string, en: string, after = '') =>
    recordAct(store, c.get('person'), { kind: 'batch', batch: batch.id, text: { zh, en }, new: after });

  routes.get('/', async (c) => {
    const packs = await office.packs();
    const batches = [];
    for (const batch of await store.batches.all()) {
      await seatIfNew(batch);
      batches.push(await batchRow(office, batch, packs.get(batch.call)));
    }
    return c.json({ batches });
  });

  routes.post('/', async (c) => {
    const { call, name, ...settings } = await bodyOf(c, newBatch);
    if (!(await office.packs()).has(call)) throw notThere({ zh: '这个征集通知', en: 'such call' });
    if (await store.batches.find(call, name))
      throw new Refusing(409, 'name-taken', {
        zh: `这个通知已有名为“${name}”的批次，请换一个名称。`,
        en: `The call has a batch "${name}" already: take another name.`,
      });
    const batch: Batch = {
      id: keyOf(call, name).slice(0, 12),
      call,
      name,
      createdAt: new Date().toISOString(),
    };
    await store.batches.put(batch);
    const inbox = join(office.folder, 'batches', batch.id);
    await store.batches.putSettings(batch.id, { ...settings, inbox });
    await act(c, batch, '新建批次', 'made the batch', name);
    return c.json(await shown(batch), 201);
  });

  routes.get('/:batch', async (c) => {
    const batch = await find(c.req.param('batch'));
    await seatIfNew(batch);
    return c.json(await shown(batch));
  });

  routes.put('/:batch/files/:path{.+}', async (c) => {
    const batch = await find(c.req.param('batch'));
    const path = c.req.param('path');
    const bytes = await keepUpload(filesFolder(await inboxOf(batch)), path, c.req.raw.body, mostBytes);
    await act(c, batch, '收到文件', 'received a file', path);
    return c.json({ path, bytes });
  });

  routes.put('/:batch/lists/:kind/:name', async (c) => {
    const batch = await find(c.req.param('batch'));
    const kind = listKinds.find((one) => one === c.req.param('kind'));
    if (!kind) throw notThere({ zh: '这种名单', en: 'such list' });
    const folder = listFolder(await inboxOf(batch), kind);
    const bytes = await keepUpload(folder, c.req.param('name'), c.req.raw.body, mostBytes);
    await act(c, batch, '收到名单', 'received a list', c.req.param('name'));
    return c.json({ path: c.req.param('name'), bytes });
  });

  routes.post('/:batch/run', async (c) => {
    const batch = await find(c.req.param('batch'));
    const inbox = await inboxOf(batch);
    if ((await filesOfBatch(inbox)).length === 0)
      throw new Refusing(409, 'no-files', {
        zh: '批次里还没有文件，请先加入。',
        en: 'The batch has no files yet.',
      });
    if (!runs.isBusy(batch.id)) {
      await act(c, batch, '开始审查', 'started a run');
      runs.start({ batch: batch.id, words: await wordsFor(batch, inbox), onEnd: () => seated(batch) });
    }
    return c.json(await shown(batch));
  });

  routes.post('/:batch/cancel', async (c) => {
    const batch = await find(c.req.param('batch'));
    runs.cancel(batch.id);
    await act(c, batch, '停止审查', 'stopped the run');
    return c.json(await shown(batch));
  });

  routes.put('/:batch/policy', async (c) => {
    const batch = await find(c.req.param('batch'));
    if (c.get('person').role === 'clerk')
      throw new Refusing(403, 'role', {
        zh: '办理办法由科室负责人或管理员设定。',
        en: 'Who must look is set by the head or an administrator.',
      });
    const { revision, ...policy } = await bodyOf(c, policySave);
    const before = await settingsOfBatch(store, batch.id);
    if (!(await saveSettings(store, batch.id, revision, { policy }))) throw staleSettings();
    await recordAct(store, c.get('person'), {
      kind: 'policy',
      batch: batch.id,
      text: { zh: '设定办理办法', en: 'set who must look' },
      old: JSON.stringify(before.policy),
      new: JSON.stringify(policy),
    });
    await seated(batch);
    return c.json(await shown(batch));
  });

  return routes;

  /** What the command line found out since gets its desks when it is first looked at. */
  async function seatIfNew(batch: Batch): Promise<void> {
    const run = await latestWithOutcomes(store, batch.id);
    const pack = run && (await office.packs()).get(batch.call);
    if (run && pack && (await seatIfNewer(store, run, pack))) live.tell({ batch: batch.id, kind: 'batch' });
  }

  async function seated(batch: Batch): Promise<void> {
    const run = await latestWithOutcomes(store, batch.id);
    const pack = (await office.packs()).get(batch.call);
    if (run && pack) await seatBatch(store, run, pack);
    live.tell({ batch: batch.id, kind: 'batch' });
  }

  async function wordsFor(batch: Batch, inbox: string): Promise<string[]> {
    const settings = await settingsOfBatch(store, batch.id);
    const lists = await listsOfBatch(inbox);
    const flags = Object.entries(lists).flatMap(([kind, names]) => [
      `--${kind}`,
      // Written by `listsOfBatch`: the kinds are ours.
      ...names.map((name) => join(listFolder(inbox, kind as ListKind), name)),
    ]);
    return [
      'screen',
      filesFolder(inbox),
      ...['--call', batch.call, '--batch', batch.name, '--out', join(inbox, 'reports')],
      ...(settings.asOf ? ['--as-of', settings.asOf] : []),
      ...(settings.reading ? ['--reading', settings.reading] : []),
      ...(settings.complete ? ['--complete'] : []),
      ...office.runFlags,
      ...((await office.hasOwnCalls()) ? ['--calls', office.ownCalls] : []),
      ...flags,
    ];
  }
}
