import type { Call, Reading, Resubmission } from '../../calls/schema/index.ts';
import type { MatchVerdict } from '../../core/judgement.ts';
import type { Text } from '../../core/lang.ts';
import { maybeSameParty, sameParty } from '../../core/parties/thresholds.ts';
import type { Award } from '../../lists/awards/award.ts';
import type { Issuer } from '../../lists/awards/issuer.ts';
import { isSameSolution, type Likeness, likely } from '../model/likeness.ts';
import { otherPart } from '../signals/title.ts';
import { isOtherVersion, titleVersion } from '../signals/title-version.ts';
import { judgeList, standingOf } from './list.ts';
import { describeLikeness, sentence, sentences } from './reasons.ts';
import { judgeWindow, listedOf } from './window.ts';

export interface PolicyContext {
  readonly policy: Resubmission;
  /** The call's own programme. */
  readonly programme: Call['programme'];
  /** Whose awards the clause means. */
  readonly issuer: Issuer;
  /** Title of the filing: it may say that it is a new version. */
  readonly title: string;
  /** Id of the reading taken. */
  readonly reading: string;
  /** The office chose the reading: the others are then told, and hold nobody up. */
  readonly settled: boolean;
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  /** Labels of the filing; absent where they are not known. */
  readonly labels?: readonly string[];
}

export interface Decision {
  readonly verdict: MatchVerdict;
  readonly reasons: readonly Text[];
}

/** What one question says: `info` settles that nothing is barred, `review` leaves it open, `barred` tells the ban. */
export interface Step {
  readonly verdict: MatchVerdict;
  readonly reason: Text;
}

/**
 * What the call's policy makes of an award that a filing is like. `barred` harms someone when it is wrong:
 * it needs the same solution by telling evidence, and a programme, an issuer, a date and a reading that leave no doubt.
 */
export function decideAward(likeness: Likeness, award: Award, context: PolicyContext): Decision {
  const { policy } = context;
  const alike = describeLikeness(likeness);
  const info = (...reasons: Text[]): Decision => ({ verdict: 'info', reasons: [alike, ...reasons] });
  const clause = clauseName(policy.clause);
  const concerned = concernOf(likeness, award, context);
  const again = mustReapply(likeness, award, context);
  if (again) return info(again);
  if (policy.bars === 'nothing') return info(sentence(sentences.nothing, { clause }));
  if (concerned === 'none') return info(sentences.otherSolution);

  const steps = [
    exemption(context, clause),
    judgeList(award, context, clause),
    timing(award, context),
    version(award, context),
    revocation(award),
  ];
  const free = steps.find((step) => step?.verdict === 'info');
  if (free) return info(free.reason);
  const open = steps.filter((step): step is Step => step?.verdict === 'review');
  const ban = sentence(sentences.bars[policy.bars], { clause });
  const inside = steps.filter((step): step is Step => step?.verdict === 'barred').map((step) => step.reason);
  if (concerned === 'doubtful') {
    const doubt = policy.bars === 'applicant' ? sentences.affiliatedApplicant : sentences.doubtful;
    return { verdict: 'review', reasons: [alike, doubt, ban, ...open.map((step) => step.reason), ...inside] };
  }
  if (open.length > 0)
    return { verdict: 'review', reasons: [alike, ban, ...open.map((step) => step.reason)] };
  return { verdict: 'barred', reasons: [alike, ban, ...inside] };
}

/** Whether what the policy bars, a solution or an applicant, is the same. */
function concernOf(
  likeness: Likeness,
  award: Award,
  { policy, title }: PolicyContext,
): 'certain' | 'doubtful' | 'none' {
  if (policy.bars === 'applicant') {
    if (likeness.who.relation === 'same') return 'certain';
    return likeness.who.value >= maybeSameParty || likeness.score >= likely ? 'doubtful' : 'none';
  }
  if (isSameSolution(likeness)) return 'certain';
  if (likeness.score >= likely) return 'doubtful';
  // 二期 of what was awarded as 一期: titles that differ in that alone score low, and a person should see them.
  const nextPart = likeness.who.value >= sameParty && likeness.title >= otherPart;
  return nextPart && isOtherVersion(title, award.title) ? 'doubtful' : 'none';
}

function mustReapply(likeness: Likeness, award: Award, context: PolicyContext): Text | undefined {
  const { policy } = context;
  const found = policy.mustReapply.find(
    ({ programme, year }) => award.programme === programme && award.year === year,
  );
  if (!found || likeness.who.value < sameParty || standingOf(award, context).state !== 'meant')
    return undefined;
  const quota = found.usesQuota ? { zh: '', en: '' } : { zh: '，不占推荐名额', en: ', outside the quota' };
  return sentence(sentences.mustReapply, { clause: clauseName(policy.clause), year: found.year, quota });
}

