import { z } from 'zod';
import { text } from './common.ts';

/** One figure of the trends, without its numbers. */
const chart = z.object({
  id: z.string(),
  title: text,
  definition: text,
  kind: z.enum(['line', 'bar', 'heat', 'map', 'flow', 'table']),
});

/** `GET /api/trends`: all figures; `GET /api/trends/:id/csv`: the numbers of one as a file, `/:id/metadata`: what they are. */
export const trendList = z.object({ charts: z.array(chart) });

/** `GET /api/trends/:id?lang=`: one figure with its numbers, the question they answer, and what to draw. */
export const trend = chart.extend({
  sql: z.string(),
  /** What to cite: data version and question. */
  caption: text,
  columns: z.array(z.object({ name: z.string(), title: text })),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).readonly()).readonly(),
  /** The same as a person reads them: a count too small to be told says so. */
  shown: z.array(z.array(z.string())),
  /** For ECharts, plain data; absent for a table, or where nothing was counted. */
  option: z.record(z.string(), z.unknown()).optional(),
});

export const trendQuery = z.object({ lang: z.enum(['zh', 'en']).default('zh') });

export type TrendList = z.infer<typeof trendList>;
export type Trend = z.infer<typeof trend>;
