import { sql } from 'kysely';
import type { Database } from '../database.ts';
import type { DeskFacets, DeskTally } from '../ports.ts';
import { filtered, standingLabel } from './desk-filter.ts';

/** How many desks are alike in what views are told by. */
export async function deskTallies(db: Database, run: string): Promise<DeskTally[]> {
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
}

/** What the filings of a run can be told apart by. */
export async function deskFacets(db: Database, run: string): Promise<DeskFacets> {
  const of = (column: 'outcomes.region' | 'desks.unit' | 'desks.decided_by' | 'desks.assignee') =>
    filtered(db, { run })
      .select(column)
      .select((row) => [sql<string | null>`${sql.ref(column)}`.as('value'), row.fn.countAll().as('count')])
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
}

/** Commonest first; what has no value is left out. */
function counted(
  rows: readonly { readonly value: string | null; readonly count: string | number | bigint }[],
): { value: string; count: number }[] {
  return rows
    .flatMap(({ value, count }) => (value ? [{ value, count: Number(count) }] : []))
    .sort((a, b) => b.count - a.count);
}
