import { isDeepStrictEqual } from 'node:util';
import type { Ruling } from '../../core/desk.ts';
import type { Text } from '../../core/lang.ts';
import type { Correction, Decision, DecisionKind } from '../../core/records.ts';
import { toValue } from '../../forms/fields/values.ts';
import { decisionWords } from '../../report/words.ts';
import { type FilingRecords, stale } from './office.ts';
import { type Acting, type ActPlan, type Done, perform } from './perform.ts';
import { rejudge } from './rejudge.ts';

/** What a person found of some subjects; a confirmed value has its conditions judged anew. */
export function rule(
  acting: Acting,
  said: readonly Pick<Ruling, 'subject' | 'value' | 'note'>[],
): Promise<Done> {
  return perform(acting, {
    kind: 'rule',
    needed: 'rule',
    async work(records, mark) {
      const rulings = said.map((one, i) => ({
        ...one,
        ...mark,
        id: `${mark.id}-${i}`,
        ...confidenceOf(records, one.subject),
      }));
      const keys = said.flatMap(({ subject }) => fieldOf(subject) ?? []);
      const after = { ...records, rulings: [...records.rulings, ...rulings] };
      const outcome = keys.length > 0 ? await rejudged(acting, after, keys) : undefined;
      return {
        text: { zh: `认定 ${said.length} 项`, en: `found ${said.length}` },
        new: said.map(({ subject, value }) => `${subject}=${value}`).join('；'),
        added: { rulings, ...(outcome ? { outcome } : {}) },
      };
    },
  });
}

/** A field as a person reads it; the form's own rules make the value of what they wrote. */
export function correct(acting: Acting, key: string, written: string, why: string): Promise<Done> {
  return perform(acting, {
    kind: 'correct',
    needed: 'correct',
    async work(records, mark) {
      const form = acting.open.pack.form.fields.find((field) => field.key === key);
      const field = records.outcome.fields.find((one) => one.key === key);
      if (!form || !field) return { code: 'unknown', message: noField };
      const { value: to, fits } = toValue(form, written);
      if (!fits) return { code: 'wrong', message: notThatKind(form.label) };
      const correction: Correction = { ...mark, field: key, from: field.value, to, why };
      const subject = `field:${key}`;
      // What a person wrote needs no confirming.
      const seen: Ruling = {
        ...mark,
        subject,
        value: isDeepStrictEqual(field.value, to) ? 'confirmed' : 'corrected',
        note: '',
        ...confidenceOf(records, subject),
      };
      const after = {
        ...records,
        corrections: [...records.corrections, correction],
        rulings: [...records.rulings, seen],
      };
      const outcome = await rejudged(acting, after, [key]);
      return {
        text: { zh: `更正“${form.label}”`, en: `corrected ${form.en}` },
        old: field.raw,
        new: written,
        added: { corrections: [correction], rulings: [seen], ...(outcome ? { outcome } : {}) },
      };
    },
  });
}

type Work = ReturnType<ActPlan['work']>;

export interface Opinion {
  readonly kind: DecisionKind;
  /** Rules, the main one first. */
  readonly reasons: readonly string[];
  readonly note: string;
}

/** A decision on a version, which counts as the step that the filing waits for; `group`: acts done in one go with it. */
export function decide(acting: Acting, version: number, opinion: Opinion, group?: string): Promise<Done> {
  return perform(acting, {
    kind: 'decide',
    ...(group === undefined ? {} : { group }),
    needed: ['decide', 'settle'],
    async work(records, mark): Work {
      if (version !== records.outcome.version) return stale;
      if (needsReason(opinion)) return { code: 'wrong', message: nameReason };
      const decision: Decision = { ...mark, step: records.standing.next, ...opinion };
      return {
        text: decisionWords[opinion.kind],
        old: records.desk.decision ?? '',
        new: opinion.kind,
        added: { decisions: [decision] },
      };
    },
  });
}

/** A return or rejection goes to an applicant, who must be told why. */
export function needsReason({ kind, reasons, note }: Opinion): boolean {
  return (kind === 'return' || kind === 'reject') && reasons.length === 0 && note.trim() === '';
}

/** The head agrees 复核通过, or gives the filing back with a reason. */
export function check(acting: Acting, agree: boolean, note: string): Promise<Done> {
  return perform(acting, {
    kind: 'decide',
    needed: 'check',
    async work({ standing }, mark): Work {
      const { decision: kind, reasons } = standing;
      if (!kind) return stale;
      if (!agree && note.trim() === '') return { code: 'wrong', message: sayWhy };
      const decision: Decision = {
        ...mark,
        step: 'check',
        kind: agree ? kind : 'reopen',
        reasons: agree ? reasons : [],
        note,
      };
      return {
        text: agree ? { zh: '复核同意', en: 'checked and agreed' } : { zh: '复核退回', en: 'given back' },
        old: kind,
        new: note,
        added: { decisions: [decision] },
      };
    },
  });
}

export function reopen(acting: Acting, why: string): Promise<Done> {
  return perform(acting, {
    kind: 'reopen',
    needed: 'reopen',
    async work({ desk, standing }, mark) {
      const decision: Decision = { ...mark, step: standing.next, kind: 'reopen', reasons: [], note: why };
      return {
        text: { zh: '重新办理', en: 'reopened' },
        old: desk.decision ?? '',
        new: why,
        added: { decisions: [decision], desk: { stage: 'todo' } },
      };
    },
  });
}

/** `assignee`: a user's id; empty: nobody. */
export function assign(acting: Acting, assignee: string): Promise<Done> {
  return perform(acting, {
    kind: 'assign',
    needed: 'assign',
    work: async ({ desk }) => ({
      text: { zh: '分配', en: 'assigned' },
      old: desk.assignee ?? '',
      new: assignee,
      added: { desk: { assignee } },
    }),
  });
}

/** The field that a subject is about; `undefined` where it is about something else. */
export function fieldOf(subject: string): string | undefined {
  return subject.startsWith('field:') ? subject.slice('field:'.length) : undefined;
}

/** How sure the machine is of a field that somebody looks at. */
function confidenceOf({ outcome }: FilingRecords, subject: string): Pick<Ruling, 'confidence'> {
  const field = outcome.fields.find(({ key }) => subject === `field:${key}`);
  return field?.state === 'filled' ? { confidence: field.confidence } : {};
}

function rejudged({ store, open }: Acting, records: FilingRecords, keys: readonly string[]) {
  return rejudge(records.outcome, records, keys, { ...open, store });
}

const noField: Text = { zh: '表中没有这一栏，请刷新。', en: 'The form has no such field: reload.' };

const notThatKind = (label: string): Text => ({
  zh: `填写的内容不符合“${label}”的格式（如应为数字、日期或代码），未保存；请按原件填写。`,
  en: `What was typed has not the shape of "${label}" (a number, a date, a code); it was not saved.`,
});

const nameReason: Text = {
  zh: '退回补正或不予受理须至少选一条理由或写明说明，以便告知申报单位。',
  en: 'A return or rejection names at least one reason or says why, since the applicant is told.',
};

const sayWhy: Text = { zh: '退回请写明理由。', en: 'Say why it is given back.' };
