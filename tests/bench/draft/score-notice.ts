import type { Draft } from '../../../calls/draft/draft-call.ts';
import { simplify } from '../../../core/text/simplify.ts';
import { bare as bareText } from './found.ts';
import type { NoticeTruth } from './notice-truth.ts';

/** Of the things of one kind that a notice says: found, left open with their words, missed; and stated though wrong. */
export interface Tally {
  asked: number;
  found: number;
  open: number;
  missed: string[];
  wrong: string[];
  /** What was left open, by its words. */
  left: string[];
}

export const kinds = [
  'title',
  'issuers',
  'number',
  'year',
  'deadlines',
  'quotas',
  'per applicant',
  'labels',
  'bans',
  'windows',
  'no call',
] as const;
export type Kind = (typeof kinds)[number];

/** A notice in traditional characters is drafted in simplified ones. */
const bare = (text: string) => simplify(bareText(text));

/** One draft against what its notice says. */
export function scoreNotice({ call, schemes, open }: Draft, truth: NoticeTruth): Record<Kind, Tally> {
  const passages = open.map(({ what, passage }) => bare(`${what.zh} ${passage ?? ''}`));
  const isOpen = (words: string) => passages.some((one) => one.includes(bare(words)));
  const tally = (): Tally => ({ asked: 0, found: 0, open: 0, missed: [], wrong: [], left: [] });
  const scores: Record<Kind, Tally> = {
    title: tally(),
    issuers: tally(),
    number: tally(),
    year: tally(),
    deadlines: tally(),
    quotas: tally(),
    'per applicant': tally(),
    labels: tally(),
    bans: tally(),
    windows: tally(),
    'no call': tally(),
  };
  const ask = (kind: Kind, what: string, found: boolean, left: boolean) => {
    const score = scores[kind];
    score.asked++;
    if (found) score.found++;
    else if (left) {
      score.open++;
      score.left.push(what);
    } else score.missed.push(what);
  };
  const told = (pattern: RegExp) => open.some(({ what }) => pattern.test(what.zh));

  if (!truth.isCall) {
    // What else stands in it matters to nobody.
    ask('no call', truth.title, told(/可能不是申报通知/u), false);
    return scores;
  }
  const title = bare(call.title.zh);
  const titled = title.length >= 4 && bare(truth.title).includes(title);
  ask('title', truth.title, titled, title === bare('（待定）'));
  if (!titled && title !== bare('（待定）')) scores.title.wrong.push(call.title.zh);
  // A name may hold 、 itself (某委员会、某管理委员会); who forwards is named behind who issued.
  const named = call.issuer.zh.replace(/（(.+)转发）$/u, '、$1');
  const whole = truth.issuers.filter((one) => one.includes('、') && named.includes(one));
  const others = whole.reduce((text, one) => text.replace(one, ''), named);
  const issuers = [...whole, ...others.split('、').filter(Boolean)].map(bare);
  const openIssuer = told(/发文单位没有认出/u);
  for (const one of truth.issuers)
    ask('issuers', one, issuers.includes(bare(one)), openIssuer || isOpen(one));
  if (!openIssuer)
    for (const one of issuers) if (!truth.issuers.map(bare).includes(one)) scores.issuers.wrong.push(one);
  if (truth.number !== null)
    ask('number', truth.number, bare(call.number ?? '') === bare(truth.number), call.number === undefined);
  if (call.number !== undefined && bare(call.number) !== bare(truth.number ?? ''))
    scores.number.wrong.push(call.number);
  if (truth.year !== null) {
    ask('year', String(truth.year), call.year === truth.year, told(/年份/u));
    if (call.year !== truth.year && !told(/年份/u)) scores.year.wrong.push(String(call.year));
  }
  const stated = told(/没有认出截止时间/u) ? [] : call.deadlines;
  for (const { date, words } of truth.deadlines)
    ask('deadlines', words, date !== null && stated.some(({ at }) => at.startsWith(date)), isOpen(words));
  for (const { at } of stated)
    if (!truth.deadlines.some(({ date }) => date !== null && at.startsWith(date)))
      scores.deadlines.wrong.push(at);
  for (const { most, words, unit } of truth.quotas)
    ask(
      'quotas',
      `${unit} ${most}: ${words}`,
      call.quotas.some(({ max }) => max === most),
      isOpen(words),
    );
  for (const { max, unit, named } of call.quotas)
    if (!truth.quotas.some(({ most }) => most === max))
      scores.quotas.wrong.push(`${unit} ${named ?? ''} ${max}`);
  const limit = call.batch.find((rule) => rule.kind === 'max-per-applicant');
  if (truth.perApplicant !== null)
    ask(
      'per applicant',
      String(truth.perApplicant),
      limit?.max === truth.perApplicant,
      passages.some((one) => one.includes('数量限制')),
    );
  if (limit && limit.max !== truth.perApplicant) scores['per applicant'].wrong.push(String(limit.max));
  const labels = new Set(schemes.flatMap((scheme) => scheme.labels.map(({ name }) => bare(name))));
  for (const scheme of truth.schemes)
    for (const label of scheme.labels) ask('labels', label, labels.has(bare(label)), isOpen(label));
  const bans = truth.bans.filter(({ kind }) => kind === 'resubmission');
  for (const { words, windowYears } of bans) {
    ask('bans', words, isOpen(words), false);
    if (windowYears !== null) {
      const { window } = call.resubmission.readings[0] ?? {};
      const years = window?.kind === 'last-years' ? window.years : call.resubmission.validityYears;
      ask('windows', words, years === windowYears, years === undefined && isOpen(words));
      if (years !== undefined && !bans.some((one) => one.windowYears === years))
        scores.windows.wrong.push(String(years));
    }
  }
  if (bans.length === 0 && call.resubmission.bars !== 'nothing')
    scores.bans.wrong.push(call.resubmission.readings[0]?.why.zh ?? '');
  return scores;
}
