import { childrenNamed, type Element, element, type Node, rowsOf, textOf, walk } from './markup.ts';
import type { Written } from './written.ts';

/** How a filing writes its ticks. */
export interface TickStyle {
  readonly ticked: string;
  readonly empty: string;
  /** The mark stands before the option, or after it. */
  readonly side: 'before' | 'after';
}

const placeholder = /\{\{([a-z][a-z0-9_]*)(?:=([^}]+)|\.([^}]+))?\}\}/g;

/** Fills the blank form in place with what the applicant writes. */
export function fillForm(root: Element, written: Written, ticks: TickStyle): void {
  for (const table of [...walk(root)].filter((node) => node.name === 'table')) repeatRows(table, written);
  for (const parent of [...walk(root)]) splitNarratives(parent, written);
  const seen = new Set<string>();
  for (const node of walk(root)) {
    for (const child of node.children)
      if (child.kind === 'text') child.text = fillText(child.text, written, ticks, seen);
  }
}

/** Repeats a `{{table.column}}` row for each row written, and stretches the label cells that span it. */
function repeatRows(table: Element, written: Written): void {
  for (const { row, parent } of rowsOf(table)) {
    const key = [...textOf(row).matchAll(placeholder)]
      .map((m) => (m[3] !== undefined ? m[1] : undefined))
      .find((name) => name !== undefined && written.rows.has(name));
    if (key === undefined) continue;
    const rows = written.rows.get(key) ?? [];
    const copies = rows.map((values, i) => {
      const copy = structuredClone(row);
      for (const node of walk(copy)) {
        for (const child of node.children) {
          if (child.kind !== 'text') continue;
          child.text = child.text.replace(placeholder, (whole, name: string, _option, column?: string) =>
            name === key && column !== undefined
              ? column === '#'
                ? String(i + 1)
                : (values[column] ?? '')
              : whole,
          );
        }
      }
      // A label cell that stands in the repeating row itself stands once and spans all copies.
      if (i > 0) copy.children = copy.children.filter((cell) => !isLabelCell(cell, row));
      return copy;
    });
    const extra = copies.length - 1;
    stretch(table, row, extra);
    for (const cell of childrenNamed(copies[0] ?? row, 'td', 'th')) {
      if (isLabelCell(cell, row))
        cell.attributes.rowspan = String(Number(cell.attributes.rowspan ?? 1) + extra);
    }
    parent.children.splice(parent.children.indexOf(row), 1, ...copies);
  }
}

function isLabelCell(cell: Node, row: Element): boolean {
  if (cell.kind !== 'element' || !['td', 'th'].includes(cell.name)) return false;
  const twin = childrenNamed(row, 'td', 'th').find((other) => textOf(other) === textOf(cell));
  return twin !== undefined && textOf(twin).trim() !== '' && !textOf(twin).includes('{{');
}

function stretch(table: Element, row: Element, extra: number): void {
  const rows = rowsOf(table).map((entry) => entry.row);
  const at = rows.indexOf(row);
  rows.slice(0, at).forEach((above, i) => {
    for (const cell of childrenNamed(above, 'td', 'th')) {
      const span = Number(cell.attributes.rowspan ?? 1);
      if (i + span > at) cell.attributes.rowspan = String(span + extra);
    }
  });
}

/** A narrative of several paragraphs becomes several `<p>`. */
function splitNarratives(parent: Element, written: Written): void {
  parent.children = parent.children.flatMap((child) => {
    const whole = /^\s*\{\{([a-z][a-z0-9_]*)\}\}\s*$/.exec(textOf(child));
    const text = whole?.[1] ? written.values.get(whole[1]) : undefined;
    if (!text?.includes('\n')) return [child];
    const paragraphs = text
      .split('\n')
      .map((line) => element('p', [{ kind: 'text', text: line }], { class: 'narrative' }));
    if (child.kind === 'element' && child.name === 'p') return paragraphs;
    if (child.kind === 'text') return paragraphs;
    return [child];
  });
}

function fillText(text: string, written: Written, ticks: TickStyle, seen: Set<string>): string {
  return (ticks.side === 'after' ? boxesAfter(text) : text).replace(
    placeholder,
    (whole, key: string, option?: string, sub?: string) => {
      if (option !== undefined)
        return written.ticks.get(key)?.includes(option.trim()) ? ticks.ticked : ticks.empty;
      if (sub !== undefined) return written.years.get(key)?.[sub] ?? (written.rows.has(key) ? whole : '');
      const again = seen.has(key) ? written.second.get(key) : undefined;
      seen.add(key);
      return again ?? written.values.get(key) ?? '';
    },
  );
}

/** `{{key=option}}option` → `option{{key=option}}`, an ordinal before the option kept with it. */
function boxesAfter(text: string): string {
  return text.replace(/(\{\{[a-z][a-z0-9_]*=([^}]+)\}\})\s*((?:\d{1,2}[、.]\s*)?\2)/g, '$3$1');
}
