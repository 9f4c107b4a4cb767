import { type CheckedCode, checkOrRepair } from './check-digits.ts';

/** Unified social credit code (GB 32100-2015): 18 characters, the last a check character modulo 31. */

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The check character of the first 17. Unknown characters count as nothing: the result is then no proof. */
export function creditCodeCheckDigit(body: string): string {
  const sum = weights.reduce((total, weight, i) => total + Math.max(0, alphabet.indexOf(body[i] ?? '')) * weight, 0);
  return alphabet[(31 - (sum % 31)) % 31] ?? '0';
}

export function isCreditCode(code: string): boolean {
  return /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/u.test(code) && creditCodeCheckDigit(code.slice(0, 17)) === code[17];
}

export function checkCreditCode(raw: string): CheckedCode {
  const code = raw.normalize('NFKC').toUpperCase().replace(/[\s\-—.]+/gu, '');
  return code.length === 18 ? checkOrRepair(code, isCreditCode) : { value: code, valid: false };
}
