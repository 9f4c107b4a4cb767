import { type Checked, digitOf, oneChange, onlyOne } from './code.ts';
import { squeeze } from './tidy.ts';

const weights = [3, 7, 9, 10, 5, 8, 4, 2];
const shape = /^[0-9A-Z]{8}[0-9X]$/u;

/** Check character of an organisation code 组织机构代码 (GB 11714-1997) from its first 8 characters. */
export function orgCodeCheckDigit(body: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * Number.parseInt(body.charAt(i), 36), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

/** Whether 9 characters (no hyphen, upper case) are a code with the right check character. */
export function isOrgCode(code: string): boolean {
  return shape.test(code) && orgCodeCheckDigit(code.slice(0, 8)) === code.slice(8);
}

/**
 * Checks an organisation code (`12345678-X`, the hyphen may be missing). A letter that OCR read for a digit is
 * put back when exactly one such repair makes the check character right.
 */
export function checkOrgCode(raw: string): Checked {
  const written = squeeze(raw);
  const code = written.toUpperCase().replace(/[-−–—_]/gu, '');
  if (isOrgCode(code)) return { value: hyphened(code), valid: true };
  const body = code.slice(0, 8);
  const last = code.slice(8);
  const repaired = onlyOne(
    [...oneChange(body, digitOf), body].flatMap((head) => [head + last, head + (digitOf[last] ?? last)]),
    isOrgCode,
  );
  return repaired
    ? { value: hyphened(repaired), valid: true, repaired: true }
    : { value: written, valid: false };
}

function hyphened(code: string): string {
  return `${code.slice(0, 8)}-${code.slice(8)}`;
}
