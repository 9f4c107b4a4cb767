import type { Bag } from './terms.ts';
import { bagOfSentences, joinedTo, textOf, type Zone } from './zone.ts';

/** Characters after which a part ends with its sentence: short enough that it tells of one thing. */
const partLength = 45;
/** A text longer than this has enough passages to be read by them, which are cut into words already. */
const longText = 1500;

/** The parts of a zone are the same for all schemes. */
const known = new WeakMap<Zone, readonly Zone[]>();

/** The body in parts of whole sentences, each a zone to be read alone; nothing of the title. */
export function partsOf(zones: readonly Zone[]): Zone[] {
  return zones
    .filter((zone) => zone.kind === 'body')
    .flatMap((zone) => {
      const parts = known.get(zone) ?? cut(zone);
      known.set(zone, parts);
      return parts;
    });
}

function cut(zone: Zone): Zone[] {
  const part = (text: string, bag: Bag): Zone => ({
    ...zone,
    text,
    bag,
    passages: [bag],
    passageTexts: [text],
  });
  if (zone.text.length > longText) {
    return zone.passages.map((bag, i) => part(zone.passageTexts[i] ?? '', bag));
  }
  const parts = joinedTo(zone.sentences, partLength, partLength / 2);
  return parts.length === 1 ? [zone] : parts.map((one) => part(textOf(one), bagOfSentences(one)));
}
