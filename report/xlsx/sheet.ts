import type { Text } from '../../core/lang.ts';
import type { FilingResult } from '../../core/results.ts';
import type { ResultsTail } from '../to-results.ts';
import type { Told } from '../told.ts';
import type { Speaker } from './speaker.ts';

export type Tone = 'good' | 'bad' | 'mend' | 'doubt' | 'quiet';
export type CellValue = string | number | { readonly text: string; readonly tone: Tone };
export type Row = readonly CellValue[];

/** A column of a sheet: its title, its width in characters, and what stands in it of one thing. */
export interface Column<Item> {
  readonly title: Text;
  readonly width: number;
  readonly cell: (item: Item, s: Speaker) => CellValue;
  /** Left out of a batch for which this does not hold; absent: always there. */
  readonly when?: (told: Told) => boolean;
  /** What a person may choose in its cells. */
  readonly choices?: readonly Text[];
}

/** A sheet as data: what stands in it of each filing and of the batch, before any spreadsheet library. */
export interface Sheet {
  readonly name: Text;
  readonly columns: readonly Omit<Column<never>, 'cell'>[];
  /** Its rows of one filing. */
  rowsOf(filing: FilingResult, s: Speaker): Row[];
  /** Those behind the rows of all filings. */
  rowsBehind(tail: ResultsTail, told: Told, s: Speaker): Row[];
}

/** A sheet with a row for each thing of a kind. */
export function sheetOf<Item>(
  name: Text,
  columns: readonly Column<Item>[],
  things: {
    readonly of?: (filing: FilingResult) => readonly Item[];
    readonly behind?: (tail: ResultsTail, told: Told) => readonly Item[];
  },
): Sheet {
  const row = (item: Item, s: Speaker): Row => columns.map(({ cell }) => cell(item, s));
  return {
    name,
    columns,
    rowsOf: (filing, s) => (things.of?.(filing) ?? []).map((item) => row(item, s)),
    rowsBehind: (tail, told, s) => (things.behind?.(tail, told) ?? []).map((item) => row(item, s)),
  };
}
