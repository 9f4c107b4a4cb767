import type { Act, Ruling } from '../../../core/desk.ts';
import type { Field } from '../../../core/filing.ts';
import { regionName } from '../../../core/normalise/region.ts';
import type { Decision } from '../../../core/records.ts';
import type { FilingRecords, OpenBatch, Person } from '../../../pipeline/desk/office.ts';
import { showValue } from '../../../report/show.ts';
import {
  checklistOf,
  type Doubt,
  doubtsOf,
  fieldName,
  lastRulings,
  usualThreshold,
} from '../../../review/desk/doubts.ts';
import { mayOf } from '../../../review/desk/may.ts';
import { reasonsFor, stateAfter, suggested } from '../../../review/desk/state-after.ts';
import type { Store } from '../../../store/ports.ts';
import { draft as draftSchema, type FilingDetail } from '../../api/filing.ts';
import { shownAct } from './acts.ts';
import { formerly } from './formerly.ts';
import { namesOf } from './people.ts';
import { problemText } from './problem-text.ts';

type Names = (id: string) => string;

/** All that the page shows of one filing, for the person who looks. */
export async function filingDetail(
  store: Store,
  open: OpenBatch,
  records: FilingRecords,
  person: Person,
): Promise<FilingDetail> {
  const { outcome, desk, standing } = records;
  const nameOf = await namesOf(store);
  const now = new Date().toISOString();
  const rulings = lastRulings(records.rulings, outcome.version);
  const state = stateAfter(outcome, rulings);
  const [row] = await store.desks.rows(
    { run: open.run.id, filings: [outcome.filing] },
    { sort: 'arrival', offset: 0, limit: 1 },
  );
  const versions = await store.filings.versions(outcome.filing);
  const kept = draftSchema.safeParse(await store.drafts.get(outcome.filing, person.id));
  const rights = mayOf(person, desk, standing, now);
  const answered = (doubt: Doubt) => withRuling(doubt, rulings, nameOf);
  return {
    filing: outcome.filing,
    version: outcome.version,
    file: outcome.file,
    applicant: row?.applicant ?? '',
    title: row?.title ?? '',
    region: regionName(row?.region ?? ''),
    unit: desk.unit,
    state: outcome.judged.state,
    now: state.state,
    reasons: state.reasons.map(({ text }) => text),
    stage: desk.stage,
    may: [...rights],
    revision: desk.revision,
    ...(desk.lease && desk.lease.until > now
      ? { lease: { ...desk.lease, name: nameOf(desk.lease.by) } }
      : {}),
    ...(desk.assignee ? { assignee: { id: desk.assignee, name: nameOf(desk.assignee) } } : {}),
    doubts: allDoubts(records, open, rulings).map(answered),
    checklist: checklistOf(outcome).map(answered),
    fields: outcome.fields.map((field) => ({
      ...shownField(field, records, nameOf),
      name: fieldName(field, open.pack),
    })),
    findings: outcome.findings.map((finding) => {
      const said = (rulings.get(`rule:${finding.rule}`) ?? rulings.get(`check:${finding.rule}`))?.value;
      const { rule, title, consequence, verdict, message, clause, evidence } = finding;
      return {
        ...{ rule, title, consequence, verdict, message, clause },
        evidence: [...evidence],
        manual: finding.manual === true,
        ...(said === 'met' || said === 'not-met' ? { ruled: said } : {}),
      };
    }),
    labels: outcome.classification.map((one) => {
      const ruled = rulings.get(`label:${one.scheme}`)?.value;
      return {
        scheme: one.scheme,
        title: open.pack.schemes.find(({ id }) => id === one.scheme)?.title ?? {
          zh: one.scheme,
          en: one.scheme,
        },
        label: one.label,
        ...(one.second ? { second: one.second } : {}),
        ...(one.declared === undefined ? {} : { declared: one.declared }),
        candidates: one.candidates.slice(0, 5).map(({ label, score, evidence }) => ({
          label,
          score,
          phrases: evidence.slice(0, 8).map(({ text, where }) => ({ text, where: [...where] })),
        })),
        ...(ruled === undefined ? {} : { ruled }),
      };
    }),
    matches: outcome.matches.map(({ target, kind, score, verdict, reasons, passages, terms }) => {
      const ruled = rulings.get(`match:${target.id}`)?.value;
      return {
        target: target.id,
        kind,
        title: target.title,
        company: target.company,
        ...(target.year === undefined ? {} : { year: target.year }),
        ...(target.file === undefined ? {} : { file: target.file }),
        score,
        verdict,
        reasons: [...reasons],
        passages: passages.map(({ here, there }) => ({
          here: { text: here.text, where: [...here.where] },
          there: { text: there.text, where: [...there.where] },
        })),
        terms: (terms ?? []).map(({ term }) => term),
        ...(ruled === 'same' || ruled === 'different' ? { ruled } : {}),
      };
    }),
    problems: outcome.problems.map((problem) => ({ code: problem.code, message: problemText(problem) })),
    files: outcome.files.map(({ id, file, role, pages }) => ({ id, file, role, pages })),
    decisions: visible(records, person).map((one) => ({ ...shownDecision(one), byName: nameOf(one.by) })),
    reasonChoices: reasonsFor(outcome, rulings).map(({ rule, title, clause, suggested: is }) => ({
      rule,
      title,
      clause,
      suggested: is,
    })),
    suggested: suggested(state),
    versions: versions.map(({ version, file, addedAt }) => ({ version, file, addedAt })),
    changes: await changesSince(store, records),
    formerly: isBlind(records, person)
      ? []
      : await formerly(
          store,
          versions.find(({ version }) => version === outcome.version),
          nameOf,
        ),
    history: (await historyOf(store, records, person)).map((one) => ({
      ...shownAct(one, { pack: open.pack, nameOf }),
      // What is undone is all that was done in one go.
      id: one.group,
    })),
    ...(kept.success ? { draft: kept.data } : {}),
  };
}

