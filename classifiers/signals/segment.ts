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
  jieba = Jieba.withDict(readFileSync(require.resolve('@node-rs/jieba/dict.txt')));
  jieba.loadDict(Buffer.from(domainWords.map((word) => `${word} 100000 n\n`).join('')));
  return jieba;
}

/** Words of a folded text (see `foldWithOffsets`) in order, punctuation included. */
export function segment(folded: string): string[] {
  return folded === '' ? [] : load().cut(folded, true);
}
