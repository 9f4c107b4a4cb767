import type { Box } from '../../core/place.ts';
import { isWide } from '../grid/characters.ts';
import type { PdfChar } from './engine.ts';

/**
 * The characters of a form field's value, set into the field's box: one line in the middle of a low box,
 * wrapped from the top in a high one. Points; a font size of 0 means "fit", as in PDF forms.
 */
export function typeset(value: string, box: Box, fontSize: number): PdfChar[] {
  const [x0, y0, x1, y1] = box;
  const width = Math.max(1, x1 - x0 - 4);
  const height = y1 - y0;
  const wanted = fontSize > 0 ? fontSize : Math.min(12, Math.max(4, height * 0.7));
  const tall = height > wanted * 2.2;
  const natural = Math.max(
    1,
    ...value.split(/\r\n?|\n/).map((line) => [...line].reduce((sum, c) => sum + advance(c), 0)),
  );
  const size = tall ? wanted : Math.min(wanted, width / natural);
  const chars: PdfChar[] = [];
  let x = x0 + 2;
  let top = tall ? y0 + 2 : (y0 + y1) / 2 - size / 2;
  for (const character of value.replace(/\r\n?/g, '\n')) {
    const step = advance(character) * size;
    if (character === '\n' || (tall && x + step > x0 + 2 + width + 0.01)) {
      x = x0 + 2;
      top += Math.min(size * 1.2, Math.max(1, (y1 - y0 - 2) / 40 + size));
      if (character === '\n') continue;
    }
    chars.push({ text: character, box: [x, top, x + step, Math.min(top + size, y1)], fontSize: size });
    x += step;
  }
  return chars;
}

const advance = (character: string) => (isWide(character) ? 1 : 0.5);
