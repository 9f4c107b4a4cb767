import type { Text } from '../../core/lang.ts';
import type { Place } from '../../core/place.ts';
import { findWords, patternOf, type WordsFound } from '../../core/text/statement/find-words.ts';
import { type Mood, type Statement, statementsOf } from '../../core/text/statement/statement.ts';
import { type Told, weigh } from '../../core/text/statement/verdict-of-moods.ts';
import type { OwnText } from './own-text.ts';
import { soundsSo } from './voice.ts';

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
  /** The words stand there so often that not all their places were looked at, and what follows is not sure. */
  readonly cut?: true;
}

/** A saying with the number of its sentence and its text; `wider`: of the wider words. */
interface PlacedSaying extends Saying {
  readonly at: number;
  readonly own: OwnText;
  readonly wider: boolean;
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

/** A passage of fewer characters tells too little to be judged without more of its paragraph. */
const leastPassage = 60;

/**
 * The sentence at a number with those beside it in its paragraph: what a reader would take in to judge it. A line
 * that ends with a sentence ends a paragraph.
 */
export function passageAt(own: OwnText, at: number): string {
  const statements = statementsIn(own);
  const goesOn = (one: number) => {
    const statement = statements[one];
    if (!statement || !statements[one + 1]) return false;
    const [, end] = statement.sourceOf(0, statement.text.length);
    return !/^[ \t\u3000]*\n/u.test(own.text.slice(end, end + 8));
  };
  let [from, to] = [at, at];
  let text = statements[at]?.text ?? '';
  for (let round = 0; round < 4 && (round === 0 || text.length < leastPassage); round++) {
    if (goesOn(from - 1)) {
      from -= 1;
      text = `${statements[from]?.text ?? ''}${text}`;
    }
    if (goesOn(to)) {
      to += 1;
      text = `${text}${statements[to]?.text ?? ''}`;
    }
  }
  return text;
}

/**
 * What is told in other words than a rule's: the first passage that holds two different words of its field, denies,
 * plans and excepts neither, and leaves no doubt by its sound.
 */
export function toldAround(around: readonly string[], texts: readonly OwnText[]): Saying | undefined {
  const patterns = around.map(patternOf);
  for (const own of texts) {
    for (const [at, statement] of statementsIn(own).entries()) {
      if (statement.frame !== undefined) continue;
      const places = patterns.flatMap((pattern) => findWords(statement, pattern).slice(0, 1));
      const [first, ...others] = places.toSorted((a, b) => a.start - b.start);
      if (!first || !others.some(({ start }) => start >= first.end)) continue;
      if (places.some(({ mood }) => !isPlain(mood) && mood !== 'doubted')) continue;
      if ((soundsSo(passageAt(own, at)) ?? 0) > soundsSure)
        return sayingOf({ ...first, mood: 'actual' }, statement, own);
    }
  }
  return undefined;
}

/** Whether no passage that holds some words sounds as if it bore them out; not where none can be heard. */
export function allUnsound(phrases: readonly string[], texts: readonly OwnText[]): boolean {
  const wanted = phrases.map(patternOf);
  const places = texts.flatMap((own) =>
    [...statementsIn(own)].flatMap((statement, at) =>
      wanted.some((pattern) => findWords(statement, pattern).length > 0) ? [{ own, at }] : [],
    ),
  );
  const heard = places.slice(0, mostPlaces).flatMap(({ own, at }) => {
    const passage = passageAt(own, at);
    const sound = soundsSo(passage);
    return sound === undefined ? [] : [isUnsound(passage, sound)];
  });
  return heard.length > 0 && heard.every(Boolean);
}

/** So many places of one mood are told of; a reader needs a few, and a text may hold hundreds. */
const shownOfMood = 4;

/** So many places of one group are looked at; a filing that says one thing more often is read by a person. */
const mostPlaces = 3000;

/** Why nothing follows from a text that holds the words that often. */
export const tooOften: Text = {
  zh: `相关词语在申报书中出现超过${mostPlaces}处，只核对了前${mostPlaces}处，请人工核对。`,
  en: `The words stand in more than ${mostPlaces} places, of which only the first ${mostPlaces} were looked at; please check.`,
};

/** Below these log-odds a passage does not bear out what a sentence of it says. */
const soundsOtherwise = 0.6;
/** As much for a number, whose clause says more of it than the passage does. */
export const numberSoundsOtherwise = -0.5;
/** As much for a passage of a few words, which has little to sound by. */
const fewSoundOtherwise = -4;
const fewWords = 24;

/** Whether a passage of this sound does not bear out what a sentence of it says. */
export function isUnsound(passage: string, sound: number, limit = soundsOtherwise): boolean {
  return sound < (passage.length < fewWords ? fewSoundOtherwise : limit);
}

/** From these log-odds on it bears out what its words alone leave open. */
export const soundsSure = 2.4;

/** What grammar leaves open and the sound of a passage may settle; what is denied stays so. */
const heardAsSo: ReadonlySet<Mood> = new Set(['named', 'doubted', 'partly']);

/** What the second voice makes of a mood: what does not sound so is doubted, what is open and sounds so is so. */
function withVoice(mood: Mood, passage: string, score: number | undefined): Mood {
  if (score === undefined) return mood;
  const plain = mood === 'actual' || mood === 'capable';
  if (plain && isUnsound(passage, score)) return 'doubted';
  return heardAsSo.has(mood) && score > soundsSure ? 'actual' : mood;
}

/** What some texts say of a group of phrases; `about` are wider words that show only what is not plainly so. */
export function tellOf(
  phrases: readonly string[],
  about: readonly string[],
  texts: readonly OwnText[],
): GroupTold {
  const found: PlacedSaying[] = [];
  const shown = new Map<string, number>();
  let looked = 0;
  const take = (pattern: RegExp, wider: boolean, statement: Statement, own: OwnText, at: number) => {
    for (const words of findWords(statement, pattern)) {
      if (looked >= mostPlaces) return;
      looked += 1;
      const passage = about.length > 0 ? passageAt(own, at) : '';
      const score = soundsSo(passage);
      const mood = withVoice(words.mood, passage, score);
      if (
        wider &&
        (score === undefined || score < soundsSure || words.mood === 'named') &&
        isPlain(words.mood)
      )
        continue;
      const kind = `${mood} ${statement.frame ?? ''}`;
      const count = shown.get(kind) ?? 0;
      shown.set(kind, count + 1);
      if (count < shownOfMood || mood === 'actual')
        found.push({ ...sayingOf({ ...words, mood }, statement, own), at, own, wider });
    }
  };
  const wanted = phrases.map(patternOf);
  const wide = about.map(patternOf);
  for (const own of texts) {
    if (looked >= mostPlaces) break;
    for (const [at, statement] of statementsIn(own).entries()) {
      for (const pattern of wanted) take(pattern, false, statement, own, at);
      for (const pattern of wide) take(pattern, true, statement, own, at);
    }
  }
  // All that is said plainly is followed at once by something against it: it may well be of the same.
  const statements = new Map(texts.map((own) => [own, statementsIn(own)]));
  const plain = found.filter(({ mood }) => mood === 'actual' || mood === 'capable');
  const shaken =
    plain.length > 0 &&
    !found.some(({ mood }) => mood === 'denied') &&
    plain.every(
      ({ at, own }) =>
        statements.get(own)?.[at + 1]?.speaksAgainst() &&
        (about.length === 0 || (soundsSo(passageAt(own, at)) ?? 0) < soundsSure),
    );
  if (shaken) for (const one of plain) found[found.indexOf(one)] = { ...one, mood: 'doubted' };
  const sayings = found.filter(({ mood, at, own }) => mood !== 'doubted' || !plainElsewhere(at, own, found));
  const told = weigh(new Set(sayings.map(({ mood }) => mood)));
  // A denial of wider words alone (没有遗留工程) may be of something else.
  const direct = sayings.some(({ mood, wider }) => mood === 'denied' && !wider);
  const cut = looked >= mostPlaces ? { cut: true as const } : {};
  return { told: told === 'denied' && !direct ? 'doubted' : told, sayings, ...cut };
}

/** A doubt far from what is said plainly is one of something else; beside it, it is told of the same. */
function plainElsewhere(at: number, own: OwnText, found: readonly PlacedSaying[]): boolean {
  const plain = found.filter(({ mood }) => mood === 'actual' || mood === 'capable');
  return plain.length > 0 && plain.every((one) => one.own !== own || Math.abs(one.at - at) > 1);
}

function isPlain(mood: Mood): boolean {
  return mood === 'actual' || mood === 'capable' || mood === 'named';
}

function sayingOf({ start, end, mood }: WordsFound, statement: Statement, own: OwnText): Saying {
  return {
    mood,
    words: statement.text.slice(start, end),
    quote: statement.quote(start),
    framed: statement.frame === 'plan',
    places: own.placesOf(...statement.sourceOf(start, end)),
  };
}
