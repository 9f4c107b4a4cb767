import type { Pack, Role } from '../../calls/schema/index.ts';
import { type FieldValue, sureEnough } from '../../core/filing.ts';
import type { BatchEntry } from './judge-batch.ts';

/** The value of the first field of a role that was read with certainty. */
export function valueOfRole(pack: Pick<Pack, 'form'>, entry: BatchEntry, role: Role): string | undefined {
  for (const { key, role: one } of pack.form.fields) {
    if (one !== role) continue;
    const value = sureValue(entry, key);
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return undefined;
}

export function sureValue(entry: BatchEntry, key: string): FieldValue {
  const field = entry.filing?.fields.get(key);
  return field?.state === 'filled' && field.confidence >= sureEnough ? field.value : null;
}

/** What a clerk calls a filing: its title, else its applicant, else its file. */
export function callIt(pack: Pick<Pack, 'form'>, entry: BatchEntry): string {
  const name = valueOfRole(pack, entry, 'title') ?? valueOfRole(pack, entry, 'applicant');
  return (name ?? entry.file.replace(/^.*[/\\]/u, '')).replace(/\s+/gu, ' ');
}
