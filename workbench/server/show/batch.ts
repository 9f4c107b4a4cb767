import type { Pack } from '../../../calls/schema/index.ts';
import type { Batch, FilingVersion } from '../../../core/records.ts';
import { settingsOfBatch } from '../../../pipeline/desk/batch-settings.ts';
import { doublesOf, formerOf } from '../../../pipeline/desk/doubles.ts';
import { latestWithOutcomes } from '../../../pipeline/latest-run.ts';
import { flowOf } from '../../../review/desk/flow.ts';
import type { BatchDetail, BatchRow } from '../../api/batches.ts';
import { filesOfBatch, listsOfBatch } from '../batch-folder.ts';
import type { Office } from '../context.ts';
import { neverEnded, stopped } from '../runs.ts';
import { fileMessage } from './problem-text.ts';
import { withoutFolder } from './without-folder.ts';

/** A batch as a line of the list. */
export async function batchRow(office: Office, batch: Batch, pack: Pack | undefined): Promise<BatchRow> {
  const { store, runs } = office;
  const run = await latestWithOutcomes(store, batch.id);
  const tallies = run ? await store.desks.tallies(run.id) : [];
  const states = { passed: 0, remarked: 0, mend: 0, failed: 0, open: 0, unread: 0 };
  for (const { state, count } of tallies) states[state] += count;
  const filings = tallies.reduce((sum, { count }) => sum + count, 0);
  // A run of the command line, or of before the workbench was started.
  const [last] = await store.runs.of(batch.id);
  const ended =
    last &&
    ({
      run: last.id,
      stage: 'judge',
      done: filings,
      of: filings,
      state: last.state === 'running' ? 'stopped' : last.state,
      ...(last.state === 'running' ? { message: neverEnded } : {}),
      ...(last.state === 'stopped'
        ? { message: stopped({ stage: 'judge', done: filings, of: filings }) }
        : {}),
    } as const);
  const progress = runs.progress(batch.id) ?? ended;
  return {
    id: batch.id,
    call: { id: batch.call, title: pack?.call.title ?? { zh: batch.call, en: batch.call } },
    name: batch.name,
    createdAt: batch.createdAt,
    filings,
    states,
    flow: flowOf(tallies, run ? await doublesOf(store, batch.id) : 0),
    ...(progress ? { progress } : {}),
  };
}

export async function batchDetail(
  office: Office,
  batch: Batch,
  pack: Pack | undefined,
): Promise<BatchDetail> {
  const { store } = office;
  const settings = await settingsOfBatch(store, batch.id);
  const run = await latestWithOutcomes(store, batch.id);
  const whole = run && (await store.outcomes.batch(run.id));
  const rows = run ? await store.outcomes.rows({ run: run.id }) : [];
  const filingOf = new Map(rows.map(({ id, filing }) => [id, filing]));
  const inbox = settings.inbox;
  const detail: BatchDetail = {
    ...(await batchRow(office, batch, pack)),
    asOf: settings.asOf ?? run?.settings.asOf ?? '',
    ...(settings.reading ? { reading: settings.reading } : {}),
    complete: settings.complete,
    policy: settings.policy,
    revision: settings.revision,
    files: inbox ? (await filesOfBatch(inbox)).length : 0,
    lists: inbox ? await listsOfBatch(inbox) : {},
    outside: inbox === undefined,
    findings: (whole?.findings ?? []).map(({ rule, title, verdict, message, clause, filings }) => ({
      rule,
      title,
      verdict,
      message,
      clause,
      filings: filings.map((id) => filingOf.get(id) ?? id),
    })),
    former: run ? (await formerOf(store, batch.id)).map(shownVersion) : [],
    unassigned: (whole?.unassigned ?? []).map((file) => ({ file: file.file, message: fileMessage(file) })),
  };
  return withoutFolder(detail, inbox);
}

const shownVersion = ({ filing, version, file, applicant, title }: FilingVersion) => ({
  ...{ filing, version, file, applicant, title },
});
