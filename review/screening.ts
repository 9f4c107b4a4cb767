import type { BatchOutcome, FilingOutcome } from '../core/outcome.ts';
import type { Batch, Run } from '../core/records.ts';

/** One run over a batch with all that it found out, in both languages: what reports are made of. */
export interface Screening {
  readonly batch: Batch;
  readonly run: Run;
  readonly filings: readonly FilingOutcome[];
  readonly whole: BatchOutcome;
}
