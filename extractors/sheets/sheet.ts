/** Cells of a sheet that are one, 0-based within `rows`. */
export interface Merge {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

/** A table before its meaning is known: text cells, merged ones repeated. */
export interface Sheet {
  /** Name of the sheet, heading above the table or empty. */
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** Number of the first row as a person counts it in the file. */
  readonly firstRow: number;
  /** Which cells are merged, where the format knows it. */
  readonly merges?: readonly Merge[];
}
