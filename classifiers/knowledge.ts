import type { Label, Scheme } from '../calls/schema/schemes.ts';
import type { Clause } from '../core/judgement.ts';
import { bayesTable } from './bayes.ts';
import { cueSetOf } from './cues.ts';
import type { Knowledge } from './features.ts';
import { foldForClassifying } from './fold.ts';
import type { Model } from './model.ts';
import { type Rarity, rarityOf, vectorOf } from './similarity.ts';
import { type Bag, bagOf, termsOf } from './terms.ts';

/** The clause that defines a label; a pack's loader has checked that it is there. */
export function definitionOf(label: Label, clauses: ReadonlyMap<string, Clause>): Clause {
  const clause = clauses.get(label.clause);
  return { ref: label.clause, text: clause?.text ?? label.name };
}

/** Name, aliases and definition of each label as terms. */
export function definitionBags(scheme: Scheme, clauses: ReadonlyMap<string, Clause>): Bag[] {
  return scheme.labels.map((label) => {
    const text = [label.name, ...label.aliases, definitionOf(label, clauses).text].join('。');
    return bagOf(termsOf(foldForClassifying(text)));
  });
}

export function knowledgeOf(
  scheme: Scheme,
  bags: readonly Bag[],
  learned?: Pick<Model, 'rarity' | 'bayes'>,
): Knowledge {
  const rarity: Rarity = learned
    ? { of: new Map(Object.entries(learned.rarity.of)), unseen: learned.rarity.unseen }
    : rarityOf(bags);
  const parents = scheme.parents.map((parent) => parent.name);
  const profiles = scheme.labels.map((label, l) => ({
    cues: cueSetOf(label),
    definition: vectorOf(bags[l] ?? new Map(), rarity),
    parent: label.parent === undefined ? -1 - l : parents.indexOf(label.parent),
  }));
  const vocabulary = new Set(bags.flatMap((bag) => [...bag.keys()]));
  return { profiles, vocabulary, rarity, ...(learned && { bayes: bayesTable(learned.bayes) }) };
}
