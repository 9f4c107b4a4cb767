import type { Block, Cell, Document, Table } from '../../core/document.ts';
import { TextMap } from '../../core/text-map.ts';

/**
 * A document as one run of folded characters for matching, divided into units: a unit is a table cell or a
 * paragraph outside tables. Empty cells are units too, so that a column left blank keeps its place.
 */
export interface Stream {
  /** Folded: NFKC, without white space, underscores and characters that draw nothing. */
  readonly folded: string;
  /** For each folded character its offset in `map.text`; one entry more for the end. */
  readonly origin: Int32Array;
  readonly units: readonly Unit[];
  readonly map: TextMap;
}

export interface Unit {
  /** Range in `folded`. */
  readonly start: number;
  readonly end: number;
  readonly cell?: CellPlace;
  /** Outline level where the document marks the paragraph as a heading. */
  readonly outline?: number;
}

export interface CellPlace {
  readonly table: Table;
  readonly cell: Cell;
}

const dropped = /[\s_\u200b-\u200f\u2028-\u202e\u2060\ufeff\u00ad*]|[\ufe00-\ufe0f]/u;

/** Folds one character for matching; `''` for one that does not count. */
export function foldChar(char: string): string {
  const code = char.charCodeAt(0);
  if (code >= 0x4e00 && code <= 0x9fff) return char;
  if (dropped.test(char)) return '';
  const folded = char.normalize('NFKC').toLowerCase();
  if (folded.length > 1) return [...folded].filter((c) => !dropped.test(c)).join('');
  if (/[‐-―−]/u.test(folded)) return '-';
  if (/[“”„‟"]/u.test(folded)) return '"';
  if (/[‘’']/u.test(folded)) return "'";
  return dropped.test(folded) ? '' : folded;
}

export function foldString(text: string): string {
  let folded = '';
  for (const char of text) folded += foldChar(char);
  return folded;
}

/** The stream of a document's body; headers, footers and notes are left out. */
export function streamOf(document: Pick<Document, 'body'>): Stream {
  const map = TextMap.of(document.body);
  const units: Unit[] = [];
  const origin: number[] = [];
  let folded = '';
  let offset = 0;

  const takeLine = (text: string) => {
    let at = offset;
    for (const char of text) {
      const kept = foldChar(char);
      for (let i = 0; i < kept.length; i++) origin.push(at);
      folded += kept;
      at += char.length;
    }
    offset += text.length + 1;
  };

  const takeBlocks = (blocks: readonly Block[], place?: CellPlace) => {
    // A cell's own paragraphs are one unit; a nested table divides it.
    let open = place ? folded.length : -1;
    for (const block of blocks) {
      if (block.kind === 'paragraph') {
        const start = folded.length;
        for (const line of block.lines) takeLine(line.text);
        if (!place) {
          const outline = block.outline === undefined ? {} : { outline: block.outline };
          units.push({ start, end: folded.length, ...outline });
        }
        continue;
      }
      if (place && folded.length > open) units.push({ start: open, end: folded.length, cell: place });
      for (const cell of block.cells) takeBlocks(cell.blocks, { table: block, cell });
      open = folded.length;
    }
    const last = blocks.at(-1);
    if (place && (folded.length > open || last === undefined || last.kind === 'paragraph')) {
      units.push({ start: open, end: folded.length, cell: place });
    }
  };

  takeBlocks(document.body);
  origin.push(map.text.length);
  return { folded, origin: Int32Array.from(origin), units, map };
}

/** The original text of a folded range, white space kept inside it. */
export function originalOf(stream: Stream, start: number, end: number): string {
  const [from, to] = originalRange(stream, start, end);
  return stream.map.text.slice(from, to);
}

/** The range of `stream.map.text` that a folded range covers. */
export function originalRange(
  stream: Pick<Stream, 'origin' | 'map'>,
  start: number,
  end: number,
): [number, number] {
  if (end <= start) {
    const at = stream.origin[start] ?? stream.map.text.length;
    return [at, at];
  }
  const from = stream.origin[start] ?? 0;
  const last = stream.origin[end - 1] ?? from;
  const next = stream.map.text.codePointAt(last);
  return [from, last + (next !== undefined && next > 0xffff ? 2 : 1)];
}

/** The index of the unit that holds folded position `at`: the last that begins no later, as empty ones come before it. */
export function unitAt(stream: Stream, at: number): number {
  let low = 0;
  let high = stream.units.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((stream.units[middle]?.start ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
