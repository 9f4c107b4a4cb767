import { z } from 'zod';
import { role, text } from './common.ts';
import { act } from './filing.ts';

/**
 * Calls: `GET /api/calls` → `calls`; `GET /api/calls/:id` → `callDetail`; `POST /api/calls/draft?name=<file>` (raw body:
 * the notice) → `callDraft`; `PUT /api/calls/draft/:id` (`draftEdit`) → `callDraft`.
 * Awards: `GET /api/awards?q=&offset=&limit=` → `awards`; `POST /api/awards/preview?name=<file>` (raw body) →
 * `awardPreview`; `POST /api/awards/import/:preview` → `{ added, replaced }`. Archive: `GET /api/archive?q=&offset=&limit=` → `archive`.
 * Quality: `GET /api/batches/:batch/quality` → `quality`, `PUT …/quality/threshold` (`thresholdSave`) takes
 * the threshold into use → `quality`.
 * What the office says of itself in letters: `GET /api/office` → `officeOf`, `PUT /api/office` (`officeSave`) → the same.
 * Audit: `GET /api/audit?batch=&filing=&by=&offset=&limit=` → `audit`. Users: `GET /api/users` → `users`; `PUT /api/users/:id` (`userEdit`).
 * Papers: `POST /api/batches/:batch/papers` (`paperOrder`) → `papers`; `GET /api/papers/:id` → the file.
 * Live: `GET /api/live?batch=` is a stream of server-sent events, `event: change` with `change`.
 */

export const calls = z.object({
  calls: z.array(
    z.object({
      id: z.string(),
      title: text,
      year: z.number(),
      issuer: text,
      rules: z.number(),
      own: z.boolean(),
      readings: z.array(z.object({ id: z.string(), title: text })),
    }),
  ),
});

export const callDetail = z.object({
  id: z.string(),
  title: text,
  rules: z.array(
    z.object({
      id: z.string(),
      title: text,
      consequence: z.string(),
      clause: z.object({ ref: z.string(), text: z.string() }),
    }),
  ),
  schemes: z.array(z.object({ id: z.string(), title: text, labels: z.array(z.string()) })),
});

/** A call drafted from a notice, with what a person must still say and the notice beside it. */
export const callDraft = z.object({
  id: z.string(),
  notice: z.string(),
  /** The pack's files as they would be written. */
  files: z.array(z.object({ name: z.string(), content: z.string() })),
  open: z.array(z.object({ message: text, words: z.string().optional() })),
  mistakes: z.array(z.object({ file: z.string(), path: z.string(), message: text, mend: text })),
});
export const draftEdit = z.object({
  name: z.string(),
  content: z.string().max(2_000_000),
  keep: z.boolean().default(false),
});

export const awards = z.object({
  total: z.number(),
  rows: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      company: z.string(),
      year: z.number().optional(),
      programme: z.string(),
      issuer: z.string(),
      source: z.string(),
    }),
  ),
});
export const awardPreview = z.object({
  id: z.string(),
  rows: z.number(),
  /** What each list was taken for, and what was not understood. */
  lists: z.array(
    z.object({
      title: z.string(),
      programme: z.string(),
      issuer: text,
      year: z.number().optional(),
      rows: z.number(),
    }),
  ),
  sample: awards.shape.rows,
  unread: z.array(z.object({ row: z.number(), message: text })),
});
export const archive = z.object({
  total: z.number(),
  rows: z.array(
    z.object({
      id: z.string(),
      call: text,
      title: z.string(),
      applicant: z.string(),
      batch: z.object({ id: z.string(), name: z.string() }),
    }),
  ),
});

/** Shares with their 95 % intervals (Wilson). */
const share = z.object({ value: z.number(), low: z.number(), high: z.number(), of: z.number() });
export const quality = z.object({
  target: z.number(),
  /** Of how the batch is set up. */
  revision: z.number(),
  /** Least confidence from which a value needs nobody, by the office's own corrections; absent while there are too few. */
  threshold: z.number().optional(),
  /** The one in use. */
  used: z.number(),
  values: z.number(),
  corrected: z.number(),
  /** Share of values above the threshold, and of those looked at how many were wrong. */
  untouched: share,
  errors: share,
  /** Of filings drawn again blind: how many were decided otherwise. */
  redrawn: share,
  secondsPerFiling: z.number(),
  secondsPerDoubt: z.number(),
  byConfidence: z.array(
    z.object({ from: z.number(), to: z.number(), looked: z.number(), wrong: z.number() }),
  ),
});

/** The threshold that the person looked at; refused (`stale`) where it or the batch's settings are others by now. */
export const thresholdSave = z.object({ threshold: z.number(), revision: z.number() });

export const audit = z.object({
  total: z.number(),
  acts: z.array(
    act.extend({
      batch: z.string(),
      filing: z.string(),
      version: z.number(),
      applicant: z.string().optional(),
      title: z.string().optional(),
    }),
  ),
});

export const users = z.object({
  users: z.array(z.object({ id: z.string(), name: z.string(), role, active: z.boolean() })),
});
/** Answered with `{ password }` once where the user is new or `renew` was asked. */
export const userEdit = z.object({
  name: z.string().trim().min(1).max(60),
  role,
  active: z.boolean().default(true),
  renew: z.boolean().default(false),
});

/** What the office says of itself in its letters: every key there is, with its name; an empty value says nothing. */
export const officeOf = z.object({
  settings: z.array(z.object({ key: z.string(), name: text, value: z.string() })),
  /** Where its own templates lie, to be changed with Word. */
  templates: z.string(),
  /** Of what is said. */
  revision: z.string(),
});
/** Refused (`stale`) where another saved since. */
export const officeSave = z.object({
  settings: z.record(z.string(), z.string().trim().max(500)),
  revision: z.string(),
});
/** `letters` 补正/受理/不予受理通知书 by what was decided, `summary` 推荐汇总表, `workbook` 初审结果.xlsx, `page` report.html, `meeting` 会议材料. */
export const paperOrder = z.object({
  kind: z.enum(['letters', 'summary', 'workbook', 'page', 'meeting']),
  /** For letters: which filings; absent: all decided and not sent. */
  filings: z.array(z.string()).optional(),
  /** Marks the letters as sent, after which nothing is undone. */
  send: z.boolean().default(false),
  lang: z.enum(['zh', 'en']).default('zh'),
});
export const papers = z.object({
  papers: z.array(z.object({ id: z.string(), name: z.string(), bytes: z.number() })),
  refused: z.array(z.object({ filing: z.string(), name: z.string().default(''), why: text })),
  /** For the clerk alone: what is to be looked at although the paper was made. */
  remarks: z.array(z.object({ filing: z.string(), name: z.string().default(''), why: text })).default([]),
});

/** Something happened elsewhere: the page asks for what it shows anew. */
export const change = z.object({
  batch: z.string(),
  kind: z.enum(['progress', 'filings', 'batch']),
  filings: z.array(z.string()).optional(),
  by: z.string().optional(),
});

export type Calls = z.infer<typeof calls>;
export type CallDraft = z.infer<typeof callDraft>;
export type AwardPreview = z.infer<typeof awardPreview>;
export type Quality = z.infer<typeof quality>;
export type OfficeOf = z.infer<typeof officeOf>;
export type Change = z.infer<typeof change>;
export type PaperOrder = z.infer<typeof paperOrder>;
export type Papers = z.infer<typeof papers>;
