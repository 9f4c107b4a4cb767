import type { FilingResult, Totals } from '../core/results.ts';

/** The little that stays in memory of each filing while reports are made. */
export interface FilingRow {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly applicant: string;
}

/** What is known of all filings together once each has been told. */
export interface Told {
  readonly totals: Totals;
  readonly rows: ReadonlyMap<string, FilingRow>;
  /** A language model gave its opinion of one of them at least. */
  readonly opinions: boolean;
}

export const hasOpinion = ({ classification }: FilingResult) =>
  classification.some(({ secondOpinion }) => secondOpinion !== undefined);
