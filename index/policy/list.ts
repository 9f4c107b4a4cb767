import type { Text } from '../../core/lang.ts';
import type { Award } from '../../lists/awards/award.ts';
import { compareIssuers, issuerName, unknownIssuer } from '../../lists/awards/issuer.ts';
import { mayBeProgramme, programmeNameIn } from '../../lists/awards/programmes.ts';
import type { PolicyContext, Step } from './policy.ts';
import { sentence, sentences } from './reasons.ts';

/**
 * Whether the list an award stands on is one that the clause means: of its programme, and made public by its body.
 * `meant` only where both are known to be so; `other` where one is known not to be.
 */
export interface ListStanding {
  readonly state: 'meant' | 'other' | 'open';
  readonly why?: Text;
}

export type ListContext = Pick<PolicyContext, 'policy' | 'programme' | 'issuer'>;

export function standingOf(award: Award, { policy, programme, issuer: wanted }: ListContext): ListStanding {
  const { issuer = unknownIssuer } = award;
  const name = award.programmeName ?? award.programme;
  if (policy.programmes === 'any') {
    if (issuer.kind === 'ministry') return { state: 'meant' };
    return issuer.kind === 'unknown'
      ? { state: 'open', why: sentences.unknownIssuer }
      : { state: 'other', why: sentences.otherIssuer };
  }
  const whose = compareIssuers(issuer, wanted);
  if (whose === 'other') return { state: 'other', why: sentences.otherIssuer };
  if (award.programme === undefined) {
    if (name === undefined || programmeNameIn(name) === undefined)
      return { state: 'open', why: sentences.unknownProgramme };
    const only = policy.programmes.every((id) => id === programme.id);
    return only && !mayBeProgramme(name, programme.names)
      ? { state: 'other', why: sentences.otherProgramme }
      : { state: 'open', why: sentences.likeProgramme };
  }
  if (!policy.programmes.includes(award.programme)) return { state: 'other', why: sentences.otherProgramme };
  return whose === 'same' ? { state: 'meant' } : { state: 'open', why: sentences.unknownIssuer };
}

/** The same as a step of the policy; `undefined` where the list is meant. */
export function judgeList(award: Award, context: PolicyContext, clause: Text): Step | undefined {
  const { state, why } = standingOf(award, context);
  if (!why) return undefined;
  const { issuer = unknownIssuer } = award;
  const reason = sentence(why, {
    programme: award.programmeName ?? award.programme ?? '',
    clause,
    issuer: issuerName(issuer),
    wanted: issuerName(context.issuer),
  });
  return { verdict: state === 'other' ? 'info' : 'review', reason };
}

/**
 * Programme of an award as the rules may go by it: none where it is open, and of a list that surely is another one
 * its own name, so that nobody asks whether it may be the call's.
 */
export function toldProgramme(award: Award, context: ListContext): string | undefined {
  const { state } = standingOf(award, context);
  if (state === 'open') return undefined;
  return state === 'meant' ? award.programme : (award.programmeName ?? award.programme);
}
