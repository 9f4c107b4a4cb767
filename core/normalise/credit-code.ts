import { type Checked, digitOf, oneChange, onlyOne } from './code.ts';
import { isOrgCode } from './org-code.ts';
import { squeeze } from './tidy.ts';

/** The 31 characters of GB 32100-2015: digits and capitals without I, O, S, V, Z. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const shape = /^[1-9ANY][0-9A-HJ-NPQRTUWXY]\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/u;
/** Look-alikes that are both letters of the alphabet, so that only the check character can tell. */
const alikes = { '1': 'L', L: '1', '8': 'B', B: '8' };

/**
 * Check character of a unified social credit code 统一社会信用代码 (GB 32100-2015) from its first 17
 * characters: weights are the powers of 3 modulo 31.
 */
export function creditCodeCheckDigit(body: string): string {
  let sum = 0;
  let weight = 1;
  for (const letter of body.slice(0, 17)) {
    sum += alphabet.indexOf(letter) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

function isCreditCode(code: string): boolean {
  return shape.test(code) && creditCodeCheckDigit(code) === code.slice(17);
}

/**
 * Checks a unified social credit code. Letters that the alphabet has not are read as the digits they look
 * like; one further look-alike (1/L, 8/B) is exchanged when exactly one such exchange makes both check
 * characters right, the code's own and that of the organisation code inside (characters 9 to 17).
 */
export function checkCreditCode(raw: string): Checked {
  const written = squeeze(raw);
  const code = written.toUpperCase().replace(/[-−–—_.]/gu, '');
  if (isCreditCode(code)) return { value: code, valid: true };
  // Nothing else can be repaired, and trying it on a page of digits takes minutes.
  if (code.length !== 18) return { value: written, valid: false };
  const legal = [...code].map((letter, i) => legalAt(letter, i)).join('');
  if (isCreditCode(legal)) return { value: legal, valid: true, repaired: true };
  const repaired = onlyOne(
    oneChange(legal, alikes),
    (one) => isCreditCode(one) && isOrgCode(one.slice(8, 17)),
  );
  return repaired ? { value: repaired, valid: true, repaired: true } : { value: written, valid: false };
}

/** Characters 3 to 8 are the region's digits. */
function legalAt(letter: string, at: number): string {
  if (alphabet.includes(letter) && (at < 2 || at > 7)) return letter;
  return digitOf[letter] ?? letter;
}
