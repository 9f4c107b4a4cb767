import type { Box } from '../../../core/place.ts';
import type { Raster } from '../../raster.ts';

/** One recognised run of text on a raster; box and character boxes in **pixels** of that raster. */
export interface OcrLine {
  readonly text: string;
  readonly box: Box;
  /** One box for each UTF-16 unit of `text`, as exact as the engine knows. */
  readonly boxes?: readonly Box[];
  readonly confidence: number;
  /** One probability for each UTF-16 unit of `text`, where the engine knows them. */
  readonly certainty?: readonly number[];
}

/** An OCR engine. It never throws for what is on the picture; an unreadable one gives no lines. */
export interface OcrEngine {
  readonly name: string;
  /** Whether `boxes` lie on their characters to a sixth of their width, so that ink beside them means something. */
  readonly placesCharacters: boolean;
  /** Finds and reads all text of a raster, in no promised order. */
  recognise(raster: Raster): Promise<OcrLine[]>;
  /** Reads a raster that is known to hold one line of text and little else. */
  recogniseLine(raster: Raster): Promise<OcrLine | undefined>;
  close(): Promise<void>;
}
