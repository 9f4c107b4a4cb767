import type { Ruling } from '../../core/desk.ts';
import type { Field } from '../../core/filing.ts';
import type { Correction } from '../../core/records.ts';
import { lastRulings } from './doubts.ts';

/** What people said of the fields of one filing. */
export interface PeopleSaid {
  readonly corrections: readonly Correction[];
  readonly rulings: readonly Ruling[];
}

/**
 * Fields as people left them: a corrected value stands over the one that was read, a confirmed one is certain. What was
 * read stays in the correction. Only what was said of this version counts.
 */
export function correctedFields(
  fields: ReadonlyMap<string, Field>,
  version: number,
  { corrections, rulings }: PeopleSaid,
): ReadonlyMap<string, Field> {
  const said = lastRulings(rulings, version);
  const after = new Map(fields);
  for (const [key, field] of fields)
    if (said.get(`field:${key}`)?.value === 'confirmed') after.set(key, certain(field));
  for (const { field: key, to, version: of } of corrections) {
    const field = fields.get(key);
    // What was corrected and taken back is as it was read.
    if (of !== version || !field || !said.has(`field:${key}`)) continue;
    const raw = to === null ? '' : typeof to === 'string' ? to : JSON.stringify(to);
    after.set(key, { ...certain(field), value: to, raw, state: to === null ? 'blank' : 'filled' });
  }
  return after;
}

function certain(field: Field): Field {
  const { conflicts: _, repaired: __, ...rest } = field;
  return { ...rest, confidence: 1 };
}
