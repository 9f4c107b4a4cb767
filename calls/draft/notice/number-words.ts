import { readNumeral } from '../../../core/normalise/numeral.ts';
import { tidy } from '../../../core/normalise/tidy.ts';

/** A whole number as notices write it: `10`, `两`, `十五`; `undefined` for anything else. */
export function wholeOf(written: string): number | undefined {
  const value = readNumeral(tidy(written))?.value;
  return value !== undefined && Number.isInteger(value) ? value : undefined;
}

export const numeral = '(\\d{1,5}|[一二两三四五六七八九十百]{1,4})';
