import type { Scheme } from '../calls/schema/schemes.ts';
import type { Candidate, Clause } from '../core/judgement.ts';
import { foldForClassifying } from './signals/fold.ts';
import { cosine, rarityOf, type Vector, vectorOf } from './signals/similarity.ts';
import { bagOf, termsOf } from './signals/terms.ts';
import type { Zone } from './signals/zone.ts';

/** An item is named only when it is this much likelier than the next one of its label. */
const lead = 1.15;

/** Items of one label differ by few words; single characters, marked `#`, stand in all of them by chance. */
const tells = (term: string) => !(term.startsWith('#') && term.length === 2);

export type FindItem = (label: number, zones: readonly Zone[]) => Candidate['item'];

/**
 * Tells which sub-item of a label a text answers to: the item whose name and clause are most like it, or none
 * where two are about as like. Needs no training, so that a new scheme's items work at once.
 */
export function itemFinder(scheme: Scheme, clauses: ReadonlyMap<string, Clause>): FindItem {
  const items = scheme.labels.map((label) =>
    label.items.map((item) => {
      const definition = { ref: item.clause, text: clauses.get(item.clause)?.text ?? item.name };
      return {
        name: item.name,
        definition,
        bag: bagOf(termsOf(foldForClassifying(`${item.name}。${definition.text}`)).filter(tells)),
      };
    }),
  );
  const rarity = rarityOf(items.flat().map((item) => item.bag));
  const vocabulary = new Set(items.flat().flatMap((item) => [...item.bag.keys()]));
  const vectors = items.map((own) => own.map((item): Vector => vectorOf(item.bag, rarity)));

  return (label, zones) => {
    const own = items[label] ?? [];
    if (own.length === 0) return undefined;
    const seen = zones.map((zone) => vectorOf(zone.bag, rarity, vocabulary));
    const ranked = own
      .map((item, i) => {
        const definition = vectors[label]?.[i];
        return { item, score: definition ? seen.reduce((sum, one) => sum + cosine(one, definition), 0) : 0 };
      })
      .sort((a, b) => b.score - a.score);
    const [best, next] = ranked;
    if (!best || best.score === 0 || best.score < lead * (next?.score ?? 0)) return undefined;
    return { name: best.item.name, definition: best.item.definition };
  };
}
