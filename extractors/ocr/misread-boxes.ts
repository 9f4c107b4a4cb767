import type { Box } from '../../core/place.ts';
import type { TextRun } from '../grid/layout.ts';
import { type Ink, share } from '../image/ink.ts';

/** Characters that engines read for an empty or ticked box, and those that are boxes in any reading. */
const looksLikeBox = /[口囗回□☐☑■▣]/u;
const isBox = /[囗□☐☑■▣]/u;

/**
 * Replaces characters that stand for tick boxes by ☐ or ☑: at the start of an option (the run's first character
 * or one after a space) and with text behind. 口 counts only on pages that have tick boxes (`sides`, their sides
 * in pixels); whether the box is ticked is judged by the ink inside.
 */
export function withMisreadBoxes(run: TextRun, ink: Ink, sides: readonly number[]): TextRun {
  const { boxes } = run;
  if (!boxes || !looksLikeBox.test(run.text)) return run;
  const side = sides[0];
  let text = '';
  for (let i = 0; i < run.text.length; i++) {
    const char = run.text[i]!;
    const before = run.text[i - 1];
    const starts = before === undefined || /[\s：:；;，,。）)]/u.test(before);
    const option = starts && i + 1 < run.text.length && looksLikeBox.test(char);
    const box = boxes[i];
    if (!option || !box || (side === undefined && !isBox.test(char))) {
      text += char;
      continue;
    }
    text += inside(ink, box) > 0.1 ? '☑' : '☐';
  }
  return text === run.text ? run : { ...run, text };
}

/** Share of ink in the middle of the square that fills a character's place. */
function inside(ink: Ink, [x0, y0, x1, y1]: Box): number {
  const half = Math.min(x1 - x0, y1 - y0) * 0.26;
  const x = (x0 + x1) / 2;
  const y = (y0 + y1) / 2;
  return share(ink, [x - half, y - half, x + half, y + half]);
}
