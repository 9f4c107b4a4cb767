import type { GridCell } from './pieces.ts';

/** Words of a table's first row. */
const head =
  /序号|类型|类别|方向|领域|赛道|专题|名称|榜单|任务|单位|地区|城市|名额|数量|限额|指标|条件|内容|要求|时间|日期|截止|环节|阶段|备注/u;
const longestHead = 12;

/**
 * Tables that were copied as running text: lines of as many words as the line of heads above them, or one cell a line
 * with running numbers. Gives rows of cells, the heads first.
 */
export function textTables(lines: readonly string[]): GridCell[][][] {
  const tables: GridCell[][][] = [];
  let at = 0;
  while (at < lines.length) {
    const rows = spaced(lines, at) ?? numbered(lines, at);
    if (rows) tables.push(rows.cells);
    at += rows?.lines ?? 1;
  }
  return tables;
}

interface Found {
  readonly cells: GridCell[][];
  /** How many lines of the text it takes. */
  readonly lines: number;
}

/** `类型　条件` and below it `离散型智能工厂　联网率不低于70%`. */
function spaced(lines: readonly string[], at: number): Found | undefined {
  const heads = wordsOf(lines[at]);
  if (heads.length < 2 || !areHeads(heads)) return undefined;
  const rows = [heads];
  for (const line of lines.slice(at + 1)) {
    const words = wordsOf(line);
    if (words.length !== heads.length) break;
    rows.push(words);
  }
  return rows.length >= 3 ? { cells: rows.map(rowOf), lines: rows.length } : undefined;
}

/** `序号` `方向` `名额` `1` `智能工厂` `3` `2` …, each on its own line. */
function numbered(lines: readonly string[], at: number): Found | undefined {
  if (lines[at] !== '序号') return undefined;
  const width = lines.slice(at, at + 9).indexOf('1');
  if (width < 2 || lines[at + 2 * width] !== '2') return undefined;
  const heads = lines.slice(at, at + width);
  if (!areHeads(heads)) return undefined;
  const rows = [heads];
  for (let n = 1; lines[at + n * width] === String(n); n++)
    rows.push(lines.slice(at + n * width, at + (n + 1) * width));
  return { cells: rows.map(rowOf), lines: rows.length * width };
}

const wordsOf = (line = '') => line.split(/\s+/u).filter(Boolean);
const areHeads = (words: readonly string[]) =>
  words.some((word) => head.test(word)) &&
  words.every((word) => word.length <= longestHead && !/[，。；：:]/u.test(word));

const rowOf = (words: readonly string[], row: number): GridCell[] =>
  words.map((text, col) => ({ row, col, rowSpan: 1, colSpan: 1, paras: [text] }));
