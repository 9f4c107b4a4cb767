import { sql } from 'kysely';
import type { Stage } from '../../core/desk.ts';
import { clip, kept } from '../columns.ts';
import type { Database } from '../database.ts';
import type { DeskQuery } from '../ports.ts';
import { hasFinding } from './has-finding.ts';

/** The label of a filing in a scheme, of a question to `outcomes` and `classifications`: as a person said last, else as the machine did. */
export const standingLabel = sql<string | null>`coalesce((
  select nullif(said.value, '') from rulings said
  where said.filing = outcomes.filing and said.version = outcomes.version
    and said.subject = 'label:' || classifications.scheme
  order by said.seq desc limit 1
), classifications.label)`;

/** An empty choice, which SQL cannot say. */
export function asksForNothing({ stages, decisions, nows, states, rule, filings }: DeskQuery): boolean {
  return [stages, decisions, nows, states, rule?.verdicts, filings].some((choice) => choice?.length === 0);
}

/** The filings of a run that answer to a query, with their desks. */
export function filtered(db: Database, query: DeskQuery) {
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
  if (query.rule) rows = rows.where(hasFinding(query.rule));
  return sought(withLabels(rows, query), query);

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
