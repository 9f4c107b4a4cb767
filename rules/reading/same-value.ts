import type { FieldValue } from '../../core/filing.ts';
import { squeeze } from '../../core/normalise/tidy.ts';
import { sameCompany } from '../../core/parties/same-name.ts';

/**
 * Whether two values say the same: numbers by a millionth, lists as sets, texts without width, spaces, marks and
 * case. A company with and without its region, or texts off by a misread character (`scanned`), are open.
 */
export function sameValue(left: FieldValue, right: FieldValue, scanned: boolean): boolean | undefined {
  if (typeof left === 'number' && typeof right === 'number') {
    return Math.abs(left - right) <= 1e-6 * Math.max(Math.abs(left), Math.abs(right));
  }
  if (typeof left === 'object' || typeof right === 'object') {
    return JSON.stringify(canonical(left)) === JSON.stringify(canonical(right));
  }
  const [a, b] = [fold(String(left)), fold(String(right))];
  if (a === b) return true;
  if (isDate(left) && isDate(right))
    return left.startsWith(right) || right.startsWith(left) ? undefined : false;
  if (scanned && distance(a, b) <= Math.max(1, Math.floor(Math.min(a.length, b.length) / 10)))
    return undefined;
  if (looksLikeCompany(a) || looksLikeCompany(b)) return sameCompany(String(left), String(right));
  return false;
}

function fold(text: string): string {
  return squeeze(text)
    .toLowerCase()
    .replace(/[“”"'‘’《》、,，.。:：;；·\-_—–()[\]]/gu, '');
}

function isDate(value: FieldValue): value is string {
  return typeof value === 'string' && /^\d{4}(?:-\d{2}){0,2}$/u.test(value);
}

function looksLikeCompany(text: string): boolean {
  return /(?:公司|集团|厂)$/u.test(text);
}

function canonical(value: FieldValue): unknown {
  if (Array.isArray(value)) return value.map((item) => (typeof item === 'string' ? fold(item) : item)).sort();
  return value;
}

/** Edit distance, cut off at 10. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 10) return 10;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return Math.min(10, row[b.length] ?? 10);
}
