import { type GridCell, tick } from '../pieces.ts';
import { isDates, isHint, isProse, textOf } from './cells.ts';

/** A short name and nothing to fill in. */
const isHead = (cell: GridCell) => {
  const text = textOf(cell);
  return (
    text !== '' &&
    text.length <= 16 &&
    !tick.test(text) &&
    !isProse(text) &&
    !isHint(text) &&
    !/[:：_]/u.test(text)
  );
};

/**
 * Whether `成果供给方 | 成果承接方` stands over pairs of a label and its empty cell, each over its own pairs.
 */
export function overPairs(row: readonly GridCell[], next: readonly GridCell[] | undefined): boolean {
  const fits = (below: readonly GridCell[]) =>
    row.every(({ col, colSpan }) => {
      const [label, ...values] = below.filter((cell) => cell.col >= col && cell.col < col + colSpan);
      return (
        label?.col === col && isHead(label) && values.length > 0 && values.every((one) => textOf(one) === '')
      );
    });
  const heads = row.length >= 2 && row.every((cell) => cell.colSpan >= 2 && isHead(cell));
  return heads && next !== undefined && fits(next);
}

/** Whether `申报单位意见 | 主管部门意见` stands over cells that hold nothing but the places of seal and date. */
export function overSeals(row: readonly GridCell[], next: readonly GridCell[] | undefined): boolean {
  return (
    next !== undefined &&
    row.length >= 2 &&
    row.every(isHead) &&
    row.every(({ col }) => next.some((cell) => cell.col === col && textOf(cell) !== '' && isDates(cell)))
  );
}
