import { type AmountUnit, amountIn, amountUnits, parseAmount } from '../../core/normalise/amount.ts';
import { type Stream, type Unit, unitAt } from '../align/stream.ts';
import type { Range } from './field-parts.ts';

const inBrackets = /\((?:单位:?|人民币)*((?:[千万亿]|百万)?元)\)/gu;

/**
 * The unit of money that the applicant's own label states for a place, `(亿元)` where the form prints `(万元)`:
 * from the words before it in its cell or line, else the next cell to the left that states one, else the next
 * above. `undefined` where none is stated.
 */
export function statedUnit(stream: Stream, place: Range): AmountUnit | undefined {
  for (const label of labelsAt(stream, place)) {
    const unit = unitIn(label);
    if (unit) return unit;
  }
  return undefined;
}

/** Other money than 人民币: the form asks for 元, and nobody here converts. */
const foreign = /[$€£]|美元|美金|欧元|港元|港币|日元|英镑|\b(?:usd|eur|hkd|jpy|gbp)\b/iu;

/** Whether an amount, or the applicant's label for it, is in another currency than the form's. */
export const isForeign = (stream: Stream, place: Range, raw: string): boolean =>
  foreign.test(raw) || labelsAt(stream, place).some((label) => foreign.test(label));

/** The words before a place in its cell or line, the label to its left, the head above: the nearest first. */
function labelsAt(stream: Stream, { start, end }: Range): string[] {
  const unit = unitHolding(stream, start, end);
  if (!unit) return [];
  const labels = [stream.folded.slice(unit.start, start)];
  if (!unit.cell) return labels;
  const { table, cell } = unit.cell;
  const left: Unit[] = [];
  const above: Unit[] = [];
  for (const other of stream.units) {
    if (other.cell?.table !== table || other === unit) continue;
    const { row, rowSpan, col, colSpan } = other.cell.cell;
    if (row <= cell.row && cell.row < row + rowSpan && col < cell.col) left.push(other);
    else if (row + rowSpan <= cell.row && col <= cell.col && cell.col < col + colSpan) above.push(other);
  }
  const textOf = (one: Unit) => stream.folded.slice(one.start, one.end);
  left.sort((a, b) => b.cell!.cell.col - a.cell!.cell.col);
  // The label is the next cell that is not another value of the row.
  const label = left.find((one) => !/^[-\d,.%]*$/u.test(textOf(one)));
  if (label) labels.push(textOf(label));
  above.sort((a, b) => b.cell!.cell.row - a.cell!.cell.row);
  const head = above.find((one) => !/^[-\d,.%]*$/u.test(textOf(one)));
  // A head speaks for its column only where it is no value's own label: that one stands over all below it.
  if (head && head.cell!.cell.colSpan <= cell.colSpan) labels.push(textOf(head));
  return labels;
}

/** An amount written without a unit under a label that states another unit than the form's, in the form's. */
export function inFormUnit(raw: string, value: number, stated: AmountUnit | undefined, unit: string): number {
  if (!stated || stated === unit || parseAmount(raw)?.unit !== undefined) return value;
  return amountIn(`${value}${stated}`, unit) ?? value;
}

function unitHolding(stream: Stream, start: number, end: number): Unit | undefined {
  if (end <= start) return undefined;
  return stream.units[unitAt(stream, start)];
}

function unitIn(label: string): AmountUnit | undefined {
  const found = [...label.matchAll(inBrackets)].at(-1)?.[1];
  return found !== undefined && isUnit(found) ? found : undefined;
}

const isUnit = (text: string): text is AmountUnit => Object.hasOwn(amountUnits, text);
