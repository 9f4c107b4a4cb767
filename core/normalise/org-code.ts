import { type CheckedCode, checkOrRepair } from './check-digits.ts';

/** Organisation code (GB 11714-1997): 8 characters and a check character modulo 11. */

const weights = [3, 7, 9, 10, 5, 8, 4, 2];

export function isOrgCode(code: string): boolean {
  if (!/^[0-9A-Z]{8}[0-9X]$/u.test(code)) return false;
  const sum = weights.reduce((total, weight, i) => total + Number.parseInt(code[i] ?? '0', 36) * weight, 0);
  const check = 11 - (sum % 11);
  return code[8] === (check === 10 ? 'X' : check === 11 ? '0' : String(check));
}

export function checkOrgCode(raw: string): CheckedCode {
  const code = raw.normalize('NFKC').toUpperCase().replace(/[\s\-—.]+/gu, '');
  return code.length === 9 ? checkOrRepair(code, isOrgCode) : { value: code, valid: false };
}
