import { compareParties } from '../../core/parties/compare.ts';
import { maybeSameParty, sameParty } from '../../core/parties/thresholds.ts';
import { readField } from '../reading/read-field.ts';
import { formFieldOf, type Scope } from '../scope.ts';
import type { AnnexSays } from './annex-says.ts';

/** Papers that are made out to one party: a licence, a certificate, a pledge. Contracts and invoices name others. */
const madeOutToOne = /执照|法人证|许可证|资质|承诺书|证书|登记证/u;

export type Bearer =
  | { readonly is: 'applicant' | 'unsaid' }
  | { readonly is: 'other' | 'doubtful'; readonly who: string };

/**
 * Whom a paper is made out to, against the applicant. `other` only where a label names the bearer, no name or
 * code in the paper can be the applicant's, and the text was not read from a picture.
 */
export function bearerOf(title: string, says: AnnexSays, scanned: boolean, scope: Scope): Bearer {
  if (!madeOutToOne.test(title)) return { is: 'unsaid' };
  const company = applicantIn(scope);
  if (company === undefined) return { is: 'unsaid' };
  const own = codeIn(scope);
  if (own !== undefined && says.codes.includes(own)) return { is: 'applicant' };
  const nearness = (name: string) => compareParties({ company }, { company: name }).value;
  const all = [...says.bearers, ...says.companies];
  if (all.some((name) => nearness(name) >= sameParty)) {
    const [code] = says.codes;
    // The name is the applicant's and the code is not: one of them is written wrongly.
    return own !== undefined && code !== undefined && isLicence(title)
      ? { is: 'doubtful', who: code }
      : { is: 'applicant' };
  }
  const [who] = says.bearers;
  if (who === undefined) return { is: 'unsaid' };
  const near = all.some((name) => nearness(name) >= maybeSameParty);
  return { is: near || scanned ? 'doubtful' : 'other', who };
}

function isLicence(title: string): boolean {
  return /执照|法人证/u.test(title);
}

function applicantIn(scope: Scope): string | undefined {
  const key = scope.pack.form.fields.find(({ role }) => role === 'applicant')?.key;
  const reading = key === undefined ? undefined : readField(scope, key);
  if (reading?.state !== 'filled') return undefined;
  const { value, raw } = reading.field;
  return typeof value === 'string' ? value : raw;
}

function codeIn(scope: Scope): string | undefined {
  for (const key of scope.filing.fields.keys()) {
    if (formFieldOf(scope, key)?.type !== 'credit-code') continue;
    const reading = readField(scope, key);
    if (reading.state === 'filled' && typeof reading.field.value === 'string')
      return reading.field.value.toUpperCase();
  }
  return undefined;
}
