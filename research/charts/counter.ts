import { loadPacks } from '../../calls/load.ts';
import { watchParent } from '../../jobs/readers/watch-parent.ts';
import { openStore } from '../../store/open-store.ts';
import { collect } from '../collect/collect.ts';
import { charts } from './charts.ts';
import type { CountReply, CountRequest } from './count-elsewhere.ts';
import { answersOf } from './trends-data.ts';

/** A process that counts every figure of one store for its parent, answers once, and ends. */

async function count({ place, calls }: CountRequest): Promise<CountReply> {
  const opening = await openStore(place);
  if (!opening.ok) return { ok: false, reason: opening.detail };
  try {
    const { packs } = await loadPacks(calls);
    const answers = await answersOf(await collect({ store: opening.store, packs }), charts);
    return { ok: true, answers: answers.map(({ chart, ...rest }) => ({ id: chart.id, ...rest })) };
  } finally {
    await opening.store.close();
  }
}

process.once('message', async (request: CountRequest) => {
  const reply = await count(request).catch(
    (error: unknown): CountReply => ({ ok: false, reason: String(error) }),
  );
  process.send?.(reply, () => process.exit(0));
});
watchParent();
process.on('disconnect', () => process.exit(0));
