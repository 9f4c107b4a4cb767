import { codeInYear, isInside, onBasis, placeIn } from '../../core/normalise/region-history.ts';

/** Where a firm or project is: the code on the one basis, the code in force in the year, or why there is none. */
export interface Placing {
  /** GB/T 2260 of the basis; empty where it is not known. */
  readonly region: string;
  /** The code that this place had at the end of the year. */
  readonly inYear: string;
  readonly by?: 'column' | 'name' | 'credit-code';
  readonly missing?: 'blank' | 'unreadable' | 'not-asked';
}

export interface ToldPlace {
  /** What a column of regions or recommending units says; `undefined` where the list or form has none. */
  readonly column?: string;
  readonly name: string;
  readonly creditCode?: string;
  readonly year?: number;
}

/** Digits three to eight of a credit code are where the firm is registered (GB 32100-2015). */
const registeredIn = (code: string) => onBasis(code.slice(2, 8), 2000);

/**
 * Places namings, each text once: the column, then the name where it lies deeper inside, then the place of registration.
 * A column that was left empty is `blank`, one whose words name no place `unreadable`; where there is no column and the name
 * tells nothing, the place was `not-asked`.
 */
export function placer(): (told: ToldPlace) => Placing {
  const known = new Map<string, string | undefined>();
  const read = (text: string, year: number | undefined) => {
    const key = `${/^\s*\d{6}/u.test(text) ? year : ''} ${text}`;
    if (!known.has(key)) known.set(key, placeIn(text, year));
    return known.get(key);
  };
  return ({ column, name, creditCode, year }) => {
    const fromColumn = column === undefined || column.trim() === '' ? undefined : read(column, year);
    const fromName = name === '' ? undefined : read(name, year);
    const placed = (region: string, by: NonNullable<Placing['by']>): Placing => ({
      region,
      inYear: year === undefined ? region : codeInYear(region, year),
      by,
    });
    if (fromColumn)
      return fromName && fromName !== fromColumn && isInside(fromName, fromColumn)
        ? placed(fromName, 'name')
        : placed(fromColumn, 'column');
    if (fromName) return placed(fromName, 'name');
    const registered = creditCode ? registeredIn(creditCode) : undefined;
    if (registered) return placed(registered, 'credit-code');
    if (column === undefined) return { region: '', inYear: '', missing: 'not-asked' };
    return { region: '', inYear: '', missing: column.trim() === '' ? 'blank' : 'unreadable' };
  };
}

/** The columns of a placing in the tables. */
export function placeColumns({ region, inYear, by, missing }: Placing) {
  return {
    region: region || null,
    province: region.slice(0, 2) || null,
    region_then: inYear || null,
    region_by: by ?? null,
    region_missing: missing ?? null,
  };
}
