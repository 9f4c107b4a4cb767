import type { BatchOutcome, FilingOutcome } from '../core/outcome.ts';
import type { Batch, Run } from '../core/records.ts';

interface ScreeningBase {
  readonly batch: Batch;
  readonly run: Run;
  readonly whole: BatchOutcome;
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
