import type { Cue } from '../../core/judgement.ts';
import type { Place } from '../../core/place.ts';
import type { CueKind, Hit } from './cues.ts';
import type { Zone } from './zone.ts';

/** A zone with the way from its characters to the document. */
export interface PlacedZone extends Zone {
  placesOf(start: number, end: number): readonly Place[];
}

const order: Record<CueKind, number> = { name: 0, strong: 1, weak: 2, against: 3 };
const most = 5;

/** A word that speaks for a label, and how strongly. */
export interface Word {
  readonly text: string;
  readonly weight: number;
}

/**
 * The phrases of the text that decided for a label, the strongest first, at most five: curated cues, then the
 * words with the most weight where cues are few. Each is copied from the original text.
 */
export function evidenceOf(
  zones: readonly PlacedZone[],
  hitsIn: (zone: Zone) => readonly Hit[],
  words: (zone: Zone) => readonly Word[],
): Cue[] {
  const found: Cue[] = [];
  const taken: string[] = [];
  const add = (zone: PlacedZone, start: number, end: number) => {
    const phrase = zone.text.slice(start, end);
    if (found.length >= most || taken.some((one) => one.includes(phrase) || phrase.includes(one))) return;
    const from = zone.folded.from[start];
    const to = zone.folded.to[end - 1];
    if (from === undefined || to === undefined) return;
    taken.push(phrase);
    found.push({ text: zone.original.slice(from, to), where: zone.placesOf(from, to) });
  };
  const hits = zones.flatMap((zone) => hitsIn(zone).map((hit) => ({ zone, ...hit })));
  const speaking = hits.filter((hit) => hit.kind !== 'against');
  speaking.sort((a, b) => order[a.kind] - order[b.kind] || b.end - b.start - (a.end - a.start));
  for (const hit of speaking) add(hit.zone, hit.start, hit.end);
  if (found.length >= 3) return found;
  const heavy = zones.flatMap((zone) => words(zone).map((word) => ({ zone, ...word })));
  heavy.sort((a, b) => b.weight - a.weight);
  for (const { zone, text } of heavy.slice(0, most)) {
    const at = zone.text.indexOf(text);
    if (at >= 0) add(zone, at, at + text.length);
  }
  return found;
}