/** Doubts of the filing as it is, and those that were answered and are none any more: a corrected value is certain. */
function allDoubts(
  { outcome }: FilingRecords,
  { pack, settings }: OpenBatch,
  rulings: ReadonlyMap<string, Ruling>,
): Doubt[] {
  const open = doubtsOf(outcome, pack, settings.threshold ?? usualThreshold);
  const shown = new Set(open.map(({ subject }) => subject));
  const settled = outcome.fields.flatMap(({ key, label, where }): Doubt[] =>
    rulings.has(`field:${key}`) && !shown.has(`field:${key}`)
      ? [
          {
            subject: `field:${key}`,
            kind: 'field',
            title: fieldName({ key, label }, pack),
            why: { zh: '已对照原件。', en: 'Compared with the original.' },
            evidence: where,
            answers: [],
          },
        ]
      : [],
  );
  return [...open, ...settled];
}

function withRuling(
  doubt: Doubt,
  rulings: ReadonlyMap<string, Ruling>,
  nameOf: Names,
): FilingDetail['doubts'][number] {
  const said = rulings.get(doubt.subject);
  return {
    ...doubt,
    evidence: [...doubt.evidence],
    answers: [...doubt.answers],
    ...(said ? { ruling: { value: said.value, note: said.note, by: nameOf(said.by), at: said.at } } : {}),
  };
}

function shownField(
  field: Field,
  { corrections, outcome }: FilingRecords,
  nameOf: Names,
): FilingDetail['fields'][number] {
  const corrected = corrections.findLast((one) => one.field === field.key && one.version === outcome.version);
  const { key, label, raw, unit, state, confidence, where, conflicts } = field;
  return {
    key,
    label,
    value: field.value,
    raw,
    ...(unit === undefined ? {} : { unit }),
    state,
    confidence,
    where: [...where],
    ...(conflicts
      ? { conflicts: conflicts.map((one) => ({ value: one.value, where: [...one.where] })) }
      : {}),
    ...(corrected
      ? {
          corrected: {
            from: corrected.from,
            by: nameOf(corrected.by),
            at: corrected.at,
            why: corrected.why,
          },
        }
      : {}),
  };
}

/** Where somebody is to judge blind, what others decided is not shown to them. */
function isBlind({ standing, desk }: FilingRecords, person: Person): boolean {
  const waiting = desk.stage === 'second' || standing.again;
  return waiting && !standing.opinions.includes(person.id);
}

function visible(records: FilingRecords, person: Person): readonly Decision[] {
  return isBlind(records, person) ? [] : records.decisions;
}

async function historyOf(store: Store, records: FilingRecords, person: Person): Promise<Act[]> {
  const acts = await store.acts.of({ filing: records.outcome.filing }, { offset: 0, limit: 200 });
  return isBlind(records, person) ? acts.filter(({ kind }) => kind !== 'decide' && kind !== 'undo') : acts;
}

const shownDecision = ({ id, version, step, kind, reasons, note, by, at }: Decision) => ({
  ...{ id, version, step, kind, note, by, at },
  reasons: [...reasons],
});

/** What a corrected version changed against the one before, field by field. */
async function changesSince(store: Store, { outcome }: FilingRecords): Promise<FilingDetail['changes']> {
  if (outcome.version === 1) return [];
  const before = await store.outcomes.version(outcome.filing, outcome.version - 1);
  if (!before) return [];
  const old = new Map(before.fields.map((field) => [field.key, field]));
  return outcome.fields.flatMap(({ key, label, value }) => {
    const [was, is] = [showValue(old.get(key)?.value ?? null), showValue(value)];
    return was === is ? [] : [{ key, label, old: was, new: is }];
  });
}
