import type { Crosswalk } from '../calls/crosswalk.ts';
import type { Pack } from '../calls/schema/index.ts';
import { linkedBy } from '../classifiers/train/linked.ts';
import { type OfficeTraining, trainOffice } from '../classifiers/train/office.ts';
import { type Labelled, readLabelled } from '../classifiers/train/read-labelled.ts';

/**
 * Trains the office's models from reviewers' corrections, scheme by scheme: the package's labelled texts, the
 * corrections of earlier trainings in `folder` and the new ones. A model that judges worse is not kept.
 */
export function trainFromCorrections(
  pack: Pack,
  corrections: readonly Labelled[],
  folder: string,
  crosswalk?: Crosswalk,
): OfficeTraining[] {
  const base = readLabelled().filter((text) => text.part === 'train');
  return pack.schemes.flatMap((scheme) => {
    const own = corrections.filter((text) => text.scheme === scheme.id);
    if (own.length === 0) return [];
    const linked = crosswalk && linkedBy(crosswalk, scheme);
    return [trainOffice({ scheme, clauses: pack.clauses }, base, own, folder, linked)];
  });
}
