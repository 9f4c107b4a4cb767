import type { Box } from '../../core/place.ts';
import type { Rule } from '../grid/grid.ts';
import type { Glyph } from '../grid/lines.ts';
import { childrenOf, type Element, textOf } from '../markup/element.ts';
import { numbersIn } from './package.ts';

/** What a page of OFD draws, in points from its top left corner. */
export interface Drawn {
  readonly glyphs: Glyph[];
  readonly rules: Rule[];
  /** Pictures by their resource, in drawing order. */
  readonly images: { readonly resource: string; readonly box: Box }[];
}

const points = 72 / 25.4;
/** Ascent and descent of a character in parts of its size. */
const ascent = 0.88;
const descent = 0.12;
/** Thinner filled shapes are rules; millimetres. */
const thin = 0.8;
const mostObjects = 200_000;

/** `[a b c d e f]`: x' = a·x + c·y + e, y' = b·x + d·y + f, GB/T 33190-2016, 8.4. */
type Matrix = readonly [number, number, number, number, number, number];
const same: Matrix = [1, 0, 0, 1, 0, 0];

/** Draws the contents of a page; `origin` is the corner of its area in millimetres. */
export function draw(contents: readonly Element[], origin: readonly [x: number, y: number]): Drawn {
  const drawn: Drawn = { glyphs: [], rules: [], images: [] };
  let left = mostObjects;
  const walk = (element: Element) => {
    for (const child of childrenOf(element)) {
      if (left-- <= 0) return;
      if (child.attributes.Visible === 'false') continue;
      if (child.name === 'ofd:TextObject') text(child, origin, drawn);
      else if (child.name === 'ofd:PathObject') path(child, origin, drawn);
      else if (child.name === 'ofd:ImageObject') image(child, origin, drawn);
      else walk(child);
    }
  };
  for (const content of contents) walk(content);
  return drawn;
}

/** From an object's own millimetres to points on the page. */
function placing({ attributes }: Element, [left, top]: readonly [number, number]) {
  const [x = 0, y = 0, width = 0, height = 0] = numbersIn(attributes.Boundary ?? '');
  const ctm = numbersIn(attributes.CTM ?? '');
  const [a, b, c, d, e, f]: Matrix =
    ctm.length === 6 ? [ctm[0] ?? 1, ctm[1] ?? 0, ctm[2] ?? 0, ctm[3] ?? 1, ctm[4] ?? 0, ctm[5] ?? 0] : same;
  return {
    at: (px: number, py: number): readonly [number, number] => [
      (a * px + c * py + e + x - left) * points,
      (b * px + d * py + f + y - top) * points,
    ],
    box: [
      (x - left) * points,
      (y - top) * points,
      (x - left + width) * points,
      (y - top + height) * points,
    ] as const,
    size: { width, height },
  };
}

/** The characters of a text object: `X`, `Y` of the first one's baseline, then steps `DeltaX`, `DeltaY`; 11.3. */
function text(object: Element, origin: readonly [number, number], drawn: Drawn): void {
  const size = Number(object.attributes.Size ?? 0) || 3.5;
  const stretch = Number(object.attributes.HScale ?? 1) || 1;
  const { at } = placing(object, origin);
  let from: readonly [number, number] = [0, 0];
  for (const code of childrenOf(object, 'ofd:TextCode')) {
    const { X, Y, DeltaX = '', DeltaY = '' } = code.attributes;
    from = [X === undefined ? from[0] : Number(X) || 0, Y === undefined ? from[1] : Number(Y) || 0];
    const [across, down] = [stepsOf(DeltaX), stepsOf(DeltaY)];
    let [x, y] = from;
    for (const [i, character] of [...textOf(code)].entries()) {
      const usual = size * stretch * (character.charCodeAt(0) < 0x2e80 ? 0.5 : 1);
      const step = across[i];
      const advance = step !== undefined && step > 0 ? Math.min(step, usual * 1.2) : usual;
      drawn.glyphs.push({
        text: character,
        box: around(at(x, y - ascent * size), at(x + advance, y + descent * size)),
        fontSize: size * points,
      });
      x += step ?? (down[i] === undefined ? usual : 0);
      y += down[i] ?? 0;
    }
  }
}

/** `g 3 5.0 4.2` stands for three steps of 5 and one of 4.2; 11.3. */
function stepsOf(delta: string): number[] {
  const words = delta.trim().split(/\s+/u);
  const steps: number[] = [];
  for (let i = 0; i < words.length; i++) {
    if (words[i] === 'g') {
      const [count, step] = [Number(words[i + 1]), Number(words[i + 2])];
      for (let k = 0; k < Math.min(count, 10_000); k++) steps.push(step);
      i += 2;
    } else if (words[i] !== '') steps.push(Number(words[i]));
  }
  return steps.map((step) => (Number.isFinite(step) ? step : 0));
}

/** Level and upright lines of a path, and shapes so thin that they are lines; 9.2. */
function path(object: Element, origin: readonly [number, number], drawn: Drawn): void {
  const { at, size, box } = placing(object, origin);
  const filled = object.attributes.Fill === 'true';
  if (filled && Math.min(size.width, size.height) <= thin && Math.max(size.width, size.height) > 2) {
    const [x0, y0, x1, y1] = box;
    const level = size.width > size.height;
    const middle = level ? (y0 + y1) / 2 : (x0 + x1) / 2;
    drawn.rules.push(level ? { x0, y0: middle, x1, y1: middle } : { x0: middle, y0, x1: middle, y1 });
    return;
  }
  if (object.attributes.Stroke === 'false') return;
  for (const data of childrenOf(object, 'ofd:AbbreviatedData')) {
    let here: readonly [number, number] | undefined;
    let start: readonly [number, number] | undefined;
    for (const [, letter = '', rest = ''] of textOf(data).matchAll(/([SMLQBAC])([^SMLQBAC]*)/gu)) {
      const numbers = numbersIn(rest);
      const [x, y] = numbers.slice(-2);
      const to = x === undefined || y === undefined ? undefined : at(x, y);
      if (letter === 'M' || letter === 'S') start = to;
      else {
        const end = letter === 'C' ? start : to;
        if ((letter === 'L' || letter === 'C') && here && end) straight(here, end, drawn);
        here = end ?? here;
        continue;
      }
      here = to;
    }
  }
}

function straight(
  [x0, y0]: readonly [number, number],
  [x1, y1]: readonly [number, number],
  drawn: Drawn,
): void {
  const level = Math.abs(y1 - y0) < 0.7;
  const upright = Math.abs(x1 - x0) < 0.7;
  if (level === upright) return;
  const [left, right] = [Math.min(x0, x1), Math.max(x0, x1)];
  const [top, bottom] = [Math.min(y0, y1), Math.max(y0, y1)];
  drawn.rules.push(
    level
      ? { x0: left, y0: (y0 + y1) / 2, x1: right, y1: (y0 + y1) / 2 }
      : { x0: (x0 + x1) / 2, y0: top, x1: (x0 + x1) / 2, y1: bottom },
  );
}

function image(object: Element, origin: readonly [number, number], drawn: Drawn): void {
  const { box } = placing(object, origin);
  drawn.images.push({ resource: object.attributes.ResourceID ?? '', box });
}

function around([x0, y0]: readonly [number, number], [x1, y1]: readonly [number, number]): Box {
  return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
}
