import type { Lang } from '../core/lang.ts';
import type { FilingResult, Results, Totals } from '../core/results.ts';
import type { ScreeningStream } from '../review/screening.ts';
import { filingResult, type ResultsHead, type ResultsTail, resultsHead, resultsTail } from './to-results.ts';

/** The results of a run whose filings need not be in memory together. */
export interface ResultsSource {
  readonly head: ResultsHead;
  readonly tail: ResultsTail;
  /** Form and file of every filing, in order, known before any of them is told. */
  readonly forms: readonly FormOf[];
  /** The filings one after another, the same each time. */
  filings(): AsyncIterable<FilingResult> | Iterable<FilingResult>;
}

export type FormOf = Pick<FilingResult, 'id' | 'file'>;

/** A run as the store tells it, its sentences in one language. */
export function resultsSource(screening: ScreeningStream, lang: Lang): ResultsSource {
  const { batch, run, whole, forms, decided } = screening;
  return {
    head: resultsHead(batch, run, lang, decided),
    tail: resultsTail(whole, lang),
    forms,
    async *filings() {
      for await (const outcome of screening.filings())
        yield filingResult(outcome, lang, decided?.of.get(outcome.filing));
    },
  };
}

/** Results that are in memory, told in the same way. */
export function sourceOf({ schema, call, run, filings, unassigned, batch }: Results): ResultsSource {
  return {
    head: { schema, call, run },
    tail: { unassigned, batch },
    forms: filings,
    filings: () => filings,
  };
}

/** Adds up filings as they are told. */
export class Totalling {
  private filings = 0;
  private readonly states: Record<string, number> = {};
  private failed = 0;

  add({ state, status, files }: FilingResult): void {
    this.filings++;
    this.states[state] = (this.states[state] ?? 0) + 1;
    this.failed += [...files, { status }].filter((file) => file.status === 'failed').length;
  }

  totals({ unassigned }: ResultsTail): Totals {
    const lost = unassigned.filter(({ status }) => status === 'failed').length;
    return { filings: this.filings, states: { ...this.states }, failed: this.failed + lost };
  }
}
