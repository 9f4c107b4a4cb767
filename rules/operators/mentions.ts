import type { Argument } from '../../calls/rule-language/operators.ts';
import { mergePlaces, type Place } from '../../core/place.ts';
import { both, listed } from '../../core/say.ts';
import { saysNone } from '../../core/text/statement/none.ts';
import type { Told } from '../../core/text/statement/verdict-of-moods.ts';
import { type Bearing, bearingOf, isBorneOut, isSpokenFor, isUnborne } from '../reading/borne-out.ts';
import type { OwnText } from '../reading/own-text.ts';
import { passagesOf } from '../reading/passages.ts';
import { quoteSayings } from '../reading/quote-sayings.ts';
import { readField } from '../reading/read-field.ts';
import { type GroupTold, type Saying, tellOf, toldAround, tooOften } from '../reading/told.ts';
import { formFieldOf, nameOf, type Scope } from '../scope.ts';
import { type Outcome, outcome, type Values } from '../verdict/outcome.ts';

/** Places shown for one phrase group; the reader needs a few, not all. */
const shownPlaces = 3;

/** An answer to the form's question that is no longer than this is a name and no sentence. */
const shortAnswer = 40;

type Asked = Argument<'mentions'>;

/**
 * At least `min` of the phrase groups are told of as being so in the applicant's own words. What is denied is a
 * fail where too few can be left; what is only planned, so in part, or told both ways is open, with the words
 * shown. Not mentioned at all is unknown where some of the text could not be read.
 */
export function mentions(asked: Asked, scope: Scope): Outcome {
  const { phrases, min, in: keys } = asked;
  const { texts, gap } = passagesOf(scope, keys);
  const groups = phrases.map((group, i) => groupOf(group, i, asked, texts, scope));
  const is = (...wanted: Told[]) => groups.filter(({ told }) => wanted.includes(told));
  // Without `about` the rule asks for the words and not for a fact.
  const so = is(
    'told',
    ...(asked.plans ? (['planned', 'partly'] as const) : []),
    ...(asked.about.length === 0 ? (['named'] as const) : []),
  );
  const open = is(
    'contradicted',
    'doubted',
    ...(asked.about.length === 0 ? [] : (['named'] as const)),
    ...(asked.plans ? [] : (['planned', 'partly'] as const)),
  );
  const values = valuesOf(asked, groups, so, texts);
  if (groups.some(({ cut }) => cut)) return outcome('unknown', tooOften, [], values);
  const evidence = mergePlaces(so.flatMap(({ sayings }) => placesOf(sayings)));
  if (so.length >= min) {
    const named = so.map(({ words }) => words);
    const why = { zh: `提到了${named.join('、')}。`, en: `It mentions ${named.join(', ')}.` };
    return outcome('pass', why, evidence, values);
  }
  const denied = is('denied');
  const shown = [...open, ...denied].flatMap(({ sayings }) =>
    sayings.filter(({ mood }) => mood !== 'elsewhere'),
  );
  const places = mergePlaces([...evidence, ...placesOf(shown)]);
  if (groups.length - denied.length < min)
    return outcome('fail', quoteSayings(shown, 'denied'), places, values);
  if (so.length + open.length >= min)
    return { ...outcome('unknown', quoteSayings(shown, 'open'), places, values), quoting: true };
  if (gap) return outcome('unknown', gap.why, gap.evidence, values);
  // A short field that says something else is itself the place; of a chapter every line would be.
  const looked = isShort(texts) ? fieldPlaces(keys, scope) : [];
  const lacking = phrases.filter((_, i) => !so.some((one) => one === groups[i])).map(([first = '']) => first);
  const why = {
    zh: `提到${so.length}类，少于${min}类，未见${lacking.slice(0, 6).join('、')}等内容。`,
    en: `${so.length} of at least ${min} are mentioned; not found: ${lacking.slice(0, 6).join(', ')}.`,
  };
  const fail = outcome('fail', why, mergePlaces([...evidence, ...looked]), values);
  return asked.decisive ? fail : { ...fail, silent: true };
}

interface Group extends GroupTold {
  /** The group's phrase, as the reader knows it. */
  readonly words: string;
}

function groupOf(
  group: readonly string[],
  at: number,
  asked: Asked,
  texts: readonly OwnText[],
  scope: Scope,
): Group {
  const about = asked.about[at] ?? asked.about[0] ?? [];
  const found = asNames(asked.in, scope) ? plainly(group, texts) : tellOf(group, about, texts);
  const around = asked.about.length > 0 ? (asked.around[at] ?? asked.around[0] ?? []) : [];
  const other = found.told === 'silent' || found.told === 'named' ? toldAround(around, texts) : undefined;
  const answered = asked.asks === undefined ? undefined : answerOf(asked.asks, group, about, scope);
  const said: GroupTold = other ? { told: 'told', sayings: [other, ...found.sayings] } : found;
  const claim = asked.claims[at] ?? asked.claims[0];
  const borne = bearingOf(claim, group, texts, scope);
  const weighed = borne === undefined ? said : withBearing(said, borne, asked.about.length > 0);
  const whole = answered ? withAnswer(weighed, answered) : weighed;
  const plain = whole.sayings.find(({ mood }) => mood === 'actual' || mood === 'capable');
  return { ...whole, words: plain?.words ?? group[0] ?? '' };
}

