import { symbolFontCharacter } from '../../grid/characters.ts';
import type { PdfChar } from '../engine.ts';
import { type Ground, isBeside, mayBeUnseen } from '../hidden-text.ts';
import type { Upright } from '../page-transform.ts';
import type { Pdfium } from './api.ts';

/** What PDFium gives for a hyphen that ends a line. */
const lineEndHyphen = 2;

const renderModes = { stroke: 1, fillAndStroke: 2, invisible: 3, clip: 7 };
/** Points, and share of the height a character is wide: below these it is a speck. */
const tiniest = 1.02;
const narrowest = 0.05;

/** Fonts whose characters are pictures named by Latin letters. */
const symbolFont = /wingdings|webdings|^symbol|\+symbol/i;

/**
 * From a sample of characters: the share that is upright after 0, 1, 2, 3 clockwise quarter turns of the page.
 * PDFium measures a character's own angle clockwise as well.
 */
export function quarterTurns(pdfium: Pdfium, textPage: number): readonly number[] {
  const { api } = pdfium;
  const count = api.FPDFText_CountChars(textPage);
  const step = Math.max(1, Math.floor(count / 200));
  const turns = [0, 0, 0, 0];
  let total = 0;
  for (let i = 0; i < count; i += step) {
    if (api.FPDFText_GetUnicode(textPage, i) <= 32) continue;
    const angle = Math.round((api.FPDFText_GetCharAngle(textPage, i) / Math.PI) * 2);
    const turn = ((-angle % 4) + 4) % 4;
    turns[turn] = (turns[turn] ?? 0) + 1;
    total++;
  }
  return turns.map((turn) => (total > 0 ? turn / total : 0));
}

/** Every character of a text page; blanks that PDFium made up itself are left out. `grounds`: what text stands on. */
export function readChars(
  pdfium: Pdfium,
  textPage: number,
  upright: Upright,
  grounds: () => readonly Ground[] = () => [],
): PdfChar[] {
  const { api, scratch } = pdfium;
  const count = api.FPDFText_CountChars(textPage);
  const chars: PdfChar[] = [];
  const styles = new Map<number, Style>();
  for (let i = 0; i < count; i++) {
    let code = api.FPDFText_GetUnicode(textPage, i);
    if (code === 0 || code === 10 || code === 13) continue;
    if (code === lineEndHyphen) code = 0x2d;
    if (api.FPDFText_IsGenerated(textPage, i) === 1) continue;
    if (code >= 0xd800 && code < 0xdc00) {
      const low = api.FPDFText_GetUnicode(textPage, i + 1);
      if (low >= 0xdc00 && low < 0xe000) code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
    } else if (code >= 0xdc00 && code < 0xe000) continue;
    if (!api.FPDFText_GetLooseCharBox(textPage, i, scratch)) continue;
    // FS_RECTF: left, top, right, bottom.
    const [left, top, right, bottom] = [0, 1, 2, 3].map((slot) => pdfium.float(slot)) as [
      number,
      number,
      number,
      number,
    ];
    const object = api.FPDFText_GetTextObject(textPage, i);
    let style = styles.get(object);
    if (!style) {
      style = styleOf(pdfium, textPage, i, object, upright);
      styles.set(object, style);
    }
    const character = String.fromCodePoint(code);
    const text = style.symbols ? symbolFontCharacter(character) : character;
    let box = upright.box(left, bottom, right, top);
    if (style.level) {
      api.FPDFText_GetCharOrigin(textPage, i, scratch, scratch + 8);
      const [, baseline] = upright.point(pdfium.double(0), pdfium.double(1));
      box = [box[0], baseline - 0.86 * style.size, box[2], baseline + 0.14 * style.size];
    }
    const hidden = style.hidden || isBeside(box, upright);
    const faint = style.brightness !== undefined && mayBeUnseen(box, style.brightness, grounds());
    chars.push({
      text,
      box,
      fontSize: style.size,
      ...(hidden ? { hidden } : {}),
      ...(faint && !hidden ? { faint } : {}),
    });
  }
  return chars;
}

interface Style {
  /** Points on the page. */
  readonly size: number;
  readonly symbols: boolean;
  /** Written from left to right on the upright page. */
  readonly level: boolean;
  readonly hidden: boolean;
  /** Of the ink: 0 black to 1 white; absent for patterns. */
  readonly brightness: number | undefined;
}

function styleOf(pdfium: Pdfium, textPage: number, i: number, object: number, upright: Upright): Style {
  const { api, scratch } = pdfium;
  const nominal = api.FPDFText_GetFontSize(textPage, i);
  let size = nominal;
  let level = true;
  let narrow = false;
  if (api.FPDFText_GetMatrix(textPage, i, scratch)) {
    const [a, b, c, d] = [0, 1, 2, 3].map((slot) => pdfium.float(slot)) as [number, number, number, number];
    size = nominal * Math.hypot(c, d);
    narrow = Math.hypot(a, b) <= narrowest * Math.hypot(c, d);
    const [ox, oy] = upright.point(0, 0);
    const [px, py] = upright.point(a, b);
    level = px - ox > Math.abs(py - oy) * 10;
  }
  const font = api.FPDFTextObj_GetFont(object);
  const name = font ? fontName(pdfium, font) : '';
  const mode = api.FPDFTextObj_GetTextRenderMode(object);
  return {
    size: size > 0.5 ? size : 10,
    symbols: symbolFont.test(name),
    level,
    hidden:
      mode === renderModes.invisible || mode === renderModes.clip || narrow || (size > 0 && size <= tiniest),
    brightness: brightnessOf(pdfium, object, mode),
  };
}

function brightnessOf(pdfium: Pdfium, object: number, mode: number): number | undefined {
  const { api, scratch } = pdfium;
  const read = (colour: typeof api.FPDFPageObj_GetFillColor) => {
    if (!colour(object, scratch, scratch + 4, scratch + 8, scratch + 12)) return undefined;
    const light = (0.3 * pdfium.int(0) + 0.59 * pdfium.int(1) + 0.11 * pdfium.int(2)) / 255;
    const alpha = pdfium.int(3) / 255;
    return light * alpha + 1 - alpha;
  };
  const fill = mode === renderModes.stroke ? undefined : read(api.FPDFPageObj_GetFillColor);
  const strokes = mode === renderModes.stroke || mode === renderModes.fillAndStroke;
  const stroke = strokes ? read(api.FPDFPageObj_GetStrokeColor) : undefined;
  return fill === undefined || stroke === undefined ? (fill ?? stroke) : Math.min(fill, stroke);
}

function fontName(pdfium: Pdfium, font: number): string {
  const size = pdfium.api.FPDFFont_GetBaseFontName(font, 0, 0);
  if (size <= 1 || size > 1000) return '';
  const buffer = pdfium.malloc(size);
  try {
    pdfium.api.FPDFFont_GetBaseFontName(font, buffer, size);
    return new TextDecoder().decode(pdfium.bytes().slice(buffer, buffer + size - 1));
  } finally {
    pdfium.free(buffer);
  }
}
