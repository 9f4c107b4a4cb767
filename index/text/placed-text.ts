import { isPagePlace, mergePlaces, type Place } from '../../core/place.ts';
import type { Range } from '../../core/text/ranges.ts';
import type { TextMap } from '../../core/text-map.ts';

/** One line of a placed text. `edges`: left side of each unit and the right side of the last, in points. */
export interface PlacedLine {
  readonly start: number;
  readonly length: number;
  readonly where: readonly Place[];
  readonly edges?: readonly number[];
}

/** What a `TextMap` knows, as plain data that can be stored as JSON. */
export interface PlacedText {
  readonly text: string;
  readonly lines: readonly PlacedLine[];
}

/** The same text and places as data. */
export function placedTextOf(map: TextMap): PlacedText {
  const lines: PlacedLine[] = [];
  let start = 0;
  for (const line of map.text.split('\n')) {
    lines.push(placedLine(map, start, start, line.length));
    start += line.length + 1;
  }
  return { text: map.text, lines };
}

/** A line of another text that stands at `[at, at + length)` of `map`, to stand at `start` of the new one. */
export function placedLine(map: TextMap, at: number, start: number, length: number): PlacedLine {
  const where = map.placesOf(at, at + length);
  const [only, ...others] = where;
  if (!only || others.length > 0 || !isPagePlace(only) || length < 2) return { start, length, where };
  const edges: number[] = [];
  let right = only.box[2];
  for (let i = 0; i < length; i++) {
    const place = map.placesOf(at + i, at + i + 1)[0];
    if (!place || !isPagePlace(place)) return { start, length, where };
    edges.push(round(place.box[0]));
    right = place.box[2];
  }
  // Lines without boxes answer with the whole line for every character; vertical ones do not rise in x.
  const rises = edges.every((edge, i) => i === 0 || edge >= (edges[i - 1] ?? 0));
  const narrow = edges[0] !== edges.at(-1);
  return rises && narrow
    ? { start, length, where, edges: [...edges, round(right)] }
    : { start, length, where };
}

/** Texts one after another, `\n` between them. */
export function joinPlaced(texts: readonly PlacedText[]): PlacedText {
  const lines: PlacedLine[] = [];
  let length = 0;
  for (const text of texts) {
    const shift = length;
    for (const line of text.lines) lines.push({ ...line, start: line.start + shift });
    length += text.text.length + 1;
  }
  return { text: texts.map((text) => text.text).join('\n'), lines };
}

/** The first `characters` of a text; the same one where it is no longer. */
export function beginningOf(placed: PlacedText, characters: number): PlacedText {
  if (placed.text.length <= characters) return placed;
  const lines = placed.lines
    .filter(({ start }) => start < characters)
    .map((line) => ({ ...line, length: Math.min(line.length, characters - line.start) }));
  return { text: placed.text.slice(0, characters), lines };
}

/** Where a range of the text stands, one place a line where characters have boxes. */
export function placesIn(placed: PlacedText, [start, end]: Range): Place[] {
  const places: Place[] = [];
  for (let i = lineAt(placed.lines, start); i < placed.lines.length; i++) {
    const line = placed.lines[i];
    if (!line || line.start >= end) break;
    if (line.start + line.length <= start) continue;
    const [only] = line.where;
    if (line.edges && only && isPagePlace(only)) {
      const left = line.edges[Math.max(0, start - line.start)] ?? only.box[0];
      const right = line.edges[Math.min(line.length, end - line.start)] ?? only.box[2];
      places.push({ page: only.page, box: [left, only.box[1], Math.max(left, right), only.box[3]] });
    } else places.push(...line.where);
  }
  return mergePlaces(places);
}

function lineAt(lines: readonly PlacedLine[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

const round = (points: number) => Math.round(points * 10) / 10;
