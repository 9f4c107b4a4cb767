import type { Pack } from '../../calls/schema/index.ts';
import type { Ruling } from '../../core/desk.ts';
import type { Clause, Finding } from '../../core/judgement.ts';
import type { FilingOutcome } from '../../core/outcome.ts';
import type { Decision } from '../../core/records.ts';
import { ruledFinding } from '../../review/desk/state-after.ts';
import type { Shortfall } from './letter.ts';

/** What a decision tells the applicant of, and what it does not. */
export interface Told {
  readonly items: readonly Shortfall[];
  /** Reasons that are nothing of this filing. */
  readonly unknown: readonly string[];
  /** Conditions that fail and stand in no reason: the clerk is asked whether they were meant to be left out. */
  readonly leftOut: readonly Finding[];
}

/**
 * The shortfalls of a letter, each once: the reasons of the decision in their order, then what people found not to be met
 * and did not name. Where nothing is named the decision's note is the one shortfall. What the machine could not tell is
 * never told as a fact: there the letter says what is not shown, or what the person wrote.
 */
export function toldBy(
  decision: Pick<Decision, 'reasons' | 'note'>,
  outcome: FilingOutcome,
  pack: Pack,
  rulings: ReadonlyMap<string, Ruling>,
): Told {
  const findings = new Map(outcome.findings.map((finding) => [finding.rule, finding]));
  const found = [...rulings.values()].flatMap(({ subject, value }) => {
    const rule = /^(?:rule|check):(.+)$/u.exec(subject)?.[1];
    return rule !== undefined && value === 'not-met' ? [rule] : [];
  });
  const unknown: string[] = [];
  const items: Shortfall[] = [];
  for (const reason of new Set([...decision.reasons, ...found])) {
    const finding = findings.get(reason);
    const match = outcome.matches.find(({ target }) => `match:${target.id}` === reason);
    if (finding) items.push(ofFinding(finding, pack, rulings));
    else if (match) items.push(ofMatch(match.target, pack));
    else unknown.push(reason);
  }
  if (items.length === 0 && decision.note.trim() !== '')
    items.push({ source: '', title: '其他事项', basis: '', ...divided(decision.note.trim()) });
  const named = new Set(items.map(({ source }) => source));
  const leftOut = outcome.findings
    .map((finding) => ruledFinding(finding, rulings))
    .filter(
      ({ rule, verdict, consequence }) =>
        verdict === 'fail' && (consequence === 'mend' || consequence === 'bars') && !named.has(rule),
    );
  return { items, unknown, leftOut };
}

function ofFinding(finding: Finding, pack: Pack, rulings: ReadonlyMap<string, Ruling>): Shortfall {
  const said = rulings.get(`rule:${finding.rule}`) ?? rulings.get(`check:${finding.rule}`);
  const note = said?.value === 'not-met' ? said.note.trim() : '';
  const sentence = note !== '' && finding.verdict !== 'fail' ? note : sentenceOf(finding, pack);
  const { problem, handIn } = divided(sentence);
  return {
    source: finding.rule,
    title: finding.title.zh,
    problem: note !== '' && finding.verdict === 'fail' ? `${problem}${closed(note)}` : problem,
    basis: basisOf(finding.clause),
    handIn,
  };
}

/** What the machine found, or what the call says of a filing that does not meet the condition. */
function sentenceOf({ rule, title, verdict, message }: Finding, pack: Pack): string {
  if (verdict === 'fail') return message.zh;
  const fail = pack.rules.find(({ id }) => id === rule)?.fail.zh;
  // A sentence with places to fill needs the values of a failing check, which there are none of.
  if (fail !== undefined && !/\{\w+\}/u.test(fail)) return fail;
  return `申报材料未能表明符合“${title.zh}”的要求。请补充能够证明符合该要求的材料。`;
}

function ofMatch(
  target: { readonly id: string; readonly title: string; readonly company: string },
  pack: Pack,
) {
  const { clause } = pack.call.resubmission;
  const of = target.company === '' ? '' : `${target.company}的`;
  return {
    source: `match:${target.id}`,
    title: '不得重复申报',
    problem: `与${of}“${target.title}”为同一方案。`,
    basis: basisOf({ ref: clause, text: pack.clauses.get(clause)?.text ?? '' }),
    handIn: '如有异议，请提交能够说明两者不同的材料。',
  };
}

/** Characters of a clause that are quoted at most. */
const longestQuote = 260;

function basisOf({ ref, text }: Clause): string {
  const words = text.replace(/\s+/gu, '');
  const quoted = words.length > longestQuote ? `${words.slice(0, longestQuote)}……` : words;
  if (quoted === '') return `《通知》${ref}。`;
  return `《通知》${ref}规定：“${quotedInside(quoted)}”${/[。！？]$/u.test(quoted) ? '' : '。'}`;
}

/** Quotation marks inside a quotation are single ones, and single ones double (GB/T 15834—2011, 4.8.3.3). */
export function quotedInside(words: string): string {
  const other: Readonly<Record<string, string>> = { '“': '‘', '”': '’', '‘': '“', '’': '”' };
  return words.replace(/[“”‘’]/gu, (mark) => other[mark] ?? mark);
}

/**
 * Sentences to applicants say what is wrong and then, from 请 on, what to do: a letter says these apart. Where nothing is
 * asked, what was found is to be put right.
 */
export function divided(sentence: string): { readonly problem: string; readonly handIn: string } {
  const at = /(?:^|[，；。：])(?=请(?!示|求|假|柬))/u.exec(sentence);
  if (!at) return { problem: closed(sentence), handIn: '请据此更正或补充后重新提交。' };
  const cut = at.index + at[0].length;
  const problem = sentence.slice(0, at.index).trim();
  return {
    problem: problem === '' ? '申报材料在此处不完整或不明确。' : closed(problem),
    handIn: closed(sentence.slice(cut).trim()),
  };
}

/** A sentence with its full stop, whatever it ended with. */
export function closed(text: string): string {
  const bare = text.replace(/[，；：。\s]+$/u, '');
  return /[！？]$/u.test(bare) ? bare : `${bare}。`;
}
