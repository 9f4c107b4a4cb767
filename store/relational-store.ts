import type { Database } from './database.ts';
import type { Blobs, Store } from './ports.ts';
import { awardsIn } from './repositories/awards.ts';
import { batchesIn } from './repositories/batches.ts';
import { eventsIn } from './repositories/events.ts';
import { filingsIn } from './repositories/filings.ts';
import { knownFilingsIn } from './repositories/known-filings.ts';
import { outcomesIn } from './repositories/outcomes.ts';
import { correctionsIn, decisionsIn } from './repositories/people.ts';
import { runsIn } from './repositories/runs.ts';
import { stageOutputs } from './repositories/stage-outputs.ts';
import { vectorsIn } from './repositories/vectors.ts';

/** The store over a database that has been brought up; `close` ends both. */
export function relationalStore(db: Database, blobs: Blobs, close: () => Promise<void>): Store {
  return {
    blobs,
    stages: stageOutputs(db),
    awards: awardsIn(db),
    known: knownFilingsIn(db),
    vectors: vectorsIn(db),
    batches: batchesIn(db),
    runs: runsIn(db),
    filings: filingsIn(db),
    outcomes: outcomesIn(db),
    decisions: decisionsIn(db),
    corrections: correctionsIn(db),
    events: eventsIn(db),
    close,
  };
}
