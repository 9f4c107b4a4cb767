import { z } from 'zod';
import { decisionKind, filingState, stage, text } from './common.ts';

/**
 * `GET /api/batches/:batch/queue?…` (`queueQuery`) → `queue`. Filters are joined by *and*; what is absent filters
 * nothing. `POST /api/batches/:batch/bulk/preview` (`bulk`) → `bulkPreview`, `POST …/bulk` (`bulk`) → `bulkDone`.
 */

/**
 * Saved views: all; 待初审; 有疑问; 需补正; 疑似重复; 已决定; 我的 (assigned to me or waiting for me); 待第二人;
 * 意见不一; 待复核; drawn again for quality; not read; and one for each number of the flow.
 */
export const view = z.enum([
  'all',
  'accepted',
  'todo',
  'doubts',
  'mend',
  'repeats',
  'decided',
  'mine',
  'second',
  'conflict',
  'check',
  'again',
  'doubt',
  'unread',
  'passed',
  'returned',
  'rejected',
]);

/** `need`: what needs a person first. */
export const sort = z.enum(['need', 'arrival', 'applicant', 'title', 'region', 'confidence', 'stage']);

export const queueQuery = z.object({
  view: view.default('all'),
  state: filingState.optional(),
  /** A rule that fails or is open. */
  rule: z.string().optional(),
  /** GB/T 2260, leading digits. */
  region: z
    .string()
    .regex(/^\d{2,6}$/)
    .optional(),
  unit: z.string().optional(),
  /** Which label in which schemes of the call; in an address as `<scheme>=<label>&…`, encoded once more. */
  labels: z
    .union([
      z.record(z.string(), z.string()),
      z.string().transform((pairs): Record<string, string> => Object.fromEntries(new URLSearchParams(pairs))),
    ])
    .optional(),
  /** Least sure field below this. */
  below: z.coerce.number().min(0).max(1).optional(),
  /** Id of who it is assigned to or was decided by. */
  reviewer: z.string().optional(),
  /** Words sought in applicant, title, file and fields. */
  q: z.string().trim().max(200).optional(),
  sort: sort.default('need'),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** Labels as an address says them. */
export const labelsInAddress = (labels: QueueQuery['labels']): string =>
  new URLSearchParams(labels ?? {}).toString();

/**
 * Of what comes behind a filing, `ahead` is what the page was told last: a filing that an answer moved elsewhere in the
 * list, or out of it, changes nothing of what comes next. Ids, joined by commas.
 */
export const nextQuery = queueQuery.omit({ offset: true, limit: true }).extend({
  after: z.string().default(''),
  ahead: z.string().max(4000).default(''),
});
/** What comes next and is held by nobody else, and what comes behind that, `filing` being the first of them. */
export const next = z.object({ filing: z.string().optional(), ahead: z.array(z.string()) });

export const lease = z.object({ by: z.string(), name: z.string(), until: z.string() });

export const queueRow = z.object({
  filing: z.string(),
  version: z.number(),
  file: z.string(),
  applicant: z.string(),
  title: z.string(),
  region: z.string(),
  regionName: z.string(),
  /** 推荐单位. */
  unit: z.string(),
  /** The machine's state, and the one that stands after what people found. */
  state: filingState,
  now: filingState,
  stage,
  decision: decisionKind.optional(),
  /** What needs a person and nobody has looked at yet. */
  doubts: z.number(),
  /** Points of the call's checklist not yet ticked. */
  checklist: z.number(),
  remarks: z.number(),
  confidence: z.number(),
  /** First reason for the state. */
  reason: text.optional(),
  assignee: z.object({ id: z.string(), name: z.string() }).optional(),
  lease: lease.optional(),
  /** Grows with every act on the filing; sent back with the next one. */
  revision: z.number(),
});

const facet = z.object({ value: z.string(), name: text, count: z.number() });

export const queue = z.object({
  rows: z.array(queueRow),
  /** Rows that answer to the query, shown or not. */
  total: z.number(),
  views: z.record(view, z.number()),
  /** What the batch can be filtered by. */
  facets: z.object({
    states: z.array(facet),
    rules: z.array(facet),
    regions: z.array(facet),
    units: z.array(facet),
    /** The call's label schemes (应用模式, 试点方向 …), in its order, that filings have labels of. */
    schemes: z.array(z.object({ id: z.string(), title: text, labels: z.array(facet) })),
    reviewers: z.array(facet),
  }),
});

/** Which filings: those named, or all that answer to a query. */
const which = z.union([
  z.object({ filings: z.array(z.string()).min(1).max(5000) }),
  z.object({ query: queueQuery.omit({ offset: true, limit: true, sort: true }) }),
]);

/** A blank means keep. */
export const bulk = z.object({
  which,
  decision: decisionKind.optional(),
  reasons: z.array(z.string()).optional(),
  note: z.string().max(2000).optional(),
  /** A user's id; empty: nobody. */
  assignee: z.string().optional(),
});

export const bulkPreview = z.object({
  /** Exactly what changes, filing by filing, first 500. */
  changes: z.array(
    z.object({
      filing: z.string(),
      title: z.string(),
      applicant: z.string(),
      what: z.array(
        z.object({
          field: z.enum(['decision', 'reasons', 'assignee', 'note']),
          old: z.string(),
          new: z.string(),
        }),
      ),
    }),
  ),
  count: z.number(),
  /** Filings left as they are, with why: leased by another, sent, own decision … */
  kept: z.array(z.object({ filing: z.string(), title: z.string(), why: text })),
  /** Of the filings that would pass: how many still have doubts or failing rules. Shown in red. */
  unsound: z.number(),
});

/** `undo` takes all of it back while nothing was sent: `POST /api/undo/:act`. */
export const bulkDone = z.object({ changed: z.number(), act: z.string() });

export type View = z.infer<typeof view>;
export type QueueQuery = z.infer<typeof queueQuery>;
export type QueueRow = z.infer<typeof queueRow>;
export type Queue = z.infer<typeof queue>;
export type Bulk = z.infer<typeof bulk>;
export type BulkPreview = z.infer<typeof bulkPreview>;
