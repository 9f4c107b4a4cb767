import { simplified, traditional } from '../../../core/text/simplified-data.ts';
import type { Random } from '../../../corpus/generate/random.ts';

/** Of several traditional forms of one character the first. */
const traditionalOf = new Map(
  [...simplified].map((char, i) => [char, traditional[i] ?? char] as const).reverse(),
);
const latin = new Map([...'aceopxyAEOPCTX'].map((char, i) => [char, 'асеорхуАЕОРСТХ'[i] ?? char]));

/** The same words in other characters: traditional, look-alike letters, full width, zero-width in between. */
export function disguise(text: string, random: Random): string {
  return [...text]
    .map((char) => {
      const alike = latin.get(char);
      const other = alike && random.chance(0.5) ? alike : (traditionalOf.get(char) ?? char);
      const wide =
        /\d/u.test(other) && random.chance(0.3) ? String.fromCharCode(other.charCodeAt(0) + 0xfee0) : other;
      return random.chance(0.05) ? `${wide}\u200b` : wide;
    })
    .join('');
}
