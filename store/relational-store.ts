import type { Database } from './database.ts';
import type { Blobs, Store } from './ports.ts';
import { actsIn } from './repositories/acts.ts';
import { awardsIn } from './repositories/awards.ts';
import { batchesIn } from './repositories/batches.ts';
import { desksIn } from './repositories/desks.ts';
import { eventsIn } from './repositories/events.ts';
import { filingsIn } from './repositories/filings.ts';
import { firmRulingsIn } from './repositories/firm-rulings.ts';
import { knownFilingsIn } from './repositories/known-filings.ts';
import { draftsIn, lettersIn, usersIn } from './repositories/office.ts';
import { outcomesIn } from './repositories/outcomes.ts';
import { correctionsIn, decisionsIn, rulingsIn } from './repositories/people.ts';
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
    desks: desksIn(db),
    rulings: rulingsIn(db),
    acts: actsIn(db),
    drafts: draftsIn(db),
    users: usersIn(db),
    letters: lettersIn(db),
    firmRulings: firmRulingsIn(db),
    close,
  };
}
