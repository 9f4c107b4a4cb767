/** The walls between the smallest cells that all rules of a table cut it into. */
export interface Lattice {
  readonly rows: number;
  readonly cols: number;
  /** `across[line][col]`: is there a wall on horizontal line `line` (0 = top edge) over column `col`? */
  readonly across: readonly (readonly boolean[])[];
  /** `down[line][row]`: is there a wall on vertical line `line` (0 = left edge) along row `row`? */
  readonly down: readonly (readonly boolean[])[];
}

export interface Region {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

/**
 * The cells of a lattice: what the walls enclose. What the outside reaches through a missing outer wall is
 * no cell, unless two walls run up to the edge on both sides of the opening: then the edge was just not drawn.
 * An enclosed shape that is no rectangle (a wall has a hole) is cut into rectangles.
 */
export function cellRegions(lattice: Lattice): Region[] {
  const { rows, cols } = lattice;
  const closed = closeOpenEdges(lattice);
  const across = (line: number, col: number) => closed.across[line]?.[col] ?? false;
  const down = (line: number, row: number) => closed.down[line]?.[row] ?? false;
  const seen = new Array<boolean>(rows * cols).fill(false);
  const regions: Region[] = [];
  for (let start = 0; start < rows * cols; start++) {
    if (seen[start]) continue;
    const members: number[] = [];
    let leaks = false;
    const queue = [start];
    seen[start] = true;
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      members.push(at);
      const row = Math.floor(at / cols);
      const col = at % cols;
      const go = (wall: boolean, inside: boolean, to: number) => {
        if (wall) return;
        if (!inside) leaks = true;
        else if (!seen[to]) {
          seen[to] = true;
          queue.push(to);
        }
      };
      go(across(row, col), row > 0, at - cols);
      go(across(row + 1, col), row < rows - 1, at + cols);
      go(down(col, row), col > 0, at - 1);
      go(down(col + 1, row), col < cols - 1, at + 1);
    }
    if (!leaks) regions.push(...rectangles(members, cols));
  }
  return regions;
}

function closeOpenEdges(lattice: Lattice): Lattice {
  const { rows, cols } = lattice;
  const across = lattice.across.map((line) => [...line]);
  const down = lattice.down.map((line) => [...line]);
  const close = (edge: boolean[], wallAt: (line: number) => boolean) => {
    for (let from = 0; from < edge.length; from++) {
      if (edge[from]) continue;
      let to = from;
      while (to + 1 < edge.length && !edge[to + 1] && !wallAt(to + 1)) to++;
      if (wallAt(from) && wallAt(to + 1)) edge.fill(true, from, to + 1);
      from = to;
    }
  };
  for (const [line, row] of [
    [0, 0],
    [rows, rows - 1],
  ] as const) {
    close(across[line] ?? [], (at) => lattice.down[at]?.[row] ?? false);
  }
  for (const [line, col] of [
    [0, 0],
    [cols, cols - 1],
  ] as const) {
    close(down[line] ?? [], (at) => across[at]?.[col] ?? false);
  }
  // Two rules that cross are no table, and closing their corners would make one of them.
  if (rows * cols > 4) closeCorners(lattice, across, down);
  return { rows, cols, across, down };
}

/**
 * Closes a corner of which neither side is drawn (a table open at its sides, cut by a page break): its cell
 * reaches from the first wall on one side to the first wall on the other.
 */
function closeCorners({ rows, cols }: Lattice, across: boolean[][], down: boolean[][]): void {
  for (const [line, row, nextRow] of [
    [0, 0, 1],
    [rows, rows - 1, -1],
  ] as const) {
    for (const [side, col, nextCol] of [
      [0, 0, 1],
      [cols, cols - 1, -1],
    ] as const) {
      const width = opening(
        cols,
        (i) => across[line]?.[col + i * nextCol] ?? false,
        (i) => down[nextCol > 0 ? i : cols - i]?.[row] ?? false,
      );
      const height = opening(
        rows,
        (i) => down[side]?.[row + i * nextRow] ?? false,
        (i) => across[nextRow > 0 ? i : rows - i]?.[col] ?? false,
      );
      if (width === 0 || height === 0) continue;
      for (let i = 0; i < width; i++) across[line]![col + i * nextCol] = true;
      for (let i = 0; i < height; i++) down[side]![row + i * nextRow] = true;
    }
  }
}

/** How many places an edge is open from a corner to the first wall that meets it; 0 where none does. */
function opening(length: number, drawn: (i: number) => boolean, wallAt: (i: number) => boolean): number {
  for (let i = 0; i < length && !drawn(i); i++) if (wallAt(i + 1)) return i + 1;
  return 0;
}

function rectangles(members: readonly number[], cols: number): Region[] {
  const left = new Set(members);
  const regions: Region[] = [];
  for (const start of [...members].sort((a, b) => a - b)) {
    if (!left.has(start)) continue;
    const row = Math.floor(start / cols);
    const col = start % cols;
    let colSpan = 1;
    while (col + colSpan < cols && left.has(start + colSpan)) colSpan++;
    const full = (r: number) => {
      for (let c = 0; c < colSpan; c++) if (!left.has(r * cols + col + c)) return false;
      return true;
    };
    let rowSpan = 1;
    while (full(row + rowSpan)) rowSpan++;
    for (let r = 0; r < rowSpan; r++) {
      for (let c = 0; c < colSpan; c++) left.delete((row + r) * cols + col + c);
    }
    regions.push({ row, col, rowSpan, colSpan });
  }
  return regions;
}
