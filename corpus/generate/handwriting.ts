import { createCanvas } from '@napi-rs/canvas';
import type { Random } from './random.ts';

/** How one person writes; lengths in ems, angles in radians. */
export interface Hand {
  /** The font whose letters this hand bends. */
  readonly font: string;
  readonly slant: number;
  /** Of each letter, as standard deviations: turn, size, height on the line. */
  readonly turn: number;
  readonly size: number;
  readonly bob: number;
  /** How far strokes bend. */
  readonly warp: number;
  /** Room of a letter, and how it varies. */
  readonly pitch: number;
  readonly ragged: number;
  /** From which darkness of the smoothed letter on there is ink: more makes thinner strokes. */
  readonly thin: number;
  readonly colour: readonly [number, number, number];
}

const inks = [
  [28, 28, 34],
  [20, 20, 24],
  [36, 52, 130],
  [52, 66, 150],
] as const;

/** A hand of its own, from neat to hasty; `font` is a family that the machine has. */
export function randomHand(random: Random, font: string, haste = random.next()): Hand {
  const about = (least: number, most: number) => least + (most - least) * (0.7 * haste + 0.3 * random.next());
  return {
    font,
    slant: random.next() * 0.4 - 0.12,
    turn: about(0.02, 0.1),
    size: about(0.03, 0.13),
    bob: about(0.02, 0.09),
    warp: about(0.025, 0.065),
    pitch: 0.84 + random.next() * 0.24,
    ragged: about(0.03, 0.1),
    thin: 0.2 + random.next() * 0.2,
    colour: random.pick(inks),
  };
}

/** A piece of handwriting: how much of the ink lies on each pixel, 0..1. */
export interface Written {
  readonly width: number;
  readonly height: number;
  readonly cover: Float32Array;
}

/** Writes one line of text by hand, `em` pixels large, on a strip twice as high. */
export function writeByHand(text: string, hand: Hand, em: number, random: Random): Written {
  const height = Math.round(em * 2);
  const width = Math.round(em * (1.2 * [...text].length * Math.max(1, hand.pitch) + 2));
  const cover = new Float32Array(width * height);
  let x = em * 0.5;
  for (const letter of text) {
    if (letter.trim() !== '')
      place(letterOf(letter, hand, em * fine, random), cover, width, height, x, em, hand, random);
    const narrow = /[\x20-\x7e]/u.test(letter) ? 0.56 : 1;
    x += em * narrow * (hand.pitch + hand.ragged * random.normal());
  }
  const used = Math.min(width, Math.ceil(x + em * 0.5));
  const cut = new Float32Array(used * height);
  for (let y = 0; y < height; y++) cut.set(cover.subarray(y * width, y * width + used), y * used);
  return { width: used, height, cover: cut };
}

const margin = 0.25;
/** Letters are bent at this many times their size, so that thin strokes are not lost. */
const fine = 2;

/** A letter as the font has it, with strokes as wide as the pen presses. */
function letterOf(letter: string, hand: Hand, em: number, random: Random) {
  const side = Math.round(em * (1 + 2 * margin));
  const canvas = createCanvas(side, side);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, side, side);
  context.fillStyle = '#000';
  context.font = `${Math.round(em)}px "${hand.font}"`;
  context.textBaseline = 'alphabetic';
  context.fillText(letter, em * margin, em * (margin + 0.86));
  const { data } = context.getImageData(0, 0, side, side);
  const ink = new Float32Array(side * side);
  for (let i = 0; i < ink.length; i++) ink[i] = 1 - data[i * 4]! / 255;
  const soft = blurred(blurred(ink, side), side);
  const press = field(random, hand.thin * 0.35);
  const out = new Float32Array(side * side);
  for (let i = 0; i < out.length; i++) {
    const at = hand.thin + press((i % side) / side, Math.floor(i / side) / side);
    out[i] = Math.min(1, Math.max(0, (soft[i]! - at) / 0.18 + 0.5));
  }
  return { side, ink: out };
}

function place(
  { side, ink }: { side: number; ink: Float32Array },
  cover: Float32Array,
  width: number,
  height: number,
  left: number,
  em: number,
  hand: Hand,
  random: Random,
): void {
  const turn = hand.turn * random.normal();
  const [grow, stretch] = [1 + hand.size * random.normal(), 1 + hand.size * 0.7 * random.normal()];
  const up = hand.bob * random.normal() * em;
  const [bendX, bendY] = [field(random, hand.warp), field(random, hand.warp)];
  const [sin, cos] = [Math.sin(turn), Math.cos(turn)];
  const middle = [left + em / 2, height / 2 + up] as const;
  const reach = Math.ceil((side / fine) * 0.75);
  for (let dy = -reach; dy < reach; dy++) {
    for (let dx = -reach; dx < reach; dx++) {
      const [x, y] = [Math.round(middle[0] + dx), Math.round(middle[1] + dy)];
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      const rx = (dx * cos + dy * sin) / (grow * stretch) + hand.slant * dy;
      const ry = (dy * cos - dx * sin) / grow;
      const [u, v] = [(rx * fine) / side + 0.5, (ry * fine) / side + 0.5];
      const sx = (u + bendX(u, v)) * side;
      const sy = (v + bendY(u, v)) * side;
      const value = between(ink, side, sx, sy);
      const at = y * width + x;
      if (value > cover[at]!) cover[at] = value;
    }
  }
}

function between(ink: Float32Array, side: number, x: number, y: number): number {
  const [ix, iy] = [Math.floor(x), Math.floor(y)];
  if (ix < 0 || iy < 0 || ix >= side - 1 || iy >= side - 1) return 0;
  const [fx, fy] = [x - ix, y - iy];
  const i = iy * side + ix;
  const top = ink[i]! + (ink[i + 1]! - ink[i]!) * fx;
  const low = ink[i + side]! + (ink[i + side + 1]! - ink[i + side]!) * fx;
  return top + (low - top) * fy;
}

/** A smooth random field over the unit square, by a grid of four by four drawn numbers. */
function field(random: Random, deviation: number): (u: number, v: number) => number {
  const grid = Array.from({ length: 16 }, () => random.normal() * deviation);
  const ease = (t: number) => t * t * (3 - 2 * t);
  return (u, v) => {
    const [x, y] = [Math.min(2.999, Math.max(0, u * 3)), Math.min(2.999, Math.max(0, v * 3))];
    const [ix, iy] = [Math.floor(x), Math.floor(y)];
    const [fx, fy] = [ease(x - ix), ease(y - iy)];
    const at = (i: number, j: number) => grid[j * 4 + i]!;
    const top = at(ix, iy) + (at(ix + 1, iy) - at(ix, iy)) * fx;
    const low = at(ix, iy + 1) + (at(ix + 1, iy + 1) - at(ix, iy + 1)) * fx;
    return top + (low - top) * fy;
  };
}

/** Mean of three by three pixels. */
function blurred(from: Float32Array, side: number): Float32Array {
  const out = new Float32Array(from.length);
  for (let y = 1; y < side - 1; y++)
    for (let x = 1; x < side - 1; x++) {
      let sum = 0;
      for (let j = -1; j <= 1; j++) for (let i = -1; i <= 1; i++) sum += from[(y + j) * side + x + i]!;
      out[y * side + x] = sum / 9;
    }
  return out;
}
