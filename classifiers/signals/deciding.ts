import type { Word } from './evidence.ts';
import type { Knowledge, ReadText } from './features.ts';
import { wordsIn } from './terms.ts';
import type { Zone } from './zone.ts';

/** So many words are tried: a label that misses none of them much rests on more than one. */
const most = 4;

/** Words of a zone that speak for a label: by the trained model where there is one, else by the definition. */
export function wordsFor({ profiles, terms }: Knowledge, label: number, zone: Zone): Word[] {
  const words: Word[] = [];
  for (const term of wordsIn(zone.bag)) {
    const learned = terms.get(term)?.bayes?.[label] ?? 0;
    const defined = profiles[label]?.definition.weights.get(term) ?? 0;
    const weight = (Math.max(0, learned) + defined) * Math.min(4, term.length);
    if (weight > 0) words.push({ text: term, weight });
  }
  return words.sort((a, b) => b.weight - a.weight).slice(0, 5);
}

/** The phrases (folded) of a text that speak most for a label: cues and learned words, the heaviest first. */
export function decidingWords(knowledge: Knowledge, label: number, { zones }: ReadText): string[] {
  const found = new Map<string, number>();
  const add = (text: string, weight: number) => found.set(text, Math.max(found.get(text) ?? 0, weight));
  for (const { zone, hits } of zones) {
    for (const { kind, start, end } of hits[label] ?? []) {
      if (kind !== 'against') add(zone.text.slice(start, end), weightOfCue[kind]);
    }
    const words = wordsFor(knowledge, label, zone).slice(0, 3);
    for (const [i, { text }] of words.entries()) add(text, 2 - i / 4);
  }
  return [...found]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([text]) => text);
}

const weightOfCue = { name: 3, strong: 2.2, weak: 1 };
