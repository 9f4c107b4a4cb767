import type { GridCell, Piece } from '../pieces.ts';
import { measureWord } from './units.ts';

const empty = '(?:[（(][ \\u3000\\u00a0]*[）)]|[\\[［【][ \\u3000\\u00a0]*[\\]］】])';
/** A number within an option: 专利（ ）项. */
const counted = new RegExp(`${empty}(?=\\s*(?:${measureWord})(?![\\u4e00-\\u9fff]))`, 'gu');
const before = new RegExp(`(?<=^|[\\s:：；;、，,/])${empty}\\s*(?=[\\u4e00-\\u9fffA-Za-z0-9“])`, 'gmu');
const box = `(?:${empty}|[□☐■▢])`;
const behind = new RegExp(
  `(?<=^|[\\s:：；;、，,）)\\]］□☐■▢])(?:[①-⑳]|\\d{1,2}[.、．])?\\s*([^\\s、；;，,:：（）()\\[\\]①-⑳□☐■▢]{1,24})\\s?${box}`,
  'gmu',
);
/** One box for each character of a number. */
const characterBoxes = /(?:[□☐]\s?){3,}(?![\u4e00-\u9fffA-Za-z])/gu;
/** What an office program prints where nothing was chosen or written yet. */
const placeholder = /(?:单击|点击)(?:或(?:单击|点击))?此处[\u4e00-\u9fff]{2,10}[。.]?|选择一项[。.]?/gu;
const circle = /(?<=^|[\s:：])[○◯〇](?=\s*[\u4e00-\u9fffA-Za-z0-9])/gmu;

/**
 * A text of a form with its tick boxes as ☐, whatever they were printed as: `[ ]甲 [ ]乙`, `（ ）是 （ ）否`, `是（ ）否（ ）`,
 * `○个人 ○团队`; an empty bracket before a measure word is a blank to write on.
 */
function withBoxes(text: string): string {
  const filled = text
    .replace(placeholder, '')
    .replace(characterBoxes, '____')
    .replace(counted, '____')
    .replace(datedBlanks, (whole) => whole.replace(/[_＿]+/gu, ' '));
  const circles = filled.match(circle)?.length ?? 0;
  const round = circles >= 2 ? filled.replace(circle, '☐') : filled;
  const leading = (round.match(before)?.length ?? 0) + (round.match(boxFirst)?.length ?? 0);
  const trailing = round.match(behind)?.length ?? 0;
  // 是（ ）否（ ）: the first bracket has its option before it, and so have the others.
  if (trailing >= 2 && trailing > leading && endsEmpty.test(round)) return round.replace(behind, ' ☐$1');
  // （ ）甲（ ）乙: the first bracket has its option behind it, and so have the others.
  if (startsEmpty.test(round) && !endsEmpty.test(round)) return round.replace(leadingBox, ' ☐').trim();
  return round.replace(before, '☐');
}

/** ____年____月____日 is one place. */
const datedBlanks = /[_＿]{2,}\s*年\s*[_＿]{2,}\s*月(?:\s*[_＿]{2,}\s*日)?/gu;
const startsEmpty = new RegExp(`^(?:[^（(\\n]{0,16}[:：])?\\s*${empty}`, 'u');
const leadingBox = new RegExp(`[ \\u3000]*${empty}\\s*(?=[\\u4e00-\\u9fffA-Za-z0-9“])`, 'gu');
const endsEmpty = new RegExp(`${box}\\s*$`, 'u');
const boxFirst = /(?<=^|[\s:：；;、，,])[□☐■▢]\s*(?=[\u4e00-\u9fffA-Za-z0-9“])/gmu;

/** Options that no box stands beside, as texts with boxes: `大型 / 中型 / 小型` where the label says to choose, `A.甲 B.乙`. */
export function unboxedOptions(text: string, label: string): string | undefined {
  const lettered = /^A\s*[.、．:：]/u.test(text);
  if (!lettered && !/打\s*[√✓✔]|勾|单选|多选|选[择填]|选一/u.test(label)) return undefined;
  const names = lettered
    ? text.split(/(?:^|[\s；;、，,])[A-H]\s*[.、．:：]\s*/u)
    : text.split(/\s*[/／、；;]\s*|\s{2,}|\n/u);
  const options = names.map((name) => name.trim()).filter(Boolean);
  if (options.length < 2 || options.some((one) => one.length > 16)) return undefined;
  return options.map((one) => `☐${one}`).join(' ');
}

/** The pieces of a form with all tick boxes as ☐. */
export function boxedPieces(pieces: readonly Piece[]): Piece[] {
  return withLetters(pieces).map((piece) =>
    piece.kind === 'para'
      ? { kind: 'para', text: withBoxes(piece.text) }
      : { kind: 'table', rows: piece.rows.map((row) => row.map(boxedCell)) },
  );
}

/** `所属行业：（ ）` above `A.装备制造 B.电子信息`: a letter is written in, and the options are those of the line below. */
function withLetters(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const asks = last?.kind === 'para' ? askingLetter.exec(last.text) : null;
    const options = asks && piece.kind === 'para' ? unboxedOptions(piece.text, '') : undefined;
    if (asks && options !== undefined) {
      joined[joined.length - 1] = { kind: 'para', text: `${asks[1]}：${options}` };
    } else joined.push(piece);
  }
  return joined;
}
const askingLetter = new RegExp(`^(.{2,40}?)[:：?？]?\\s*${empty}\\s*$`, 'u');

/** Options may stand one to a line: the cell is read as a whole. */
function boxedCell(cell: GridCell): GridCell {
  return { ...cell, paras: withBoxes(cell.paras.join('\n')).split('\n') };
}
