/** What counts as one 字. */
export type Counting = 'word' | 'han' | 'characters';

const tokens =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u303f\uff00-\uffef“”‘’—…·]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef“”‘’—…·]+/gu;
const han = /\p{Script=Han}/gu;

/**
 * Counts the words 字 of a text:
 *
 * - `word`: as Word's 字数: each Chinese character and each full-width mark counts one, each run of anything
 *   else between spaces or Chinese characters (Latin words, numbers with their marks) counts one;
 * - `han`: Chinese characters only;
 * - `characters`: every character that is no space.
 */
export function countWords(text: string, as: Counting): number {
  switch (as) {
    case 'word':
      return text.match(tokens)?.length ?? 0;
    case 'han':
      return text.match(han)?.length ?? 0;
    case 'characters':
      return [...text].filter((letter) => !/\s/u.test(letter)).length;
  }
}
