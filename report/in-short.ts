import type { Lang } from '../core/lang.ts';
import type { FilingResult } from '../core/results.ts';
import { matchWords, verdictWords } from './words.ts';

/** Why a filing stands where it does, in a few words: one for each line of an overview. */
export function inShort(filing: FilingResult, lang: Lang): string[] {
  if (filing.outcome === 'unread') {
    const lost = filing.problems.find(({ gravity }) => gravity === 'lost') ?? filing.problems[0];
    return lost ? [lost.message] : [];
  }
  const conditions = filing.findings.filter(({ weight, manual }) => weight === 'condition' && !manual);
  const failed = conditions.filter(({ verdict }) => verdict === 'fail').map(({ title }) => title);
  const open = conditions.filter(({ verdict }) => verdict === 'unknown').map(({ title }) => title);
  const colon = lang === 'zh' ? '：' : ': ';
  const named = (['barred', 'review'] as const).flatMap((verdict) => {
    const count = filing.matches.filter((match) => match.verdict === verdict).length;
    return count > 0 ? [`${matchWords[verdict][lang]}${colon}${count}`] : [];
  });
  const unknown =
    open.length > 0 ? [`${verdictWords.unknown[lang]}${colon}${open.join(lang === 'zh' ? '、' : ', ')}`] : [];
  return [...failed, ...named, ...unknown];
}
