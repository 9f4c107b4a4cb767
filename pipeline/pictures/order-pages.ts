import { mostOfCover, type PageSigns } from './page-signs.ts';

/** Pages that make one document, in their order. */
export interface Pages<P> {
  readonly pages: readonly P[];
  /** It begins with the form's title, or its printed page numbers count on: without looking further one document. */
  readonly certain: boolean;
  /** The printed numbers put them in another order than their names. */
  readonly reordered: boolean;
  /** Printed numbers that no page bears. */
  readonly missing: readonly number[];
}

type Signed = { readonly signs: PageSigns };

/** A cover and a page of instructions have no more letters than this; a filing has. */
const leastOfFiling = 600;

/**
 * Divides a run of page pictures, in the order of their names, where a new document begins: at a page that bears the
 * form's title or the page number 1. A title again behind a cover is still the same document.
 */
export function orderPages<P extends Signed>(run: readonly P[]): Pages<P>[] {
  const sorted = byPrinted(run);
  const pages = sorted ?? run;
  const parts: P[][] = [];
  for (const page of pages) {
    const part = parts.at(-1);
    if (!part || begins(page, part)) parts.push([page]);
    else part.push(page);
  }
  return parts.map((part) => ({
    pages: part,
    certain: part.length > 1 && (isStart(part[0]) || countsOn(part)),
    reordered: sorted !== undefined,
    missing: missingIn(part),
  }));
}

const isStart = (page: Signed | undefined) => page?.signs.titled;

/** `第 3 页` with the title on it bears it as a header; a title again behind a cover is that filing's own. */
function begins({ signs }: Signed, part: readonly Signed[]): boolean {
  const numbers = part.flatMap((page) => page.signs.printed ?? []);
  if (!signs.titled) return signs.printed === 1 && numbers.length > 0;
  if (signs.printed !== undefined && signs.printed > 1 && !numbers.includes(signs.printed)) return false;
  const letters = part.reduce((sum, page) => sum + page.signs.letters, 0);
  return !(part.some(isStart) && letters < leastOfFiling && signs.letters > mostOfCover);
}

/** Printed numbers on all pages but two at most, each one more than the one before, whatever is missing between. */
function countsOn(part: readonly Signed[]): boolean {
  const numbers = part.flatMap(({ signs }) => signs.printed ?? []);
  return (
    numbers.length >= 2 &&
    numbers.length >= part.length - 2 &&
    numbers.every((value, i) => i === 0 || value > (numbers[i - 1] ?? 0))
  );
}

/** The pages by their printed numbers, where every page but a cover has one of its own and the names say otherwise. */
function byPrinted<P extends Signed>(run: readonly P[]): P[] | undefined {
  const covers = run.filter(({ signs }) => signs.printed === undefined);
  const numbered = run.filter(({ signs }) => signs.printed !== undefined);
  const numbers = numbered.map(({ signs }) => signs.printed ?? 0);
  const starts = run.filter(isStart).length;
  if (starts > 1 || numbered.length < 2 || new Set(numbers).size < numbers.length) return undefined;
  if (covers.length > 1 || covers.some((cover) => !isStart(cover))) return undefined;
  if (numbers.every((value, i) => i === 0 || value > (numbers[i - 1] ?? 0))) return undefined;
  const sorted = numbered.toSorted((a, b) => (a.signs.printed ?? 0) - (b.signs.printed ?? 0));
  return [...covers, ...sorted];
}

function missingIn(part: readonly Signed[]): number[] {
  const numbers = part.flatMap(({ signs }) => signs.printed ?? []);
  // One number alone may be anything.
  if (!countsOn(part)) return [];
  const totals = new Set(part.flatMap(({ signs }) => signs.of ?? []));
  const last = Math.max(...numbers, ...(totals.size === 1 ? totals : []));
  const first = Math.min(...numbers);
  const gaps: number[] = [];
  let unread = 0;
  for (let value = first; value <= last; value++) if (!numbers.includes(value)) gaps.push(value);
  for (const [i, { signs }] of part.entries()) if (signs.printed === undefined && i > 0) unread++;
  // A page whose number was not read may be the one that seems to be missing.
  return gaps.length > unread ? gaps : [];
}
