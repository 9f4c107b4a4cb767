import { plainCharacter } from '../grid/characters.ts';

export type TextQuality = 'none' | 'good' | 'garbled';

/** Below this share of plausible characters a text layer cannot be trusted. */
const leastPlausible = 0.85;
/** Among real Chinese, characters outside the everyday sets are rare; in mojibake most are. */
const leastEveryday = 0.7;

/** Ideographs of everyday use: GB 2312 level 1 (3,755) and Big5 level 1 (5,401). Built on first use. */
let everyday: ReadonlySet<string> | undefined;

function everydayIdeographs(): ReadonlySet<string> {
  if (everyday) return everyday;
  const set = new Set<string>();
  const add = (label: string, first: [number, number], last: [number, number]) => {
    const decoder = new TextDecoder(label);
    for (let lead = first[0]; lead <= last[0]; lead++) {
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        if (lead === last[0] && trail > last[1]) break;
        const decoded = decoder.decode(Uint8Array.of(lead, trail));
        if (decoded.length === 1 && decoded >= '\u4e00' && decoded <= '\u9fff') set.add(decoded);
      }
    }
  };
  for (let lead = 0xb0; lead <= 0xd7; lead++) {
    for (let trail = 0xa1; trail <= 0xfe; trail++) {
      const decoded = new TextDecoder('gbk').decode(Uint8Array.of(lead, trail));
      if (decoded.length === 1) set.add(decoded);
    }
  }
  add('big5', [0xa4, 0x40], [0xc6, 0x7e]);
  everyday = set;
  return set;
}

const plausible =
  /[\p{Script=Han}\p{Script=Bopomofo}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}\p{Nl}\p{No}\p{P}\p{S}\p{M}]/u;
const privateUse = /\p{Co}/u;
const latinSupplement = /[\u0080-\u00ff]/;
const ideograph = /[\u3400-\u9fff]/;

/**
 * Whether the characters of a page can be what its reader sees. Garbled: private use codes without a known
 * picture, replacement and control characters, Chinese read as Latin-1, or ideographs nobody uses.
 */
export function textQuality(characters: Iterable<string>): TextQuality {
  let total = 0;
  let bad = 0;
  let supplement = 0;
  let ideographs = 0;
  let common = 0;
  const usual = everydayIdeographs();
  for (const raw of characters) {
    const character = plainCharacter(raw);
    if (/^\s*$/u.test(character)) continue;
    total++;
    if (character === '\ufffd' || privateUse.test(character) || !plausible.test(character)) bad++;
    else if (latinSupplement.test(character)) supplement++;
    else if (ideograph.test(character)) {
      ideographs++;
      if (usual.has(character)) common++;
    }
  }
  if (total === 0) return 'none';
  if (bad / total > 1 - leastPlausible) return 'garbled';
  if (total >= 20 && supplement / total > 0.3) return 'garbled';
  if (ideographs >= 20 && common / ideographs < leastEveryday) return 'garbled';
  return 'good';
}
