import type { Collected } from '../collect/collect.ts';
import { dataVersion } from '../export/data-version.ts';
import { buildWarehouse, lock } from '../warehouse/warehouse.ts';
import { type Answer, answer } from './answer.ts';
import type { Chart } from './chart.ts';

/** Answers charts from collected rows, one after another, over a locked warehouse that is closed at the end. */
export async function answersOf(collected: Collected, charts: readonly Chart[]): Promise<Answer[]> {
  const data = dataVersion(collected);
  const warehouse = await buildWarehouse(collected);
  try {
    await lock(warehouse);
    const answers: Answer[] = [];
    for (const chart of charts) answers.push(await answer(warehouse, chart, data));
    return answers;
  } finally {
    warehouse.close();
  }
}
