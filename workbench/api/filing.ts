import { z } from 'zod';
import {
  box,
  clause,
  consequence,
  decisionKind,
  filingState,
  places,
  stage,
  text,
  verdict,
} from './common.ts';
import { lease } from './queue.ts';

/**
 * `GET /api/batches/:batch/filings/:filing` → `filing`. `GET …/next?after=<filing>&<queueQuery>` → `next`.
 * Acts, each answered with the new `filing` (409 with code `stale` and nothing changed where `revision` is not the
 * latest; what was typed stays in the draft): `POST …/rulings` (`ruling`), `POST …/corrections` (`correction`),
 * `POST …/decisions` (`decide`), `POST …/reopen` (`reopen`), `POST …/check` (`check`), `POST …/assign` (`assign`);
 * `POST …/lease` takes or prolongs, `DELETE …/lease` gives back; `PUT …/draft` (`draft`) keeps what was typed.
 * `POST /api/undo/:act` (`{}`) takes back the own last act while no letter was sent.
 * Pages: `GET …/pages` → `pages`; `GET …/pages/:n.png?width=<px>` → picture.
 */

const scalar = z.union([z.string(), z.number(), z.null()]);
const fieldValue = z.union([
  scalar,
  z.array(z.string()).readonly(),
  z.array(z.record(z.string(), scalar).readonly()).readonly(),
  z.record(z.string(), scalar).readonly(),
]);

export const field = z.object({
  key: z.string(),
  label: z.string(),
  name: text.optional(),
  value: fieldValue,
  raw: z.string(),
  unit: z.string().optional(),
  state: z.enum(['filled', 'blank', 'unreadable', 'absent']),
  confidence: z.number(),
  where: places,
  conflicts: z.array(z.object({ value: fieldValue, where: places })).optional(),
  /** What it was before a person put it right. */
  corrected: z.object({ from: fieldValue, by: z.string(), at: z.string(), why: z.string() }).optional(),
});

/**
 * One thing that needs a person. `subject` names it: `field:<key>`, `rule:<id>`, `label:<scheme>`, `match:<target>`,
 * `check:<rule>` for a point of the checklist.
 */
export const doubt = z.object({
  subject: z.string(),
  kind: z.enum(['field', 'rule', 'label', 'match', 'check']),
  title: text,
  why: text,
  clause: clause.optional(),
  evidence: places,
  /** What a person may say of it; the first is what one key confirms. */
  answers: z.array(z.object({ value: z.string(), text })),
  /** What was said. */
  ruling: z.object({ value: z.string(), note: z.string(), by: z.string(), at: z.string() }).optional(),
});

const candidate = z.object({
  label: z.string(),
  score: z.number(),
  phrases: z.array(z.object({ text: z.string(), where: places })),
});

export const label = z.object({
  scheme: z.string(),
  title: text,
  label: z.string().nullable(),
  second: z.object({ label: z.string(), share: z.number() }).optional(),
  declared: z.string().optional(),
  candidates: z.array(candidate),
  /** What a person said it is. */
  ruled: z.string().optional(),
});

export const match = z.object({
  target: z.string(),
  kind: z.enum(['award', 'archive', 'batch']),
  title: z.string(),
  company: z.string(),
  year: z.number().optional(),
  file: z.string().optional(),
  score: z.number(),
  verdict: z.enum(['barred', 'review', 'info']),
  reasons: z.array(text),
  passages: z.array(
    z.object({
      here: z.object({ text: z.string(), where: places }),
      there: z.object({ text: z.string(), where: places }),
    }),
  ),
  terms: z.array(z.string()),
  ruled: z.enum(['same', 'different']).optional(),
});

export const finding = z.object({
  rule: z.string(),
  title: text,
  consequence,
  verdict,
  manual: z.boolean(),
  message: text,
  clause,
  evidence: places,
  /** What a person said of it. */
  ruled: z.enum(['met', 'not-met']).optional(),
});

export const decision = z.object({
  id: z.string(),
  version: z.number(),
  /** `first` 初审, `second` 第二人盲审, `third` 裁定, `check` 复核, `again` 复审. */
  step: z.enum(['first', 'second', 'third', 'check', 'again']),
  kind: z.enum([...decisionKind.options, 'reopen', 'undo']),
  /** Rules, the main one first. */
  reasons: z.array(z.string()),
  note: z.string(),
  by: z.string(),
  byName: z.string(),
  at: z.string(),
});

export const act = z.object({
  id: z.string(),
  at: z.string(),
  by: z.string(),
  byName: z.string(),
  kind: z.string(),
  text,
  /** As it is kept, and in words. */
  old: z.string().optional(),
  was: text.optional(),
  new: z.string().optional(),
  is: text.optional(),
});

