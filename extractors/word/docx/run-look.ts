import { childOf, type Element } from '../../markup/element.ts';
import { isOn } from './namespaces.ts';

/** How a run is drawn, as far as that decides what a reader sees. Absent: the style below decides. */
export interface Look {
  /** `w:vanish`. */
  readonly hidden?: boolean;
  readonly font?: string;
  /** Six hex digits, `auto`, or `none` for text drawn without ink. */
  readonly colour?: string;
  /** What is painted behind the characters: six hex digits, `none`, or `unknown` for patterns. */
  readonly fill?: string;
  readonly halfPoints?: number;
  /** Width of the characters in percent. */
  readonly scale?: number;
  readonly struck?: boolean;
}

/** Characters of this size and below are specks: 2 pt, 5 % of their width. */
const tinyHalfPoints = 4;
const tinyScale = 5;
/** Colours that differ by no more than this in each channel (0–255) cannot be told apart on paper. */
const alike = 20;

const highlights: Readonly<Record<string, string>> = {
  white: 'FFFFFF',
  black: '000000',
  yellow: 'FFFF00',
  green: '00FF00',
  cyan: '00FFFF',
  magenta: 'FF00FF',
  blue: '0000FF',
  red: 'FF0000',
  darkBlue: '000080',
  darkCyan: '008080',
  darkGreen: '008000',
  darkMagenta: '800080',
  darkRed: '800000',
  darkYellow: '808000',
  darkGray: '808080',
  lightGray: 'C0C0C0',
};

/** The look that the `w:rPr` below an element asks for. */
export function readLook(element: Element | undefined): Look {
  const properties = childOf(element, 'w:rPr');
  if (!properties) return {};
  const value = (name: string) => childOf(properties, name)?.attributes['w:val'];
  const flag = (name: string) => {
    const found = childOf(properties, name);
    return found && isOn(found.attributes['w:val']);
  };
  const fonts = childOf(properties, 'w:rFonts')?.attributes;
  const look = {
    hidden: flag('w:vanish'),
    font: fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'],
    colour: colourOf(properties),
    fill: highlights[value('w:highlight') ?? ''] ?? shading(childOf(properties, 'w:shd')),
    halfPoints: number(value('w:sz')),
    scale: number(value('w:w')?.replace('%', '')),
    struck: flag('w:strike') ?? flag('w:dstrike'),
  };
  return withoutGaps(look);
}

function withoutGaps(look: { readonly [K in keyof Look]: Look[K] | undefined }): Look {
  return Object.fromEntries(Object.entries(look).filter(([, value]) => value !== undefined));
}

function number(value: string | undefined): number | undefined {
  const read = value === undefined ? Number.NaN : Number(value);
  return Number.isFinite(read) ? read : undefined;
}

function colourOf(properties: Element): string | undefined {
  // Text effects of Word 2010 are drawn instead of the plain colour.
  const effect = childOf(properties, 'w14:textFill');
  const outlined =
    childOf(properties, 'w14:textOutline', 'w14:solidFill') ?? childOf(properties, 'w:outline');
  if (childOf(effect, 'w14:noFill') && !outlined) return 'none';
  const solid = childOf(effect, 'w14:solidFill', 'w14:srgbClr');
  if (solid) {
    const transparent = Number(childOf(solid, 'w14:alpha')?.attributes['w14:val'] ?? 0) >= 95_000;
    return transparent && !outlined ? 'none' : hex(solid.attributes['w14:val']);
  }
  const colour = childOf(properties, 'w:color')?.attributes;
  if (!colour) return undefined;
  const written = hex(colour['w:val']);
  if (written) return written;
  return /^(background1|light1)$/.test(colour['w:themeColor'] ?? '') ? 'FFFFFF' : 'auto';
}

export function hex(value: string | undefined): string | undefined {
  return value !== undefined && /^[0-9a-f]{6}$/i.test(value) ? value.toUpperCase() : undefined;
}

/** What a `w:shd` paints: six hex digits, `none` for nothing, `unknown` for a pattern; `undefined` without one. */
export function shading(element: Element | undefined): string | undefined {
  if (!element) return undefined;
  const {
    'w:val': pattern = 'clear',
    'w:fill': fill,
    'w:color': colour,
    'w:themeFill': theme,
  } = element.attributes;
  if (pattern === 'solid') return hex(colour) ?? 'unknown';
  if (pattern !== 'clear' && pattern !== 'nil') return 'unknown';
  return hex(fill) ?? (theme === undefined ? 'none' : 'unknown');
}

/** The colour behind a text: of the innermost layer that paints one. `undefined`: not known. */
export function backdrop(
  around: string | undefined,
  ...layers: readonly (string | undefined)[]
): string | undefined {
  let behind = around;
  for (const layer of layers) {
    if (layer === 'unknown') behind = undefined;
    else if (layer !== undefined && layer !== 'none') behind = layer;
  }
  return behind;
}

/** Whether nobody can see a text of this look in front of `behind` (six hex digits; `undefined`: not known). */
export function isUnseen(look: Look, behind: string | undefined): boolean {
  if (look.hidden || look.colour === 'none') return true;
  if (look.halfPoints !== undefined && look.halfPoints <= tinyHalfPoints) return true;
  if (look.scale !== undefined && look.scale <= tinyScale) return true;
  const back = backdrop(behind, look.fill);
  if (back === undefined || look.colour === undefined || look.colour === 'auto') return false;
  return [0, 2, 4].every((at) => Math.abs(channel(look.colour ?? '', at) - channel(back, at)) <= alike);
}

const channel = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
