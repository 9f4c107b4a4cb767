import sharp from 'sharp';
import {
  type Homography,
  homographyOf,
  mapPoint,
  type Point,
  type Quad,
} from '../../extractors/image/photo/homography.ts';
import type { Raster } from '../../extractors/raster.ts';
import type { Random } from './random.ts';
import type { ScannedPage } from './scan.ts';

/** How a page is photographed on a desk with a phone. */
export interface PhotoStyle {
  /** Pixels per inch of the page, about. */
  readonly dpi: number;
  /** Largest turn in degrees, either way, and how far each corner moves, as a share of the page's width. */
  readonly turn: number;
  readonly lean: number;
  /** How much darker the darkest corner and the shadow of the hand are, 0..1. */
  readonly shadow: number;
  /** A fold across the page. */
  readonly fold: boolean;
  /** Standard deviation of the grain, 0..255; Gaussian blur in pixels. */
  readonly noise: number;
  readonly blur: number;
  readonly jpeg: number;
  /** Chance that the picture is stored lying on its side. */
  readonly onSide: number;
  /** How strong the moire of a screen is that was photographed, 0..1 of the light; absent for paper. */
  readonly moire?: number;
}

export const photoStyles = {
  photo: {
    dpi: 200,
    turn: 3,
    lean: 0.04,
    shadow: 0.3,
    fold: false,
    noise: 3,
    blur: 0.5,
    jpeg: 82,
    onSide: 0.1,
  },
  'poor-photo': {
    dpi: 150,
    turn: 6,
    lean: 0.08,
    shadow: 0.55,
    fold: true,
    noise: 8,
    blur: 0.7,
    jpeg: 60,
    onSide: 0.1,
  },
  /** The page on a screen, photographed. */
  'screen-photo': {
    dpi: 180,
    turn: 3,
    lean: 0.04,
    shadow: 0.2,
    fold: false,
    noise: 4,
    blur: 0.5,
    jpeg: 80,
    onSide: 0,
    moire: 0.1,
  },
  /** Two pages of an open book on one picture. */
  'book-photo': {
    dpi: 180,
    turn: 2,
    lean: 0.03,
    shadow: 0.3,
    fold: false,
    noise: 3,
    blur: 0.5,
    jpeg: 82,
    onSide: 0,
  },
} as const satisfies Record<string, PhotoStyle>;

/** Between a good photo (0) and a poor one (1), and as far again beyond: for curves of what is still read. */
export function photoStyleAt(level: number): PhotoStyle {
  const [good, poor] = [photoStyles.photo, photoStyles['poor-photo']];
  const at = (pick: (style: PhotoStyle) => number, least: number, most: number) =>
    Math.min(most, Math.max(least, pick(good) + (pick(poor) - pick(good)) * level));
  return {
    dpi: at((style) => style.dpi, 70, 300),
    turn: at((style) => style.turn, 0, 15),
    lean: at((style) => style.lean, 0, 0.15),
    shadow: at((style) => style.shadow, 0, 0.85),
    fold: level >= 0.5,
    noise: at((style) => style.noise, 0, 40),
    blur: at((style) => style.blur, 0, 4),
    jpeg: Math.round(at((style) => style.jpeg, 15, 95)),
    onSide: good.onSide,
  };
}

/** Pixels per inch that the file states, so that points on it are known. */
const statedDpi = 150;

const desks = [
  [118, 84, 56],
  [150, 116, 82],
  [72, 66, 62],
  [96, 110, 120],
] as const;

/** A photo of a printed page, as JPEG, and the map from points of the page to points of the photo held upright. */
export async function photographPage(page: Raster, style: PhotoStyle, random: Random): Promise<ScannedPage> {
  const scale = style.dpi / page.dpi;
  const [w, h] = [page.width * scale, page.height * scale];
  const [width, height] = [Math.round(w * 1.16), Math.round(h * 1.14)];
  const sheet = lying(w, h, width, height, style, random);
  const frame: Quad = [
    [0, 0],
    [page.width, 0],
    [page.width, page.height],
    [0, page.height],
  ];
  const toPage = homographyOf(sheet, frame);
  const toPhoto = homographyOf(frame, sheet);
  if (!toPage || !toPhoto) throw new Error('a sheet that is a line');
  const picture = exposed(page, toPage, width, height, style, random);
  const raw = { width, height, channels: 3 } as const;
  const blurred = await sharp(picture, { raw }).blur(Math.max(0.3, style.blur)).raw().toBuffer();
  for (let i = 0; i < blurred.length; i++) blurred[i] = clamp(blurred[i]! + random.normal() * style.noise);
  const turn = random.chance(style.onSide) ? random.pick([90, 270]) : 0;
  const jpeg = await sharp(blurred, { raw })
    .rotate(turn)
    .jpeg({ quality: style.jpeg })
    .withMetadata({ density: statedDpi })
    .toBuffer();
  const points = (p: Point): Point => {
    const [x, y] = mapPoint(toPhoto, [(p[0] * page.dpi) / 72, (p[1] * page.dpi) / 72]);
    return [(x * 72) / statedDpi, (y * 72) / statedDpi];
  };
  return { jpeg, turned: 0, onPhoto: points };
}

