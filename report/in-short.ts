import type { Lang } from '../core/lang.ts';
import type { FilingResult } from '../core/results.ts';
import { groupWord, nameOfReason, reasonGroups } from './reasons.ts';

/** Why a filing stands where it does, in a few words: one line for each kind of reason, most serious first. */
export function inShort(filing: FilingResult, lang: Lang): string[] {
  const [colon, comma] = lang === 'zh' ? ['：', '、'] : [': ', ', '];
  return reasonGroups(filing).flatMap(({ state, reasons }) => {
    const names = reasons.map((reason) => nameOfReason(reason, filing, lang));
    return state === 'unread' ? names : [`${groupWord(state, lang)}${colon}${names.join(comma)}`];
  });
}

/** Why in full: one sentence to the applicant for each reason, under its word. */
export function inFull(filing: FilingResult, lang: Lang): string[] {
  const colon = lang === 'zh' ? '：' : ': ';
  return reasonGroups(filing).flatMap(({ state, reasons }) =>
    reasons.map(({ message }) =>
      state === 'unread' ? message : `${groupWord(state, lang)}${colon}${message}`,
    ),
  );
}
