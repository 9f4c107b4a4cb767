import type { FilingVersion } from '../../../core/records.ts';
import { lastRulings } from '../../../review/desk/doubts.ts';
import type { Store } from '../../../store/ports.ts';
import type { FilingDetail } from '../../api/filing.ts';

/**
 * What the office did with this version's document while it was a filing of its own, before a person said what it corrects.
 * It stays with the filing that it was said of: a decision on a late filing is none on a correction. So that nobody has to
 * search for it, it is shown here.
 */
export async function formerly(
  store: Store,
  now: FilingVersion | undefined,
  nameOf: (id: string) => string,
): Promise<FilingDetail['formerly']> {
  // Only a person's word makes a correction of what was a filing of its own.
  if (now?.by !== 'person') return [];
  const own = (await store.filings.of(now.batch)).filter(
    ({ filing, form, file }) => filing !== now.filing && form === now.form && file === now.file,
  );
  const shown: FilingDetail['formerly'] = [];
  for (const { filing, version } of own) {
    const decisions = await store.decisions.of(filing);
    const found = lastRulings(await store.rulings.of(filing), version).size;
    const letters = await store.letters.of(filing);
    if (decisions.length + found + letters.length === 0) continue;
    shown.push({
      filing,
      decisions: decisions.map((one) => ({ ...one, reasons: [...one.reasons], byName: nameOf(one.by) })),
      found,
      letters: letters.map(({ number, at }) => ({ number, at })),
    });
  }
  return shown;
}
