import type { Box } from '../../core/place.ts';
import type { Grid, Rule } from '../grid/grid.ts';
import { gridsOf } from '../grid/grids-of.ts';
import { type Ink, inkOf, smoothed, withoutSpecks } from '../image/ink.ts';
import { skewOf, unskewed } from '../image/layout/deskew.ts';
import { findRules, findUnderlines } from '../image/layout/find-rules.ts';
import type { PixelRule } from '../image/layout/ink-runs.ts';
import { findRoundBoxes } from '../image/ticks/round-boxes.ts';
import { findTickBoxes, type TickBox } from '../image/ticks/tick-boxes.ts';
import type { Raster } from '../raster.ts';

/** A page made ready for reading: straight, rules and tick boxes known and taken out of `text`. */
export interface PageScan {
  /** Straightened; rules whitened. */
  readonly grey: Raster;
  /** Ink of print alone: without rules and specks; tick boxes are still in it. */
  readonly ink: Ink;
  readonly rules: readonly Rule[];
  readonly grids: readonly Grid[];
  readonly boxes: readonly TickBox[];
  /** Smoothed, to look for boxes too faint for `ink`. */
  readonly smooth: Raster;
  /** Degrees the scan was turned, clockwise. */
  readonly skew: number;
}

const drawnShare = 0.91;

/** Prepares a grey page (red ink already lifted). */
export function scanPage(page: Raster): PageScan {
  const first = inkOf(page);
  const skew = skewOf(first);
  const grey = Math.abs(skew) < 0.03 ? page : unskewed(page, skew);
  const whole = withoutSpecks(grey === page ? first : inkOf(grey));
  // Thin lines show best on a smoothed page with a sharper threshold; print is told apart best without.
  const smooth = smoothed(grey);
  const drawn = inkOf(smooth, drawnShare);
  const found = findRules(drawn, whole);
  const ink: Ink = { ...whole, data: new Uint8Array(whole.data) };
  const clean: Raster = { ...grey, data: new Uint8Array(grey.data) };
  for (const rule of [...found, ...findUnderlines(drawn, whole)]) eraseRule(clean, ink, rule);
  for (const rule of found) eraseInk(drawn, rule);
  const points = 72 / page.dpi;
  const rules = found.map((rule) => toRule(rule, points));
  const size = { width: page.width * points, height: page.height * points };
  return {
    grey: clean,
    ink,
    rules,
    grids: gridsOf(rules, size),
    smooth,
    boxes: [...findTickBoxes(drawn, ink), ...findRoundBoxes(drawn, ink)],
    skew: grey === page ? 0 : skew,
  };
}

function toRule({ direction, start, end, at }: PixelRule, points: number): Rule {
  return direction === 'horizontal'
    ? { x0: start * points, x1: end * points, y0: at * points, y1: at * points }
    : { x0: at * points, x1: at * points, y0: start * points, y1: end * points };
}

/** Takes a rule out of ink, with what crosses it. */
function eraseInk(ink: Ink, rule: PixelRule): void {
  const along = rule.direction === 'horizontal';
  const reach = Math.ceil(rule.thickness / 2) + 1;
  const limit = (along ? ink.height : ink.width) - 1;
  const low = Math.max(0, Math.floor(rule.at) - reach);
  const high = Math.min(limit, Math.floor(rule.at) + reach);
  for (let j = low; j <= high; j++) {
    for (let i = rule.start; i < rule.end; i++) ink.data[along ? j * ink.width + i : i * ink.width + j] = 0;
  }
}

/** Whitens a rule but for what crosses it. */
function eraseRule(grey: Raster, ink: Ink, rule: PixelRule): void {
  const along = rule.direction === 'horizontal';
  const { width, height } = grey;
  const reach = Math.ceil(rule.thickness / 2) + Math.max(2, Math.round(grey.dpi / 75));
  const limit = along ? height : width;
  const across = along ? width : 1;
  const middle = Math.round(rule.at);
  const top = Math.max(0, middle - reach);
  const bottom = Math.min(limit - 1, middle + reach);
  const margin = Math.round(grey.dpi / 75);
  const from = Math.max(0, rule.start - margin);
  const to = Math.min(along ? width : height, rule.end + margin);
  for (let i = from; i < to; i++) {
    const base = along ? i : i * width;
    let high = middle;
    let low = middle;
    // Ink that goes on beyond the rule's reach belongs to a character or another rule.
    while (high >= top && ink.data[base + high * across]) high--;
    while (low <= bottom && ink.data[base + low * across]) low++;
    if (high < top || low > bottom) continue;
    for (let j = top; j <= bottom; j++) {
      const at = base + j * across;
      const near = j > high - margin && j < low + margin;
      if (!near) continue;
      if (j > high && j < low) ink.data[at] = 0;
      if (!ink.data[at]) grey.data[at] = 255;
    }
  }
}

/** The part of a cell inside its rules, in pixels. */
export function innerBox(box: Box, dpi: number): Box {
  const scale = dpi / 72;
  const inset = Math.max(2, Math.round(dpi / 70));
  return [box[0] * scale + inset, box[1] * scale + inset, box[2] * scale - inset, box[3] * scale - inset];
}
