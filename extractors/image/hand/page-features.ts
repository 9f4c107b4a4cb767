import { type Box, boxAround } from '../../../core/place.ts';
import type { Raster } from '../../raster.ts';
import type { Ink } from '../ink.ts';
import { comparedFeatures, handFeatures, type ReadLine } from './hand-features.ts';

/**
 * The features of each line of a page, and behind them by how much the first of them differ from the page's usual
 * (median by line): most of what stands on a form is print, spoilt by the same scanner. Lines that were read in pieces
 * are judged whole: two letters tell little.
 */
export function pageFeatures(
  ink: Ink,
  grey: Raster,
  lines: readonly ReadLine[],
): (readonly number[] | undefined)[] {
  const wholes = joined(lines);
  const found = wholes.map(({ line }) => handFeatures(ink, grey, line));
  const usual = Array.from({ length: comparedFeatures }, (_, k) => {
    const values = found.flatMap((features) => features?.[k] ?? []).sort((a, b) => a - b);
    return values[values.length >> 1] ?? 0;
  });
  const all = new Array<readonly number[] | undefined>(lines.length);
  for (const [i, features] of found.entries()) {
    const whole = features && [...features, ...usual.map((value, k) => features[k]! - value)];
    for (const part of wholes[i]!.parts) all[part] = whole;
  }
  return all;
}

/** Heights of a line by which pieces of it may stand apart; columns of a table stand further or at other heights. */
const gap = 2.5;

function joined(lines: readonly ReadLine[]): { line: ReadLine; parts: number[] }[] {
  const wholes: { line: ReadLine; parts: number[] }[] = [];
  for (const [i, line] of lines.entries()) {
    const last = wholes.at(-1);
    if (last && goesOn(last.line, line)) {
      const box: Box = boxAround([last.line.box, line.box]) ?? line.box;
      last.line = {
        text: last.line.text + line.text,
        box,
        boxes: [...(last.line.boxes ?? []), ...(line.boxes ?? [])],
        certainty: [...(last.line.certainty ?? []), ...(line.certainty ?? [])],
      };
      last.parts.push(i);
    } else wholes.push({ line, parts: [i] });
  }
  return wholes;
}

function goesOn(before: ReadLine, line: ReadLine): boolean {
  if (!before.boxes || !line.boxes) return false;
  const height = line.box[3] - line.box[1];
  const apart = line.box[0] - before.box[2];
  const level = before.box[1] === line.box[1] && before.box[3] === line.box[3];
  return level && apart > -height && apart < gap * height;
}
