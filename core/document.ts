import type { Box, Place } from './place.ts';
import type { Problem } from './problem.ts';

/**
 * The one model of a document. Every format is read into it and every later stage speaks only of it.
 *
 * Coordinates: points from the top left of the upright page. Text: as a reader sees it, with invisible and
 * look-alike characters put right (a problem says so) and tick boxes that the format stores as objects (Word
 * controls, pixels of a scan) written into the text as ☐ or ☑.
 */

export type Format =
  | 'pdf'
  | 'ofd'
  | 'docx'
  | 'doc'
  | 'wps'
  | 'odt'
  | 'xlsx'
  | 'xls'
  | 'png'
  | 'jpeg'
  | 'tiff'
  | 'html'
  | 'txt';

/** How a piece of text was read. */
export type ReadBy = 'text-layer' | 'word-xml' | 'word-text' | 'sheet' | 'ocr' | 'html';

export interface Line {
  readonly text: string;
  readonly place: Place;
  /** One box for each UTF-16 unit of `text` where the format knows them. */
  readonly boxes?: readonly Box[];
  readonly readBy: ReadBy;
  /** Probability that the characters are right: 1 for text layers and Word, the engine's own for OCR. */
  readonly confidence: number;
  /** The same for each UTF-16 unit of `text`, where the engine knows it. */
  readonly certainty?: readonly number[];
  /** Set when the strokes are those of a pen: an engine's certainty means little then. */
  readonly byHand?: true;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly lines: readonly Line[];
  /** Outline level where the document itself says so (Word heading style), 1 for the highest. */
  readonly outline?: number;
}

export interface Cell {
  /** 0-based position of the upper left corner in the grid. */
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly blocks: readonly Block[];
  readonly place: Place;
  /** Outer edges of the table where no rule closes the cell: it may go on over a page break. */
  readonly open?: OpenEdges;
}

export interface OpenEdges {
  readonly top?: true;
  readonly bottom?: true;
}

export interface Table {
  readonly kind: 'table';
  readonly rows: number;
  readonly cols: number;
  /** In reading order; a merged cell stands once, at its upper left corner. */
  readonly cells: readonly Cell[];
  readonly place: Place;
}

export type Block = Paragraph | Table;

export interface Page {
  readonly number: number;
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly readBy: ReadBy;
  /** Set when nothing could be read; nothing is guessed for such a page. */
  readonly unreadable?: boolean;
  /** Name of the picture file it is, where the document came as several; its places have it as their `file`. */
  readonly picture?: string;
}

export interface Picture {
  readonly place: Place;
  readonly mediaType: string;
  /** 64-bit perceptual hash as 16 hex digits, where it was computed. */
  readonly hash?: string;
}

export interface Document {
  readonly format: Format;
  /** Empty for Word and workbooks, which have parts instead of pages. */
  readonly pages: readonly Page[];
  /** The text in reading order. */
  readonly body: readonly Block[];
  /** Headers, footers, page numbers, footnotes, comments: kept out of values. */
  readonly marginalia: readonly Block[];
  readonly pictures: readonly Picture[];
  readonly problems: readonly Problem[];
}

/** Character that stands for something written that could not be read (U+FFFD). */
export const unreadable = '\ufffd';

/** All lines of some blocks in reading order, those in table cells included. */
export function* linesOf(blocks: readonly Block[]): Generator<Line> {
  for (const block of blocks) {
    if (block.kind === 'paragraph') yield* block.lines;
    else for (const cell of block.cells) yield* linesOf(cell.blocks);
  }
}

/** All tables of some blocks, nested ones after the table that holds them. */
export function* tablesOf(blocks: readonly Block[]): Generator<Table> {
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    yield block;
    for (const cell of block.cells) yield* tablesOf(cell.blocks);
  }
}
