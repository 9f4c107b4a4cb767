import type { OpenEdges } from '../../core/document.ts';
import type { Box } from '../../core/place.ts';
import type { Grid, GridCell, Rule } from './grid.ts';
import { cellRegions, type Lattice, type Region } from './regions.ts';
import { type Run, runsOf } from './runs.ts';

/** How far a rule's end may stay from the rule it means to reach, in points. */
const reach = 4;

/**
 * The tables of a page from its drawn rules, in points; reading order by upper edge.
 *
 * Broken, doubled and slightly crooked rules are joined. Only what closes into cells counts: underlines,
 * lone rules, boxes too small for text and a frame around the whole page are left out. A side that is not
 * drawn (tables open at the sides or cut by a page break) is closed where two rules reach it.
 */
export function gridsOf(
  rules: readonly Rule[],
  page?: { readonly width: number; readonly height: number },
): Grid[] {
  const across = runsOf(rules, 'across');
  const down = runsOf(rules, 'down');
  // A rule under the header or over the footer may be as wide as a table.
  const inBody = ({ at }: Run) => !page || (at > page.height * 0.07 && at < page.height * 0.93);
  const grids: Grid[] = [];
  for (const part of withLoneEdges(connected(across, down), { across: across.filter(inBody), down })) {
    const grid = gridOf(part.across, part.down);
    if (grid && !isDecoration(grid, page)) grids.push(grid);
  }
  const frames = new Set(grids.filter((grid) => isFrameOfOthers(grid, grids)));
  return grids.filter((grid) => !frames.has(grid)).sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
}

interface Part {
  across: Run[];
  down: Run[];
}

const touches = (a: Run, d: Run) =>
  d.at >= a.from - reach && d.at <= a.to + reach && a.at >= d.from - reach && a.at <= d.to + reach;

