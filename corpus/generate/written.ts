/** What the applicant writes on the form, as the characters that go on paper. */
export interface Written {
  readonly values: Map<string, string>;
  readonly ticks: Map<string, string[]>;
  readonly years: Map<string, Record<string, string>>;
  /** Rows keyed by column key. */
  readonly rows: Map<string, Record<string, string>[]>;
  /** What the second place of a field shows where it differs from the first (pledge against table). */
  readonly second: Map<string, string>;
}
