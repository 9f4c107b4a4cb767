import { z } from 'zod';
import { liftResults } from './results-before.ts';

/**
 * The contract of `results.json`, version `chushen.results/2`: extend, never rename. `docs/results.md` tells every key.
 * Messages are in the run's language; codes, keys and labels are the same in both.
 */

const box = z.tuple([z.number(), z.number(), z.number(), z.number()]);
export const placeSchema = z.union([
  z.object({ file: z.string().optional(), page: z.int().min(1), box }),
  z.object({ file: z.string().optional(), part: z.string(), path: z.string() }),
]);
const where = z.array(placeSchema);
const clause = z.object({ ref: z.string(), text: z.string() });

const scalar = z.union([z.string(), z.number(), z.null()]);
const fieldValue = z.union([
  scalar,
  z.array(z.string()),
  z.array(z.record(z.string(), scalar)),
  z.record(z.string(), scalar),
]);

const field = z.object({
  label: z.string(),
  value: fieldValue,
  raw: z.string(),
  unit: z.string().optional(),
  statedUnit: z.string().optional(),
  state: z.enum(['filled', 'blank', 'unreadable', 'absent']),
  confidence: z.number().min(0).max(1),
  where,
  readBy: z.literal('model').optional(),
  byHand: z.literal(true).optional(),
  repaired: z.object({ from: z.string(), by: where.optional() }).optional(),
  code: z.object({ standard: z.string(), code: z.string(), name: z.string() }).optional(),
  conflicts: z.array(z.object({ value: fieldValue, where })).optional(),
});

const problem = z.object({
  code: z.string(),
  message: z.string(),
  gravity: z.enum(['lost', 'partial', 'note']),
  page: z.int().optional(),
  where: where.optional(),
});

const finding = z.object({
  rule: z.string(),
  title: z.string(),
  /** What it means for the filing where it fails. */
  consequence: z.enum(['bars', 'mend', 'remark', 'person']),
  verdict: z.enum(['pass', 'fail', 'unknown', 'not-applicable']),
  manual: z.literal(true).optional(),
  message: z.string(),
  clause,
  evidence: where,
});

const cue = z.object({ text: z.string(), where });
const classification = z.object({
  scheme: z.string(),
  label: z.string().nullable(),
  parent: z.object({ name: z.string().nullable(), score: z.number() }).optional(),
  second: z.object({ label: z.string(), share: z.number() }).optional(),
  model: z.string().optional(),
  declared: z.string().optional(),
  candidates: z.array(
    z.object({
      label: z.string(),
      parent: z.string().optional(),
      item: z.object({ name: z.string(), definition: clause }).optional(),
      score: z.number(),
      evidence: z.array(cue),
      definition: clause,
    }),
  ),
  secondOpinion: z
    .object({
      stance: z.enum(['agrees', 'differs', 'none']),
      model: z.string(),
      label: z.string().nullable(),
      quote: cue.optional(),
      definition: clause.optional(),
    })
    .optional(),
});

const match = z.object({
  kind: z.enum(['award', 'archive', 'batch']),
  target: z.object({
    type: z.enum(['award', 'filing', 'archive']),
    id: z.string(),
    title: z.string(),
    company: z.string(),
    year: z.int().optional(),
    programme: z.string().optional(),
    file: z.string().optional(),
  }),
  score: z.number().min(0).max(1),
  verdict: z.enum(['barred', 'review', 'info']),
  reasons: z.array(z.string()),
  signals: z.array(z.object({ name: z.string(), value: z.number(), weight: z.number() })),
  passages: z.array(z.object({ here: cue, there: cue })),
  /** Rare terms that both use, most telling first. */
  terms: z.array(z.object({ term: z.string(), here: where, there: where })).optional(),
  excludedShare: z.number().min(0).max(1),
});

/** One reason for a state: the rule, the match (id of its target) or the problem (its code) it comes from. */
const reason = z.object({
  source: z.union([
    z.object({ rule: z.string() }),
    z.object({ match: z.string() }),
    z.object({ problem: z.string() }),
  ]),
  message: z.string(),
});

