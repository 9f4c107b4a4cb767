import { groupBy } from '../../core/group-by.ts';
import { foldForMatching } from '../../core/text/fold-for-matching.ts';
import { dictionary } from './dictionary.ts';

/** A technology of the dictionary. */
export interface Technology {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
}

/** A technology that a text names, with how often and how it is written first. */
export interface Named {
  readonly technology: Technology;
  readonly times: number;
  readonly written: string;
}

interface Entry {
  /** `undefined` for a word that only looks like one of the dictionary. */
  readonly technology?: Technology;
  readonly text: string;
}

const latin = /[a-z0-9]/u;
const isLatin = (text: string, at: number) => latin.test(text.charAt(at));

function variantsOf(list: string): string[] {
  return list.split(/\s*,\s*/u).filter((word) => word !== '');
}

const folded = (text: string) => foldForMatching(text).text;

function readDictionary(): { technologies: Technology[]; entries: Entry[] } {
  const technologies: Technology[] = [];
  const entries = new Map<string, Entry>();
  for (const line of dictionary.trim().split('\n')) {
    const [id = '', zh = '', en = '', variants = '', others = ''] = line
      .split('|')
      .map((part) => part.trim());
    const technology = { id, zh, en };
    technologies.push(technology);
    for (const word of [zh, en, ...variantsOf(variants)])
      entries.set(folded(word), { technology, text: folded(word) });
    for (const word of variantsOf(others)) entries.set(folded(word), { text: folded(word) });
  }
  return { technologies, entries: [...entries.values()].sort((a, b) => b.text.length - a.text.length) };
}

const { technologies: list, entries } = readDictionary();

/** All of the dictionary, in its order. */
export const technologies: readonly Technology[] = list;

/** Entries by their first two letters, longest first. */
const byBeginning = groupBy(entries, ({ text }) => text.slice(0, 2));

/**
 * The technologies that a text names: the longest writing that stands at a place counts and what stands in it does not,
 * Latin writings only as words of their own. Whether the text says that it has them, plans or lacks them is not asked.
 */
export function technologiesIn(original: string): Named[] {
  const { text, from, to } = foldForMatching(original);
  const found = new Map<string, { technology: Technology; times: number; written: string }>();
  for (let at = 0; at < text.length; ) {
    const entry = entryAt(text, at, original, from, to);
    if (!entry) {
      at++;
      continue;
    }
    const end = at + entry.text.length;
    if (entry.technology) {
      const known = found.get(entry.technology.id);
      if (known) known.times++;
      else {
        const written = original.slice(from[at], to[end - 1]);
        found.set(entry.technology.id, { technology: entry.technology, times: 1, written });
      }
    }
    at = end;
  }
  return [...found.values()];
}

function entryAt(
  text: string,
  at: number,
  original: string,
  from: Uint32Array,
  to: Uint32Array,
): Entry | undefined {
  for (const entry of byBeginning.get(text.slice(at, at + 2)) ?? []) {
    if (!text.startsWith(entry.text, at)) continue;
    const end = at + entry.text.length;
    // Folding drops spaces: words of the original are asked for, so that "main" holds no AI and "an AR view" is one.
    if (isLatin(text, at) && isLatin(text, at - 1) && from[at] === to[at - 1]) continue;
    if (isLatin(text, end - 1) && isLatin(text, end) && from[end] === to[end - 1]) continue;
    if (!isOneStretch(entry.text, original.slice(from[at], to[end - 1]))) continue;
    return entry;
  }
  return undefined;
}

/** A writing may be broken by spaces and lines, and by no other mark than its own: 云。计算 is no 云计算. */
function isOneStretch(entry: string, written: string): boolean {
  return /^[^。；;！!？?，,、：:“”"《》]*$/u.test(written) && written.length <= entry.length * 2 + 2;
}
