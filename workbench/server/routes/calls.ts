import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve, sep } from 'node:path';
import { Hono } from 'hono';
import { z } from 'zod';
import { draftCall } from '../../../calls/draft/draft-call.ts';
import { packFiles } from '../../../calls/draft/pack-files.ts';
import { loadPacks } from '../../../calls/load.ts';
import { linesOf } from '../../../core/document.ts';
import { readOne } from '../../../pipeline/read-one.ts';
import { type CallDraft, draftEdit } from '../../api/office.ts';
import { keepUpload } from '../batch-folder.ts';
import type { Env, Office } from '../context.ts';
import { recordAct } from '../record-act.ts';
import { bodyOf, notThere, Refusing, shaped } from '../refuse.ts';
import { problemText } from '../show/problem-text.ts';

const mostBytes = 50 * 2 ** 20;
const upload = z.object({ name: z.string().min(1).max(200) });
const keptDraft = z.object({
  notice: z.string(),
  open: z.array(
    z.object({ message: z.object({ zh: z.string(), en: z.string() }), words: z.string().optional() }),
  ),
});

/** The calls, and drafts of new ones: `/api/calls`. */
export function callRoutes(office: Office): Hono<Env> {
  const routes = new Hono<Env>();
  const drafts = join(office.folder, 'drafts');

  routes.get('/', async (c) => {
    const packs = [...(await office.packs()).values()];
    return c.json({
      calls: packs.map(({ call, rules, folder }) => ({
        id: call.id,
        title: call.title,
        year: call.year,
        issuer: call.issuer,
        rules: rules.length,
        own: resolve(folder).startsWith(resolve(office.ownCalls) + sep),
        readings: call.resubmission.readings.map(({ id, title }) => ({ id, title })),
      })),
    });
  });

  routes.get('/:id', async (c) => {
    const pack = (await office.packs()).get(c.req.param('id'));
    if (!pack) throw notThere({ zh: '这个征集通知', en: 'such call' });
    return c.json({
      id: pack.call.id,
      title: pack.call.title,
      rules: pack.rules.map(({ id, title, consequence, clause }) => ({
        ...{ id, title, consequence },
        clause: { ref: clause, text: pack.clauses.get(clause)?.text ?? '' },
      })),
      schemes: pack.schemes.map(({ id, title, labels }) => ({
        id,
        title,
        labels: labels.map(({ name }) => name),
      })),
    });
  });

  routes.post('/draft', async (c) => {
    const { name } = shaped(upload, c.req.query());
    const folder = await mkdtemp(join(tmpdir(), 'chushen-notice-'));
    try {
      await keepUpload(folder, name, c.req.raw.body, mostBytes);
      const { document, problems } = await readOne(join(folder, name), office.reading);
      if (!document)
        throw new Refusing(422, 'unread', {
          zh: problems.map((one) => problemText(one).zh).join('') || '没有读出内容。',
          en: problems.map((one) => problemText(one).en).join(' ') || 'Nothing was read.',
        });
      const id = `draft-${randomUUID().slice(0, 8)}`;
      const draft = draftCall(id, document);
      const own = join(drafts, id);
      await mkdir(own, { recursive: true });
      for (const [file, content] of packFiles(draft)) await writeFile(join(own, file), content);
      const notice = [...linesOf(document.body)].map(({ text }) => text).join('\n');
      const open = draft.open.map((point) => ({
        message: point.what,
        ...(point.passage ? { words: point.passage } : {}),
      }));
      await writeFile(join(drafts, `${id}.json`), JSON.stringify({ notice, open }));
      return c.json(await shown(id), 201);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  routes.get('/draft/:id', async (c) => c.json(await shown(c.req.param('id'))));

  routes.put('/draft/:id', async (c) => {
    const id = c.req.param('id');
    const { name, content, keep } = await bodyOf(c, draftEdit);
    const before = await shown(id);
    if (!before.files.some((file) => file.name === name)) throw notThere({ zh: '这个文件', en: 'such file' });
    await writeFile(join(drafts, id, name), content);
    const after = await shown(id);
    if (!keep) return c.json(after);
    if (after.mistakes.length > 0)
      throw new Refusing(409, 'mistakes', {
        zh: `还有 ${after.mistakes.length} 处错误，改好后才能启用。`,
        en: `${after.mistakes.length} mistakes are left: mend them first.`,
      });
    await mkdir(office.ownCalls, { recursive: true });
    await rename(join(drafts, id), join(office.ownCalls, id));
    await recordAct(office.store, c.get('person'), {
      kind: 'call',
      text: { zh: '启用征集通知', en: 'took a call into use' },
      new: id,
    });
    return c.json({ ...after, kept: true });
  });

  return routes;

  async function shown(id: string): Promise<CallDraft> {
    if (!/^draft-[\da-f]{8}$/u.test(id)) throw notThere({ zh: '这份草稿', en: 'such draft' });
    const folder = join(drafts, id);
    const names = await readdir(folder).catch(() => {
      throw notThere({ zh: '这份草稿', en: 'such draft' });
    });
    const { notice, open } = keptDraft.parse(JSON.parse(await readFile(join(drafts, `${id}.json`), 'utf8')));
    const files = [];
    for (const name of names.sort())
      files.push({ name, content: await readFile(join(folder, name), 'utf8') });
    const { mistakes } = await loadPacks([folder]);
    return {
      ...{ id, notice, files, open },
      mistakes: mistakes.map(({ file, path, message, mend }) => ({
        file: basename(file),
        path,
        message,
        mend,
      })),
    };
  }
}
