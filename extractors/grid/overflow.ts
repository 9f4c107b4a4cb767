import type { GridCell } from './grid.ts';
import type { Holder } from './layout.ts';
import type { Glyph } from './lines.ts';

/**
 * Gives a cell the lines that hang out of it below the table's last rule.
 *
 * Where a page ends inside a merged label, writers close the cells beside it and let the label's text run on
 * below the ruling. Only lines that follow the table closely and stand wholly under such an open cell are
 * taken; the first other line ends it.
 */
export function takeOverflow(root: Holder): void {
  for (const { grid, cells } of root.tables) {
    const last = cells.filter(({ cell }) => cell && cell.row + cell.rowSpan === grid.rows);
    const open = last.filter(({ cell }) => cell?.open?.bottom);
    // A row open in all its cells is cut with its writing: nothing hangs out of it.
    if (open.length === 0 || open.length === last.length) continue;
    const floor = Math.min(
      ...root.tables.flatMap(({ grid: { box } }) => (box[1] > grid.box[3] ? box[1] : [])),
    );
    let reached = grid.box[3];
    const taken = new Set<Glyph>();
    for (const row of rowsBelow(root.glyphs, reached, floor)) {
      const owners = row.glyphs.map((glyph) => open.find(({ cell }) => cell && isUnder(cell, glyph)));
      if (row.top - reached > row.bottom - row.top || owners.includes(undefined)) break;
      row.glyphs.forEach((glyph, i) => {
        owners[i]?.glyphs.push(glyph);
        taken.add(glyph);
      });
      reached = row.bottom;
    }
    if (taken.size > 0) root.glyphs = root.glyphs.filter((glyph) => !taken.has(glyph));
  }
}

interface Row {
  top: number;
  bottom: number;
  readonly glyphs: Glyph[];
}

/** Inked characters between two heights, those that stand side by side together. */
function rowsBelow(glyphs: readonly Glyph[], from: number, to: number): Row[] {
  const middle = ({ box }: Glyph) => (box[1] + box[3]) / 2;
  const below = glyphs
    .filter((glyph) => glyph.text.trim() !== '' && middle(glyph) >= from && middle(glyph) < to)
    .sort((a, b) => middle(a) - middle(b));
  const rows: Row[] = [];
  for (const glyph of below) {
    const row = rows.at(-1);
    if (row && middle(glyph) < row.bottom) {
      row.glyphs.push(glyph);
      row.top = Math.min(row.top, glyph.box[1]);
      row.bottom = Math.max(row.bottom, glyph.box[3]);
    } else rows.push({ top: glyph.box[1], bottom: glyph.box[3], glyphs: [glyph] });
  }
  return rows;
}

const isUnder = (cell: GridCell, { box }: Glyph) => box[0] >= cell.box[0] - 1 && box[2] <= cell.box[2] + 1;
