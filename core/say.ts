import type { Text } from './lang.ts';

/** Small words of sentences, in both languages at once. */

export const t = (zh: string, en: string): Text => ({ zh, en });

/** The same words in both languages: names, numbers, quotations. */
export function both(text: string): Text {
  return { zh: text, en: text };
}

export function quoted(name: Text): Text {
  return t(`“${name.zh}”`, `"${name.en}"`);
}

export function either(texts: readonly Text[]): Text {
  return t(texts.map(({ zh }) => zh).join('或'), texts.map(({ en }) => en).join(' or '));
}

/** Texts one after another, in both languages. */
export function join(...parts: readonly Text[]): Text {
  return t(parts.map(({ zh }) => zh).join(''), parts.map(({ en }) => en).join(''));
}

/** A list in both languages: `甲、乙` and `A, B`, without repeats. */
export function listed(texts: readonly Text[]): Text {
  return {
    zh: [...new Set(texts.map((text) => text.zh))].join('、'),
    en: [...new Set(texts.map((text) => text.en))].join(', '),
  };
}

/** Several sentences as one: Chinese ones with `；` between them. */
export function sentences(texts: readonly Text[]): Text {
  const zh = [...new Set(texts.map((text) => text.zh.replace(/。$/u, '')))];
  return { zh: `${zh.join('；')}。`, en: [...new Set(texts.map((text) => text.en))].join(' ') };
}
