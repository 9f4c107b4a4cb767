import type { Label, Scheme } from '../calls/schema/schemes.ts';
import type { Clause } from '../core/judgement.ts';
import type { Model } from './model.ts';
import { bayesTable } from './signals/bayes.ts';
import { CueIndex, cueSetOf } from './signals/cues.ts';
import type { Knowledge, Profile } from './signals/features.ts';
import { foldForClassifying } from './signals/fold.ts';
import { ridgeTable } from './signals/ridge.ts';
import { type Rarity, rarityOf, vectorOf } from './signals/similarity.ts';
import type { KnownTerm, TermTable } from './signals/sums.ts';
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
  return {
    profiles,
    cues: new CueIndex(profiles.map((profile) => profile.cues)),
    terms: termTable(bags, rarity, profiles, learned),
    trained: { bayes: learned !== undefined, ridge: learned !== undefined },
  };
}

function termTable(
  bags: readonly Bag[],
  rarity: Rarity,
  profiles: readonly Profile[],
  learned?: Pick<Model, 'bayes' | 'ridge'>,
): TermTable {
  const terms = new Map<string, KnownTerm>();
  const add = (term: string, more: KnownTerm) => terms.set(term, { ...terms.get(term), ...more });
  if (learned) for (const [term, bayes] of bayesTable(learned.bayes)) add(term, { bayes });
  if (learned) for (const [term, ridge] of ridgeTable(learned.ridge)) add(term, { ridge });
  for (const term of new Set(bags.flatMap((bag) => [...bag.keys()]))) {
    const weights = Float64Array.from(profiles, ({ definition: { weights, norm } }) =>
      norm === 0 ? 0 : (weights.get(term) ?? 0) / norm,
    );
    add(term, { defined: { rarity: rarity.of.get(term) ?? rarity.unseen, weights } });
  }
  return terms;
}
