import type { Text } from '../../core/lang.ts';
import type { Shortfall } from '../../report/letters/letter.ts';
import type { Store } from '../../store/ports.ts';
import type { FilingRecords, OpenBatch } from '../desk/office.ts';

/**
 * Shortfalls that an earlier letter of this filing should have told and did not 首次未告知: the same condition failed or was
 * open in a version that a letter was already sent for. It is said to the clerk and never printed.
 */
export async function toldLate(
  store: Store,
  { batch }: OpenBatch,
  { outcome }: FilingRecords,
  items: readonly Shortfall[],
): Promise<Text[]> {
  const letters = await store.letters.of(outcome.filing);
  const told = new Set(letters.flatMap((letter) => letter.told));
  const untold = items.filter(({ source }) => source !== '' && !told.has(source));
  if (letters.length === 0 || untold.length === 0) return [];
  const last = Math.max(...letters.map(({ version }) => version));
  const visible = new Set<string>();
  for (const { id } of await store.runs.of(batch.id)) {
    const before = await store.outcomes.get(id, outcome.filing);
    if (!before || before.version > last) continue;
    for (const { rule, verdict } of before.findings)
      if (verdict === 'fail' || verdict === 'unknown') visible.add(rule);
    for (const { target, verdict } of before.matches)
      if (verdict !== 'info') visible.add(`match:${target.id}`);
  }
  const late = untold.filter(({ source }) => visible.has(source));
  if (late.length === 0) return [];
  const names = late.map(({ title }) => title).join('、');
  return [
    {
      zh: `首次未告知：${names}。上一次发文时此问题已经可见而没有写入，请核对是否仍应要求补正。`,
      en: `Not told the first time: ${names}. It could be seen when the last letter was sent and was not in it; weigh whether to ask for it now.`,
    },
  ];
}
