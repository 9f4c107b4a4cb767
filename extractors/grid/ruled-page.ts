import type { Block } from '../../core/document.ts';
import type { Rule } from './grid.ts';
import { gridsOf } from './grids-of.ts';
import { layoutPage } from './layout.ts';
import { wallsBetween } from './level-tables.ts';
import type { Glyph } from './lines.ts';

/** What a page format draws: characters with their boxes, and rules, in points from the top left. */
export interface RuledPage {
  /** 1 for the first page. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
}

/** The blocks of a text layer with its ruled tables, whatever format the page came in. Pure. */
export function blocksOfPage({ number, width, height, glyphs, rules }: RuledPage): Block[] {
  const ink = glyphs.flatMap(({ text, box }) => (text.trim() === '' ? [] : [box]));
  const grids = gridsOf([...rules, ...wallsBetween(rules, ink)], { width, height });
  return layoutPage({ page: number, glyphs, grids, readBy: 'text-layer' });
}
