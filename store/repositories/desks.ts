import { type Insertable, type Selectable, sql, type Transaction } from 'kysely';
import type { Desk, Stage } from '../../core/desk.ts';
import { type FilingState, filingStates } from '../../core/filing-state.ts';
import type { Text } from '../../core/lang.ts';
import { chunks, clip, kept, parsed } from '../columns.ts';
import type { Database } from '../database.ts';
import type { DeskFacets, DeskQuery, DeskSort, Desks } from '../ports.ts';
import type { Tables } from '../schema.ts';
import { actRow } from './acts.ts';
import { listColumns } from './outcome-rows.ts';
import { correctionRow, decisionRow, rulingRow } from './people.ts';

export function desksIn(db: Database): Desks {
  return {
    async get(filing) {
      const row = await db.selectFrom('desks').selectAll().where('filing', '=', filing).executeTakeFirst();
      return row && deskOf(row);
    },

    async of(batch) {
      return (await db.selectFrom('desks').selectAll().where('batch', '=', batch).execute()).map(deskOf);
    },

    async put(desks) {
      return await db.transaction().execute(async (trx) => {
        const moved: string[] = [];
        for (const desk of desks) if (!(await putOne(trx, desk))) moved.push(desk.filing);
        return moved;
      });
    },

    async commit(deeds) {
      return await db.transaction().execute(async (trx) => {
        const stale: string[] = [];
        const done = [];
        for (const deed of deeds) {
          // Who holds it is no part of an act.
          const { filing, lease_by: _, lease_until: __, ...changed } = deskRow(deed.desk);
          const { numUpdatedRows } = await trx
            .updateTable('desks')
            .set(changed)
            .where('filing', '=', filing)
            .where('revision', '=', deed.expected)
            .executeTakeFirst();
          if (numUpdatedRows === 0n) stale.push(filing);
          else done.push(deed);
        }
        for (const part of chunks(done.map(({ act }) => actRow(act))))
          await trx.insertInto('acts').values(part).execute();
        for (const part of chunks(done.flatMap((one) => one.decisions ?? []).map(decisionRow)))
          await trx.insertInto('decisions').values(part).execute();
        for (const part of chunks(done.flatMap((one) => one.rulings ?? []).map(rulingRow)))
          await trx.insertInto('rulings').values(part).execute();
        for (const part of chunks(done.flatMap((one) => one.corrections ?? []).map(correctionRow)))
          await trx.insertInto('corrections').values(part).execute();
        return stale;
      });
    },

    async hold(filing, user, until, now) {
      await db
        .updateTable('desks')
        .set({ lease_by: until === '' ? null : user, lease_until: until === '' ? null : until })
        .where('filing', '=', filing)
        .where((row) =>
          row.or([row('lease_by', 'is', null), row('lease_by', '=', user), row('lease_until', '<=', now)]),
        )
        .execute();
      return await this.get(filing);
    },

    async rows(query, { sort, offset, limit }) {
      if (asksForNothing(query)) return [];
      let rows = filtered(db, query)
        .select(listColumns.map((column) => `outcomes.${column}` as const))
        .select(deskColumns);
      for (const [column, order] of orders[sort]) rows = rows.orderBy(column, order);
      const found = await rows
        .orderBy('outcomes.position')
        .orderBy('outcomes.seq')
        .limit(limit)
        .offset(offset)
        .execute();
      return found.map((row) => {
        const { batch, desk_version: version, stage, now, ...rest } = row;
        const desk = deskOf({ ...rest, batch, version, stage, now });
        const { filing, id, file, state, remarks, applicant, title, region, confidence } = row;
        const outcome = { filing, id, file, state, remarks, applicant, title, region, confidence };
        return { ...outcome, version: row.version, checklist: row.checklist, desk };
      });
    },

    async following(query, sort, after, most) {
      if (asksForNothing(query)) return [];
      const keys = [...orders[sort], ...inOrder];
      const columns = keys.map(([column]) => column);
      const last = await db
        .selectFrom('outcomes')
        .innerJoin('desks', 'desks.filing', 'outcomes.filing')
        .select(columns.map((column) => sql.ref<string | number>(column).as(column)))
        .select(deskColumns)
        .where('outcomes.run', '=', query.run)
        .where('outcomes.filing', '=', after)
        .executeTakeFirst();
      let rows = filtered(db, query).select('outcomes.filing');
      if (last) {
        const { desk_version: version, ...row } = last;
        const stood = { ...last, ...stoodIn(query, deskOf({ ...row, filing: after, version })) };
        const of = (column: OrderColumn | PlaceColumn) => stood[column] ?? '';
        rows = rows.where((row) =>
          row.or(
            keys.map(([column, order], i) =>
              row.and([
                ...columns.slice(0, i).map((before) => row(before, '=', of(before))),
                row(column, order === 'asc' ? '>' : '<', of(column)),
              ]),
            ),
          ),
        );
      }
      for (const [column, order] of keys) rows = rows.orderBy(column, order);
      return (await rows.limit(most).execute()).map(({ filing }) => filing);
    },

    async count(query) {
      if (asksForNothing(query)) return 0;
      const { filings } = await filtered(db, query)
        .select((row) => row.fn.countAll().as('filings'))
        .executeTakeFirstOrThrow();
      return Number(filings);
    },

    async tallies(run) {
      const rows = await filtered(db, { run })
        .select(['stage', 'now', 'state', 'decision', 'repeats', 'again', 'assignee'])
        .select(sql<number>`case when doubts > 0 then 1 else 0 end`.as('doubtful'))
        .select((row) => row.fn.countAll().as('filings'))
        .groupBy(['stage', 'now', 'state', 'decision', 'repeats', 'again', 'assignee', 'doubtful'])
        .execute();
      return rows.map(({ filings, decision, assignee, doubtful, repeats, again, ...row }) => ({
        ...row,
        ...(decision === null ? {} : { decision }),
        ...(assignee === null ? {} : { assignee }),
        doubtful: Number(doubtful) === 1,
        repeats: repeats === 1,
        again: again === 1,
        count: Number(filings),
      }));
    },

    async facets(run): Promise<DeskFacets> {
      const of = (column: 'outcomes.region' | 'desks.unit' | 'desks.decided_by' | 'desks.assignee') =>
        filtered(db, { run })
          .select(column)
          .select((row) => [
            sql<string | null>`${sql.ref(column)}`.as('value'),
            row.fn.countAll().as('count'),
          ])
          .groupBy(column)
          .execute();
      const rules = await filtered(db, { run })
        .innerJoin('findings', 'findings.outcome', 'outcomes.seq')
        .select((row) => ['rule as value', row.fn.countAll().as('count')])
        .where('verdict', 'in', ['fail', 'unknown'])
        .where('consequence', '!=', 'person')
        .where('manual', '=', 0)
        .groupBy('rule')
        .execute();
      const labels = await filtered(db, { run })
        .innerJoin('classifications', 'classifications.outcome', 'outcomes.seq')
        .select((row) => ['scheme', standingLabel.as('value'), row.fn.countAll().as('count')])
        .where(standingLabel, 'is not', null)
        .groupBy(['scheme', standingLabel])
        .execute();
      const people = new Map<string, number>();
      for (const { value, count } of counted([
        ...(await of('desks.decided_by')),
        ...(await of('desks.assignee')),
      ]))
        people.set(value, (people.get(value) ?? 0) + count);
      return {
        rules: counted(rules),
        regions: counted(await of('outcomes.region')),
        units: counted(await of('desks.unit')),
        reviewers: [...people].map(([value, count]) => ({ value, count })),
        labels: labels
          .map((row) => ({ ...row, value: row.value ?? '', count: Number(row.count) }))
          .sort((a, b) => b.count - a.count),
      };
    },
  };
}

