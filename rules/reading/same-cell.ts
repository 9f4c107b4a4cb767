import type { FormField } from '../../calls/schema/index.ts';
import type { Field } from '../../core/filing.ts';
import { findRegion } from '../../core/normalise/region.ts';
import { squeeze } from '../../core/normalise/tidy.ts';
import { toValue } from '../../forms/fields/values.ts';
import { sameValue } from './same-value.ts';
import { recommendingUnit } from './unit-key.ts';

/**
 * Whether a cell of a list says what a field of the filing says. Both are read by the field's type; units by
 * what makes them one; options and phones one by one; a region or address may be told to another depth
 * (`undefined`), and so may a long text be worded anew.
 */
export function sameCell(asked: FormField, field: Field, raw: string, scanned: boolean): boolean | undefined {
  if ('options' in asked) return sameOptions(asked.options, field, raw);
  const { value, fits } = toValue(asked, raw);
  if (asked.role === 'recommending-unit' && typeof field.value === 'string') {
    const [a, b] = [recommendingUnit(field.value), recommendingUnit(raw)];
    if (a && b && a.key === b.key) return true;
  }
  const same = sameValue(field.value, value, scanned);
  if (same !== false) return same;
  // What has not the shape of its type, a text for a number, may still say the same.
  if (!fits && typeof field.value !== 'string') return undefined;
  const [here, there] = [fold(String(field.value)), fold(raw)];
  const within = here.includes(there) || there.includes(here);
  switch (asked.type) {
    case 'phone':
    case 'email':
    case 'person':
      return within && Math.min(here.length, there.length) >= (asked.type === 'person' ? 2 : 7);
    case 'region':
    case 'industry':
      return within || sameRegion(String(field.value), raw);
    case 'long-text':
      return undefined;
    default:
      return asked.role === 'address' || asked.role === 'title' || asked.role === 'recommending-unit'
        ? within
          ? undefined
          : false
        : false;
  }
}

function sameRegion(a: string, b: string): boolean {
  const [here, there] = [findRegion(a), findRegion(b)];
  if (!here || !there || here.province !== there.province) return false;
  return !here.city || !there.city || here.city === there.city;
}

/** Ticked options against a cell that names some: `undefined` where the cell names none of the form's. */
function sameOptions(
  options: Extract<FormField, { options: unknown }>['options'],
  { value }: Field,
  raw: string,
): boolean | undefined {
  const ticked = new Set(Array.isArray(value) ? value : [value]);
  const cell = fold(raw);
  const hits = options.flatMap(({ text, aliases }) => {
    const said = [text, ...aliases].map(fold).filter((name) => name !== '' && cell.includes(name));
    return said.length > 0 ? [{ text, said: said.toSorted((a, b) => b.length - a.length)[0] ?? '' }] : [];
  });
  // 非跨行业 is not 跨行业: the shorter of two names inside each other was not said.
  const named = hits.filter(
    (hit) => !hits.some((other) => other.said.length > hit.said.length && other.said.includes(hit.said)),
  );
  if (named.length === 0) {
    const inside = options.filter(({ text }) => cell.length >= 2 && fold(text).includes(cell));
    if (inside.length !== 1 || !inside[0]) return undefined;
    named.push({ text: inside[0].text, said: cell });
  }
  return named.length === ticked.size && named.every(({ text }) => ticked.has(text));
}

function fold(text: string): string {
  return squeeze(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
