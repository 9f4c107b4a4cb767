import type { Box } from '../../../core/place.ts';
import { type Ink, share } from '../../image/ink.ts';
import type { TextBand } from '../../image/layout/text-lines.ts';
import { standsAlone, type TickBox } from '../../image/ticks/tick-boxes.ts';

/** How far the sides of a page's tick boxes differ from each other. */
const sizeSlack = 0.14;

/**
 * Squares of a line of text that stand where tick boxes stand: alone in the line's height, at its beginning or
 * after a gap, and with an option's text (or nothing at all) behind them.
 */
export function optionBoxes(ink: Ink, boxes: readonly TickBox[], region: Box, band: TextBand): TickBox[] {
  return boxes.filter((tick) => {
    const { box } = tick;
    const y = (box[1] + box[3]) / 2;
    const x = (box[0] + box[2]) / 2;
    if (y < band.top || y > band.bottom || x < region[0] || x > region[2]) return false;
    if (tick.round && !isRoundMark(ink, box, region, band)) return false;
    if (!standsAlone(ink, tick, band.top, band.bottom)) return false;
    return isOption(ink, box, region, band) || isBehindOption(ink, tick, boxes, region, band);
  });
}

/**
 * Round marks smaller than characters stand at half the height of their line, with a gap before them: the letter o
 * stands on the line, degrees above it, a Chinese full stop below.
 */
function isRoundMark(ink: Ink, box: Box, region: Box, { top, bottom }: TextBand): boolean {
  const height = bottom - top;
  const side = box[3] - box[1];
  if (side >= height * 0.66) return true;
  const middle = ((box[1] + box[3]) / 2 - top) / height;
  const left: Box = [Math.max(region[0], box[0] - side * 0.3), top, box[0] - 1, bottom];
  return side >= height * 0.36 && middle > 0.38 && middle < 0.58 && share(ink, left) < 0.005;
}

function isOption(ink: Ink, box: Box, region: Box, { top, bottom }: TextBand): boolean {
  const side = box[2] - box[0];
  const gap = Math.max(3, side * 0.16);
  const left = share(ink, [Math.max(region[0], box[0] - gap), top, box[0] - 1, bottom]);
  if (left > 0.02) return false;
  const behind = share(ink, [box[2] + 2, top, Math.min(region[2], box[2] + side * 1.6), bottom]);
  if (behind > 0.02) return true;
  const before = share(ink, [Math.max(region[0], box[0] - side * 3), top, box[0] - 1, bottom]);
  return before < 0.005;
}

/** The next option, or nothing, comes after a gap: 优化☑ 反馈☐. The last stroke of the option may touch the box. */
function isBehindOption(
  ink: Ink,
  { box, sure, likeCharacter }: TickBox,
  others: readonly TickBox[],
  region: Box,
  { top, bottom }: TextBand,
): boolean {
  if (!sure || likeCharacter) return false;
  const side = sideOf(box);
  const alike = others.filter((one) => one.sure && Math.abs(sideOf(one.box) - side) <= side * 0.08);
  const right = share(ink, [box[2] + 2, top, Math.min(region[2], box[2] + side * 0.4), bottom]);
  return alike.length > 3 && right < 0.005;
}

/** Sides of the boxes that are beyond doubt; the others of a page must be as large as one of them. */
export function trustedSides(boxes: readonly TickBox[]): number[] {
  return boxes.filter((tick) => tick.sure).map(({ box }) => sideOf(box));
}

export function isTrusted(tick: TickBox, sides: readonly number[]): boolean {
  if (tick.sure) return true;
  const side = sideOf(tick.box);
  return !tick.likeCharacter && sides.some((other) => Math.abs(side - other) <= other * sizeSlack);
}

const sideOf = (box: Box) => Math.max(box[2] - box[0], box[3] - box[1]);
