import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import { makePapers } from '../../../pipeline/papers/make-papers.ts';
import type { Paper, SaidOf } from '../../../pipeline/papers/paper.ts';
import { type Papers, paperOrder } from '../../api/office.ts';
import { listFolder, listsOfBatch } from '../batch-folder.ts';
import type { Env, Office } from '../context.ts';
import { bodyOf, notThere } from '../refuse.ts';
import { withRun } from './queue.ts';

/** Papers that may still be fetched: those of the last orders. */
const mostKept = 5000;

/** The letters, sheets and reports of a batch: `/api/batches/:batch/papers`, `/api/papers/:id`. */
export function paperRoutes(office: Office): { readonly order: Hono<Env>; readonly fetch: Hono<Env> } {
  const { store, live } = office;
  const made = new Map<string, Paper>();
  const order = new Hono<Env>();
  const fetch = new Hono<Env>();

  order.post('/:batch/papers', async (c) => {
    const open = await withRun(office, c.req.param('batch'));
    const asked = await bodyOf(c, paperOrder);
    const folder = join(office.folder, 'papers', open.batch.id, new Date().toISOString().replace(/\D/gu, ''));
    await mkdir(folder, { recursive: true });
    const { inbox } = open.settings;
    const lists = inbox === undefined ? [] : ((await listsOfBatch(inbox)).summary ?? []);
    const ranking = inbox === undefined ? [] : lists.map((name) => join(listFolder(inbox, 'summary'), name));
    const person = c.get('person');
    const { papers, refused, remarks } = await makePapers(
      store,
      open,
      person,
      { ...asked, ranking },
      folder,
      office.beside,
    );
    for (const paper of papers) made.set(paper.id, paper);
    for (const id of made.keys()) if (made.size > mostKept) made.delete(id);
    if (asked.send) live.tell({ batch: open.batch.id, kind: 'filings', by: person.id });
    const answer: Papers = {
      papers: papers.map(({ id, name, bytes }) => ({ id, name, bytes })),
      refused: await named(refused),
      remarks: await named(remarks),
    };
    return c.json(answer);
  });

  fetch.get('/:id', async (c) => {
    const paper = made.get(c.req.param('id'));
    const bytes = paper && (await readFile(paper.path).catch(() => undefined));
    if (!paper || !bytes) throw notThere({ zh: '这份文件，请重新制作', en: 'such paper: make it again' });
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(paper.name)}`,
    });
  });

  return { order, fetch };

  /** With whose filings they are. */
  async function named(said: readonly SaidOf[]): Promise<Papers['refused']> {
    const answer = [];
    for (const { filing, why } of said) {
      const version = filing ? (await store.filings.versions(filing)).at(-1) : undefined;
      answer.push({ filing, name: version ? `${version.applicant} ${version.title}`.trim() : '', why });
    }
    return answer;
  }
}
