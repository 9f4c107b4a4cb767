/** A picture in memory, upright or not yet: rows from the top, no padding. */
export interface Raster {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** 1 = grey, 3 = RGB, one byte a channel. */
  readonly channels: 1 | 3;
  readonly data: Uint8Array;
  /** Pixels per inch, to turn pixels into points (1 point = 1/72 inch). */
  readonly dpi: number;
}