/** Runs that touch, directly or over others. */
function connected(across: readonly Run[], down: readonly Run[]): Part[] {
  const owner = [...across.keys(), ...down.keys()].map((_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (owner[root] !== root) root = owner[root] ?? root;
    owner[i] = root;
    return root;
  };
  across.forEach((a, i) => {
    down.forEach((d, j) => {
      if (touches(a, d)) owner[find(i)] = find(across.length + j);
    });
  });
  const parts = new Map<number, Part>();
  const partOf = (i: number) => {
    const root = find(i);
    const part = parts.get(root) ?? { across: [], down: [] };
    parts.set(root, part);
    return part;
  };
  across.forEach((run, i) => {
    partOf(i).across.push(run);
  });
  down.forEach((run, i) => {
    partOf(across.length + i).down.push(run);
  });
  return [...parts.values()].filter((part) => part.across.length > 0 && part.down.length > 0);
}

/**
 * Adds to each part the lone rules that close it: on pages in the middle of a merged label its column is open
 * above and below, and only its outer rule shows; rows over the whole width of a table without side rules
 * have none that crosses. Both end where the part ends.
 */
function withLoneEdges(parts: readonly Part[], all: Readonly<Part>): Part[] {
  const used = new Set(parts.flatMap((part) => [...part.across, ...part.down]));
  const lone = (runs: readonly Run[]) => runs.filter((run) => !used.has(run));
  const ends = (own: readonly Run[], crossing: readonly Run[]) => ({
    low: Math.min(...own.map((run) => run.from), ...crossing.map((run) => run.at)),
    high: Math.max(...own.map((run) => run.to), ...crossing.map((run) => run.at)),
  });
  return parts.map(({ across, down }) => {
    const fits =
      ({ low, high }: { low: number; high: number }) =>
      (run: Run) =>
        Math.abs(run.from - low) <= reach && Math.abs(run.to - high) <= reach;
    const sides = ends(across, down);
    const openSides =
      down.every((run) => run.at > sides.low + reach) || down.every((run) => run.at < sides.high - reach);
    return {
      across: openSides ? [...across, ...lone(all.across).filter(fits(sides))] : across,
      down: [...down, ...lone(all.down).filter(fits(ends(down, across)))],
    };
  });
}

/** Cuts each run back to the outermost rules it reaches, unless it ends at the table's own edge. */
function trimmed(runs: readonly Run[], others: readonly Run[]): Run[] {
  const low = Math.min(...runs.map((run) => run.from), ...others.map((run) => run.at));
  const high = Math.max(...runs.map((run) => run.to), ...others.map((run) => run.at));
  const kept: Run[] = [];
  for (const run of runs) {
    const met = others.filter((other) => touches(run, other)).map((other) => other.at);
    const from = run.from <= low + reach ? run.from : Math.min(...met);
    const to = run.to >= high - reach ? run.to : Math.max(...met);
    const whole = run.from <= low + reach && run.to >= high - reach;
    if ((met.length > 0 || whole) && to - from > reach) kept.push({ ...run, from, to });
  }
  return kept;
}

/** Positions of the lattice lines: those of the runs, and the free ends of the crossing ones. */
function positions(runs: readonly Run[], crossing: readonly Run[]): number[] {
  const sorted = runs.map((run) => run.at).sort((a, b) => a - b);
  const lines = sorted.filter((at, i) => i === 0 || at - (sorted[i - 1] ?? at) > 1e-6);
  const low = Math.min(...crossing.map((run) => run.from));
  const high = Math.max(...crossing.map((run) => run.to));
  if (low < (lines[0] ?? low) - 2 * reach) lines.unshift(low);
  if (high > (lines.at(-1) ?? high) + 2 * reach) lines.push(high);
  return lines;
}

/** Whether runs at a position cover a stretch but for small gaps. */
function covered(runs: readonly Run[], at: number, from: number, to: number): boolean {
  let bare = to - from;
  for (const run of runs) {
    if (Math.abs(run.at - at) > 1e-6) continue;
    bare -= Math.max(0, Math.min(run.to, to) - Math.max(run.from, from));
  }
  return bare <= Math.min((to - from) * 0.5, Math.max(2 * reach, (to - from) * 0.2));
}

function gridOf(acrossAll: readonly Run[], downAll: readonly Run[]): Grid | undefined {
  const downOnce = trimmed(downAll, acrossAll);
  const across = trimmed(acrossAll, downOnce);
  const down = trimmed(downOnce, across);
  if (across.length === 0 || down.length === 0) return undefined;
  const ys = positions(across, down);
  const xs = positions(down, across);
  if (xs.length < 2 || ys.length < 2) return undefined;
  const stretch = (lines: readonly number[], i: number) => [lines[i] ?? 0, lines[i + 1] ?? 0] as const;
  const lattice: Lattice = {
    rows: ys.length - 1,
    cols: xs.length - 1,
    across: ys.map((y) => xs.slice(1).map((_, col) => covered(across, y, ...stretch(xs, col)))),
    down: xs.map((x) => ys.slice(1).map((_, row) => covered(down, x, ...stretch(ys, row)))),
  };
  return compacted(lattice, xs, ys);
}

/** Drops lattice lines no cell ends at, and numbers rows and columns anew. */
function compacted(lattice: Lattice, xs: readonly number[], ys: readonly number[]): Grid | undefined {
  const regions = cellRegions(lattice);
  const thin = (region: Region) =>
    (xs[region.col + region.colSpan] ?? 0) - (xs[region.col] ?? 0) < 3 ||
    (ys[region.row + region.rowSpan] ?? 0) - (ys[region.row] ?? 0) < 3;
  const real = regions.filter((region) => !thin(region));
  if (real.length === 0) return undefined;
  const used = (ends: readonly number[]) => [...new Set(ends)].sort((a, b) => a - b);
  const rowLines = rowLinesOf(real, used(real.flatMap((r) => [r.row, r.row + r.rowSpan])));
  const rowAt = (line: number) => rowLines.findLastIndex((kept) => kept <= line);
  const rowEnd = (line: number) => rowLines.findIndex((kept) => kept >= line);
  const colLines = used(real.flatMap((r) => [r.col, r.col + r.colSpan]));
  const cells = real.map((r): GridCell => {
    const row = rowAt(r.row);
    const open = openEdges(lattice, r);
    const col = colLines.indexOf(r.col);
    const box: Box = [xs[r.col] ?? 0, ys[r.row] ?? 0, xs[r.col + r.colSpan] ?? 0, ys[r.row + r.rowSpan] ?? 0];
    return {
      row,
      col,
      rowSpan: rowEnd(r.row + r.rowSpan) - row,
      colSpan: colLines.indexOf(r.col + r.colSpan) - col,
      box,
      ...(open ? { open } : {}),
    };
  });
  cells.sort((a, b) => a.row - b.row || a.col - b.col);
  const box: Box = [
    xs[colLines[0] ?? 0] ?? 0,
    ys[rowLines[0] ?? 0] ?? 0,
    xs[colLines.at(-1) ?? 0] ?? 0,
    ys[rowLines.at(-1) ?? 0] ?? 0,
  ];
  return { rows: rowLines.length - 1, cols: colLines.length - 1, cells, box };
}

/**
 * Without the lines at the table's ends that only some cells reach beyond: a merged label open at a page break
 * hangs below the last row, and makes no row of its own.
 */
function rowLinesOf(regions: readonly Region[], lines: readonly number[]): number[] {
  const kept = [...lines];
  const begins = (line: number | undefined) => regions.some((r) => r.row === line);
  const ends = (line: number | undefined) => regions.some((r) => r.row + r.rowSpan === line);
  while (kept.length > 2 && !begins(kept.at(-2))) kept.splice(-2, 1);
  while (kept.length > 2 && !ends(kept[1])) kept.splice(1, 1);
  return kept;
}

/** Which of a cell's edges lie on the table's own and have no rule. */
function openEdges({ rows, across }: Lattice, { row, col, rowSpan, colSpan }: Region): OpenEdges | undefined {
  const bare = (line: number) => !across[line]?.slice(col, col + colSpan).some(Boolean);
  const top = row === 0 && bare(0);
  const bottom = row + rowSpan === rows && bare(rows);
  if (!top && !bottom) return undefined;
  return { ...(top ? { top } : {}), ...(bottom ? { bottom } : {}) };
}

/** A single box that is no table: too small for a line of text, or a frame around the page. */
function isDecoration(grid: Grid, page?: { readonly width: number; readonly height: number }): boolean {
  if (grid.cells.length > 1) return false;
  const [x0, y0, x1, y1] = grid.box;
  if (x1 - x0 < 24 || y1 - y0 < 10) return true;
  return page !== undefined && x1 - x0 > page.width * 0.85 && y1 - y0 > page.height * 0.85;
}

function isFrameOfOthers(grid: Grid, grids: readonly Grid[]): boolean {
  if (grid.cells.length > 1) return false;
  const [x0, y0, x1, y1] = grid.box;
  return grids.some(
    ({ box }) => box !== grid.box && box[0] >= x0 && box[1] >= y0 && box[2] <= x1 && box[3] <= y1,
  );
}
