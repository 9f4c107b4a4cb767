import type { DraftClause } from '../clauses.ts';

/** One sentence of a clause with the clause it is cited by. */
export interface Sentence {
  readonly words: string;
  readonly clause: DraftClause;
}

/** A sentence of a thousand characters and more is none; in parts, what reads it stays quick. */
const bounded = (words: string) => words.match(/.{1,1000}(?:，|$)|.{1,1000}/gsu) ?? [];

/** The sentences of the notices themselves and, where asked, of their annexes; forms and summary sheets ask nothing. */
export function sentencesOf(
  clauses: readonly DraftClause[],
  annexes: 'with annexes' | 'notice only',
): Sentence[] {
  return clauses
    .filter(({ part }) => part.kind !== 'form' && part.kind !== 'summary')
    .filter(({ part }) => annexes === 'with annexes' || part.kind !== 'annex')
    .flatMap((clause) =>
      clause.text
        .split(/(?<=[。；;！])/u)
        .flatMap(bounded)
        .map((words) => ({ words: words.trim(), clause }))
        .filter(({ words }) => words !== ''),
    );
}
