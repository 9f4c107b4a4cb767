import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Jieba } from '@node-rs/jieba';
import { domainWords } from './dictionary.ts';

const require = createRequire(import.meta.url);
let jieba: Jieba | undefined;

/** Loaded at the first use: the dictionary takes 0.1 s and 40 MB. */
function load(): Jieba {
  if (jieba) return jieba;
  const { Jieba } = require('@node-rs/jieba') as typeof import('@node-rs/jieba');
  jieba = Jieba.withDict(dictionaryFile());
  jieba.loadDict(Buffer.from(domainWords.map((word) => `${word} 100000 n\n`).join('')));
  return jieba;
}

/** The general dictionary as it lies on disk: a word, how often it stands in its corpus, its part of speech. */
const dictionaryFile = () => readFileSync(require.resolve('@node-rs/jieba/dict.txt'));

/** Words of a folded text (see `foldWithOffsets`) in order, punctuation included. */
export function segment(folded: string): string[] {
  return folded === '' ? [] : load().cut(folded, true);
}

/** Words of the dictionary that stand inside a word: 集装箱船 has 集装箱 and 集装. */
export function wordsWithin(word: string): string[] {
  return word.length < 3
    ? []
    : load()
        .cutForSearch(word, true)
        .filter((part) => part !== word);
}

/** Words of general Chinese that stand at least `least` times in the dictionary's corpus, and how often; and all words of it. */
export function generalFrequencies(least: number): {
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
} {
  const counts = new Map<string, number>();
  let total = 0;
  for (const line of dictionaryFile().toString('utf8').split('\n')) {
    const [word = '', count] = line.split(' ', 2);
    const times = Number(count ?? 0);
    total += times;
    if (times >= least) counts.set(word, times);
  }
  return { counts, total };
}
