import type { Box } from '../../../core/place.ts';
import type { Outline, Painted, Point } from '../drawn/painted.ts';
import { applied, type Matrix, times, unitBox } from '../page-transform.ts';

/** Numbers of pdf.js' own path format: `moveTo x y`, `lineTo x y`, `curveTo` 6, `quadraticCurveTo` 4, close. */
const draw = { move: 0, line: 1, curve: 2, quadratic: 3, close: 4 };

interface State {
  readonly matrix: Matrix;
  readonly width: number;
  readonly fill: number;
  readonly stroke: number;
}

type Ops = Readonly<Record<string, number>>;

/** The painted paths and the image boxes of an operator list, in upright points. */
export function objectsOf(
  list: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] },
  ops: Ops,
  viewport: Matrix,
): { painted: Painted[]; images: Box[] } {
  const painted: Painted[] = [];
  const images: Box[] = [];
  let state: State = { matrix: viewport, width: 1, fill: 0, stroke: 0 };
  const stack: State[] = [];
  const fills = new Set([ops.fill, ops.eoFill, ops.fillStroke, ops.eoFillStroke, ops.closeFillStroke]);
  const strokes = new Set([
    ops.stroke,
    ops.closeStroke,
    ops.fillStroke,
    ops.eoFillStroke,
    ops.closeFillStroke,
  ]);
  const pictures = new Set([ops.paintImageXObject, ops.paintInlineImageXObject, ops.paintImageMaskXObject]);
  list.fnArray.forEach((op, i) => {
    const raw = list.argsArray[i];
    const args: readonly unknown[] = Array.isArray(raw) ? raw : [];
    if (op === ops.save || op === ops.paintFormXObjectBegin) stack.push(state);
    if (op === ops.restore || op === ops.paintFormXObjectEnd) state = stack.pop() ?? state;
    const matrix =
      op === ops.transform
        ? matrixOf(args)
        : op === ops.paintFormXObjectBegin && args[0]
          ? matrixOf(args[0])
          : undefined;
    if (matrix) state = { ...state, matrix: times(state.matrix, matrix) };
    else if (op === ops.setLineWidth) state = { ...state, width: Number(args[0]) };
    else if (op === ops.setFillRGBColor) state = { ...state, fill: brightness(args[0]) };
    else if (op === ops.setStrokeRGBColor) state = { ...state, stroke: brightness(args[0]) };
    else if (op !== undefined && pictures.has(op)) images.push(unitBox(state.matrix));
    else if (op === ops.constructPath) {
      const paint = Number(args[0]);
      const path = Array.isArray(args[1]) ? args[1][0] : undefined;
      if (!(path instanceof Float32Array)) return;
      const filled = fills.has(paint);
      const stroked = strokes.has(paint);
      if (!filled && !stroked) return;
      painted.push({
        outlines: outlinesOf(path, state.matrix),
        ...(filled ? { fill: state.fill } : {}),
        ...(stroked ? { stroke: state.stroke } : {}),
        strokeWidth: state.width * Math.hypot(state.matrix[0], state.matrix[1]),
      });
    }
  });
  return { painted, images };
}

function matrixOf(value: unknown): Matrix | undefined {
  if (!Array.isArray(value) && !ArrayBuffer.isView(value)) return undefined;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = Array.from(value as ArrayLike<unknown>, Number);
  return [a, b, c, d, e, f];
}

function brightness(colour: unknown): number {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(String(colour));
  if (!hex) return 0;
  const [r = 0, g = 0, b = 0] = hex.slice(1).map((part) => Number.parseInt(part, 16));
  return (0.3 * r + 0.59 * g + 0.11 * b) / 255;
}

function outlinesOf(path: Float32Array, matrix: Matrix): Outline[] {
  const outlines: Outline[] = [];
  let points: Point[] = [];
  let closed = false;
  let curved = false;
  const finish = () => {
    if (points.length > 1) outlines.push({ points, closed, curved });
    points = [];
    closed = false;
    curved = false;
  };
  const sizes = { [draw.move]: 2, [draw.line]: 2, [draw.curve]: 6, [draw.quadratic]: 4, [draw.close]: 0 };
  for (let i = 0; i < path.length; ) {
    const op = path[i] ?? draw.close;
    const size = sizes[op];
    if (size === undefined) break;
    if (op === draw.move) finish();
    if (op === draw.curve || op === draw.quadratic) curved = true;
    if (op === draw.close) closed = true;
    else points.push(applied(matrix, path[i + size - 1] ?? 0, path[i + size] ?? 0));
    i += 1 + size;
  }
  finish();
  return outlines;
}
