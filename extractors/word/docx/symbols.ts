/**
 * Symbol fonts put pictures on the codes of Latin letters (or on U+F000 + code). Only what stands in filings:
 * boxes, ticks, bullets, arrows, circled numbers. Source: the fonts' own tables as Unicode 7 mapped them.
 */
type Glyphs = ReadonlyMap<number, string>;

const glyphs = (
  table: Readonly<Record<number, string>>,
  ...runs: readonly (readonly [number, string])[]
): Glyphs => {
  const map = new Map(Object.entries(table).map(([code, char]) => [Number(code), char]));
  for (const [start, chars] of runs) for (const [i, char] of [...chars].entries()) map.set(start + i, char);
  return map;
};

const wingdings = glyphs(
  {
    40: '☎',
    42: '✉',
    108: '●',
    109: '○',
    110: '■',
    111: '☐',
    112: '☐',
    113: '☐',
    114: '☐',
    116: '◆',
    117: '◆',
    118: '❖',
    119: '◆',
    120: '☒',
    158: '·',
    159: '•',
    160: '▪',
    161: '○',
    162: '○',
    164: '◉',
    165: '◉',
    167: '▪',
    168: '☐',
    171: '★',
    216: '➢',
    223: '←',
    224: '→',
    225: '↑',
    226: '↓',
    231: '←',
    232: '→',
    233: '↑',
    234: '↓',
    240: '⇨',
    251: '✗',
    252: '✓',
    253: '☒',
    254: '☑',
  },
  [0x81, '①②③④⑤⑥⑦⑧⑨⑩'],
  [0x8c, '❶❷❸❹❺❻❼❽❾❿'],
);

const wingdings2 = glyphs(
  {
    79: '✗',
    80: '✓',
    81: '☒',
    82: '☑',
    83: '☒',
    84: '☒',
    85: '☒',
    86: '☒',
    150: '•',
    151: '●',
    152: '●',
    153: '●',
    154: '○',
    155: '○',
    156: '○',
    157: '◉',
    158: '◉',
    159: '▪',
    160: '▪',
    161: '■',
    162: '■',
    163: '☐',
    164: '☐',
    165: '☐',
  },
  [0x6a, '①②③④⑤⑥⑦⑧⑨⑩'],
  [0x75, '❶❷❸❹❺❻❼❽❾❿'],
);

const wingdings3 = glyphs({ 102: '←', 103: '→', 104: '↑', 105: '↓', 125: '▶', 117: '▶' });
const webdings = glyphs({ 97: '✓', 99: '☐', 103: '■', 110: '●', 114: '✗', 52: '▶' });
const symbol = glyphs(
  {
    163: '≤',
    165: '∞',
    171: '↔',
    172: '←',
    173: '↑',
    174: '→',
    175: '↓',
    176: '°',
    177: '±',
    178: '″',
    179: '≥',
    180: '×',
    183: '•',
    184: '÷',
    185: '≠',
    186: '≡',
    187: '≈',
    188: '…',
    214: '√',
    229: '∑',
  },
  [0x61, 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'],
  [0x41, 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'],
);

const marlett = glyphs({ 97: '✓', 98: '✓', 104: '●', 105: '●', 114: '✗' });
const dingbats = glyphs({
  51: '✓',
  52: '✔',
  53: '✗',
  54: '✗',
  55: '✗',
  56: '✗',
  108: '●',
  109: '○',
  110: '■',
  111: '☐',
  112: '☐',
  113: '☐',
  114: '☐',
});

const fonts: readonly (readonly [RegExp, Glyphs])[] = [
  [/^wingdings\s*2$/i, wingdings2],
  [/^wingdings\s*3$/i, wingdings3],
  [/^wingdings$/i, wingdings],
  [/^webdings$/i, webdings],
  [/^symbol$/i, symbol],
  [/^marlett$/i, marlett],
  [/^(?:itc\s*)?zapf\s*dingbats$|^monotype\s*sorts$/i, dingbats],
];

/** Private-use characters without a font: Wingdings first, where it has nothing the box letters of Wingdings 2. */
const unnamed = new Map<number, string>([
  ...symbol.entries(),
  ...wingdings.entries(),
  ...[80, 82, 83, 84, 163].map((code) => [code, wingdings2.get(code) ?? ''] as const),
  [183, '•'],
  [214, '√'],
]);

/** What a character of a symbol font shows; `undefined` for a font that is not one or a code not listed. */
export function glyphOf(font: string | undefined, code: number): string | undefined {
  const table = font === undefined ? undefined : fonts.find(([name]) => name.test(font.trim()))?.[1];
  if (code >= 0xf000 && code <= 0xf0ff)
    return (table ?? unnamed).get(code - 0xf000) ?? unnamed.get(code - 0xf000);
  return code < 0x100 ? table?.get(code) : undefined;
}

/** A run's text with symbol characters replaced by what they show. */
export function showSymbols(text: string, font: string | undefined): string {
  const named = font !== undefined && fonts.some(([name]) => name.test(font.trim()));
  if (!named && !/[\uf020-\uf0ff]/.test(text)) return text;
  return [...text].map((char) => glyphOf(font, char.codePointAt(0) ?? 0) ?? char).join('');
}

const enclosures: readonly (readonly [RegExp, string])[] = [
  [/[√✓✔☑vV](?:\u20dd|\u20de|\u20e2|\u20e3)/gu, '☑'],
  [/[×✗✘☒xX](?:\u20dd|\u20de|\u20e2|\u20e3)/gu, '☒'],
  [/[ \u00a0\u3000](?:\u20de|\u20e2|\u20e3)/gu, '☐'],
  [/[ \u00a0\u3000]\u20dd/gu, '○'],
];

/** Ticks and blanks with a combining frame (U+20DD–20E3) as the box they make; other framed characters stay. */
export function showEnclosed(text: string): string {
  if (!/[\u20dd-\u20e3]/.test(text)) return text;
  return enclosures.reduce((shown, [framed, box]) => shown.replace(framed, box), text);
}
