import type { Box } from '../../../core/place.ts';
import type { Outline, Painted, Point } from '../drawn/painted.ts';
import { applied, identity, type Matrix, times, type Upright } from '../page-transform.ts';
import type { Pdfium } from './api.ts';
import { clipOf, clipped } from './clip.ts';

const kinds = { path: 2, image: 3, form: 5 };
const segments = { line: 0, curve: 1, move: 2 };
/** Longer paths are drawings: nothing of a table. */
const longest = 4000;
/** A page with more path objects is a drawing (maps, CAD); the first ones are enough. */
const mostPaths = 60_000;

export interface PageObjects {
  readonly painted: Painted[];
  readonly images: { readonly object: number; readonly matrix: Matrix }[];
}

/** The paths and images of a page, those of nested forms included, with their matrices resolved. */
export function readObjects(pdfium: Pdfium, page: number, upright: Upright): PageObjects {
  const { api } = pdfium;
  const found: PageObjects = { painted: [], images: [] };
  const walk = (count: number, get: (i: number) => number, outer: Matrix, depth: number) => {
    for (let i = 0; i < count && found.painted.length < mostPaths; i++) {
      const object = get(i);
      if (!object) continue;
      const kind = api.FPDFPageObj_GetType(object);
      if (kind !== kinds.path && kind !== kinds.image && kind !== kinds.form) continue;
      const matrix = times(outer, matrixOf(pdfium, object));
      if (kind === kinds.path) {
        const painted = paintedOf(pdfium, object, matrix, upright, clipOf(pdfium, object, outer, upright));
        if (painted) found.painted.push(painted);
      } else if (kind === kinds.image) found.images.push({ object, matrix });
      else if (depth < 8) {
        walk(
          api.FPDFFormObj_CountObjects(object),
          (n) => api.FPDFFormObj_GetObject(object, n),
          matrix,
          depth + 1,
        );
      }
    }
  };
  walk(api.FPDFPage_CountObjects(page), (i) => api.FPDFPage_GetObject(page, i), identity, 0);
  return found;
}

function matrixOf(pdfium: Pdfium, object: number): Matrix {
  if (!pdfium.api.FPDFPageObj_GetMatrix(object, pdfium.scratch)) return identity;
  const f = pdfium.float;
  return [f(0), f(1), f(2), f(3), f(4), f(5)];
}

function paintedOf(
  pdfium: Pdfium,
  object: number,
  matrix: Matrix,
  upright: Upright,
  clip: Box | undefined,
): Painted | undefined {
  const { api, scratch } = pdfium;
  const count = api.FPDFPath_CountSegments(object);
  if (count < 2 || count > longest || !api.FPDFPath_GetDrawMode(object, scratch, scratch + 4))
    return undefined;
  const filled = pdfium.int(0) !== 0;
  const stroked = pdfium.int(1) !== 0;
  if (!filled && !stroked) return undefined;
  const drawn: Outline[] = [];
  let points: Point[] = [];
  let closed = false;
  let curved = false;
  let bend = 0;
  const finish = () => {
    if (points.length > 1) drawn.push({ points, closed, curved });
    points = [];
    closed = false;
    curved = false;
  };
  for (let i = 0; i < count; i++) {
    const segment = api.FPDFPath_GetPathSegment(object, i);
    const type = api.FPDFPathSegment_GetType(segment);
    if (type === segments.move) finish();
    bend = type === segments.curve ? bend + 1 : 0;
    if (bend > 0) curved = true;
    // A curve is three segments: two control points and its end.
    if (bend % 3 === 0 && api.FPDFPathSegment_GetPoint(segment, scratch, scratch + 4)) {
      const [x, y] = applied(matrix, pdfium.float(0), pdfium.float(1));
      points.push(upright.point(x, y));
    }
    if (api.FPDFPathSegment_GetClose(segment)) closed = true;
  }
  finish();
  const outlines = clip ? clipped(drawn, clip) : drawn;
  if (outlines.length === 0) return undefined;
  const colour = (read: (o: number, r: number, g: number, b: number, a: number) => boolean) => {
    if (!read(object, scratch, scratch + 4, scratch + 8, scratch + 12)) return 0;
    const light = (0.3 * pdfium.int(0) + 0.59 * pdfium.int(1) + 0.11 * pdfium.int(2)) / 255;
    const alpha = pdfium.int(3) / 255;
    return light * alpha + 1 - alpha;
  };
  api.FPDFPageObj_GetStrokeWidth(object, scratch);
  const strokeWidth = pdfium.float(0) * Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));
  return {
    outlines,
    ...(filled ? { fill: colour(api.FPDFPageObj_GetFillColor) } : {}),
    ...(stroked ? { stroke: colour(api.FPDFPageObj_GetStrokeColor) } : {}),
    strokeWidth,
  };
}
