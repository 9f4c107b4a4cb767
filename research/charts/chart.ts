import type { Text } from '../../core/lang.ts';

/** How a chart is drawn. `table` has no picture. */
export type ChartKind = 'line' | 'bar' | 'heat' | 'map' | 'flow' | 'table';

/** A figure as data: what is counted, how it is asked, how it is shown. */
export interface Chart {
  readonly id: string;
  readonly title: Text;
  /** What is counted, of what, and what is left out. */
  readonly definition: Text;
  readonly kind: ChartKind;
  /** One SELECT over the tables of `research/schema/tables.ts`. */
  readonly sql: string;
  /** What each column of the answer is, in its order. */
  readonly columns: Readonly<Record<string, Text>>;
  /** Which columns are drawn; absent for a table. */
  readonly draw?: {
    /** Along the axis; for a map the province, for a flow where it comes from. */
    readonly x: string;
    /** One line or stack each, by a column for each language where names differ; for a flow where it goes; for a heat map the other axis. */
    readonly series?: string | Text;
    readonly value: string;
    /** Bars beside each other that have nothing to do with time lie flat, longest first. */
    readonly flat?: boolean;
  };
}

export const t = (zh: string, en: string): Text => ({ zh, en });

/** Fewer filings than this in a cell are not told: the cell is empty and says `few`. */
export const fewest = 5;

/** A count of filings that is told only from `fewest` on; the column `few` beside it tells the two kinds of empty apart. */
export const masked = (count: string, name: string) =>
  `CASE WHEN ${count} >= ${fewest} THEN ${count} END AS ${name}`;
