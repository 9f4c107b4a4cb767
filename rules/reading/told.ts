import type { Place } from '../../core/place.ts';
import { findWords, patternOf } from '../../core/text/statement/find-words.ts';
import { type Mood, type Statement, statementsOf } from '../../core/text/statement/statement.ts';
import { type Told, weigh } from '../../core/text/statement/verdict-of-moods.ts';
import type { OwnText } from './own-text.ts';

/** One place of the words, with what is said there. */
export interface Saying {
  readonly mood: Mood;
  /** The words as they stand there. */
  readonly words: string;
  readonly quote: string;
  /** It stands in a chapter on plans. */
  readonly framed: boolean;
  readonly places: readonly Place[];
}

export interface GroupTold {
  readonly told: Told;
  /** What was found, in reading order of the texts; those of `about` only where they say no plain yes. */
  readonly sayings: readonly Saying[];
}

const kept = new WeakMap<OwnText, readonly Statement[]>();

/** The sentences of a text, read once. */
export function statementsIn(own: OwnText): readonly Statement[] {
  const known = kept.get(own);
  if (known) return known;
  const frameAt = own.frameAt;
  const made = statementsOf(own.text, frameAt && ((offset) => frameAt(offset)));
  kept.set(own, made);
  return made;
}

/** What some texts say of a group of phrases; `about` are wider words that show only what is not plainly so. */
export function tellOf(
  phrases: readonly string[],
  about: readonly string[],
  texts: readonly OwnText[],
): GroupTold {
  const sayings = texts.flatMap((own) =>
    statementsIn(own).flatMap((statement) => {
      const plain = phrases.flatMap((phrase) => sayingsOf(phrase, statement, own));
      const wider = about
        .flatMap((phrase) => sayingsOf(phrase, statement, own))
        .filter(({ mood }) => mood !== 'actual' && mood !== 'capable');
      return [...plain, ...wider];
    }),
  );
  return { told: weigh(new Set(sayings.map(({ mood }) => mood))), sayings };
}

function sayingsOf(phrase: string, statement: Statement, own: OwnText): Saying[] {
  return findWords(statement, patternOf(phrase)).map(({ start, end, mood }) => ({
    mood,
    words: statement.text.slice(start, end),
    quote: statement.quote(start),
    framed: statement.frame === 'plan',
    places: own.placesOf(...statement.sourceOf(start, end)),
  }));
}
