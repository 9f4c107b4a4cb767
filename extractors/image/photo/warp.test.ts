import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Raster } from '../../raster.ts';
import { evenLight } from './even-light.ts';
import { findSheets } from './find-sheets.ts';
import { homographyOf, mapPoint, type Point, type Quad } from './homography.ts';
import { warp } from './warp.ts';

const frameOf = (width: number, height: number): Quad => [
  [0, 0],
  [width, 0],
  [width, height],
  [0, height],
];

/** Quadrilaterals as a hand-held camera sees a sheet: each corner moved by up to a tenth of the picture. */
const seenQuad = (width: number, height: number) =>
  fc
    .array(
      fc.tuple(
        fc.double({ min: 0.03, max: 0.13, noNaN: true }),
        fc.double({ min: 0.03, max: 0.13, noNaN: true }),
      ),
      {
        minLength: 4,
        maxLength: 4,
      },
    )
    .map((moved): Quad => {
      const corner = (i: number): Point => {
        const [dx, dy] = moved[i] ?? [0, 0];
        return [i === 0 || i === 3 ? dx * width : (1 - dx) * width, i < 2 ? dy * height : (1 - dy) * height];
      };
      return [corner(0), corner(1), corner(2), corner(3)];
    });

test('a map takes its corners to theirs, and the map back undoes it', () => {
  fc.assert(
    fc.property(
      seenQuad(800, 1100),
      fc.double({ min: 0, max: 800, noNaN: true }),
      fc.double({ min: 0, max: 1100, noNaN: true }),
      (quad, x, y) => {
        const there = homographyOf(frameOf(800, 1100), quad);
        const back = homographyOf(quad, frameOf(800, 1100));
        if (!there || !back) throw new Error('no map');
        const [u, v] = mapPoint(there, [800, 1100]);
        expect(u).toBeCloseTo(quad[2][0], 4);
        expect(v).toBeCloseTo(quad[2][1], 4);
        const [p, q] = mapPoint(back, mapPoint(there, [x, y]));
        expect(p).toBeCloseTo(x, 4);
        expect(q).toBeCloseTo(y, 4);
      },
    ),
  );
});

test('three corners in a line have no map', () => {
  expect(
    homographyOf(
      [
        [0, 0],
        [1, 1],
        [2, 2],
        [0, 2],
      ],
      frameOf(9, 9),
    ),
  ).toBeUndefined();
});

/** A smooth picture: warping back and forth loses nothing in it but rounding. */
function smooth(width: number, height: number): Raster {
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data[y * width + x] = 128 + 60 * Math.sin(x / 17) + 50 * Math.cos(y / 23);
  return { width, height, channels: 1, data, dpi: 100 };
}

test('warping a picture onto a photo and back gives the picture', () => {
  const page = smooth(200, 280);
  fc.assert(
    fc.property(seenQuad(300, 400), (quad) => {
      const toPage = homographyOf(quad, frameOf(200, 280));
      const toPhoto = homographyOf(frameOf(200, 280), quad);
      if (!toPage || !toPhoto) throw new Error('no map');
      const photo = warp(page, toPage, { width: 300, height: 400, dpi: 100 });
      const back = warp(photo, toPhoto, page);
      let worst = 0;
      for (let y = 6; y < 274; y++)
        for (let x = 6; x < 194; x++)
          worst = Math.max(worst, Math.abs(back.data[y * 200 + x]! - page.data[y * 200 + x]!));
      expect(worst).toBeLessThan(8);
    }),
    { numRuns: 15 },
  );
});

/** White sheets with rows of print on a brown desk, darker towards one side. */
function desk(width: number, height: number, quads: readonly Quad[], shade: number): Raster {
  const maps = quads.map((quad) => homographyOf(quad, frameOf(1, 1)));
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const light = 1 - (shade * x) / width;
      let colour = [120, 85 + ((x * 7 + y * 3) % 9), 60];
      for (const map of maps) {
        const [u, v] = map ? mapPoint(map, [x + 0.5, y + 0.5]) : [-1, -1];
        if (u < 0 || v < 0 || u > 1 || v > 1) continue;
        const print = u > 0.1 && u < 0.9 && v > 0.1 && v < 0.9 && v % 0.04 < 0.014 && (u * 97) % 1 < 0.6;
        colour = print ? [40, 40, 40] : [235, 233, 228];
      }
      for (let c = 0; c < 3; c++) data[(y * width + x) * 3 + c] = colour[c]! * light;
    }
  }
  return { width, height, channels: 3, data, dpi: 72 };
}

const worstOf = (a: Quad, b: Quad) =>
  Math.max(...a.map(([x, y], i) => Math.hypot(x - b[i]![0], y - b[i]![1])));

test('the sheet is found within a 200th of the picture, in even and uneven light', () => {
  fc.assert(
    fc.property(seenQuad(900, 1200), fc.double({ min: 0, max: 0.45, noNaN: true }), (quad, shade) => {
      const [found, ...more] = findSheets(desk(900, 1200, [quad], shade));
      expect(more).toEqual([]);
      expect(found && worstOf(found, quad)).toBeLessThan(6);
    }),
    { numRuns: 12 },
  );
});

test('two sheets side by side are found from left to right', () => {
  const left: Quad = [
    [60, 80],
    [560, 60],
    [570, 800],
    [50, 790],
  ];
  const right: Quad = [
    [640, 70],
    [1150, 90],
    [1160, 810],
    [630, 790],
  ];
  const found = findSheets(desk(1200, 870, [right, left], 0.2));
  expect(found).toHaveLength(2);
  expect(worstOf(found[0]!, left)).toBeLessThan(7);
  expect(worstOf(found[1]!, right)).toBeLessThan(7);
});

test('a page to the edges of its picture, as scanned, has no sheet on it', () => {
  expect(findSheets(desk(900, 1200, [frameOf(900, 1200)], 0))).toEqual([]);
});

test('a shadow is evened: paper is as bright on both sides, and print stays dark', () => {
  const page = desk(500, 700, [frameOf(500, 700)], 0.6);
  const { data } = evenLight(page);
  const at = (x: number, y: number) => data[(y * 500 + x) * 3]!;
  expect(Math.abs(at(20, 350) - at(480, 350))).toBeLessThan(12);
  let dark = 255;
  for (let y = 100; y < 600; y++) for (let x = 300; x < 420; x++) dark = Math.min(dark, at(x, y));
  expect(dark).toBeLessThan(90);
});

test('a page in even light is left as it is', () => {
  const page = desk(500, 700, [frameOf(500, 700)], 0);
  expect(evenLight(page)).toBe(page);
});
