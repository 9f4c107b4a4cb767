import type { Argument } from '../../calls/rule-language/operators.ts';
import { mergePlaces } from '../../core/place.ts';
import { both } from '../../core/say.ts';
import { isSurelySame, mayHaveToReapply, mustReapplyMatches } from '../reading/must-reapply-matches.ts';
import type { Scope } from '../scope.ts';
import { type Outcome, outcome } from '../verdict/outcome.ts';

/** The applicant is an earlier winner of a year whose winners must apply again (`resubmission.mustReapply`). */
export function reapplies(_: Argument<'reapplies'>, scope: Scope): Outcome {
  const { matches, awardsChecked } = scope.context;
  const again = scope.pack.call.resubmission.mustReapply;
  const years = [...new Set(again.map(({ year }) => year))].join('、');
  const [sure] = mustReapplyMatches(matches, again);
  if (sure) {
    const { title, company, year } = sure.target;
    const why = {
      zh: `与${year}年获评的“${title}”（${company}）为同一申报单位。`,
      en: `The applicant is that of "${title}" (${company}) of ${year}.`,
    };
    const evidence = mergePlaces(sure.passages.flatMap((passage) => passage.here.where)).slice(0, 5);
    return outcome('pass', why, evidence, { value: both(`${title}（${company}，${year}）`) });
  }
  if (!awardsChecked) {
    const why = {
      zh: `未提供往年名单，未核对是否为${years}年获评；如是，须重新申报。请人工核对。`,
      en: `No list of awards was given, so it is open whether this is a winner of ${years}, who must apply again. Please check.`,
    };
    return { ...outcome('unknown', why), manual: true };
  }
  const doubtful = matches.find((match) => {
    const { kind, target, verdict } = match;
    // The same applicant on a list of which it is not known what it is a list of.
    const open = verdict !== 'info' || (target.programme === undefined && isSurelySame(match));
    return kind === 'award' && open && mayHaveToReapply(target, again);
  });
  if (doubtful) {
    const { title, company, year } = doubtful.target;
    const why = {
      zh: `与${year}年获评的“${title}”（${company}）相近，是否同一平台请人工核对。`,
      en: `It is like "${title}" (${company}) of ${year}; please check whether it is the same.`,
    };
    return { ...outcome('unknown', why), manual: true };
  }
  const why = {
    zh: `未发现其为${years}年获评项目的申报单位。`,
    en: `It is not found among the winners of ${years}.`,
  };
  return outcome('fail', why);
}