/** Whether the desk was still as it was read. */
async function putOne(trx: Transaction<Tables>, desk: Desk): Promise<boolean> {
  const row = deskRow(desk);
  const { filing: _, lease_by: __, lease_until: ___, ...changed } = row;
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('desks')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('filing').doUpdateSet(changed).where('desks.revision', '=', desk.revision),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** The label of a filing in a scheme, of a question to `outcomes` and `classifications`: as a person said last, else as the machine did. */
const standingLabel = sql<string | null>`coalesce((
  select nullif(said.value, '') from rulings said
  where said.filing = outcomes.filing and said.version = outcomes.version
    and said.subject = 'label:' || classifications.scheme
  order by said.seq desc limit 1
), classifications.label)`;

/** Commonest first; what has no value is left out. */
function counted(
  rows: readonly { readonly value: string | null; readonly count: string | number | bigint }[],
): { value: string; count: number }[] {
  return rows
    .flatMap(({ value, count }) => (value ? [{ value, count: Number(count) }] : []))
    .sort((a, b) => b.count - a.count);
}

const deskColumns = [
  'desks.batch',
  'desks.version as desk_version',
  'desks.stage',
  'desks.decision',
  'desks.decided_by',
  'desks.decided_at',
  'desks.now',
  'desks.doubts',
  'desks.checklist',
  'desks.repeats',
  'desks.unit',
  'desks.reason',
  'desks.assignee',
  'desks.lease_by',
  'desks.lease_until',
  'desks.again',
  'desks.revision',
] as const;

const orders: Readonly<Record<DeskSort, readonly (readonly [OrderColumn, 'asc' | 'desc'])[]>> = {
  need: [
    ['desks.need', 'asc'],
    ['desks.doubts', 'desc'],
  ],
  arrival: [],
  applicant: [['outcomes.applicant', 'asc']],
  title: [['outcomes.title', 'asc']],
  region: [['outcomes.region', 'asc']],
  confidence: [['outcomes.confidence', 'asc']],
  stage: [['desks.stage', 'asc']],
};
/** What tells apart filings that an order holds for equal. */
const inOrder = [
  ['outcomes.position', 'asc'],
  ['outcomes.seq', 'asc'],
] as const;
type PlaceColumn = (typeof inOrder)[number][0];

/** By what a filing was sorted in a list that it has left: a decision takes it out of its stage. */
function stoodIn({ stages }: DeskQuery, desk: Desk) {
  const [first = desk.stage] = stages?.includes(desk.stage) ? [] : (stages ?? []);
  return { 'desks.stage': first, 'desks.need': needOf({ ...desk, stage: first }) };
}

type OrderColumn =
  | 'desks.need'
  | 'desks.doubts'
  | 'desks.stage'
  | 'outcomes.applicant'
  | 'outcomes.title'
  | 'outcomes.region'
  | 'outcomes.confidence';

/** An empty choice, which SQL cannot say. */
function asksForNothing({ stages, decisions, nows, states, rule, filings }: DeskQuery): boolean {
  return [stages, decisions, nows, states, rule?.verdicts, filings].some((choice) => choice?.length === 0);
}

function filtered(db: Database, query: DeskQuery) {
  const { stages, decisions, nows, states, region, unit, confidenceBelow, reviewer, mine, filings, free } =
    query;
  let rows = db
    .selectFrom('outcomes')
    .innerJoin('desks', 'desks.filing', 'outcomes.filing')
    .where('outcomes.run', '=', query.run);
  if (stages) rows = rows.where('desks.stage', 'in', stages);
  if (decisions) rows = rows.where('desks.decision', 'in', decisions);
  if (nows) rows = rows.where('desks.now', 'in', nows);
  if (states) rows = rows.where('outcomes.state', 'in', states);
  if (filings) rows = rows.where('outcomes.filing', 'in', filings);
  if (query.doubtful) rows = rows.where('desks.doubts', '>', 0);
  if (query.repeats) rows = rows.where('desks.repeats', '=', 1);
  if (query.again) rows = rows.where('desks.again', '=', 1);
  if (unit !== undefined) rows = rows.where('desks.unit', '=', clip(unit));
  if (confidenceBelow !== undefined) rows = rows.where('outcomes.confidence', '<', confidenceBelow);
  if (region)
    rows = rows.where('outcomes.region', '>=', region).where('outcomes.region', '<=', region.padEnd(6, '9'));
  if (reviewer !== undefined)
    rows = rows.where((row) =>
      row.or([
        row('desks.assignee', '=', reviewer),
        row('desks.lease_by', '=', reviewer),
        row('desks.decided_by', '=', reviewer),
      ]),
    );
  if (free)
    rows = rows.where((row) =>
      row.or([
        row('desks.lease_by', 'is', null),
        row('desks.lease_by', '=', free.user),
        row('desks.lease_until', '<=', free.at),
      ]),
    );
  if (mine !== undefined)
    rows = rows
      .where((row) => row.or([row('desks.assignee', '=', mine), row('desks.lease_by', '=', mine)]))
      .where('desks.stage', 'not in', ['decided', 'sent'] satisfies Stage[]);
  return sought(withRule(withLabels(rows, query), query), query);

  function withRule(some: typeof rows, { rule }: DeskQuery) {
    if (!rule) return some;
    return some.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('findings')
          .select('place')
          .whereRef('findings.outcome', '=', 'outcomes.seq')
          .where('rule', '=', rule.id)
          .where('verdict', 'in', rule.verdicts),
      ),
    );
  }

  function withLabels(some: typeof rows, { labels }: DeskQuery) {
    let found = some;
    for (const { scheme, label } of labels ?? [])
      found = found.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('classifications')
            .select('place')
            .whereRef('classifications.outcome', '=', 'outcomes.seq')
            .where('scheme', '=', scheme)
            .where(standingLabel, '=', clip(label)),
        ),
      );
    return found;
  }

  /** Each of the words somewhere. */
  function sought(some: typeof rows, { words }: DeskQuery) {
    let found = some;
    for (const word of (words ?? '').toLowerCase().split(/\s+/u).filter(Boolean)) {
      const like = `%${kept(word).replace(/[\\%_]/gu, (sign) => `\\${sign}`)}%`;
      const has = (column: string) => sql<boolean>`lower(${sql.ref(column)}) like ${like} escape '\\'`;
      found = found.where((row) =>
        row.or([
          has('outcomes.applicant'),
          has('outcomes.title'),
          has('outcomes.file'),
          row.exists(
            row
              .selectFrom('fields')
              .select('place')
              .whereRef('fields.outcome', '=', 'outcomes.seq')
              .where(has('fields.text')),
          ),
        ]),
      );
    }
    return found;
  }
}

