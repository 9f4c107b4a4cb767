import { join } from 'node:path';
import type { CallKit } from '../../../corpus/generate/plan.ts';
import type { Printer } from '../../../corpus/generate/print.ts';
import { runScreen } from '../run-screen.ts';
import { judgeByKeywords } from './keywords.ts';
import { makeBatchCase } from './make-batch.ts';
import { makePackages } from './make-packages.ts';
import type { ScoredFormat } from './print-scores.ts';
import { addBatch } from './score-batch.ts';
import { addFiling, noScore } from './score-rules.ts';

/** Packages: whole by the notice's own rule where it has one, else by the office's word. */
export async function judgePackages(
  kit: CallKit,
  seed: number,
  folder: string,
  printer: Printer,
): Promise<ScoredFormat> {
  const { call } = kit.pack;
  const score = noScore();
  if (kit.profile.packages.length > 0) {
    const filings = join(folder, call.id, 'packages');
    const cases = await makePackages(kit, seed, filings, printer);
    const run = await runScreen(kit.pack, filings, call.package ? [] : ['--complete']);
    for (const { truth, text } of cases)
      addFiling(score, truth, run.of(truth.file), judgeByKeywords(kit.pack, text));
  }
  return { call: call.id, format: 'package', score };
}

/** Batches against the office's lists: the verdicts on their filings and on themselves. */
export async function judgeBatches(
  kit: CallKit,
  seed: number,
  folder: string,
  printer: Printer,
): Promise<ScoredFormat> {
  const { call } = kit.pack;
  const score = noScore();
  for (const planned of kit.profile.batches) {
    const root = join(folder, call.id, `batch-${planned.id}`);
    const made = await makeBatchCase(kit, planned, seed, root, printer);
    const run = await runScreen(kit.pack, made.folder, made.flags);
    for (const truth of made.truths) addFiling(score, truth, run.of(truth.file), new Map());
    addBatch(
      score,
      planned,
      run.batch,
      made.truths.map(({ file }) => run.of(file).id),
    );
  }
  return { call: call.id, format: 'batch', score };
}
