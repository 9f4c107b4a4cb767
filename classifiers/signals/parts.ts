import { type Bag, bagOf, termsOf } from './terms.ts';
import type { Zone } from './zone.ts';

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
  const texts = splitText(zone.text, partLength);
  return texts.length === 1 ? [zone] : texts.map((text) => part(text, bagOf(termsOf(text))));
}

function splitText(text: string, length: number): string[] {
  const parts: string[] = [];
  let part = '';
  for (const sentence of text.split(/(?<=[。；！？;!?])/)) {
    part += sentence;
    if (part.length < length) continue;
    parts.push(part);
    part = '';
  }
  if (part.length > length / 2 || parts.length === 0) return [...parts, part];
  return [...parts.slice(0, -1), (parts.at(-1) ?? '') + part];
}
