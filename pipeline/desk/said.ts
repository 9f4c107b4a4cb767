import type { FilingOutcome } from '../../core/outcome.ts';
import { correctedFields, type PeopleSaid } from '../../review/desk/corrected.ts';
import { lastRulings } from '../../review/desk/doubts.ts';
import type { Store } from '../../store/ports.ts';
import type { FilingToJudge } from '../stages/identify.ts';
import { fieldOf } from './acts.ts';

/** What people said of the filings of a batch, by filing; only of those on whose desk somebody acted. */
export type SaidOfBatch = ReadonlyMap<string, PeopleSaid>;

export async function saidOfBatch(store: Store, batch: string): Promise<SaidOfBatch> {
  const said = new Map<string, PeopleSaid>();
  for (const { filing, revision } of await store.desks.of(batch)) {
    if (revision === 0) continue;
    const [corrections, rulings] = [await store.corrections.of(filing), await store.rulings.of(filing)];
    if (corrections.length + rulings.length > 0) said.set(filing, { corrections, rulings });
  }
  return said;
}

/** Filings with their fields as people left them, for all that compares them with others. */
export function asCorrected(filings: readonly FilingToJudge[], said: SaidOfBatch): FilingToJudge[] {
  return filings.map((one) => {
    const of = said.get(one.version.filing);
    if (!of) return one;
    const fields = correctedFields(one.prepared.fields, one.version.version, of);
    return { ...one, prepared: { ...one.prepared, fields } };
  });
}

/** Fields of a filing's version that somebody corrected or confirmed. */
export function touchedFields({ version }: Pick<FilingOutcome, 'version'>, said: PeopleSaid): string[] {
  return [...lastRulings(said.rulings, version).keys()].flatMap((subject) => fieldOf(subject) ?? []);
}
