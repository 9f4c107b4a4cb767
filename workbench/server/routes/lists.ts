import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Award } from '../../../lists/awards/award.ts';
import { issuerName, unknownIssuer } from '../../../lists/awards/issuer.ts';
import { takenFor } from '../../../lists/awards/taken-for.ts';
import { type AwardList, readAwardList, storeAwards, storedAwards } from '../../../pipeline/award-lists.ts';
import type { AwardPreview, archive } from '../../api/office.ts';
import { keepUpload } from '../batch-folder.ts';
import type { Env, Office } from '../context.ts';
import { recordAct } from '../record-act.ts';
import { notThere, Refusing, shaped } from '../refuse.ts';
import { problemText } from '../show/problem-text.ts';

const mostBytes = 50 * 2 ** 20;
/** Previews that wait for a person to say yes. */
const mostWaiting = 20;

const listQuery = z.object({
  q: z.string().trim().max(200).default(''),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
const upload = z.object({ name: z.string().min(1).max(200) });

/** Award lists and the archive: `/api/awards`, `/api/archive`. */
export function listRoutes(office: Office): Hono<Env> {
  const { store } = office;
  const routes = new Hono<Env>();
  const waiting = new Map<string, AwardList>();

  routes.get('/awards', async (c) => {
    const { q, offset, limit } = shaped(listQuery, c.req.query());
    const words = q.toLowerCase().split(/\s+/u).filter(Boolean);
    const sources = new Map((await store.awards.all()).map(({ id, source }) => [id, source]));
    const found = (await storedAwards(store.awards)).filter(({ title, company, programmeName = '' }) =>
      words.every((word) => `${title} ${company} ${programmeName}`.toLowerCase().includes(word)),
    );
    const rows = found
      .slice(offset, offset + limit)
      .map((award) => ({ ...shownAward(award), source: sources.get(award.id) ?? '' }));
    return c.json({ total: found.length, rows });
  });

  routes.post('/awards/preview', async (c) => {
    const { name } = shaped(upload, c.req.query());
    const folder = await mkdtemp(join(tmpdir(), 'chushen-list-'));
    try {
      await keepUpload(folder, name, c.req.raw.body, mostBytes);
      const list = await readAwardList(join(folder, name), [...(await office.packs()).values()]);
      const id = randomUUID();
      waiting.set(id, { ...list, file: name });
      if (waiting.size > mostWaiting) waiting.delete([...waiting.keys()][0] ?? '');
      return c.json(previewOf(id, list, name));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  routes.post('/awards/import/:preview', async (c) => {
    const list = waiting.get(c.req.param('preview'));
    if (!list) throw notThere({ zh: '这次预览，请重新选择名单', en: 'such preview: choose the list again' });
    const done = await storeAwards(store.awards, list);
    waiting.delete(c.req.param('preview'));
    await recordAct(store, c.get('person'), {
      kind: 'import',
      text: { zh: '导入名单', en: 'imported a list' },
      new: `${list.file}（+${done.added}）`,
    });
    return c.json(done);
  });

  routes.get('/archive', async (c) => {
    const { q, offset, limit } = shaped(listQuery, c.req.query());
    const words = q.toLowerCase().split(/\s+/u).filter(Boolean);
    const packs = await office.packs();
    const rows: z.infer<typeof archive>['rows'] = [];
    for (const { id, name, call } of await store.batches.all())
      for (const one of await store.filings.of(id))
        if (
          one.replacedAt === undefined &&
          words.every((word) => `${one.title} ${one.applicant} ${one.file}`.toLowerCase().includes(word))
        )
          rows.push({
            id: one.filing,
            call: packs.get(call)?.call.title ?? { zh: call, en: call },
            title: one.title || one.file,
            applicant: one.applicant,
            batch: { id, name },
          });
    return c.json({ total: rows.length, rows: rows.slice(offset, offset + limit) });
  });

  return routes;
}

function shownAward({ id, title, company, year, programmeName, programme, issuer }: Award) {
  return {
    ...{ id, title, company },
    ...(year === undefined ? {} : { year }),
    programme: programmeName ?? programme ?? '',
    issuer: issuerName(issuer ?? unknownIssuer).zh,
  };
}

function previewOf(id: string, list: AwardList, name: string): AwardPreview {
  if (list.awards.length === 0) {
    const why = list.problems.map(problemText);
    throw new Refusing(422, 'nothing-read', {
      zh: `名单“${name}”没有读出任何一条：${why.map(({ zh }) => zh).join('') || list.rowsUnread[0]?.why.zh || ''}`,
      en: `Nothing was read from "${name}": ${why.map(({ en }) => en).join(' ') || list.rowsUnread[0]?.why.en || ''}`,
    });
  }
  return {
    id,
    rows: list.awards.length,
    lists: takenFor(list.awards).map(({ programme, programmeName, issuer, awards }) => ({
      title: programmeName ?? programme ?? '',
      programme: programme ?? '',
      issuer: issuerName(issuer),
      ...(awards[0]?.year === undefined ? {} : { year: awards[0].year }),
      rows: awards.length,
    })),
    sample: list.awards.slice(0, 20).map((award) => ({ ...shownAward(award), source: name })),
    unread: list.rowsUnread.map(({ row, why }) => ({ row, message: why })),
  };
}
