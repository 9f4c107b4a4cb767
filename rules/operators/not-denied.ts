import type { Argument } from '../../calls/rule-language/operators.ts';
import { mergePlaces } from '../../core/place.ts';
import { both } from '../../core/say.ts';
import { bearingOf, isBorneOut, isUnborne } from '../reading/borne-out.ts';
import { passagesOf } from '../reading/passages.ts';
import { quoteSayings } from '../reading/quote-sayings.ts';
import { allUnsound, type Saying, tellOf, tooOften } from '../reading/told.ts';
import type { Scope } from '../scope.ts';
import { type Outcome, outcome } from '../verdict/outcome.ts';

/** Nothing in the text speaks against it; else it is open, with the words shown. It never fails. */
export function notDenied(
  { phrases, against: contrary, claim, in: keys }: Argument<'notDenied'>,
  scope: Scope,
): Outcome {
  const { texts } = passagesOf(scope, keys);
  const { sayings, cut } = tellOf(phrases, [], texts);
  const against = sayings.filter(({ mood }) => mood === 'denied' || mood === 'doubted');
  const plain = sayings.some(({ mood }) => mood === 'actual' || mood === 'capable');
  // Where the text says it plainly, a plan is one of more to come.
  const short = plain
    ? []
    : sayings.filter(({ mood, framed }) => !framed && (mood === 'planned' || mood === 'partly'));
  const other = tellOf(contrary, [], texts).sayings.filter(
    ({ mood, framed }) => !framed && mood !== 'denied' && mood !== 'elsewhere',
  );
  const bearing = sayings.length > 0 ? bearingOf(claim, phrases, texts, scope) : undefined;
  // What a passage bears out is not undone by how its parts sound, only by words that speak against it.
  const borneOut = isBorneOut(bearing, 'fact');
  const told = [...(borneOut ? [] : [...against, ...short]), ...other];
  if (told.length > 0) return open(told);
  const unheard = !borneOut && (allUnsound(phrases, texts) || isUnborne(bearing));
  if (unheard && sayings.length > 0)
    return open(sayings.slice(0, 2).map((one) => ({ ...one, mood: 'doubted' })));
  if (cut) return outcome('unknown', tooOften);
  const why = {
    zh: '申报内容中没有相反的说法。',
    en: 'Nothing in the text says the contrary.',
  };
  return outcome('pass', why);
}

/** Open, with what speaks against it and up to five of its places. */
function open(told: readonly Saying[]): Outcome {
  const places = mergePlaces(told.flatMap((one) => one.places)).slice(0, 5);
  const value = { value: both(told[0]?.quote ?? '') };
  return { ...outcome('unknown', quoteSayings(told, 'open'), places, value), quoting: true };
}
