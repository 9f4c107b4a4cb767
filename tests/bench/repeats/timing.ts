import type { SampleMaker } from '../../../corpus/generate/solution-texts.ts';
import { archiveOf } from '../../../index/archive.ts';
import type { IndexedFiling } from '../../../index/indexed-filing.ts';
import { createRepeatFinder } from '../../../index/match.ts';
import type { Award } from '../../../lists/awards/award.ts';
import { asOf, awardOf, call, filingOf } from './world.ts';

/** Seconds and memory for 300 filings alone, against 10,000 awards and against 10,000 archived texts. */
export async function time(maker: SampleMaker): Promise<void> {
  console.log('\ntiming, 300 filings');
  const batch = Array.from({ length: 300 }, () => filingOf(maker.make()));
  const letters = batch.reduce((sum, filing) => sum + filing.narrative.text.length, 0) / batch.length;
  const awards = Array.from({ length: 10_000 }, () => awardOf(maker.make(), false));
  const run = async (name: string, archive: readonly IndexedFiling[], against: readonly Award[]) => {
    const started = performance.now();
    await createRepeatFinder({ pack: { call }, asOf, awards: against, archive: archiveOf(archive) }).find(
      batch,
    );
    const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
    console.log(`${name.padEnd(52)} ${((performance.now() - started) / 1000).toFixed(1)} s, ${memory} MB`);
  };
  await run(`alone (${Math.round(letters)} characters each)`, [], []);
  await run('against 10,000 awards (title and company)', [], awards);
  const archive = Array.from({ length: 10_000 }, () => filingOf(maker.make()));
  await run('against 10,000 archived filings with their text', archive, []);
}
