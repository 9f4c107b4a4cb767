import { z } from 'zod';
import { clause, states, text } from './common.ts';

/**
 * `GET /api/batches` → `batchList`; `POST /api/batches` (`newBatch`) → `batch`; `GET /api/batches/:batch` → `batch`.
 * `PUT /api/batches/:batch/files/<path>` puts one file (raw body) into the batch's folder, path parts URL-encoded;
 * `PUT /api/batches/:batch/lists/:kind/<name>` one list (`awards`, `summary`, `registry`, `affiliates`).
 * `POST …/run` starts or resumes, `POST …/cancel` ends in order; `PUT …/policy` (`policySave`) sets who must look.
 */

export const newBatch = z.object({
  call: z.string().min(1),
  name: z.string().trim().min(1).max(200),
  /** `YYYY-MM-DD`; today where absent. */
  asOf: z.iso.date().optional(),
  reading: z.string().optional(),
  /** The office states that each filing came with all its files. */
  complete: z.boolean().default(false),
});

/** Whose eyes a filing needs: a second person who does not see the first decision, and a check 复核 by the head. */
export const policy = z.object({
  blind: z.enum(['none', 'sample', 'all']),
  /** Share of filings that a second person judges blind, 0..1; counts where `blind` is `sample`. */
  blindShare: z.number().min(0).max(1),
  /** `refusals`: only what is returned or rejected. */
  check: z.enum(['none', 'refusals', 'all']),
  /** Share of decided filings drawn again blind to know how often the office errs, 0..0.2. */
  redraw: z.number().min(0).max(0.2),
  /** Share of shown values that must be right, 0.9..1; the confidence from which a value needs nobody follows from it. */
  target: z.number().min(0.9).max(1),
});

/** A save is refused (`stale`) where another saved since; `revision` is of what was read. */
export const policySave = policy.extend({ revision: z.number() });

/** How many filings stand where. Every number opens the queue with the view of the same name. */
export const flow = z.object({
  /** 收到: files that claim to be filings. */
  received: z.number(),
  /** 重复件: the same bytes again, and former versions. */
  doubles: z.number(),
  /** 未读出. */
  unread: z.number(),
  /** 受理: received − doubles − unread. */
  accepted: z.number(),
  todo: z.number(),
  doubt: z.number(),
  second: z.number(),
  conflict: z.number(),
  check: z.number(),
  /** Decided, by what was decided; the last six with these add up to `accepted` + `unread`. */
  passed: z.number(),
  returned: z.number(),
  rejected: z.number(),
});

/** How a run goes on. `secondsLeft` is an estimate from what was done. */
export const progress = z.object({
  run: z.string(),
  state: z.enum(['running', 'done', 'stopped', 'failed']),
  stage: z.enum(['read', 'assemble', 'extract', 'classify', 'match', 'judge']),
  done: z.number(),
  of: z.number(),
  /** The file and page being read. */
  file: z.string().optional(),
  page: z.number().optional(),
  pages: z.number().optional(),
  secondsLeft: z.number().optional(),
  /** Where the run ended because of something: what. */
  message: text.optional(),
});

export const batchRow = z.object({
  id: z.string(),
  call: z.object({ id: z.string(), title: text }),
  name: z.string(),
  createdAt: z.string(),
  filings: z.number(),
  states,
  flow,
  progress: progress.optional(),
});

export const batchList = z.object({ batches: z.array(batchRow) });

export const batch = batchRow.extend({
  asOf: z.string(),
  reading: z.string().optional(),
  complete: z.boolean(),
  policy,
  /** Of how the batch is set up. */
  revision: z.number(),
  /** Files put into the batch's folder, and its lists by kind. */
  files: z.number(),
  lists: z.record(z.string(), z.array(z.string())),
  /** Batch opened by the command line: its files lie elsewhere and are not added to here. */
  outside: z.boolean(),
  /** What rules on the batch found: quota by unit, ranking … */
  findings: z.array(
    z.object({
      rule: z.string(),
      title: text,
      verdict: z.enum(['pass', 'fail', 'unknown', 'not-applicable']),
      message: text,
      clause,
      filings: z.array(z.string()),
    }),
  ),
  /** Annexes of nobody known. */
  unassigned: z.array(z.object({ file: z.string(), message: text })),
  /** Former versions of its filings, each with the filing that it was: what the flow counts as doubles. */
  former: z.array(
    z.object({
      filing: z.string(),
      version: z.number(),
      file: z.string(),
      applicant: z.string(),
      title: z.string(),
    }),
  ),
});

export type NewBatch = z.infer<typeof newBatch>;
export type Policy = z.infer<typeof policy>;
export type PolicySave = z.infer<typeof policySave>;
export type Flow = z.infer<typeof flow>;
export type Progress = z.infer<typeof progress>;
export type BatchRow = z.infer<typeof batchRow>;
export type BatchDetail = z.infer<typeof batch>;
