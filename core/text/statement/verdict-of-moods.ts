import type { Mood } from './statement.ts';

/** What a whole text comes to on one thing; `silent`: nothing is said of it. */
export type Told = 'told' | 'contradicted' | 'partly' | 'planned' | 'denied' | 'doubted' | 'named' | 'silent';

/**
 * All that a text says of one thing taken together. A plain statement outweighs plans and parts told in other
 * sentences; beside a denial it is contradicted.
 */
export function weigh(moods: ReadonlySet<Mood>): Told {
  const plain = moods.has('actual') || moods.has('capable');
  if (plain) return moods.has('denied') || moods.has('doubted') ? 'contradicted' : 'told';
  if (moods.has('partly')) return 'partly';
  if (moods.has('planned')) return 'planned';
  if (moods.has('doubted')) return 'doubted';
  if (moods.has('denied')) return moods.has('named') ? 'contradicted' : 'denied';
  return moods.has('named') ? 'named' : 'silent';
}
