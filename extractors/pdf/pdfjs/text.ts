import type { Box } from '../../../core/place.ts';
import { isWide } from '../../grid/characters.ts';
import type { PdfChar } from '../engine.ts';
import { type Matrix, times } from '../page-transform.ts';

export interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  /** In the page's own units. */
  readonly width: number;
}

/** pdf.js knows runs, not characters: a run's width is shared out, ideographs twice as wide as letters. */
export function charsOfItem(item: TextItem, viewport: Matrix): PdfChar[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = item.transform;
  const m = times(viewport, [a, b, c, d, e, f]);
  const scale = Math.hypot(viewport[0], viewport[1]) || 1;
  const size = Math.hypot(m[2], m[3]) || 10;
  const along = Math.hypot(m[0], m[1]) || 1;
  const [dx, dy] = [m[0] / along, m[1] / along];
  const [ux, uy] = [m[2] / size, m[3] / size];
  const characters = [...item.str];
  const weights = characters.map((character) => (isWide(character) ? 2 : 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const width = item.width * scale;
  let before = 0;
  return characters.map((text, i) => {
    const weight = weights[i] ?? 1;
    const from = (width * before) / total;
    const to = (width * (before + weight)) / total;
    before += weight;
    const corners = [
      [from, -0.14],
      [to, -0.14],
      [from, 0.86],
      [to, 0.86],
    ].map(([at = 0, up = 0]) => [m[4] + dx * at + ux * up * size, m[5] + dy * at + uy * up * size] as const);
    const xs = corners.map(([x]) => x);
    const ys = corners.map(([, y]) => y);
    const box: Box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    return { text, box, fontSize: size };
  });
}
