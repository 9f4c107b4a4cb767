/**
 * Characters that fonts name in their own way, brought back to the ones people search for: ticks of the
 * Wingdings family (private use) and the Kangxi radicals that PDF writers put for the ideographs drawn alike.
 */

/** Wingdings, Wingdings 2 and Symbol as they arrive in the private use area (U+F000 + code). */
const symbols: Readonly<Record<number, string>> = {
  61551: '☐',
  61553: '☐',
  61554: '☐',
  61608: '☐',
  61603: '☐',
  61482: '☐',
  61694: '☑',
  61522: '☑',
  61693: '☒',
  61523: '☒',
  61524: '☒',
  61520: '✓',
  61692: '✓',
  61654: '√',
  61691: '✗',
  61550: '■',
  61548: '●',
  61601: '○',
  61604: '◉',
  61623: '•',
  61599: '•',
  61607: '▪',
  61557: '◆',
  61558: '❖',
  61656: '➢',
};

/** Radicals of U+2E80–2EF3 that NFKC leaves alone, each with the ideograph drawn alike. */
const radicals = new Map(
  [
    ...'⺠民⺬示⺮竹⺶羊⺼肉⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙'.matchAll(
      /(.)(.)/gu,
    ),
  ].map((pair) => [pair[1] ?? '', pair[2] ?? '']),
);

/** A character of a symbol font given by its code below 256, as the private use character it stands for. */
export function symbolFontCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code >= 0x21 && code <= 0xff ? String.fromCodePoint(0xf000 + code) : character;
}

/** The character a reader sees; unknown private use characters are returned unchanged. */
export function plainCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0xf000 && code <= 0xf0ff) return symbols[code] ?? character;
  if (code >= 0x2f00 && code <= 0x2fdf) return character.normalize('NFKC');
  if (code >= 0x2e80 && code <= 0x2eff) return radicals.get(character) ?? character.normalize('NFKC');
  return character;
}

const wide = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60]/;

/** Whether a character takes a full square, as ideographs and full-width signs do. */
export function isWide(character: string): boolean {
  return wide.test(character) || (character.codePointAt(0) ?? 0) >= 0x20000;
}

/** Marks people put into a box drawn by hand or by a form. */
export const tickMarks = /^[√✓✔☑☒✗✘×xXvV■●]$/;
