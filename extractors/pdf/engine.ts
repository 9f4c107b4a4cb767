import type { Box } from '../../core/place.ts';
import type { Rule } from '../grid/grid.ts';
import type { Raster } from '../raster.ts';

/** One character of a text layer. `box` in points from the top left of the upright page. */
export interface PdfChar {
  readonly text: string;
  readonly box: Box;
  /** Points. */
  readonly fontSize: number;
  /** Drawn with no ink, too small or beside the page: the OCR layer of a scan, or text meant for search engines. */
  readonly hidden?: boolean;
  /** In ink that may be the colour of what it stands on. */
  readonly faint?: boolean;
}

export interface PdfPicture {
  readonly box: Box;
  readonly mediaType: string;
  readonly raster?: Raster;
}

export interface PdfPage {
  /** Points, upright. */
  readonly width: number;
  readonly height: number;
  chars(): Promise<readonly PdfChar[]>;
  rules(): Promise<readonly Rule[]>;
  pictures(): Promise<readonly PdfPicture[]>;
  render(dpi: number): Promise<Raster>;
  close(): void;
}

export interface PdfFile {
  readonly pages: number;
  /** 1 for the first page. */
  page(number: number): Promise<PdfPage>;
  close(): void;
}

export type PdfOpening =
  | { readonly ok: true; readonly file: PdfFile }
  | { readonly ok: false; readonly reason: 'encrypted' | 'damaged'; readonly detail: string };

/** A PDF library behind one interface. Opening reports encryption and damage instead of throwing. */
export interface PdfEngine {
  readonly name: string;
  open(bytes: Uint8Array): Promise<PdfOpening>;
}
