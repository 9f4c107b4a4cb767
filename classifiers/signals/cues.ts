import type { Label } from '../../calls/schema/schemes.ts';
import { foldForClassifying } from './fold.ts';

/** The curated phrases of a label, folded. The name and its aliases count as a kind of their own. */
export interface CueSet {
  readonly name: readonly string[];
  readonly strong: readonly string[];
  readonly weak: readonly string[];
  readonly against: readonly string[];
}

export type CueKind = keyof CueSet;

export interface Hit {
  readonly kind: CueKind;
  readonly start: number;
  readonly end: number;
}

/** `hidden` leaves curated phrases out; the label's own names always count. */
export function cueSetOf(label: Label, hidden: (phrase: string) => boolean = () => false): CueSet {
  const taken = new Set<string>();
  const take = (phrases: readonly string[]) => {
    const folded = phrases
      .map(foldForClassifying)
      .filter((phrase) => phrase.length > 1 && !taken.has(phrase));
    for (const phrase of folded) taken.add(phrase);
    return [...new Set(folded)];
  };
  return {
    name: take([label.name, ...label.aliases]),
    strong: take(label.cues.strong).filter((phrase) => !hidden(phrase)),
    weak: take(label.cues.weak).filter((phrase) => !hidden(phrase)),
    against: take(label.cues.against).filter((phrase) => !hidden(phrase)),
  };
}

interface Phrase {
  readonly text: string;
  readonly label: number;
  readonly kind: CueKind;
  /** Its place among the phrases of all labels. */
  readonly order: number;
}

/** Finds the phrases of all labels in one pass over a text, by their first two characters. */
export class CueIndex {
  private readonly byStart = new Map<number, Phrase[]>();
  private readonly labels: number;

  constructor(sets: readonly CueSet[]) {
    this.labels = sets.length;
    let order = 0;
    for (const [label, set] of sets.entries()) {
      for (const [kind, text] of kinds.flatMap((kind) => set[kind].map((one) => [kind, one] as const))) {
        const start = startAt(text, 0);
        const beside = this.byStart.get(start) ?? [];
        beside.push({ text, label, kind, order: order++ });
        this.byStart.set(start, beside);
      }
    }
  }

  /**
   * For each label every place of a folded text where a phrase of it stands, phrase by phrase; places of one phrase
   * do not overlap. A phrase inside a longer one that speaks against the label is part of that word and does not
   * count: 电子 in 电子卷宗.
   */
  find(text: string): readonly (readonly Hit[])[] {
    const found = new Map<Phrase, Hit[]>();
    for (let at = 0; at + 1 < text.length; at++) {
      for (const phrase of this.byStart.get(startAt(text, at)) ?? []) {
        if (!text.startsWith(phrase.text, at)) continue;
        const hits = found.get(phrase);
        if (at < (hits?.at(-1)?.end ?? 0)) continue;
        const hit = { kind: phrase.kind, start: at, end: at + phrase.text.length };
        if (hits) hits.push(hit);
        else found.set(phrase, [hit]);
      }
    }
    const ofLabels = Array.from({ length: this.labels }, (): Hit[] => []);
    for (const [{ label }, hits] of [...found].sort((a, b) => a[0].order - b[0].order)) {
      ofLabels[label]?.push(...hits);
    }
    return ofLabels.map(withoutParts);
  }
}

const kinds = ['name', 'strong', 'weak', 'against'] as const;
const startAt = (text: string, at: number) => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);

function withoutParts(hits: readonly Hit[]): readonly Hit[] {
  const against = hits.filter((hit) => hit.kind === 'against');
  if (against.length === 0) return hits;
  return hits.filter(
    (hit) =>
      hit.kind === 'against' || !against.some((other) => other.start <= hit.start && hit.end <= other.end),
  );
}

/**
 * How much hits of one kind weigh: different phrases count in full, repeats ever less, and the whole goes
 * towards 1. A long text is given more hits before it counts as much.
 */
export function saturate(text: string, hits: readonly Hit[], kind: CueKind): number {
  if (hits.length === 0) return 0;
  const counts = new Map<string, number>();
  for (const hit of hits) {
    if (hit.kind !== kind) continue;
    const phrase = text.slice(hit.start, hit.end);
    counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  }
  let mass = 0;
  for (const count of counts.values()) mass += 1 + Math.log2(count) / 2;
  const half = 1 + Math.log2(1 + text.length / 200);
  return mass / (mass + half);
}