/** How far the pages of a book rise at the gutter, as a share of their height, and how far that reaches across. */
const curl = { height: 0.008, reach: 0.06 };

/** Two pages side by side as an open book, and where a point of each lies on it (pixels). */
export function openBook(left: Raster, right: Raster | undefined) {
  const { width, height, channels, dpi } = left;
  const data = new Uint8Array(width * 2 * height * channels).fill(255);
  const rise = (x: number) => curl.height * height * Math.exp(-Math.abs(x - width) / (curl.reach * width));
  for (let x = 0; x < width * 2; x++) {
    const page = x < width ? left : right;
    const shade = 1 - 0.4 * Math.exp(-(((x - width) / (0.02 * width)) ** 2));
    const down = rise(x);
    for (let y = 0; y < height; y++) {
      const from = Math.round(y - down);
      for (let c = 0; c < channels; c++) {
        const at = (from * width + (x < width ? x : x - width)) * channels + c;
        const value = page && from >= 0 && from < page.height ? (page.data[at] ?? 255) : 255;
        data[(y * width * 2 + x) * channels + c] = value * shade;
      }
    }
  }
  const spread: Raster = { width: width * 2, height, channels, data, dpi };
  const onSpread =
    (second: boolean) =>
    ([x, y]: Point): Point => {
      const across = x + (second ? width : 0);
      return [across, y + rise(across)];
    };
  return { spread, onSpread };
}

/** Where the corners of the sheet lie in the picture. */
function lying(w: number, h: number, width: number, height: number, style: PhotoStyle, random: Random): Quad {
  const angle = ((random.next() * 2 - 1) * style.turn * Math.PI) / 180;
  const lean = () => (random.next() * 2 - 1) * style.lean * w;
  // Turned and leaning it must still be in the picture.
  const fit = 1 / (1 + 1.2 * Math.abs(Math.sin(angle)) + style.lean);
  const corner = (x: number, y: number): Point => {
    const [dx, dy] = [(x - 0.5) * w * fit, (y - 0.5) * h * fit];
    return [
      width / 2 + dx * Math.cos(angle) - dy * Math.sin(angle) + lean() / 2,
      height / 2 + dx * Math.sin(angle) + dy * Math.cos(angle) + lean() / 2,
    ];
  };
  return [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)];
}

/** The page on the desk in the light of a lamp on one side, with a soft shadow and a fold. */
function exposed(
  page: Raster,
  toPage: Homography,
  width: number,
  height: number,
  style: PhotoStyle,
  random: Random,
): Buffer {
  const desk = random.pick(desks);
  const out = Buffer.alloc(width * height * 3);
  const side = random.next() * 2 * Math.PI;
  const [lx, ly] = [Math.cos(side), Math.sin(side)];
  const [sx, sy, reach] = [random.next(), random.next(), 0.25 + random.next() * 0.3];
  const fold = 0.3 + random.next() * 0.4;
  const warm = 0.9 + random.next() * 0.1;
  const grain = Float32Array.from({ length: height }, () => random.normal() * 5);
  // Two grids that nearly agree: waves a few pixels long, of another phase in each colour.
  const wave = { x: 0.5 + random.next(), y: 0.3 + random.next(), phase: random.next() * 6 };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [u, v] = [x / width, y / height];
      const lamp = 1 - style.shadow * 0.5 * (0.5 + ((u - 0.5) * lx + (v - 0.5) * ly));
      const far = Math.hypot(u - sx, v - sy) / reach;
      let light = lamp * (1 - style.shadow * 0.6 * Math.exp(-(far ** 4)));
      const [px, py] = mapPoint(toPage, [x + 0.5, y + 0.5]);
      const at = (y * width + x) * 3;
      const onSheet = px >= 0 && py >= 0 && px < page.width && py < page.height;
      if (onSheet && style.fold) light *= 1 - 0.16 * Math.exp(-(((py / page.height - fold) * 90) ** 2));
      for (let c = 0; c < 3; c++) {
        const ripple =
          style.moire && onSheet
            ? 1 - style.moire * (0.5 + 0.5 * Math.sin(x * wave.x + y * wave.y + wave.phase + c * 2))
            : 1;
        const colour = onSheet ? sampled(page, px, py, c) * 0.94 : desk[c]! + grain[y]! + ((x * 13) % 7);
        out[at + c] = clamp(colour * light * ripple * (c === 2 ? warm : 1));
      }
    }
  }
  return out;
}

function sampled({ width, height, channels, data }: Raster, x: number, y: number, c: number): number {
  const sx = Math.min(width - 1.001, Math.max(0, x - 0.5));
  const sy = Math.min(height - 1.001, Math.max(0, y - 0.5));
  const [ix, iy] = [Math.floor(sx), Math.floor(sy)];
  const value = (i: number, j: number) => data[(j * width + i) * channels + (channels === 1 ? 0 : c)]!;
  const top = value(ix, iy) + (value(ix + 1, iy) - value(ix, iy)) * (sx - ix);
  const bottom = value(ix, iy + 1) + (value(ix + 1, iy + 1) - value(ix, iy + 1)) * (sx - ix);
  return top + (bottom - top) * (sy - iy);
}

const clamp = (value: number) => (value < 0 ? 0 : value > 255 ? 255 : Math.round(value));
