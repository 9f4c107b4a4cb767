import type { FieldType } from '../schema/form.ts';

/** Something that a rule names and that another part of the pack must hold. */
export type Ref =
  | {
      readonly kind: 'field';
      readonly path: string;
      readonly key: string;
      readonly types?: readonly FieldType[];
    }
  | { readonly kind: 'year'; readonly path: string; readonly key: string; readonly year: number | undefined }
  | { readonly kind: 'group' | 'option'; readonly path: string; readonly key: string; readonly name: string }
  | { readonly kind: 'annex'; readonly path: string; readonly key: string }
  | { readonly kind: 'label'; readonly path: string; readonly scheme: string; readonly name: string }
  | { readonly kind: 'rule'; readonly path: string; readonly rule: string }
  | { readonly kind: 'scheme'; readonly path: string; readonly scheme: string }
  | { readonly kind: 'must-reapply'; readonly path: string }
  | { readonly kind: 'deadline'; readonly path: string; readonly level: string };

export const numbers: readonly FieldType[] = ['count', 'amount', 'percent', 'years'];
export const dates: readonly FieldType[] = ['date', 'month', 'span'];
export const boxes: readonly FieldType[] = ['ticks', 'choice'];
export const narrative: readonly FieldType[] = ['section', 'long-text'];

/** One field, of one of these types if any are given. */
export function refOfField(path: string, key: string, types?: readonly FieldType[]): Ref {
  return { kind: 'field', path, key, ...(types ? { types } : {}) };
}

/** The fields of a list, each by its index. */
export function refsOfFields(path: string, keys: readonly string[]): Ref[] {
  return keys.map((key, i) => refOfField(`${path}[${i}]`, key));
}

/** A field of tick boxes and the sub-groups of it that are named. */
export function refsOfGroups(path: string, key: string, groups: readonly string[]): Ref[] {
  return [
    refOfField(`${path}.field`, key, boxes),
    ...groups.map((name, i) => ({ kind: 'group', path: `${path}.groups[${i}]`, key, name }) as const),
  ];
}
