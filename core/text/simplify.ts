import { simplified, traditional } from './simplified-data.ts';

const first = 0x4e00;
const last = 0x9fff;

/** For each ideograph of the basic block how far its simplified form lies from it; 0 for nearly all. */
const shift = new Int32Array(last - first + 1);
for (let i = 0; i < traditional.length; i++) {
  const code = traditional.charCodeAt(i);
  shift[code - first] = simplified.charCodeAt(i) - code;
}

/** The code unit of the simplified form; of everything that has none the same unit. */
export function simplifyUnit(code: number): number {
  return code < first || code > last ? code : code + (shift[code - first] as number);
}

/**
 * Traditional characters written as simplified ones, one for one, so that offsets stay. For comparing only:
 * where one form has several simplified ones (乾, 著) the first is taken, on both sides alike.
 */
export function simplify(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) out += String.fromCharCode(simplifyUnit(text.charCodeAt(i)));
  return out;
}
