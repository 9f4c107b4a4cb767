import type { Argument } from '../../calls/rule-language/operators.ts';
import type { Match } from '../../core/judgement.ts';
import type { Text } from '../../core/lang.ts';
import { mergePlaces } from '../../core/place.ts';
import { both } from '../../core/say.ts';
import type { Scope } from '../scope.ts';
import { type Outcome, outcome } from '../verdict/outcome.ts';

/**
 * The filing matches an earlier award with one of these verdicts. A match that a person must review leaves the
 * question for `barred` open; without a list of awards nothing is known.
 */
export function awarded({ verdict: wanted }: Argument<'awarded'>, scope: Scope): Outcome {
  const { matches, awardsChecked } = scope.context;
  const awards = matches.filter((match) => match.kind === 'award');
  const asked: readonly string[] = wanted;
  const hit = awards.filter((match) => asked.includes(match.verdict)).toSorted((a, b) => b.score - a.score);
  const doubtful = awards.filter((match) => match.verdict === 'review');
  const [best] = hit.length > 0 ? hit : doubtful;
  const evidence = best
    ? mergePlaces(best.passages.flatMap((passage) => passage.here.where)).slice(0, 5)
    : [];
  const title = best ? titleOf(best.target) : undefined;
  const values = { count: both(String(hit.length)), ...(title ? { value: both(title) } : {}) };
  if (hit.length > 0) {
    const why = {
      zh: `与往年入选的${title ?? ''}相同或相近。${groundsOf(best).zh}`,
      en: `It is like the earlier award ${title ?? ''}.${groundsOf(best).en}`,
    };
    return outcome('pass', why, evidence, values);
  }
  if (doubtful.length > 0) {
    const why = {
      zh: `与往年入选的${title ?? ''}相近，是否受限请人工核对。${groundsOf(best).zh}`,
      en: `It is like the earlier award ${title ?? ''}; please check whether it is barred.${groundsOf(best).en}`,
    };
    return outcome('unknown', why, evidence, values);
  }
  if (!awardsChecked) {
    const why = {
      zh: '未提供获奖名单，未核对往年入选情况。',
      en: 'No list of awards was given, so awards were not checked.',
    };
    return outcome('unknown', why);
  }
  return outcome(
    'fail',
    { zh: '未发现与往年入选项目相同或相近。', en: 'No earlier award like it was found.' },
    [],
    values,
  );
}

/** What the policy says of the match, behind the sentence on how like it is. */
function groundsOf(match: Match | undefined): Text {
  const [, ...grounds] = match?.reasons ?? [];
  return { zh: grounds.map(({ zh }) => zh).join(''), en: grounds.map(({ en }) => ` ${en}`).join('') };
}

function titleOf({ title, company, year }: { title: string; company: string; year?: number }): string {
  return `“${title}”（${[company, year].filter((part) => part !== undefined && part !== '').join('，')}）`;
}
