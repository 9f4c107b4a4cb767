import type { Insertable, Selectable } from 'kysely';
import type { Field } from '../../core/filing.ts';
import type { FilingOutcome } from '../../core/outcome.ts';
import { clip, kept } from '../columns.ts';
import type { OutcomeFacts, OutcomeRow } from '../ports.ts';
import type { Tables } from '../schema.ts';

type Row<Name extends keyof Tables> = Insertable<Tables[Name]>;

/** What is counted of an outcome, for its own row. */
export function outcomeRow(
  run: string,
  position: number,
  outcome: FilingOutcome,
  facts: OutcomeFacts,
): Row<'outcomes'> {
  const { judged } = outcome;
  return {
    run,
    filing: outcome.filing,
    version: outcome.version,
    position,
    id: outcome.id,
    file: kept(outcome.file),
    status: outcome.status,
    state: judged.state,
    remarks: judged.remarks,
    checklist: judged.checklist,
    applicant: clip(facts.applicant),
    title: clip(facts.title),
    region: clip(facts.region),
    confidence: leastConfidence(outcome.fields),
  };
}

export function findingRows(outcome: number, { findings }: FilingOutcome): Row<'findings'>[] {
  return findings.map(({ rule, verdict, consequence, manual, clause, message }, place) => ({
    outcome,
    place,
    rule,
    verdict,
    consequence,
    manual: manual ? 1 : 0,
    clause: kept(clause.ref),
    message_zh: kept(message.zh),
    message_en: kept(message.en),
  }));
}

export function matchRows(outcome: number, { matches }: FilingOutcome): Row<'matches'>[] {
  return matches.map(({ kind, target, verdict, score }, place) => ({
    outcome,
    place,
    kind,
    target_type: target.type,
    target: clip(target.id),
    verdict,
    score,
  }));
}

export function classificationRows(
  outcome: number,
  { classification }: FilingOutcome,
): Row<'classifications'>[] {
  return classification.map(({ scheme, label, declared, candidates }, place) => ({
    outcome,
    place,
    scheme,
    label: label === null ? null : clip(label),
    declared: declared === undefined ? null : clip(declared),
    score: candidates[0]?.score ?? null,
  }));
}

export function fieldRows(outcome: number, { fields }: FilingOutcome): Row<'fields'>[] {
  return fields.map((field, place) => ({
    outcome,
    place,
    key: field.key,
    text: textOf(field),
    number: typeof field.value === 'number' ? field.value : null,
    unit: field.unit === undefined ? null : clip(field.unit),
    state: field.state,
    confidence: field.confidence,
  }));
}

function textOf({ value }: Field): string | null {
  if (value === null) return null;
  if (typeof value === 'string') return clip(value);
  if (Array.isArray(value) && value.every((part) => typeof part === 'string')) return clip(value.join('；'));
  return clip(JSON.stringify(value));
}

export function leastConfidence(fields: readonly Field[]): number {
  return fields
    .filter(({ state }) => state === 'filled')
    .reduce((least, { confidence }) => Math.min(least, confidence), 1);
}

export const listColumns = [
  'filing',
  'version',
  'id',
  'file',
  'state',
  'remarks',
  'checklist',
  'applicant',
  'title',
  'region',
  'confidence',
] as const satisfies readonly (keyof OutcomeRow & keyof Selectable<Tables['outcomes']>)[];
