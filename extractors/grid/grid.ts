import type { OpenEdges } from '../../core/document.ts';
import type { Box } from '../../core/place.ts';

/** A drawn line of a table, horizontal or vertical, in points. */
export interface Rule {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** A cell known by its ruling, before any text is in it. Spans count grid rows and columns. */
export interface GridCell {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly box: Box;
  readonly open?: OpenEdges;
}

export interface Grid {
  readonly rows: number;
  readonly cols: number;
  readonly cells: readonly GridCell[];
  readonly box: Box;
}