const stageNeed: Readonly<Record<Stage, number>> = {
  conflict: 0,
  check: 1,
  second: 2,
  todo: 3,
  doubt: 4,
  decided: 5,
  sent: 6,
};

/** What needs a person first has the least: by stage, then by state, then what is drawn again. */
function needOf({ stage, now, again }: Desk): number {
  return stageNeed[stage] * 20 + filingStates.indexOf(now satisfies FilingState) * 2 + (again ? 0 : 1);
}

function deskRow(desk: Desk): Insertable<Tables['desks']> {
  return {
    filing: desk.filing,
    batch: desk.batch,
    version: desk.version,
    stage: desk.stage,
    decision: desk.decision ?? null,
    decided_by: desk.decidedBy ?? null,
    decided_at: desk.decidedAt ?? null,
    now: desk.now,
    doubts: desk.doubts,
    checklist: desk.checklist,
    repeats: desk.repeats ? 1 : 0,
    unit: clip(desk.unit),
    reason: desk.reason ? kept(JSON.stringify(desk.reason)) : '',
    assignee: desk.assignee ?? null,
    lease_by: desk.lease?.by ?? null,
    lease_until: desk.lease?.until ?? null,
    again: desk.again ? 1 : 0,
    need: needOf(desk),
    revision: desk.revision,
  };
}

function deskOf(row: Omit<Selectable<Tables['desks']>, 'need'>): Desk {
  return {
    filing: row.filing,
    batch: row.batch,
    version: row.version,
    stage: row.stage,
    ...(row.decision === null ? {} : { decision: row.decision }),
    ...(row.decided_by === null ? {} : { decidedBy: row.decided_by }),
    ...(row.decided_at === null ? {} : { decidedAt: row.decided_at }),
    now: row.now,
    doubts: row.doubts,
    checklist: row.checklist,
    repeats: row.repeats === 1,
    unit: row.unit,
    // Written by `deskRow` alone: the shape is ours.
    ...(row.reason === '' ? {} : { reason: parsed(row.reason) as Text }),
    ...(row.assignee === null ? {} : { assignee: row.assignee }),
    ...(row.lease_by === null || row.lease_until === null
      ? {}
      : { lease: { by: row.lease_by, until: row.lease_until } }),
    again: row.again === 1,
    revision: row.revision,
  };
}