/** What was typed and not yet said. */
export const draft = z.object({
  kind: decisionKind.optional(),
  reasons: z.array(z.string()).default([]),
  note: z.string().max(5000).default(''),
  /** Values being corrected, by field. */
  fields: z.record(z.string(), z.string()).default({}),
  /** Notes to answers, by subject. */
  notes: z.record(z.string(), z.string()).default({}),
});

export const filing = z.object({
  filing: z.string(),
  version: z.number(),
  file: z.string(),
  applicant: z.string(),
  title: z.string(),
  region: z.string(),
  unit: z.string(),
  state: filingState,
  now: filingState,
  reasons: z.array(text),
  stage,
  /** What the person before the page may do now. */
  may: z.array(z.enum(['rule', 'correct', 'decide', 'check', 'settle', 'reopen', 'undo', 'assign', 'send'])),
  revision: z.number(),
  lease: lease.optional(),
  assignee: z.object({ id: z.string(), name: z.string() }).optional(),
  /** In the order in which ENTER goes through them; what was answered stays, with its ruling. */
  doubts: z.array(doubt),
  checklist: z.array(doubt),
  fields: z.array(field),
  findings: z.array(finding),
  labels: z.array(label),
  matches: z.array(match),
  problems: z.array(z.object({ code: z.string(), message: text })),
  files: z.array(
    z.object({
      id: z.string(),
      file: z.string(),
      role: z.enum(['form', 'annex', 'unassigned']),
      pages: z.number(),
    }),
  ),
  /** In blind review without those of others. */
  decisions: z.array(decision),
  /** Reasons that a decision may name: failing and open rules first, digits 1–9 pick the first nine. */
  reasonChoices: z.array(z.object({ rule: z.string(), title: text, clause, suggested: z.boolean() })),
  /** What the machine would decide; a person does. */
  suggested: decisionKind,
  versions: z.array(z.object({ version: z.number(), file: z.string(), addedAt: z.string() })),
  /** Against the version before, where there is one. */
  changes: z.array(z.object({ key: z.string(), label: z.string(), old: z.string(), new: z.string() })),
  /** What was done with this version's document while it was a filing of its own; none of it counts for this one. */
  formerly: z.array(
    z.object({
      filing: z.string(),
      decisions: z.array(decision),
      /** Things found or put right. */
      found: z.number(),
      letters: z.array(z.object({ number: z.string(), at: z.string() })),
    }),
  ),
  history: z.array(act),
  draft: draft.optional(),
});

const acting = { revision: z.number().int() };

export const ruling = z.object({
  ...acting,
  /** Several at once: "all as expected". */
  rulings: z
    .array(z.object({ subject: z.string(), value: z.string(), note: z.string().max(2000).default('') }))
    .min(1)
    .max(200),
  /** Seconds that the person was at it. */
  seconds: z.number().min(0).max(86400).default(0),
});

/** `value` as a person writes it; it is read by the form's own rules for the field. */
export const correction = z.object({
  ...acting,
  field: z.string(),
  value: z.string().max(20000),
  why: z.string().max(2000).default(''),
  seconds: z.number().min(0).max(86400).default(0),
});

export const decide = z.object({
  ...acting,
  version: z.number().int(),
  kind: decisionKind,
  reasons: z.array(z.string()).max(50).default([]),
  note: z.string().max(5000).default(''),
  seconds: z.number().min(0).max(86400).default(0),
});

/** The head agrees, or gives it back with a reason. */
export const check = z.object({ ...acting, agree: z.boolean(), note: z.string().max(5000).default('') });
export const reopen = z.object({ ...acting, why: z.string().trim().min(1).max(2000) });
export const assign = z.object({ ...acting, assignee: z.string() });

export const pages = z.object({
  /** False where nothing can draw this format here (Word without LibreOffice): why says so. */
  shown: z.boolean(),
  why: text.optional(),
  pages: z.array(
    z.object({
      /** Counted over all files of the filing, from 1; the number in the address of the picture. */
      n: z.number(),
      file: z.string(),
      /** Page in the file, as places name it. */
      page: z.number(),
      /** Points. */
      width: z.number(),
      height: z.number(),
    }),
  ),
  /** For Word: where the words of each subject stand on the drawn pages (`field:<key>`, `rule:<id>` …). */
  boxes: z.record(z.string(), z.array(z.object({ n: z.number(), box }))),
});

export type FilingField = z.infer<typeof field>;
export type Doubt = z.infer<typeof doubt>;
export type FilingDetail = z.infer<typeof filing>;
export type Draft = z.infer<typeof draft>;
export type Pages = z.infer<typeof pages>;
export type DecisionShown = z.infer<typeof decision>;
export type ActShown = z.infer<typeof act>;
