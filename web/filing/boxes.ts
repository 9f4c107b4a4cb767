import type { z } from 'zod';
import type { places } from '../../workbench/api/common.ts';
import type { Pages } from '../../workbench/api/filing.ts';

export type Places = z.infer<typeof places>;

/** A box on a drawn page: `n` counts over all files of the filing, `box` in points from the top left. */
export interface Lit {
  readonly n: number;
  readonly box: readonly [number, number, number, number];
}

/**
 * Where places stand on the drawn pages. A place without a file is in the form's own; places in a part of a Word file
 * have no page, so what the server found of the subject on the drawn pages stands for them.
 */
export function litBy(where: Places, subject: string | undefined, form: string, pages: Pages): Lit[] {
  const found = where.flatMap((place) => {
    if (!('page' in place)) return [];
    const page = pages.pages.find((one) => one.page === place.page && one.file === (place.file ?? form));
    return page ? [{ n: page.n, box: place.box }] : [];
  });
  return found.length > 0 || subject === undefined ? found : [...(pages.boxes[subject] ?? [])];
}

/** Pages of a width that few others share are drawn anew: a few steps serve all windows and zooms. Pixels. */
const steps = [700, 1000, 1400, 2000, 2800];

export function pictureWidth(pixels: number): number {
  return steps.find((step) => step >= pixels * 0.98) ?? 2800;
}
