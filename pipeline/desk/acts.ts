import { randomUUID } from 'node:crypto';
import type { ActKind, Ruling } from '../../core/desk.ts';
import type { Text } from '../../core/lang.ts';
import type { Correction, Decision, DecisionKind } from '../../core/records.ts';
import { toValue } from '../../forms/fields/values.ts';
import { decisionWords } from '../../report/words.ts';
import type { Right } from '../../review/desk/may.ts';
import type { Store } from '../../store/ports.ts';
import { factsOf } from '../outcome-facts.ts';
import {
  type Added,
  deedOf,
  type FilingRecords,
  type OpenBatch,
  type Person,
  type Refused,
  recordsOf,
  refusalOf,
  stale,
  unknownFiling,
} from './office.ts';
import { rejudge } from './rejudge.ts';

/** One act of a person on one filing: who acts, on what they saw, and for how many seconds they looked. */
export interface Acting {
  readonly store: Store;
  readonly open: OpenBatch;
  readonly person: Person;
  readonly filing: string;
  readonly revision: number;
  readonly seconds?: number;
}

export type Done = Refused | { readonly act: string };

/** What a person found of some subjects; a confirmed value has its conditions judged anew. */
export async function rule(
  acting: Acting,
  said: readonly Pick<Ruling, 'subject' | 'value' | 'note'>[],
): Promise<Done> {
  return perform(
    acting,
    'rule',
    async (records, mark) => {
      const rulings = said.map((one, i) => ({ ...one, ...mark, id: `${mark.id}-${i}` }));
      const keys = said.flatMap(({ subject }) => (subject.startsWith('field:') ? subject.slice(6) : []));
      const after = { ...records, rulings: [...records.rulings, ...rulings] };
      const outcome = keys.length > 0 ? await rejudged(acting, after, keys) : undefined;
      return {
        text: { zh: `认定 ${said.length} 项`, en: `found ${said.length}` },
        new: said.map(({ subject, value }) => `${subject}=${value}`).join('；'),
        added: { rulings, ...(outcome ? { outcome } : {}) },
      };
    },
    'rule',
  );
}

/** A field as a person reads it; the form's own rules make the value of what they wrote. */
export async function correct(acting: Acting, key: string, written: string, why: string): Promise<Done> {
  const { pack } = acting.open;
  return perform(
    acting,
    'correct',
    async (records, mark) => {
      const form = pack.form.fields.find((field) => field.key === key);
      const field = records.outcome.fields.find((one) => one.key === key);
      if (!form || !field) return { code: 'unknown', message: noField };
      const { value: to, fits } = toValue(form, written);
      if (!fits) return { code: 'wrong', message: notThatKind(form.label) };
      const correction: Correction = { ...mark, field: key, from: field.value, to, why };
      const after = { ...records, corrections: [...records.corrections, correction] };
      const outcome = await rejudged(acting, after, [key]);
      // What a person wrote needs no confirming.
      const confirmed = { ...mark, subject: `field:${key}`, value: 'corrected', note: '' };
      return {
        text: { zh: `更正“${form.label}”`, en: `corrected ${form.en}` },
        old: field.raw,
        new: written,
        added: { corrections: [correction], rulings: [confirmed], ...(outcome ? { outcome } : {}) },
      };
    },
    'correct',
  );
}

export interface Opinion {
  readonly kind: DecisionKind;
  readonly reasons: readonly string[];
  readonly note: string;
}

/** A decision, which counts as the step that the filing waits for. A refusal names at least one reason. */
export async function decide(
  acting: Acting,
  version: number,
  opinion: Opinion,
  group?: string,
): Promise<Done> {
  return perform(
    acting,
    'decide',
    async (records, mark) => {
      if (version !== records.outcome.version) return stale;
      const refused = needsReason(opinion) ? { code: 'wrong' as const, message: nameReason } : undefined;
      if (refused) return refused;
      const step = records.standing.next;
      const decision: Decision = { ...mark, step, ...opinion };
      return {
        text: decisionWords[opinion.kind],
        old: records.desk.decision ?? '',
        new: opinion.kind,
        added: { decisions: [decision] },
      };
    },
    ['decide', 'settle'],
    group,
  );
}

/** A return or rejection goes to an applicant, who must be told why. */
export function needsReason({ kind, reasons, note }: Opinion): boolean {
  return (kind === 'return' || kind === 'reject') && reasons.length === 0 && note.trim() === '';
}

/** The head agrees 复核通过, or gives the filing back with a reason. */
export async function check(acting: Acting, agree: boolean, note: string): Promise<Done> {
  return perform(
    acting,
    'decide',
    async (records, mark) => {
      const { decision: kind, reasons } = records.standing;
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
    'check',
  );
}

export async function reopen(acting: Acting, why: string): Promise<Done> {
  return perform(
    acting,
    'reopen',
    async (records, mark) => ({
      text: { zh: '重新办理', en: 'reopened' },
      old: records.desk.decision ?? '',
      new: why,
      added: {
        decisions: [{ ...mark, step: records.standing.next, kind: 'reopen', reasons: [], note: why }],
        desk: { stage: 'todo' },
      },
    }),
    'reopen',
  );
}

export async function assign(acting: Acting, assignee: string, group?: string): Promise<Done> {
  return perform(
    acting,
    'assign',
    async ({ desk }) => ({
      text: { zh: '分配', en: 'assigned' },
      old: desk.assignee ?? '',
      new: assignee,
      added: { desk: { assignee } },
    }),
    'assign',
    group,
  );
}

/** What every record of one act has in common. The decision of an act has its id, by which it is undone. */
interface Mark {
  readonly id: string;
  readonly filing: string;
  readonly version: number;
  readonly by: string;
  readonly at: string;
}

interface Performed {
  readonly text: Text;
  readonly old?: string;
  readonly new?: string;
  readonly added: Omit<Added, 'act'>;
}

/** Does one act whole: refuses who may not, judges anew, writes everything against the revision that the person saw. */
export async function perform(
  acting: Acting,
  kind: ActKind,
  work: (records: FilingRecords, mark: Mark) => Promise<Performed | Refused>,
  needed: Right | readonly Right[],
  group?: string,
): Promise<Done> {
  const { store, open, person, filing, revision, seconds = 0 } = acting;
  const records = await recordsOf(store, open, filing);
  if (!records) return unknownFiling;
  if (records.desk.revision !== revision) return stale;
  const at = new Date().toISOString();
  const refused = refusalOf(person, records, needed, at);
  if (refused) return refused;
  const id = randomUUID();
  const done = await work(records, { id, filing, version: records.outcome.version, by: person.id, at });
  if ('code' in done) return done;
  const { text, old = '', new: after = '', added } = done;
  const act = { id, at, kind, text, old, new: after, group: group ?? id, seconds };
  const moved = await store.desks.commit([deedOf(open, records, person, revision, { ...added, act })]);
  if (moved.length > 0) return stale;
  if (added.outcome) {
    const fields = new Map(added.outcome.fields.map((field) => [field.key, field]));
    await store.outcomes.put(open.run.id, added.outcome, factsOf({ fields }, open.pack));
  }
  return { act: group ?? id };
}

async function rejudged({ store, open }: Acting, records: FilingRecords, keys: readonly string[]) {
  const { pack, run } = open;
  return rejudge(records.outcome, records, keys, { store, pack, run });
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
