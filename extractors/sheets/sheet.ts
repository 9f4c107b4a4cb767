/** A table of an award list before its meaning is known: text cells, merged ones repeated. */
export interface Sheet {
  /** Name of the sheet, heading above the table or empty. */
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** Number of the first row as a person counts it in the file. */
  readonly firstRow: number;
}
