import type { BatchOutcome, FilingOutcome } from '../core/outcome.ts';
import type { Batch, DecisionKind, Instant, Run } from '../core/records.ts';

/** What an office decided of one version of a filing, with the person's name. */
export interface Decided {
  readonly version: number;
  readonly kind: DecisionKind;
  /** Rules or others, as the decision names them. */
  readonly reasons: readonly string[];
  readonly note: string;
  readonly by: string;
  readonly at: Instant;
}

/** What was decided of the filings of a batch, by filing, and a hash of all of it. */
export interface DecidedOfBatch {
  readonly of: ReadonlyMap<string, Decided>;
  readonly hash: string;
}

interface ScreeningBase {
  readonly batch: Batch;
  readonly run: Run;
  readonly whole: BatchOutcome;
  /** Absent: nothing was. */
  readonly decided?: DecidedOfBatch;
}

/** One run over a batch with all that it found out, in both languages, in memory. */
export interface Screening extends ScreeningBase {
  readonly filings: readonly FilingOutcome[];
}

/** One run over a batch whose outcomes stay where they are kept until they are told: what reports are made of. */
export interface ScreeningStream extends ScreeningBase {
  /** Form and file of every filing, in order. */
  readonly forms: readonly Pick<FilingOutcome, 'id' | 'file'>[];
  /** The outcomes one after another, the same each time. */
  filings(): AsyncIterable<FilingOutcome>;
}
