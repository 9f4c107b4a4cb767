import type { Call } from '../../calls/schema/index.ts';
import { type Issuer, readIssuer, unknownIssuer } from '../../lists/awards/issuer.ts';

/**
 * Whose awards a call's clause on repeats means: those of the body that the pack names in `resubmission.issuer`
 * (a city forwards the ministry's call and bars the ministry's awards), else those of the body that calls.
 */
export function awardIssuerOf({ issuer, resubmission }: Pick<Call, 'issuer' | 'resubmission'>): Issuer {
  return readIssuer(resubmission.issuer ?? issuer.zh, 'said') ?? unknownIssuer;
}
