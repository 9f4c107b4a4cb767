import { childrenNamed, type Element, element, type Node, rowsOf, textOf, walk } from './markup.ts';
import type { Random } from './random.ts';

/** What applicants and their offices do to a form without meaning to change it. */
export interface FormHabits {
  /** Labels of two to four characters are spread: 电 话. */
  readonly spread: boolean;
  /** Labels of high cells stand upright, one character a line. */
  readonly upright: boolean;
  /** The pledge is bound in at the end. */
  readonly pledgeLast: boolean;
}

export function randomFormHabits(random: Random): FormHabits {
  return { spread: random.chance(0.3), upright: random.chance(0.4), pledgeLast: random.chance(0.25) };
}

/** Changes the look of a filled form in place, never what is written on it. */
export function varyForm(form: Element, habits: FormHabits): void {
  if (habits.upright) for (const table of [...walk(form)].filter(isTable)) standUpright(table);
  if (habits.spread) for (const node of walk(form)) if (node.name === 'th') node.children.forEach(spread);
  if (habits.pledgeLast) movePledge(form);
}

const isTable = (node: Element) => node.name === 'table';

function standUpright(table: Element): void {
  for (const { row } of rowsOf(table)) {
    for (const cell of childrenNamed(row, 'th')) {
      const text = textOf(cell).trim();
      if (Number(cell.attributes.rowspan ?? 1) < 5 || !/^[\u4e00-\u9fff]{3,8}$/u.test(text)) continue;
      cell.children = [...text].flatMap((char, i): Node[] => [
        ...(i > 0 ? [element('br')] : []),
        { kind: 'text', text: char },
      ]);
    }
  }
}

function spread(node: Node): void {
  if (node.kind === 'text' && /^\s*[\u4e00-\u9fff]{2,4}\s*$/u.test(node.text))
    node.text = [...node.text.trim()].join(' ');
}

function movePledge(form: Element): void {
  const body = childrenNamed(form, 'body')[0];
  const pledge = body?.children.find(
    (node) => node.kind === 'element' && /\bpledge\b/u.test(node.attributes.class ?? ''),
  );
  if (!body || !pledge) return;
  body.children = [...body.children.filter((node) => node !== pledge), pledge];
}