/** One file of the batch: the form of a filing, an annex of one, or an annex whose filing cannot be told. */
const batchFile = z.object({
  id: z.string(),
  file: z.string(),
  role: z.enum(['form', 'annex', 'unassigned']),
  /** How an annex was found to belong to the filing. */
  by: z.enum(['folder', 'name', 'stem', 'content']).optional(),
  /** Keys of the call's annexes that it is. */
  annexes: z.array(z.string()),
  status: z.enum(['done', 'partial', 'failed']),
  format: z.string().optional(),
  pages: z.int(),
  problems: z.array(problem),
});

export const filingResultSchema = z.object({
  /** The form's file id: what was judged here. */
  id: z.string(),
  /** The filing that survives its corrections, and which version of it this is, counted from 1. */
  filing: z.string(),
  version: z.int().min(1),
  file: z.string(),
  status: z.enum(['done', 'partial', 'failed']),
  /** What the office reads first 机审状态. */
  state: z.enum(['passed', 'remarked', 'mend', 'failed', 'open', 'unread']),
  /** Why, most serious first; empty only for `passed`. */
  reasons: z.array(reason),
  /** How many of the reasons, its last ones, bar nobody. */
  remarks: z.int().min(0),
  /** Findings that only a person can settle. */
  checklist: z.int().min(0),
  /** What the office decided of this version, where it did; absent while two must not know of each other. */
  decision: z
    .object({
      kind: z.enum(['pass', 'return', 'reject', 'doubt']),
      /** Titles of the conditions named, the main one first. */
      reasons: z.array(z.string()),
      note: z.string(),
      by: z.string(),
      at: z.string(),
    })
    .optional(),
  format: z.string().optional(),
  problems: z.array(problem),
  pages: z.int(),
  ocrPages: z.int(),
  fields: z.record(z.string(), field),
  classification: z.array(classification),
  findings: z.array(finding),
  matches: z.array(match),
  /** The form first, then its annexes. */
  files: z.array(batchFile).default([]),
});

export const batchFindingSchema = finding.extend({ filings: z.array(z.string()) });

/** What all filings come to; absent in results of version 1. */
export const totalsSchema = z.object({
  filings: z.int(),
  states: z.record(z.string(), z.int()),
  /** Files of any kind that could not be read. */
  failed: z.int(),
});
export type Totals = z.infer<typeof totalsSchema>;

export const resultsSchema = z.object({
  schema: z.literal('chushen.results/2'),
  call: z.string(),
  run: z.object({
    /** Absent in results of version 1. */
    id: z.string().optional(),
    batch: z.object({ id: z.string(), name: z.string() }).optional(),
    startedAt: z.string(),
    finishedAt: z.string(),
    asOf: z.string(),
    lang: z.enum(['zh', 'en']),
    versions: z.record(z.string(), z.string()),
    /** A hash of what was decided when this was written; absent while nothing was. */
    decided: z.string().optional(),
  }),
  totals: totalsSchema.optional(),
  filings: z.array(filingResultSchema),
  /** Annexes that could not be counted to any filing. */
  unassigned: z.array(batchFile).default([]),
  batch: z.object({
    findings: z.array(batchFindingSchema),
    /** Filings that are likely one solution, by id, and the awards and earlier filings they repeat. */
    cases: z.array(z.object({ filings: z.array(z.string()), earlier: z.array(z.string()) })).default([]),
  }),
});

/**
 * The results of parsed JSON: of this version as they stand, of `chushen.results/1` lifted to it. `undefined` where it
 * is neither.
 */
export function readResults(json: unknown): Results | undefined {
  const now = resultsSchema.safeParse(json);
  if (now.success) return now.data;
  const lifted = resultsSchema.safeParse(liftResults(json));
  return lifted.success ? lifted.data : undefined;
}

export type Results = z.infer<typeof resultsSchema>;
export type BatchFileResult = z.infer<typeof batchFile>;
export type FilingResult = z.infer<typeof filingResultSchema>;
