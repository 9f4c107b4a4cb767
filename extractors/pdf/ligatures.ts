import type { Box } from '../../core/place.ts';
import type { PdfChar } from './engine.ts';

const ligature = /^[\ufb00-\ufb06]$/u;
const letter = /^[a-z]$/iu;

/**
 * Letters that a font draws as one (ﬀ, ﬁ, ﬄ), each with its own part of the place. Engines give either one
 * character or its letters one after the other in the very same place, where they would be taken for bold type
 * drawn twice. `chars` in the order of the page's content.
 */
export function withLettersApart(chars: readonly PdfChar[]): PdfChar[] {
  const result: PdfChar[] = [];
  for (let i = 0; i < chars.length; i++) {
    const first = chars[i]!;
    if (ligature.test(first.text)) {
      result.push(...shared([...first.text.normalize('NFKC')], first));
      continue;
    }
    let end = i + 1;
    if (letter.test(first.text))
      while (end < chars.length && letter.test(chars[end]!.text) && isSame(chars[end]!.box, first.box)) end++;
    if (end === i + 1) result.push(first);
    else
      result.push(
        ...shared(
          chars.slice(i, end).map(({ text }) => text),
          first,
        ),
      );
    i = end - 1;
  }
  return result;
}

function shared(letters: readonly string[], whole: PdfChar): PdfChar[] {
  const [x0, y0, x1, y1] = whole.box;
  const width = (x1 - x0) / letters.length;
  return letters.map((text, i) => ({ ...whole, text, box: [x0 + i * width, y0, x0 + (i + 1) * width, y1] }));
}

const isSame = (a: Box, b: Box) => a.every((side, i) => side === b[i]);
