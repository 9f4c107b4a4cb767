import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Characters that engines confuse with a tick box, or that hold a square. */
const boxlike = /[口囗回国图困因团凶区园圆四日曰田目]/u;

/** Terms of filings that the general dictionary lacks. */
const terms = ['炉口', '管口', '统口', '国网', '国控', '四是', '日上', '区内'];

let words: ReadonlySet<string> | undefined;

/** Whether two characters, one of which looks like a tick box, are a word: 接口, 回报, 归口. */
export function isBoxlikeWord(pair: string): boolean {
  if (!boxlike.test(pair)) return false;
  words ??= new Set([...terms, ...dictionaryWords()]);
  return words.has(pair);
}

/** The two-character words with such a character in jieba's dictionary (`word frequency class`, a line each). */
function dictionaryWords(): string[] {
  const file = createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt');
  return [...readFileSync(file, 'utf8').matchAll(/^(\p{Script=Han}{2}) (\d+)/gmu)]
    .filter(([, word, frequency]) => boxlike.test(word!) && Number(frequency) >= 3)
    .map(([, word]) => word!);
}
