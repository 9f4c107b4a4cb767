import { Hono } from 'hono';
import type { Place } from '../../../core/place.ts';
import { recordsOf, unknownFiling } from '../../../pipeline/desk/office.ts';
import { Outputs } from '../../../pipeline/stages/outputs.ts';
import { documentOf } from '../../../pipeline/stages/readings.ts';
import { checklistOf, doubtsOf } from '../../../review/desk/doubts.ts';
import type { Pages } from '../../api/filing.ts';
import type { Env, Office } from '../context.ts';
import type { DrawnPages } from '../pages/page-room.ts';
import { converted } from '../pages/page-room.ts';
import { boxesOf, boxesOfParts } from '../pages/word-boxes.ts';
import { notThere, refused } from '../refuse.ts';
import { withoutFolder } from '../show/without-folder.ts';
import { withRun } from './queue.ts';

/** Pixels. */
const widths = { usual: 1000, most: 3000 };

export function pageRoutes(office: Office): Hono<Env> {
  const { store, pages: room } = office;
  const routes = new Hono<Env>();
  /** The pages of filings that were looked at last: each picture asks for them again. */
  const last = new Map<string, Promise<DrawnPages>>();

  const recordsFor = async (batch: string, filing: string) => {
    const open = await withRun(office, batch);
    const records = await recordsOf(store, open, filing);
    if (!records) throw refused(unknownFiling);
    return { open, records };
  };
  const pagesFor = async (batch: string, filing: string): Promise<DrawnPages> => {
    const { records } = await recordsFor(batch, filing);
    const key = `${filing} ${records.outcome.version}`;
    const before = last.get(key);
    if (before) return before;
    const drawn = room.pagesOf(records.outcome);
    last.set(key, drawn);
    // What could not be drawn is tried again: LibreOffice may have been too slow this once.
    const forget = () => last.get(key) === drawn && last.delete(key);
    drawn.then(({ pages }) => pages.length === 0 && forget(), forget);
    if (last.size > 50) last.delete([...last.keys()][0] ?? '');
    return drawn;
  };

  routes.get('/:batch/filings/:filing/pages', async (c) => {
    const { batch, filing } = c.req.param();
    const { open, records } = await recordsFor(batch, filing);
    const { pages, why } = await pagesFor(batch, filing);
    const answer: Pages = {
      shown: pages.length > 0,
      ...(why ? { why } : {}),
      pages: pages.map(({ n, file, page, width, height }) => ({ n, file, page, width, height })),
      boxes: {},
    };
    const form = records.outcome.files.find(({ role }) => role === 'form');
    const drawn = pages.filter(({ bytes }) => form && bytes === converted(form));
    const pdf = form && drawn.length > 0 ? await room.pdfOf(converted(form)) : undefined;
    const document =
      form?.document === undefined
        ? undefined
        : await documentOf({ key: form.document }, new Outputs(store.stages));
    const { inbox } = open.settings;
    if (!pdf || !document) return c.json(withoutFolder(answer, inbox));
    const found = await boxesOfParts(document, pdf);
    const { outcome } = records;
    const subjects: (readonly [string, readonly Place[]])[] = [
      ...outcome.fields.map(({ key, where }) => [`field:${key}`, where] as const),
      ...outcome.findings.map(({ rule, evidence }) => [`rule:${rule}`, evidence] as const),
      ...[...doubtsOf(outcome, open.pack), ...checklistOf(outcome)].map(
        ({ subject, evidence }) => [subject, evidence] as const,
      ),
    ];
    const first = drawn[0]?.n ?? 1;
    const boxes: Pages['boxes'] = {};
    for (const [subject, places] of subjects) {
      const own = boxesOf(places, found).map(({ page, box }) => ({
        n: first + page - 1,
        box: [...box] as const,
      }));
      if (own.length > 0)
        boxes[subject] = own.map(({ n, box }) => ({ n, box: [box[0], box[1], box[2], box[3]] }));
    }
    return c.json(withoutFolder({ ...answer, boxes }, inbox));
  });

  routes.get('/:batch/filings/:filing/pages/:picture{[0-9]+\\.png}', async (c) => {
    const { batch, filing } = c.req.param();
    const n = Number.parseInt(c.req.param('picture'), 10);
    const width = Math.min(widths.most, Math.max(100, Number(c.req.query('width')) || widths.usual));
    const page = (await pagesFor(batch, filing)).pages.find((one) => one.n === n);
    const picture = page && (await room.picture(page, Math.round(width)));
    if (!picture) throw notThere({ zh: '这一页', en: 'such page' });
    return c.body(new Uint8Array(picture), 200, {
      'content-type': 'image/png',
      'cache-control': 'private, max-age=3600',
    });
  });

  return routes;
}
