import type { Pack, Role } from '../calls/schema/index.ts';
import { findRegion, regionCode } from '../core/normalise/region.ts';
import type { OutcomeFacts } from '../store/ports.ts';
import type { Prepared } from './stages/prepare.ts';

/** What overviews show and sort by, of one filing: whose it is, what it is called, where it comes from. */
export function factsOf(prepared: Pick<Prepared, 'fields'>, pack: Pack): OutcomeFacts {
  const applicant = nameOfRole(prepared, pack, 'applicant');
  const region = findRegion(nameOfRole(prepared, pack, 'region')) ?? findRegion(applicant);
  return {
    applicant,
    title: nameOfRole(prepared, pack, 'title'),
    region: (region && regionCode(region)) ?? '',
  };
}

/** The value of the first filled field of a role; empty where there is none. */
export function nameOfRole({ fields }: Pick<Prepared, 'fields'>, pack: Pack, role: Role): string {
  for (const { key, role: own } of pack.form.fields) {
    const field = own === role ? fields.get(key) : undefined;
    if (field?.state !== 'filled') continue;
    const value = typeof field.value === 'string' ? field.value : field.raw;
    if (value.trim()) return value.replace(/\s+/gu, ' ').trim();
  }
  return '';
}
