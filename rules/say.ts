import type { Pack } from '../calls/schema/index.ts';
import type { Text } from '../core/lang.ts';

/** Small words of explanations, in both languages at once. */

/** What explaining needs of a pack: names of fields, annexes and schemes, and dates. */
export type Explainable = Pick<Pack, 'call' | 'form' | 'schemes'>;

export const t = (zh: string, en: string): Text => ({ zh, en });

/** The form's label of a field. */
export function fieldName(key: string, pack: Explainable): Text {
  const field = pack.form.fields.find((one) => one.key === key);
  return t(field?.label ?? key, field?.en ?? key);
}

export function quoted(name: Text): Text {
  return t(`“${name.zh}”`, `"${name.en}"`);
}

export function either(texts: readonly Text[]): Text {
  return t(texts.map(({ zh }) => zh).join('或'), texts.map(({ en }) => en).join(' or '));
}

/** Texts one after another, in both languages. */
export function join(...parts: readonly Text[]): Text {
  return t(parts.map(({ zh }) => zh).join(''), parts.map(({ en }) => en).join(''));
}
