import { Hono } from 'hono';
import { doBulk, type Planned, planBulk } from '../../../pipeline/desk/bulk.ts';
import { type OpenBatch, openBatch } from '../../../pipeline/desk/office.ts';
import { type Bulk, type BulkPreview, bulk, type Queue, queueQuery } from '../../api/queue.ts';
import type { Env, Office } from '../context.ts';
import type { Live } from '../live.ts';
import { bodyOf, notThere, shaped } from '../refuse.ts';
import { namesOf } from '../show/people.ts';
import { deskQuery, facetsShown, queueRow, viewCounts } from '../show/queue.ts';
import { withoutFolder } from '../show/without-folder.ts';

/** As many filings are changed in one go at most. */
const mostChanged = 5000;
/** Changes that a preview shows one by one. */
const mostShown = 500;

export function queueRoutes(office: Office): Hono<Env> {
  const { store, live } = office;
  const routes = new Hono<Env>();
  const tallies = new UntilChanged(live, (run) => store.desks.tallies(run));
  const facets = new UntilChanged(live, (run) => store.desks.facets(run));

  routes.get('/:batch/queue', async (c) => {
    const open = await opened(office, c.req.param('batch'));
    const { sort, offset, limit, ...filters } = shaped(queueQuery, c.req.query());
    if (!open.run) return c.json(nothing);
    const user = c.get('person').id;
    const query = deskQuery(filters, open.run.id, user);
    const nameOf = await namesOf(store);
    const now = new Date().toISOString();
    const [rows, total, counted, told] = [
      await store.desks.rows(query, { sort, offset, limit }),
      await store.desks.count(query),
      await tallies.of(open.batch.id, open.run.id),
      await facets.of(open.batch.id, open.run.id),
    ];
    const answer: Queue = {
      rows: rows.map((row) => queueRow(row, nameOf, now)),
      total,
      views: viewCounts(counted, user),
      facets: facetsShown(told, counted, open.pack, nameOf),
    };
    return c.json(withoutFolder(answer, open.settings.inbox));
  });

  routes.post('/:batch/bulk/preview', async (c) => {
    const open = await withRun(office, c.req.param('batch'));
    const order = await bodyOf(c, bulk);
    const plans = await planned(open, order, c.get('person'));
    return c.json(withoutFolder(await preview(open, plans), open.settings.inbox));
  });

  routes.post('/:batch/bulk', async (c) => {
    const open = await withRun(office, c.req.param('batch'));
    const order = await bodyOf(c, bulk);
    const person = c.get('person');
    const done = await doBulk(store, open, person, await planned(open, order, person));
    live.tell({ batch: open.batch.id, kind: 'filings', by: person.id });
    return c.json(done);
  });

  return routes;

  async function planned(open: OpenBatch, { which, ...change }: Bulk, person: Env['Variables']['person']) {
    const filings =
      'filings' in which
        ? which.filings
        : (
            await store.desks.rows(deskQuery(which.query, open.run.id, person.id), {
              sort: 'arrival',
              offset: 0,
              limit: mostChanged,
            })
          ).map(({ filing }) => filing);
    const { decision, reasons, note, assignee } = change;
    return planBulk(store, open, person, filings, {
      ...(decision ? { decision } : {}),
      ...(reasons && reasons.length > 0 ? { reasons } : {}),
      ...(note ? { note } : {}),
      ...(assignee === undefined ? {} : { assignee }),
    });
  }

  async function preview(open: OpenBatch, plans: readonly Planned[]): Promise<BulkPreview> {
    const nameOf = await namesOf(store);
    const filings = plans.flatMap((one) => ('records' in one ? one.records.outcome.filing : []));
    const rows = await store.desks.rows(
      { run: open.run.id, filings: filings.slice(0, mostShown) },
      { sort: 'arrival', offset: 0, limit: mostShown },
    );
    const rowOf = new Map(rows.map((row) => [row.filing, row]));
    const changed = plans.flatMap((one) => ('records' in one ? [one] : []));
    const kept = plans.flatMap((one) => ('why' in one ? [one] : []));
    return {
      count: changed.length,
      changes: changed.slice(0, mostShown).map(({ records, change, reasons }) => {
        const { desk, outcome } = records;
        const what: BulkPreview['changes'][number]['what'] = [];
        if (change.decision) what.push({ field: 'decision', old: desk.decision ?? '', new: change.decision });
        if (reasons.length > 0) what.push({ field: 'reasons', old: '', new: reasons.join('、') });
        if (change.note) what.push({ field: 'note', old: '', new: change.note });
        if (change.assignee !== undefined)
          what.push({
            field: 'assignee',
            old: desk.assignee ? nameOf(desk.assignee) : '',
            new: change.assignee ? nameOf(change.assignee) : '',
          });
        const row = rowOf.get(outcome.filing);
        return {
          filing: outcome.filing,
          title: row?.title || outcome.file,
          applicant: row?.applicant ?? '',
          what,
        };
      }),
      kept: kept.slice(0, mostShown),
      unsound: changed.filter(
        ({ change, records: { desk } }) =>
          change.decision === 'pass' && (desk.doubts > 0 || !['passed', 'remarked'].includes(desk.now)),
      ).length,
    };
  }
}

/** Counts over a whole run, kept until something of the batch changes: every filter asks for them again. */
class UntilChanged<T> {
  private readonly kept = new Map<string, { readonly run: string; readonly value: Promise<T> }>();
  private readonly make: (run: string) => Promise<T>;

  constructor(live: Live, make: (run: string) => Promise<T>) {
    this.make = make;
    live.listen(({ batch }) => void this.kept.delete(batch));
  }

  of(batch: string, run: string): Promise<T> {
    const known = this.kept.get(batch);
    if (known?.run === run) return known.value;
    const value = this.make(run);
    this.kept.set(batch, { run, value });
    value.catch(() => this.kept.delete(batch));
    return value;
  }
}

export async function opened(office: Office, batch: string) {
  const open = await openBatch(office.store, batch, await office.packs());
  if (!open) throw notThere({ zh: '这个批次（或其征集通知）', en: 'such batch, or its call is missing' });
  return open;
}

/** A batch that was screened. */
export async function withRun(office: Office, batch: string): Promise<OpenBatch> {
  const { run, ...open } = await opened(office, batch);
  if (!run) throw notThere({ zh: '审查结果，请先开始审查', en: 'result yet: start a run' });
  return { ...open, run };
}

const nothing: Queue = {
  rows: [],
  total: 0,
  views: viewCounts([], ''),
  facets: { states: [], rules: [], regions: [], units: [], schemes: [], reviewers: [] },
};
