import type { Form, FormField } from '../../calls/schema/form.ts';
import type { Document } from '../../core/document.ts';
import { foldString, originalOf, type Stream, streamOf } from './stream.ts';

/** A place to fill in: the box of an option, a year, a column of a repeating row, or the field as a whole. */
export interface Slot {
  readonly kind: 'slot';
  readonly field: FormField;
  readonly option?: string;
  readonly year?: number;
  readonly column?: string;
  /** Index of the blank form's unit it stands in. */
  readonly unit: number;
}

/** A phrase of the blank form: what applicants drop or retype, they drop or retype by the phrase. */
export interface Literal {
  readonly kind: 'literal';
  readonly text: string;
  readonly unit: number;
  /** Whether it begins or ends its unit. */
  readonly opens: boolean;
  readonly closes: boolean;
}

export interface Template {
  readonly items: readonly (Slot | Literal)[];
  /** Number of units of the blank form. */
  readonly units: number;
  readonly blank: Stream;
}

const placeholder = /\{\{([a-z][a-z0-9_]*)(?:=([^}]+)|\.([^}]+))?\}\}/g;
const longest = 30;
/** A label printed downwards, one character to a line, is one phrase. */
const downwards = /(?<=^|\n)(\S)\s*\n\s*(?=\S\s*(?:\n|$))/gu;

/** Compiles the blank form: its words in order, and the places between them. Unknown keys are skipped. */
export function compileTemplate(form: Form, blank: Document): Template {
  const fields = new Map(form.fields.map((field) => [field.key, field]));
  const stream = streamOf(blank);
  const items: (Slot | Literal)[] = [];
  stream.units.forEach((unit, index) => {
    const text = originalOf(stream, unit.start, unit.end);
    let at = 0;
    const before = items.length;
    for (const found of text.matchAll(placeholder)) {
      pushLiterals(items, text.slice(at, found.index), index);
      at = found.index + found[0].length;
      const field = fields.get(found[1] ?? '');
      if (field) items.push(slotOf(field, index, found[2], found[3]));
    }
    pushLiterals(items, text.slice(at), index);
    markEdges(items, before);
  });
  return { items, units: stream.units.length, blank: stream };
}

function slotOf(field: FormField, unit: number, option?: string, sub?: string): Slot {
  if (option !== undefined) return { kind: 'slot', field, unit, option: option.trim() };
  if (sub === undefined) return { kind: 'slot', field, unit };
  if (/^\d{4}$/.test(sub)) return { kind: 'slot', field, unit, year: Number(sub) };
  return { kind: 'slot', field, unit, column: sub };
}

function pushLiterals(items: (Slot | Literal)[], text: string, unit: number): void {
  for (const line of text.replace(downwards, '$1').split('\n')) {
    const words = foldString(line).replace(/[□☐☑]/gu, '');
    for (const phrase of words.match(/[,;:。]*[^,;:。]+[,;:。]*|[,;:。]+/gu) ?? []) {
      for (let at = 0; at < phrase.length; at += longest) {
        const piece = phrase.slice(at, at + longest);
        items.push({ kind: 'literal', text: piece, unit, opens: false, closes: false });
      }
    }
  }
}

function markEdges(items: (Slot | Literal)[], from: number): void {
  const first = items[from];
  if (first?.kind === 'literal') items[from] = { ...first, opens: true };
  const last = items.at(-1);
  if (last?.kind === 'literal') items[items.length - 1] = { ...last, closes: true };
}
