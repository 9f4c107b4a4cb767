import { type FilingState, filingStates } from '../core/filing-state.ts';
import type { FilingOutcome } from '../core/outcome.ts';
import type { OutcomeFacts, OutcomeQuery, OutcomeRow } from './ports.ts';
import { leastConfidence } from './repositories/outcome-rows.ts';

interface Held {
  readonly run: string;
  readonly outcome: FilingOutcome;
  readonly facts: OutcomeFacts;
}

/** Outcomes that a store could not keep, in the order in which they came, with the answers a store would give of them. */
export class HeldOutcomes {
  private readonly held = new Map<string, Held>();

  put(run: string, outcome: FilingOutcome, facts: OutcomeFacts): void {
    this.held.set(keyOf(run, outcome.filing), { run, outcome, facts });
  }

  /** The store has kept this one after all. */
  drop(run: string, filing: string): void {
    this.held.delete(keyOf(run, filing));
  }

  get(run: string, filing: string): FilingOutcome | undefined {
    return this.held.get(keyOf(run, filing))?.outcome;
  }

  of(run: string): FilingOutcome[] {
    return this.ofRun(run).map(({ outcome }) => outcome);
  }

  /** Filtered as the query says; its page is left to whoever puts them behind the store's own. */
  rows(query: Omit<OutcomeQuery, 'offset' | 'limit'>): OutcomeRow[] {
    return this.ofRun(query.run)
      .filter((one) => isAskedFor(one, query))
      .map(rowOf);
  }

  private ofRun(run: string): Held[] {
    return [...this.held.values()].filter((one) => one.run === run);
  }
}

export function countsOf(rows: readonly OutcomeRow[]): Record<FilingState, number> {
  const counts = { passed: 0, remarked: 0, mend: 0, failed: 0, open: 0, unread: 0 };
  for (const state of filingStates) counts[state] = rows.filter((row) => row.state === state).length;
  return counts;
}

const keyOf = (run: string, filing: string) => `${run} ${filing}`;

function rowOf({ outcome, facts }: Held): OutcomeRow {
  const { filing, version, id, file, judged, fields } = outcome;
  const { state, remarks, checklist } = judged;
  const { applicant, title, region } = facts;
  const confidence = leastConfidence(fields);
  return { filing, version, id, file, state, remarks, checklist, applicant, title, region, confidence };
}

function isAskedFor({ outcome, facts }: Held, query: Omit<OutcomeQuery, 'offset' | 'limit'>): boolean {
  const { states, rule, scheme, region, applicant, confidenceBelow } = query;
  return (
    (states?.includes(outcome.judged.state) ?? true) &&
    (applicant === undefined || facts.applicant === applicant) &&
    (confidenceBelow === undefined || leastConfidence(outcome.fields) < confidenceBelow) &&
    (!region || facts.region.startsWith(region)) &&
    (!rule || outcome.findings.some((one) => one.rule === rule.id && rule.verdicts.includes(one.verdict))) &&
    (!scheme || outcome.classification.some((one) => one.scheme === scheme.id && one.label === scheme.label))
  );
}
