import type { Place } from '../../core/place.ts';
import type { Problem } from '../../core/problem.ts';

/** `summary`: the recommending unit's ranked sheet 推荐汇总表; `registry`: what the online system exported. */
export type ListKind = 'summary' | 'registry';

/** One cell of a list under a column that asks what a field of the form asks. */
export interface ListCell {
  /** As the list's header prints it. */
  readonly header: string;
  readonly raw: string;
  readonly place: Place;
}

export interface ListRow {
  /** As a person counts it in the sheet. */
  readonly number: number;
  readonly place: Place;
  /** By the key of the form's field; cells that are empty too. */
  readonly cells: ReadonlyMap<string, ListCell>;
  /** As written under 推荐排序, or 序号 where there is no such column; absent where the sheet has neither. */
  readonly rank?: string;
  /** The recommending unit by its column or the sheet's heading. */
  readonly unit?: string;
}

export interface ListColumn {
  readonly sheet: string;
  readonly header: string;
  /** Key of the form's field it was taken for. */
  readonly field?: string;
}

/** A list that an office gave along with the filings. */
export interface OfficeList {
  readonly files: readonly string[];
  readonly rows: readonly ListRow[];
  readonly columns: readonly ListColumn[];
  /** Rows that name neither applicant nor title, as `sheet:row`. */
  readonly unread: readonly string[];
  readonly problems: readonly Problem[];
}
