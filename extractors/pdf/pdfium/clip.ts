import type { Box } from '../../../core/place.ts';
import type { Outline } from '../drawn/painted.ts';
import { applied, type Matrix, type Upright } from '../page-transform.ts';
import type { Pdfium } from './api.ts';

/**
 * The area an object is clipped to, in points from the top left of the upright page; absent when it is not
 * clipped. Clips that are no rectangles count as the box around them.
 */
export function clipOf(pdfium: Pdfium, object: number, outer: Matrix, upright: Upright): Box | undefined {
  const { api, scratch } = pdfium;
  const clip = api.FPDFPageObj_GetClipPath(object);
  const paths = clip ? api.FPDFClipPath_CountPaths(clip) : 0;
  let area: Box | undefined;
  for (let path = 0; path < paths; path++) {
    const count = api.FPDFClipPath_CountPathSegments(clip, path);
    const xs: number[] = [];
    const ys: number[] = [];
    for (let i = 0; i < Math.min(count, 100); i++) {
      const segment = api.FPDFClipPath_GetPathSegment(clip, path, i);
      if (!segment || !api.FPDFPathSegment_GetPoint(segment, scratch, scratch + 4)) continue;
      const [x, y] = upright.point(...applied(outer, pdfium.float(0), pdfium.float(1)));
      xs.push(x);
      ys.push(y);
    }
    if (xs.length < 2) continue;
    const box: Box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    area = area
      ? [
          Math.max(area[0], box[0]),
          Math.max(area[1], box[1]),
          Math.min(area[2], box[2]),
          Math.min(area[3], box[3]),
        ]
      : box;
  }
  return area;
}

/**
 * Cuts outlines back to an area. Writers draw a row cut by a page break at its full height and clip it: without
 * this it would reach into the footer and over the page's end.
 */
export function clipped(outlines: readonly Outline[], [x0, y0, x1, y1]: Box): Outline[] {
  return outlines.flatMap((outline) => {
    const { points } = outline;
    const outside =
      points.every(([x]) => x < x0) ||
      points.every(([x]) => x > x1) ||
      points.every(([, y]) => y < y0) ||
      points.every(([, y]) => y > y1);
    if (outside) return [];
    const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));
    return [{ ...outline, points: points.map(([x, y]) => [clamp(x, x0, x1), clamp(y, y0, y1)] as const) }];
  });
}
