import type { Resubmission } from '../../calls/schema/index.ts';
import { sameParty } from '../../core/parties/thresholds.ts';
import { foldLetters } from '../../core/text/fold-for-matching.ts';
import type { FilingCard } from '../indexed-filing.ts';
import { type Likeness, likely } from '../model/likeness.ts';
import { clauseName, type Decision } from './policy.ts';
import { describeLikeness, sentence, sentences } from './reasons.ts';

/** Text in common above which two applicants' filings are shown. */
export const copiedShare = 0.4;
/** Below this probability of one solution nothing is put before a person: what is alike is shown as information. */
export const leastDoubt = 0.2;

/**
 * Two filings of one batch: the same solution is for a person, other projects of the applicant are not. Much text
 * of another applicant is for a person unless it hardly can be one solution; then it is shown.
 */
export function decideBatch(likeness: Likeness): Decision | undefined {
  const alike = describeLikeness(likeness);
  const same = likeness.who.value >= sameParty;
  if (likeness.score >= likely) return { verdict: 'review', reasons: [alike, sentences.batchSame] };
  if (same) return { verdict: 'info', reasons: [alike, sentences.batchSibling] };
  if ((likeness.text ?? 0) < copiedShare) return undefined;
  return likeness.score >= leastDoubt
    ? { verdict: 'review', reasons: [alike, sentences.batchCopied] }
    : { verdict: 'info', reasons: [alike, sentences.batchCopiedLittle] };
}

/** A filing against one submitted before: no ban follows from it, but it may have been selected. */
export function decideArchive(
  likeness: Likeness,
  filing: FilingCard,
  archived: FilingCard,
  policy: Resubmission,
): Decision {
  const alike = describeLikeness(likeness);
  const same = likeness.who.value >= sameParty;
  if (likeness.score < likely) return { verdict: 'info', reasons: [alike, sentences.archiveOther] };
  // Its date tells whether an archived filing may be of this call; without one it is not taken for a version.
  const sameCall = filing.call === archived.call && (!archived.earlier || filing.year === archived.year);
  if (same && sameCall && otherRecommender(filing, archived))
    return { verdict: 'review', reasons: [alike, sentence(sentences.otherRecommender, namesOf(archived))] };
  if (same && sameCall) return { verdict: 'info', reasons: [alike, sentences.archiveVersion] };
  if (policy.bars === 'nothing' && same) return { verdict: 'info', reasons: [alike] };
  const year = archived.year
    ? { zh: `${archived.year}年`, en: String(archived.year) }
    : { zh: '以往', en: 'an earlier year' };
  const reason = sentence(sentences.archiveSame, { year, clause: clauseName(policy.clause) });
  return { verdict: 'review', reasons: [alike, reason] };
}

/** One solution handed in through two recommending units of the same call. */
function otherRecommender(a: FilingCard, b: FilingCard): boolean {
  if (!a.recommender || !b.recommender) return false;
  return foldLetters(a.recommender) !== foldLetters(b.recommender);
}

const namesOf = ({ recommender = '' }: FilingCard) => ({ recommender });
