import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtInPacksDir, loadPacks } from '../../calls/load.ts';
import { generatedAwardLists } from '../../corpus/firms/generated-awards.ts';
import { generatedLists, pairScores } from '../../corpus/firms/generated-lists.ts';
import { readAwardList, storeAwards } from '../../pipeline/award-lists.ts';
import { answer } from '../../research/charts/answer.ts';
import { charts } from '../../research/charts/charts.ts';
import { collect } from '../../research/collect/collect.ts';
import { dataVersion } from '../../research/export/data-version.ts';
import { linkFirms } from '../../research/identity/link-firms.ts';
import { buildWarehouse, lock } from '../../research/warehouse/warehouse.ts';
import { openStore } from '../../store/open-store.ts';

/**
 * `npm run bench:research [rows]`: 200,000 invented award rows of twenty years from CSV lists into a store, the research
 * tables made of them, every chart asked; then how well firms are told apart, on seeds that no test uses.
 */
const rows = Number(process.argv[2] ?? 200_000);
const seconds = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
  const [start, used] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(used);
  const [wall, cpu] = [(performance.now() - start) / 1000, (user + system) / 1e6];
  console.log(`${name}: ${wall.toFixed(2)} s, of computing ${cpu.toFixed(2)} s`);
  return result;
};

const folder = mkdtempSync(join(tmpdir(), 'chushen-bench-'));
const opening = await openStore(join(folder, 's.sqlite'));
if (!opening.ok) throw new Error(opening.detail);
const { store } = opening;
try {
  const { packs } = await loadPacks([builtInPacksDir()]);
  const lists = generatedAwardLists(20261128, Math.round(rows / 5)).map(({ name, csv }) => {
    writeFileSync(join(folder, name), csv);
    return join(folder, name);
  });
  let kept = 0;
  await seconds('import', async () => {
    for (const file of lists) {
      const list = await readAwardList(file, [...packs.values()]);
      kept += (await storeAwards(store.awards, list)).added;
    }
  });
  console.log(`${kept} rows of ${lists.length} lists`);
  const collected = await seconds('collect', () => collect({ store, packs }));
  for (const [name, own] of Object.entries(collected))
    if (own.length > 0) console.log(`  ${name} ${own.length}`);
  const data = await seconds('data version', async () => dataVersion(collected));
  const warehouse = await seconds('warehouse', () => buildWarehouse(collected));
  await lock(warehouse);
  let slowest = { id: '', ms: 0 };
  for (const chart of charts) {
    const start = performance.now();
    const { rows: counted } = await answer(warehouse, chart, data);
    const ms = Math.round(performance.now() - start);
    console.log(`  ${chart.id}: ${ms} ms, ${counted.length} rows`);
    if (ms > slowest.ms) slowest = { id: chart.id, ms };
  }
  console.log(`slowest chart: ${slowest.id}, ${slowest.ms} ms`);
  warehouse.close();
} finally {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}

for (const seed of [7001, 7002, 7003, 7004, 7005]) {
  const { mentions, truth, formerNames } = generatedLists(seed, 2000);
  const { precision, recall } = pairScores(linkFirms(mentions, { formerNames }).firmOf, truth);
  console.log(
    `seed ${seed}, ${mentions.length} namings: precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}`,
  );
}
