import type { Argument } from '../../calls/rule-language/operators.ts';
import { negatedRanges } from '../../classifiers/signals/negation.ts';
import { mergePlaces, type Place } from '../../core/place.ts';
import { both, listed } from '../../core/say.ts';
import { foldText } from '../../core/text/fold.ts';
import type { OwnText } from '../reading/own-text.ts';
import { passagesOf } from '../reading/passages.ts';
import type { Scope } from '../scope.ts';
import { type Outcome, outcome } from '../verdict/outcome.ts';

/** Places shown for one phrase group; the reader needs a few, not all. */
const shownPlaces = 3;

/**
 * At least `min` of the phrase groups are mentioned in the applicant's own words, not in a clause that says
 * 不涉及 or the like. Spaces, line ends, width and case do not matter. Not mentioned is unknown where some of
 * the text could not be read.
 */
export function mentions({ phrases, min, in: keys, decisive }: Argument<'mentions'>, scope: Scope): Outcome {
  const { texts, gap } = passagesOf(scope, keys);
  const searched = texts.map((own) => searchable(own));
  const found = phrases.map((group) => {
    for (const phrase of group) {
      const hits = searched.flatMap((text) => text.find(phrase));
      if (hits.length > 0) return { phrase, places: mergePlaces(hits.flat()).slice(0, shownPlaces) };
    }
    return undefined;
  });
  const hits = found.filter((hit) => hit !== undefined);
  const lacking = phrases.filter((_, i) => found[i] === undefined).map(([first = '']) => first);
  const evidence = mergePlaces(hits.flatMap((hit) => hit.places));
  const named = hits.map((hit) => hit.phrase);
  const first = texts[0]?.text.trim() ?? '';
  const values = {
    count: both(String(hits.length)),
    left: both(String(hits.length)),
    right: both(String(min)),
    value:
      hits.length > 0 ? listed(named.map(both)) : both(first.length <= 60 ? first || '空白' : '（未提及）'),
    ...(lacking.length > 0 ? { missing: listed(lacking.map(both)) } : {}),
  };
  if (hits.length >= min) {
    const why = { zh: `提到了${named.join('、')}。`, en: `It mentions ${named.join(', ')}.` };
    return outcome('pass', why, evidence, values);
  }
  if (gap) return outcome('unknown', gap.why, gap.evidence, values);
  // A short field that says something else is itself the place; of a chapter every line would be.
  const looked = texts.length === 1 && first.length <= 60 ? fieldPlaces(keys, scope) : [];
  const why = {
    zh: `提到${hits.length}类，少于${min}类，未见${lacking.slice(0, 6).join('、')}等内容。`,
    en: `${hits.length} of at least ${min} are mentioned; not found: ${lacking.slice(0, 6).join(', ')}.`,
  };
  const fail = outcome('fail', why, mergePlaces([...evidence, ...looked]), values);
  return decisive ? fail : { ...fail, silent: true };
}

function fieldPlaces(keys: readonly string[], { filing }: Scope): Place[] {
  return keys.flatMap((key) => filing.fields.get(key)?.where.slice(0, shownPlaces) ?? []);
}

/** A text without spaces and line ends, with a way back to its places. */
function searchable(own: OwnText): { find(phrase: string): Place[][] } {
  const folded = foldText(own.text);
  const offsets: number[] = [];
  let text = '';
  for (let i = 0; i < folded.text.length; i++) {
    const letter = folded.text.charAt(i);
    if (/\s/u.test(letter)) continue;
    text += letter.toLowerCase();
    offsets.push(folded.offsets[i] ?? 0);
  }
  const negated = negatedRanges(text);
  return {
    find(phrase) {
      const wanted = foldText(phrase).text.replace(/\s/gu, '').toLowerCase();
      const found: Place[][] = [];
      if (wanted === '') return found;
      for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
        if (negated.some(([start, end]) => at >= start && at < end)) continue;
        const from = offsets[at] ?? 0;
        found.push(own.placesOf(from, (offsets[at + wanted.length - 1] ?? from) + 1));
        if (found.length >= shownPlaces) break;
      }
      return found;
    },
  };
}
