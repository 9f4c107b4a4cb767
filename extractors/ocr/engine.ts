import type { Box } from '../../core/place.ts';
import type { Raster } from '../raster.ts';

/** One recognised run of text on a raster; box and character boxes in **pixels** of that raster. */
export interface OcrLine {
  readonly text: string;
  readonly box: Box;
  /** One box for each UTF-16 unit of `text`, as exact as the engine knows. */
  readonly boxes?: readonly Box[];
  readonly confidence: number;
}

/** An OCR engine. `recognise` never throws for what is on the picture; an unreadable one gives no lines. */
export interface OcrEngine {
  readonly name: string;
  recognise(raster: Raster): Promise<OcrLine[]>;
  close(): Promise<void>;
}
