import type { Ruling } from '../../core/desk.ts';
import type { StateOfFiling } from '../../core/filing-state.ts';
import type { Finding, Match } from '../../core/judgement.ts';
import type { FilingOutcome } from '../../core/outcome.ts';
import type { DecisionKind } from '../../core/records.ts';
import { stateOf } from '../state-of.ts';

/**
 * The state of a filing after what people found: their word stands over the machine's where they gave it. The machine's
 * own state stays as it is in the outcome.
 */
export function stateAfter(outcome: FilingOutcome, rulings: ReadonlyMap<string, Ruling>): StateOfFiling {
  return stateOf({
    status: outcome.status,
    findings: outcome.findings.map((finding) => ruledFinding(finding, rulings)),
    matches: outcome.matches.map((match) => ruledMatch(match, rulings)),
    problems: outcome.problems,
  });
}

export function ruledFinding(finding: Finding, rulings: ReadonlyMap<string, Ruling>): Finding {
  const said = (rulings.get(`rule:${finding.rule}`) ?? rulings.get(`check:${finding.rule}`))?.value;
  if (said !== 'met' && said !== 'not-met') return finding;
  return { ...finding, verdict: said === 'met' ? 'pass' : 'fail' };
}

function ruledMatch(match: Match, rulings: ReadonlyMap<string, Ruling>): Match {
  const said = rulings.get(`match:${match.target.id}`)?.value;
  if (said === 'same') return { ...match, verdict: 'barred' };
  if (said === 'different') return { ...match, verdict: 'info' };
  return match;
}

/** What follows from a state, for a person to take or leave. */
export function suggested({ state }: Pick<StateOfFiling, 'state'>): DecisionKind {
  if (state === 'passed' || state === 'remarked') return 'pass';
  if (state === 'mend') return 'return';
  if (state === 'failed') return 'reject';
  return 'doubt';
}

/** Rules that a decision may name as its reasons, those that call for it first. */
export function reasonsFor(
  outcome: FilingOutcome,
  rulings: ReadonlyMap<string, Ruling>,
): (Finding & { readonly suggested: boolean })[] {
  const rank = ({ verdict, consequence }: Finding) =>
    (verdict === 'fail' ? 0 : 4) + ['bars', 'mend', 'remark', 'person'].indexOf(consequence);
  return outcome.findings
    .map((finding) => ruledFinding(finding, rulings))
    .filter(({ verdict }) => verdict === 'fail' || verdict === 'unknown')
    .sort((a, b) => rank(a) - rank(b))
    .map((finding) => ({
      ...finding,
      suggested:
        finding.verdict === 'fail' && (finding.consequence === 'bars' || finding.consequence === 'mend'),
    }));
}
