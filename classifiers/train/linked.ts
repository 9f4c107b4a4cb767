import type { Crosswalk } from '../../calls/crosswalk.ts';
import type { Scheme } from '../../calls/schema/schemes.ts';
import type { Linked } from './samples.ts';

/** Links of the crosswalk by which the texts of a label teach a label of `scheme`: `same`, or lying within it. */
export function linkedBy(crosswalk: Crosswalk, scheme: Scheme): Linked {
  const pairs = new Set<string>();
  const key = (other: string, label: string, own: string) => [other, label, own].join('\n');
  for (const { from, to, relation } of crosswalk.links) {
    for (const [there, here, within] of [
      [from, to, 'narrower'],
      [to, from, 'broader'],
    ] as const) {
      if (relation !== 'same' && relation !== within) continue;
      // An item's link says nothing of the texts of its whole label.
      if (here.scheme !== scheme.id || there.item !== undefined || here.label === undefined) continue;
      if (there.scheme !== undefined && there.label !== undefined)
        pairs.add(key(there.scheme, there.label, here.label));
    }
  }
  return (other, own) => pairs.has(key(other.scheme, other.label, own.name));
}