function exemption({ policy, labels }: PolicyContext, clause: Text): Step | undefined {
  if (policy.exemptLabels.length === 0) return undefined;
  if (!labels) return { verdict: 'review', reason: sentence(sentences.exemptUnsure, { clause }) };
  const label = labels.find((name) => policy.exemptLabels.includes(name));
  return label ? { verdict: 'info', reason: sentence(sentences.exempt, { label, clause }) } : undefined;
}

/** V3.0 of what was awarded as V2.0: whether it is the same solution is for a person. */
function version(award: Award, { policy, title }: PolicyContext): Step | undefined {
  if (policy.bars === 'applicant' || !isOtherVersion(title, award.title)) return undefined;
  const [here, there] = [title, award.title].map((one) => titleVersion(one).words.join('、'));
  const pattern = there ? (here ? sentences.newVersion : sentences.bareVersion) : sentences.newVersionOfBare;
  return { verdict: 'review', reason: sentence(pattern, { here: here ?? '', there: there ?? '' }) };
}

/** A title that was taken back: no clause says whether it still bars. */
function revocation({ revoked }: Award): Step | undefined {
  if (!revoked) return undefined;
  const { listedOn, year } = revoked;
  const list = listedOn
    ? { zh: `${dateName(listedOn).zh}公布`, en: `the list of ${listedOn}` }
    : { zh: year ? `${year}年名单` : '日期不详', en: year ? `a list of ${year}` : 'a list without a date' };
  return { verdict: 'review', reason: sentence(sentences.revoked, { list }) };
}

function timing(award: Award, context: PolicyContext): Step | undefined {
  const { policy, asOf } = context;
  const listed = listedOf(award);
  const taken = policy.readings.find((reading) => reading.id === context.reading);
  if (!taken)
    return { verdict: 'review', reason: sentence(sentences.unsureDate, datesOf(award, asOf, undefined)) };
  const judge = (reading: Reading) => judgeWindow(reading.window, policy, listed, asOf);
  const answer = judge(taken);
  const others = policy.readings.filter((reading) => reading !== taken);
  const values = { ...datesOf(award, asOf, taken), until: dateName(answer.until ?? '') };
  switch (answer.state) {
    case 'not-yet':
      return { verdict: 'info', reason: sentence(sentences.notYet, values) };
    case 'unsure': {
      const pattern = policy.validityYears === undefined && taken.window.kind === 'while-valid';
      const reason = sentence(pattern && listed ? sentences.unsureValidity : sentences.unsureDate, values);
      return { verdict: 'review', reason };
    }
    case 'outside': {
      const harsher = others.find((reading) => !reading.ownRule && judge(reading).state === 'inside');
      const expired = sentence(sentences.expired, values);
      if (!harsher) return { verdict: 'info', reason: expired };
      const note = sentence(sentences.otherReading, { reading: harsher.title });
      return { verdict: context.settled ? 'info' : 'review', reason: joined(expired, note) };
    }
    case 'inside': {
      const milder = others.find((reading) => judge(reading).state === 'outside');
      const counted = sentence(answer.until ? sentences.listedUntil : sentences.listed, values);
      const note = milder && sentence(sentences.otherReadingFree, { reading: milder.title });
      return { verdict: 'barred', reason: note ? joined(counted, note) : counted };
    }
  }
}

function datesOf(award: Award, asOf: string, reading: Reading | undefined) {
  const name = award.programmeName ?? award.programme;
  const year = award.year ? { zh: `${award.year}年`, en: `${award.year} ` } : { zh: '', en: '' };
  const list = {
    zh: `${year.zh}“${name ?? '入选'}”名单`,
    en: `the ${year.en}list${name ? ` "${name}"` : ''}`,
  };
  const date = award.listedOn
    ? dateName(award.listedOn)
    : {
        zh: award.year ? `${award.year}年度` : '日期不详',
        en: award.year ? `for ${award.year}` : 'on an unknown date',
      };
  return { list, date, asOf: dateName(asOf), reading: reading?.title ?? { zh: '未定', en: 'undecided' } };
}

export function dateName(date: string): Text {
  const [year, month, day] = date.split('-').map(Number);
  return { zh: month && day ? `${year}年${month}月${day}日` : date, en: date };
}

export function clauseName(ref: string): Text {
  return { zh: `通知“${ref}”`, en: `clause ${ref}` };
}

const joined = (a: Text, b: Text): Text => ({ zh: a.zh + b.zh, en: `${a.en} ${b.en}` });
