import type { FilingState } from '../core/filing-state.ts';
import type { Lang } from '../core/lang.ts';
import type { FilingResult } from '../core/results.ts';
import { filingStateWords, matchWords, remarkWord } from './words.ts';

type Reason = FilingResult['reasons'][number];

/** Reasons that speak for one state. */
export interface ReasonGroup {
  readonly state: FilingState;
  readonly reasons: readonly Reason[];
}

/** The reasons of a filing by the state they speak for, in their own order: most serious first. */
export function reasonGroups(filing: FilingResult): ReasonGroup[] {
  const groups = new Map<FilingState, Reason[]>();
  for (const reason of filing.reasons) {
    const state = spokenFor(reason, filing);
    groups.set(state, [...(groups.get(state) ?? []), reason]);
  }
  return [...groups].map(([state, reasons]) => ({ state, reasons }));
}

/** Which state a reason by itself would make. */
function spokenFor({ source }: Reason, filing: FilingResult): FilingState {
  if (filing.state === 'unread') return 'unread';
  if ('problem' in source) return source.problem === 'stage-failed' ? 'open' : 'remarked';
  if ('match' in source) {
    const barred = filing.matches.some(
      ({ target, verdict }) => target.id === source.match && verdict === 'barred',
    );
    return barred ? 'failed' : 'open';
  }
  const finding = filing.findings.find(({ rule }) => rule === source.rule);
  if (finding?.consequence === 'remark') return 'remarked';
  if (finding?.verdict !== 'fail') return 'open';
  return finding.consequence === 'bars' ? 'failed' : 'mend';
}

/** The word over a group of reasons. */
export function groupWord(state: FilingState, lang: Lang): string {
  return state === 'remarked' ? remarkWord[lang] : filingStateWords[state][lang];
}

/**
 * A reason in a few words: the rule's title in quotes, since it says what is asked and not what is wrong; what the
 * filing is like; or what went wrong with the file.
 */
export function nameOfReason({ source, message }: Reason, filing: FilingResult, lang: Lang): string {
  if ('rule' in source) {
    const title = filing.findings.find(({ rule }) => rule === source.rule)?.title;
    return title === undefined ? message : quoted(title, lang);
  }
  if ('problem' in source) return message;
  const match = filing.matches.find(({ target }) => target.id === source.match);
  return match
    ? [matchWords[match.verdict][lang], quoted(match.target.title, lang)].join(lang === 'zh' ? '' : ' ')
    : message;
}

const quoted = (title: string, lang: Lang) => (lang === 'zh' ? `“${title}”` : `"${title}"`);
