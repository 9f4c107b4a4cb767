import { type Document, linesOf } from '../../../core/document.ts';
import { type Box, boxAround, isPagePlace, type Place } from '../../../core/place.ts';
import type { PdfFile } from '../../../extractors/pdf/engine.ts';

/** Where some words stand on the drawn pages of a file that has no pages of its own: page from 1, box in points. */
export interface DrawnBox {
  readonly page: number;
  readonly box: Box;
}

interface Letter {
  readonly page: number;
  readonly box: Box;
}

/** How far ahead a line is sought, in letters: drawn pages repeat headers and number lists by themselves. */
const ahead = 4000;

/**
 * Finds each line of a Word document on the pages that LibreOffice drew of it. Both are in reading order, so a line is
 * sought behind the one before it; what is not found has no box. Keys are the places' part and path.
 */
export async function boxesOfParts(
  document: Document,
  pdf: PdfFile,
): Promise<ReadonlyMap<string, DrawnBox[]>> {
  const letters: Letter[] = [];
  let text = '';
  for (let number = 1; number <= pdf.pages; number++) {
    const page = await pdf.page(number);
    for (const { text: character, box } of await page.chars()) {
      const bare = squeezed(character);
      for (let i = 0; i < bare.length; i++) letters.push({ page: number, box });
      text += bare;
    }
    page.close();
  }
  const found = new Map<string, DrawnBox[]>();
  let from = 0;
  for (const { text: line, place } of linesOf(document.body)) {
    const sought = squeezed(line);
    if (sought === '' || isPagePlace(place)) continue;
    const at = text.slice(from, from + ahead + sought.length).indexOf(sought);
    if (at < 0) continue;
    const start = from + at;
    const key = partKey(place);
    found.set(key, [...(found.get(key) ?? []), ...joined(letters.slice(start, start + sought.length))]);
    from = start + sought.length;
  }
  return found;
}

/** The boxes of some places: of the place itself, or of all that stands in it (a cell, a row). */
export function boxesOf(places: readonly Place[], found: ReadonlyMap<string, DrawnBox[]>): DrawnBox[] {
  return places.flatMap((place) => {
    if (isPagePlace(place)) return [];
    const key = partKey(place);
    const own = found.get(key);
    if (own) return own;
    return [...found].filter(([other]) => other.startsWith(`${key}/`)).flatMap(([, boxes]) => boxes);
  });
}

type PartPlace = Extract<Place, { part: string }>;
const partKey = ({ part, path }: PartPlace) => `${part}#${path}`;

/** Letters of one row of a page are one box. */
function joined(letters: readonly Letter[]): DrawnBox[] {
  const rows: { page: number; boxes: Box[] }[] = [];
  for (const { page, box } of letters) {
    const row = rows.at(-1);
    const last = row?.boxes.at(-1);
    const sameRow = row?.page === page && last !== undefined && box[1] < last[3] && box[3] > last[1];
    if (sameRow) row.boxes.push(box);
    else rows.push({ page, boxes: [box] });
  }
  return rows.flatMap(({ page, boxes }) => {
    const box = boxAround(boxes);
    return box ? [{ page, box }] : [];
  });
}

/** As both sides write it: LibreOffice draws other spaces and box signs than the file holds. */
const squeezed = (text: string) => text.normalize('NFKC').replace(/[\s\p{C}☐☑□■√]/gu, '');
