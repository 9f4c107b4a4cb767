import type { GridCell, Piece } from '../pieces.ts';
import { measureWord } from './units.ts';

const empty = '(?:[（(][ \\u3000\\u00a0]*[）)]|[\\[［【][ \\u3000\\u00a0]*[\\]］】])';
/** A number within an option: 专利（ ）项. */
const counted = new RegExp(`${empty}(?=\\s*(?:${measureWord})(?![\\u4e00-\\u9fff]))`, 'gu');
const before = new RegExp(`(?<=^|[\\s:：；;、，,/])${empty}\\s*(?=[\\u4e00-\\u9fffA-Za-z0-9“])`, 'gmu');
const behind = new RegExp(
  `(?<=^|[\\s:：；;、，,）)\\]］])(?:[①-⑳]|\\d{1,2}[.、．])?\\s*([^\\s、；;，,:：（）()\\[\\]①-⑳]{1,24})${empty}`,
  'gmu',
);
const circle = /(?<=^|[\s:：])[○◯〇](?=\s*[\u4e00-\u9fffA-Za-z0-9])/gmu;

/**
 * A text of a form with its tick boxes as ☐, whatever they were printed as: `[ ]甲 [ ]乙`, `（ ）是 （ ）否`, `是（ ）否（ ）`,
 * `○个人 ○团队`; an empty bracket before a measure word is a blank to write on.
 */
export function withBoxes(text: string): string {
  const filled = text
    .replace(counted, '____')
    .replace(datedBlanks, (whole) => whole.replace(/[_＿]+/gu, ' '));
  const circles = filled.match(circle)?.length ?? 0;
  const round = circles >= 2 ? filled.replace(circle, '☐') : filled;
  const leading = round.match(before)?.length ?? 0;
  const trailing = round.match(behind)?.length ?? 0;
  // 是（ ）否（ ）: the first bracket has its option before it, and so have the others.
  if (trailing >= 2 && trailing > leading && endsEmpty.test(round)) return round.replace(behind, ' ☐$1');
  return round.replace(before, '☐');
}

/** ____年____月____日 is one place. */
const datedBlanks = /[_＿]{2,}\s*年\s*[_＿]{2,}\s*月(?:\s*[_＿]{2,}\s*日)?/gu;
const endsEmpty = new RegExp(`${empty}\\s*$`, 'u');

/** The pieces of a form with all tick boxes as ☐. */
export function boxedPieces(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece) =>
    piece.kind === 'para'
      ? { kind: 'para', text: withBoxes(piece.text) }
      : { kind: 'table', rows: piece.rows.map((row) => row.map(boxedCell)) },
  );
}

/** Options may stand one to a line: the cell is read as a whole. */
function boxedCell(cell: GridCell): GridCell {
  return { ...cell, paras: withBoxes(cell.paras.join('\n')).split('\n') };
}
