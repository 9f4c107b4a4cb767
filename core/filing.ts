import type { Document } from './document.ts';
import type { Place } from './place.ts';
import type { Problem } from './problem.ts';
import type { TextMap } from './text-map.ts';

/** One row of a repeating table (企业荣誉, 高级职称人员), keyed by column label. */
export type TableRow = Readonly<Record<string, string | number | null>>;

/**
 * A field's value after normalising.
 * Amounts and counts are numbers in the form's unit; a date is `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; a span is
 * `<date>/<date>`; ticks are the ticked options' texts; a table is its rows; year columns are keyed by year.
 */
export type FieldValue =
  | string
  | number
  | readonly string[]
  | readonly TableRow[]
  | Readonly<Record<string, number | string | null>>
  | null;

/**
 * `filled`: read; `blank`: the form's place for it was found and nothing is written there;
 * `unreadable`: something is written there that could not be read; `absent`: the place was not found.
 */
export type FieldState = 'filled' | 'blank' | 'unreadable' | 'absent';

/** From this confidence on a value counts in a check; below it the check is open and a person looks. */
export const sureEnough = 0.6;

export interface StandardCode {
  readonly standard: 'GB/T 4754-2017' | 'GB/T 2260';
  readonly code: string;
  /** The standard's own name. */
  readonly name: string;
}

export interface Field {
  readonly key: string;
  /** The form's own label. */
  readonly label: string;
  readonly value: FieldValue;
  /** As written. */
  readonly raw: string;
  readonly unit?: string;
  /** The unit of the applicant's own label where it is not the form's; `value` is converted to `unit`. */
  readonly statedUnit?: string;
  readonly state: FieldState;
  /** Probability that `value` is what the applicant wrote there. */
  readonly confidence: number;
  readonly where: readonly Place[];
  /** Set when a language model pointed to the place; the value itself is read from the document's words there. */
  readonly readBy?: 'model';
  /** Set when the value is written by hand, which no engine reads reliably. */
  readonly byHand?: true;
  /**
   * Set when misread characters were put right, which a check digit or the format proves, or other places of the
   * filing (`by`); `from` as it was read.
   */
  readonly repaired?: { readonly from: string; readonly by?: readonly Place[] };
  /** What a standard calls the value: an industry of GB/T 4754, a region of GB/T 2260. */
  readonly code?: StandardCode;
  /** Other places of the form that state the same field with another value (pledge against table). */
  readonly conflicts?: readonly { readonly value: FieldValue; readonly where: readonly Place[] }[];
}

/** A narrative chapter, found by its heading. */
export interface Section {
  readonly key: string;
  readonly heading: string;
  readonly text: TextMap;
}

/** One applicant's filing as read by one call's form. */
export interface Filing {
  /** SHA-256 of the bytes, 16 hex digits. */
  readonly id: string;
  /** Path as given on the command line; inner paths of archives after `!/`. */
  readonly file: string;
  readonly document: Document;
  readonly fields: ReadonlyMap<string, Field>;
  readonly sections: ReadonlyMap<string, Section>;
  /** The whole body in reading order. */
  readonly text: TextMap;
  /** Ranges of `text` that are the blank form's own words, sorted and apart. Later stages subtract them. */
  readonly formRanges: readonly (readonly [start: number, end: number])[];
  readonly problems: readonly Problem[];
}
