/**
 * Where a piece of a filing stands.
 *
 * On paper-like formats a place is a page and a box; in Word, whose pages exist only once it is laid out,
 * a place is the part of the package and the path of the element in it.
 */

/** `[x0, y0, x1, y1]` in points (1/72 inch) from the top left corner of the page as it is read upright. */
export type Box = readonly [x0: number, y0: number, x1: number, y1: number];

export interface PagePlace {
  /**
   * The file it stands in, where that is not the filing's own: an annex, a list of the office; or which picture it
   * is of a filing that came as several.
   */
  readonly file?: string;
  /** 1 for the first page. */
  readonly page: number;
  readonly box: Box;
}

export interface PartPlace {
  readonly file?: string;
  /** Part of the package, e.g. `word/document.xml`; name of the sheet in a workbook. */
  readonly part: string;
  /** Path inside the part, 1-based, e.g. `tbl[2]/tr[3]/tc[1]/p[1]`; of a cell in a workbook its name, `B5`. */
  readonly path: string;
}

export type Place = PagePlace | PartPlace;

export function isPagePlace(place: Place): place is PagePlace {
  return 'page' in place;
}

/** The smallest box around all of `boxes`; `undefined` when there are none. */
export function boxAround(boxes: readonly Box[]): Box | undefined {
  const first = boxes[0];
  if (!first) return undefined;
  let [x0, y0, x1, y1] = first;
  for (const box of boxes) {
    x0 = Math.min(x0, box[0]);
    y0 = Math.min(y0, box[1]);
    x1 = Math.max(x1, box[2]);
    y1 = Math.max(y1, box[3]);
  }
  return [x0, y0, x1, y1];
}

/** Drops repeated places and joins boxes that touch on one page, so that evidence stays short. */
export function mergePlaces(places: readonly Place[]): Place[] {
  if (places.length < 2) return [...places];
  const merged: Place[] = [];
  const seen = new Set<string>();
  for (const place of places) {
    const inside = isPagePlace(place)
      ? `${place.page}:${place.box.join(',')}`
      : `${place.part}#${place.path}`;
    const key = place.file === undefined ? inside : `${place.file}|${inside}`;
    if (seen.has(key)) continue;
    seen.add(key);
    merged.push(place);
  }
  return merged;
}

/** The steps of a path in words. */
const steps: readonly (readonly [name: string, zh: string, en: string])[] = [
  ['footnote', '脚注', 'footnote'],
  ['endnote', '尾注', 'endnote'],
  ['comment', '批注', 'comment'],
  ['txbx', '文本框', 'text box'],
  ['pic', '图片', 'picture'],
  ['tbl', '表', 'table'],
  ['tr', '行', 'row'],
  ['tc', '格', 'cell'],
  ['p', '段', 'paragraph'],
];

/** The same places, said to stand in a file of their own. */
export function placesIn(file: string, places: readonly Place[]): Place[] {
  return places.map((place) => ({ ...place, file }));
}

/** A short name of a place for a person: page and position, or table, row and cell; another file by its name. */
export function describePlace(place: Place): { zh: string; en: string } {
  const { zh, en } = describeInside(place);
  if (place.file === undefined) return { zh, en };
  const name = place.file.replace(/^.*[/\\]/u, '');
  return { zh: `《${name}》${zh}`, en: `${name}, ${en}` };
}

function describeInside(place: Place): { zh: string; en: string } {
  if (isPagePlace(place)) return { zh: `第${place.page}页`, en: `page ${place.page}` };
  if (/^[A-Z]{1,3}\d+$/.test(place.path))
    return { zh: `工作表“${place.part}”${place.path}`, en: `sheet "${place.part}", ${place.path}` };
  const path = place.path.split('/').map((step) => {
    const [, name = '', number = ''] = /^(\w+)\[(\d+)\]$/.exec(step) ?? [];
    const known = steps.find(([key]) => key === name);
    return known ? { zh: `${known[1]}${number}`, en: `${known[2]} ${number}` } : { zh: step, en: step };
  });
  const part = /\b(header|footer)\d*\.xml$/.exec(place.part)?.[1];
  const first =
    part === 'header' ? [{ zh: '页眉', en: 'header' }] : part ? [{ zh: '页脚', en: 'footer' }] : [];
  const all = [...first, ...path];
  return { zh: all.map((step) => step.zh).join(' '), en: all.map((step) => step.en).join(', ') };
}