/** What is so by its words and not by its passage is doubted; what is open by its words may be so by its passage. */
function withBearing(said: GroupTold, bearing: Bearing, asFact: boolean): GroupTold {
  const { told, sayings } = said;
  if (told === 'told' && isUnborne(bearing))
    return { ...said, told: 'doubted', sayings: sayings.map((one) => ({ ...one, mood: 'doubted' })) };
  // What is denied in words while the passage speaks for it is told both ways.
  if (told === 'denied' && isSpokenFor(bearing)) return { ...said, told: 'contradicted' };
  if (told === 'told' || told === 'denied' || !asFact || !isBorneOut(bearing, 'fact')) return said;
  return { ...said, told: 'told', sayings: [bearing.saying, ...sayings] };
}

/** Names of companies and offices state nothing: 无锡, 未来科技. */
function asNames(keys: readonly string[], scope: Scope): boolean {
  return (
    keys.length > 0 &&
    keys.every((key) => {
      const field = formFieldOf(scope, key);
      return field?.role !== undefined || field?.type === 'industry';
    })
  );
}

function plainly(group: readonly string[], texts: readonly OwnText[]): GroupTold {
  const found = tellOf(group, [], texts);
  return {
    told: found.sayings.length > 0 ? 'told' : 'silent',
    sayings: found.sayings.map((saying) => ({ ...saying, mood: 'actual' as const })),
  };
}

/** What stands in the form's own place for it: a name counts as said, 无 as denied, a sentence as it reads; not silent. */
function answerOf(
  key: string,
  group: readonly string[],
  about: readonly string[],
  scope: Scope,
): GroupTold | undefined {
  const reading = readField(scope, key);
  if (reading.state !== 'filled') return undefined;
  const { raw, value, where } = reading.field;
  const ticked = formFieldOf(scope, key)?.type === 'choice' && typeof value === 'string';
  const text = raw.trim() !== '' && !ticked ? raw : typeof value === 'string' ? value : raw;
  const label = nameOf(scope, key).zh;
  const saying = (mood: Saying['mood']): Saying => ({
    mood,
    words: text,
    quote: `${label}：${text.slice(0, 60)}`,
    framed: false,
    places: where,
  });
  if (saysNone(text)) return { told: 'denied', sayings: [saying('denied')] };
  const own: OwnText = { text, placesOf: () => [...where] };
  const found = tellOf(group, about, [own]);
  // A name alone is the answer here.
  if (found.told !== 'silent' && found.told !== 'named') return found;
  return text.length <= shortAnswer ? { told: 'told', sayings: [saying('actual')] } : undefined;
}

/** What the form's place says comes first; where the text says the contrary, both stand. */
function withAnswer(found: GroupTold, answered: GroupTold): GroupTold {
  const sayings = [...answered.sayings, ...found.sayings];
  const yes = (one: GroupTold) => one.told === 'told' || one.told === 'contradicted' || one.told === 'named';
  const apart = (answered.told === 'denied' && yes(found)) || (found.told === 'denied' && yes(answered));
  if (apart) return { told: 'contradicted', sayings };
  return { told: answered.told, sayings };
}

function valuesOf(
  { phrases, min }: Asked,
  groups: readonly Group[],
  so: readonly Group[],
  texts: readonly OwnText[],
): Values {
  const lacking = phrases.filter((_, i) => !so.some((one) => one === groups[i])).map(([first = '']) => first);
  const first = texts[0]?.text.trim() ?? '';
  return {
    count: both(String(so.length)),
    left: both(String(so.length)),
    right: both(String(min)),
    value:
      so.length > 0
        ? listed(so.map(({ words }) => both(words)))
        : both(first.length <= 60 ? first || '空白' : '（未提及）'),
    ...(lacking.length > 0 ? { missing: listed(lacking.map(both)) } : {}),
  };
}

function placesOf(sayings: readonly Saying[]): Place[] {
  return mergePlaces(sayings.flatMap(({ places }) => places)).slice(0, shownPlaces);
}

function isShort(texts: readonly OwnText[]): boolean {
  return texts.length === 1 && (texts[0]?.text.trim().length ?? 0) <= 60;
}

function fieldPlaces(keys: readonly string[], { filing }: Scope): Place[] {
  return keys.flatMap((key) => filing.fields.get(key)?.where.slice(0, shownPlaces) ?? []);
}
