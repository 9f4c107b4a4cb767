import type { Label, Scheme } from '../calls/schema/schemes.ts';
import type { Clause } from '../core/judgement.ts';
import type { Model } from './model.ts';
import { bayesTable } from './signals/bayes.ts';
import { cueSetOf } from './signals/cues.ts';
import type { Knowledge } from './signals/features.ts';
import { foldForClassifying } from './signals/fold.ts';
import { ridgeTable } from './signals/ridge.ts';
import { type Rarity, rarityOf, vectorOf } from './signals/similarity.ts';
import { type Bag, bagOf, termsOf } from './signals/terms.ts';

/** The clause that defines a label; a pack's loader has checked that it is there. */
export function definitionOf(label: Label, clauses: ReadonlyMap<string, Clause>): Clause {
  const clause = clauses.get(label.clause);
  return { ref: label.clause, text: clause?.text ?? label.name };
}

/**
 * Name, aliases and definition of each label as terms. A clause that only lists the labels defines none of
 * them: it would make every text as like each label as any other.
 */
export function definitionBags(scheme: Scheme, clauses: ReadonlyMap<string, Clause>): Bag[] {
  return scheme.labels.map((label) =>
    bagOf(termsOf(foldForClassifying(definingWords(scheme, label, clauses)))),
  );
}

export function definingWords(scheme: Scheme, label: Label, clauses: ReadonlyMap<string, Clause>): string {
  const names = [label.name, ...label.aliases];
  const listed = scheme.labels.every((other) => other.clause === label.clause);
  return (listed ? names : [...names, definitionOf(label, clauses).text]).join('。');
}

export function knowledgeOf(
  scheme: Scheme,
  bags: readonly Bag[],
  learned?: Pick<Model, 'rarity' | 'bayes' | 'ridge'>,
  hidden?: (phrase: string) => boolean,
): Knowledge {
  const rarity: Rarity = learned
    ? { of: new Map(Object.entries(learned.rarity.of)), unseen: learned.rarity.unseen }
    : rarityOf(bags);
  const parents = scheme.parents.map((parent) => parent.name);
  const profiles = scheme.labels.map((label, l) => ({
    cues: cueSetOf(label, hidden),
    definition: vectorOf(bags[l] ?? new Map(), rarity),
    parent: label.parent === undefined ? -1 - l : parents.indexOf(label.parent),
  }));
  const vocabulary = new Set(bags.flatMap((bag) => [...bag.keys()]));
  return {
    profiles,
    vocabulary,
    rarity,
    ...(learned && { bayes: bayesTable(learned.bayes), ridge: ridgeTable(learned.ridge) }),
  };
}
