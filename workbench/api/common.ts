import { z } from 'zod';

/**
 * The contract between the workbench's server and its page: every request and every answer, as schemas. Texts that
 * the machine wrote come in both languages; the page shows one. Times are ISO 8601 in UTC, boxes points from the top
 * left of the upright page.
 */

export const text = z.object({ zh: z.string(), en: z.string() });
export const clause = z.object({ ref: z.string(), text: z.string() });
const number = z.number();
export const box = z.tuple([number, number, number, number]).readonly();
export const places = z
  .array(
    z.union([
      z.object({ file: z.string().optional(), page: z.int().min(1), box }).readonly(),
      z.object({ file: z.string().optional(), part: z.string(), path: z.string() }).readonly(),
    ]),
  )
  .readonly();
export const verdict = z.enum(['pass', 'fail', 'unknown', 'not-applicable']);
export const consequence = z.enum(['bars', 'mend', 'remark', 'person']);
export const filingState = z.enum(['passed', 'remarked', 'mend', 'failed', 'open', 'unread']);
export const states = z.record(filingState, z.number());

/** `clerk` 初审员, `head` 科室负责人 (checks decisions, settles conflicts), `admin` also keeps users and settings. */
export const role = z.enum(['clerk', 'head', 'admin']);

/** `pass` 通过, `return` 退回补正, `reject` 不予受理, `doubt` 存疑. */
export const decisionKind = z.enum(['pass', 'return', 'reject', 'doubt']);

/**
 * How far the office is with a filing 办理环节. `todo` 待初审, `doubt` 存疑, `second` 待第二人, `conflict` 意见不一,
 * `check` 待复核, `decided` 已决定, `sent` 已发文.
 */
export const stage = z.enum(['todo', 'doubt', 'second', 'conflict', 'check', 'decided', 'sent']);

/** Why the server refused; `code` is stable, the sentence says what to do. Answered with a status of 4xx or 5xx. */
export const refusal = z.object({ code: z.string(), message: text });

/** Who sits before the page. `csrf` goes back in the header `x-chushen` with every change. */
export const me = z.object({
  user: z.object({ id: z.string(), name: z.string(), role }),
  csrf: z.string(),
  /** One person on the own machine: no users, no second pair of eyes. */
  alone: z.boolean(),
  version: z.string(),
});

/** `POST /api/login` → `me`; what any route answers with code `login` and status 401 where nobody is signed in
 * (`closed` where one person works alone: the address shown at the start opens it). */
export const login = z.object({ id: z.string().trim().min(1).max(60), password: z.string().max(200) });

export type Role = z.infer<typeof role>;
export type DecisionKind = z.infer<typeof decisionKind>;
export type Stage = z.infer<typeof stage>;
export type Refusal = z.infer<typeof refusal>;
export type Me = z.infer<typeof me>;
