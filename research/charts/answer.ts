import { createHash } from 'node:crypto';
import type { Text } from '../../core/lang.ts';
import { csvLine } from '../../extractors/sheets/csv.ts';
import { ask, type QueryLimits, usualLimits } from '../warehouse/query.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { type Chart, fewest } from './chart.ts';

export type Cell = string | number | boolean | null;

/** A chart with what was counted, and what to cite. */
export interface Answer {
  readonly chart: Chart;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Hash of all rows of the research data. */
  readonly data: string;
  /** Hash of the question. */
  readonly query: string;
}

/** Asks a chart's question. Throws where it cannot be answered: the question is ours, so that is a bug. */
export async function answer(
  warehouse: Warehouse,
  chart: Chart,
  data: string,
  limits: QueryLimits = usualLimits,
): Promise<Answer> {
  const result = await ask(warehouse, chart.sql, limits);
  if (!result.ok) throw new Error(`${chart.id}: ${result.message.en}`);
  const { columns, rows } = result;
  return { chart, columns, rows, data, query: queryId(chart) };
}

const queryId = ({ sql }: Chart): string => createHash('sha256').update(sql).digest('hex').slice(0, 10);

/** What stands under a picture, so that a reader can find the same figure again. */
export function caption({ chart, data, query }: Answer): Text {
  return {
    zh: `数据版本 ${data} · 查询 ${chart.id}@${query}${chart.kind === 'map' ? ' · 方格示意图，不表示边界' : ''}`,
    en: `Data ${data} · query ${chart.id}@${query}${chart.kind === 'map' ? ' · tile diagram, no borders shown' : ''}`,
  };
}

/** CSV by RFC 4180, with the names of the columns; empty where there is no number. */
export function csvOfAnswer({ columns, rows }: Answer): string {
  const lines = rows.map((row) => row.map((value) => (value === null ? '' : String(value))));
  return `${[columns, ...lines].map(csvLine).join('\n')}\n`;
}

/** What a figure is, for whoever keeps its numbers: definition, question, columns, data version. */
export function metadataOf({ chart, data, query, rows }: Answer) {
  const { id, title, definition, sql, columns } = chart;
  return { id, title, definition, data, query, sql, columns, rows: rows.length };
}

/** Columns of counts: what is too small is marked in them. */
const counts = new Set(['listed', 'firms', 'filings']);

/** A cell as a person reads it: a count that is not told says that it is small, one that is told is marked. */
export function shown(columns: readonly string[], row: readonly Cell[], at: number): string {
  const value = row[at] ?? null;
  const few = counts.has(columns[at] ?? '') && row[columns.indexOf('few')] === true;
  if (value === null) return few ? `<${fewest}` : '';
  if (typeof value === 'boolean') return value ? '✓' : '';
  return few ? `${value} *` : String(value);
}
