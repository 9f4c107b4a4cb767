import { z } from 'zod';
import { clauseRef, consequence, date, id, key, moment, officeList, text, unitKind } from './common.ts';

/** `call.yaml`: what the call is, its dates, quotas, copies, annexes and resubmission policy. */

const deadline = z.strictObject({
  /** Who must have it by then: the applicant's city, the province, the ministry, the online system. */
  level: z.enum(['city', 'province', 'ministry', 'online']),
  at: moment,
  note: text.optional(),
  clause: clauseRef,
});

const quota = z.strictObject({
  unit: unitKind,
  /** Units of no kind of their own, by the notice's word for them (学院, 园区): those whose name holds it. */
  named: z.string().min(1).optional(),
  max: z.int().min(0),
  /** The notice says 一般 or 原则上: more is unusual and no failure. */
  usual: z.literal(true).optional(),
  clause: clauseRef,
});

const copies = z.strictObject({
  level: z.enum(['city', 'province', 'ministry']),
  medium: z.enum(['paper', 'disc', 'email', 'online']),
  what: text,
  count: z.int().min(1),
  clause: clauseRef,
});

const annex = z.strictObject({
  key,
  title: z.string().min(1),
  aliases: z.array(z.string()).default([]),
  required: z.boolean(),
  clause: clauseRef,
});

/**
 * The notice asks for all of a filing packed together under the name that a field holds: a package so named
 * is the whole filing, and an annex that is not in it is missing.
 */
const packaging = z.strictObject({ namedAfter: key, clause: clauseRef });

/** How long an award bars. `while-valid` counts the award's validity from the list's date. */
const window = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unlimited') }),
  z.strictObject({ kind: z.literal('while-valid') }),
  z.strictObject({ kind: z.literal('last-years'), years: z.int().min(1) }),
]);

/**
 * A way to read the notice where its words leave room; the office may choose another one. `ownRule`: no reading of
 * this notice, but there for an office with a stricter rule of its own, so it leaves nothing open by itself.
 */
const reading = z.strictObject({
  id,
  title: text,
  window,
  why: text,
  ownRule: z.literal(true).optional(),
});

const resubmission = z.strictObject({
  bars: z.enum(['solution', 'project', 'applicant', 'nothing']),
  /** Programme ids whose awards count; `any` for every national programme. */
  programmes: z.union([z.literal('any'), z.array(id)]),
  /** Whose awards count, where it is not the body that calls: a province that forwards the ministry's call. */
  issuer: z.string().min(1).optional(),
  /** Years an award is valid from the date of the list; absent where the notice states none. */
  validityYears: z.int().min(1).optional(),
  readings: z.array(reading).min(1),
  /** The reading taken unless the office chooses another. */
  reading: id,
  /** Labels (of the pack's schemes) to which the ban does not apply. */
  exemptLabels: z.array(z.string()).default([]),
  /** The opposite of a ban: winners of these years must apply again, outside the quota. */
  mustReapply: z.array(z.strictObject({ programme: id, year: z.int(), usesQuota: z.boolean() })).default([]),
  clause: clauseRef,
  note: text.optional(),
});

/** What every rule on a whole batch says of itself. */
const ofBatch = {
  id,
  title: text,
  clause: clauseRef,
  /** What a failure means. No rule on a batch is left to a person for ever. */
  consequence: consequence.exclude(['person']),
  /** Why it is this consequence, where the clause's words do not say so by themselves. */
  because: text.optional(),
};

const batchRule = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('quota'),
    ...ofBatch,
    /** Field that holds the recommending unit. */
    unitField: key,
  }),
  z.strictObject({
    kind: z.literal('max-per-applicant'),
    ...ofBatch,
    /** A `remark` where the notice sets no limit: several filings are shown, and never fail. */
    max: z.int().min(1),
    /** Count within one label of this scheme level instead of over the call. */
    within: z.strictObject({ scheme: id, level: z.enum(['label', 'parent']) }).optional(),
  }),
  z.strictObject({
    kind: z.literal('must-reapply'),
    ...ofBatch,
    /** Field that holds the recommending unit: only winners of its province are missed. */
    unitField: key,
  }),
  /** The batch against a list of the office: what is missing on either side, and the order of a summary. */
  z.strictObject({
    kind: z.literal('list'),
    ...ofBatch,
    list: officeList,
  }),
]);

export const callSchema = z.strictObject({
  id,
  title: text,
  /** Short name for tables. */
  short: text,
  issuer: text,
  number: z.string().optional(),
  year: z.int().min(2000).max(2100),
  issued: date.optional(),
  published: date.optional(),
  /** Calls of one programme over the years share this id; award lists are matched by it and its names. */
  programme: z.strictObject({ id, names: z.array(z.string()).min(1) }),
  deadlines: z.array(deadline).min(1),
  quotas: z.array(quota).default([]),
  copies: z.array(copies).default([]),
  annexes: z.array(annex).default([]),
  package: packaging.optional(),
  resubmission,
  batch: z.array(batchRule).default([]),
  /** Contact, address and other facts worth showing. */
  notes: z.array(text).default([]),
});

export type Call = z.infer<typeof callSchema>;
export type Resubmission = z.infer<typeof resubmission>;
export type Reading = z.infer<typeof reading>;
export type BatchRule = z.infer<typeof batchRule>;
export type Annex = z.infer<typeof annex>;
