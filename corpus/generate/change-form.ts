import type { FormField } from '../../calls/schema/form.ts';
import { amountIn } from '../../core/normalise/amount.ts';
import { childrenNamed, type Element, element, rowsOf, textOf, walk } from './markup.ts';
import type { Random } from './random.ts';
import type { Written } from './written.ts';

/** Headings that applicants give a chapter of their own accord; no form of a call has them. */
const ownHeadings = ['主要做法', '特色亮点', '有关情况说明', '具体内容'];

/**
 * Changes a blank form in place as applicants who retype it do: other names of the same labels, no hints, chapters
 * counted in another way, the name on the line below its label, one chapter under a heading of their own.
 */
export function changeForm(form: Element, fields: readonly FormField[], random: Random): void {
  const aliases = new Map(
    fields.flatMap((field) =>
      'aliases' in field && field.aliases.length > 0 ? [[field.label, field.aliases]] : [],
    ),
  );
  if (random.chance(0.6)) dropHints(form);
  for (const node of walk(form)) {
    if (node.name === 'th') rename(node, aliases, random);
    if (node.name === 'p') breakBehindLabel(node, random);
  }
  const chapters = [...walk(form)].filter(({ name }) => name === 'h3');
  if (random.chance(0.5)) for (const [i, chapter] of chapters.entries()) renumber(chapter, i);
  if (chapters.length > 2 && random.chance(0.5)) giveOwnHeading(random.pick(chapters), random);
}

function dropHints(form: Element): void {
  for (const node of walk(form))
    node.children = node.children.filter(
      (child) => child.kind !== 'element' || !/\bhint\b/u.test(child.attributes.class ?? ''),
    );
}

function rename(cell: Element, aliases: ReadonlyMap<string, readonly string[]>, random: Random): void {
  for (const child of cell.children) {
    if (child.kind !== 'text') continue;
    const names = aliases.get(child.text.trim());
    if (names && random.chance(0.5)) child.text = random.pick(names);
  }
}

/** `申报单位（盖章）：{{company}}` over two lines. */
function breakBehindLabel(line: Element, random: Random): void {
  const [child, ...others] = line.children;
  if (child?.kind !== 'text' || others.length > 0 || !random.chance(0.2)) return;
  const found = /^([^{}：]{2,16}：)\s*(\{\{[a-z0-9_]+\}\})\s*$/u.exec(child.text);
  if (!found) return;
  line.children = [{ kind: 'text', text: found[1]! }, element('br'), { kind: 'text', text: found[2]! }];
}

function renumber(chapter: Element, i: number): void {
  const [first] = chapter.children;
  if (first?.kind === 'text')
    first.text = first.text.replace(/^\s*（[一二三四五六七八九十]+）、?/u, `${i + 1}、`);
}

function giveOwnHeading(chapter: Element, random: Random): void {
  const number = /^\s*(?:（[一二三四五六七八九十]+）|\d+、)/u.exec(textOf(chapter))?.[0] ?? '';
  chapter.children = [{ kind: 'text', text: `${number}${random.pick(ownHeadings)}` }];
}

/**
 * Changes the unit that a blank form's labels state, （万元） to （元） or （亿元）, and what is written there with it;
 * what has a unit of its own stays. The values that are meant stay the same.
 */
export function changeUnits(form: Element, written: Written, random: Random): void {
  const unit = random.pick(['元', '亿元'] as const);
  const whole = textOf(form);
  for (const table of [...walk(form)].filter(({ name }) => name === 'table')) {
    for (const { row } of rowsOf(table)) {
      let own = false;
      for (const cell of childrenNamed(row, 'th', 'td')) {
        const text = textOf(cell);
        if (cell.name === 'th') own = text.includes('（万元）') && relabel(cell, unit);
        else if (own)
          for (const [, key = '', year] of text.matchAll(/\{\{([a-z0-9_]+)(?:\.(\d{4}))?\}\}/gu)) {
            // A value that stands elsewhere too is stated there in the form's unit.
            if (year !== undefined || whole.split(`{{${key}}}`).length === 2)
              convert(written, key, year, unit);
          }
      }
    }
  }
}

function relabel(cell: Element, unit: string): boolean {
  for (const node of walk(cell))
    for (const child of node.children)
      if (child.kind === 'text') child.text = child.text.replace('（万元）', `（${unit}）`);
  return true;
}

function convert(written: Written, key: string, year: string | undefined, unit: '元' | '亿元'): void {
  const years = written.years.get(key);
  const text = year === undefined ? written.values.get(key) : years?.[year];
  if (text === undefined || /元/u.test(text)) return;
  const yuan = amountIn(`${amountIn(text, '万元')}万元`, '元');
  if (yuan === undefined || !Number.isFinite(yuan)) return;
  const changed = String(unit === '元' ? yuan : Number((yuan / 1e8).toPrecision(12)));
  if (year === undefined) written.values.set(key, changed);
  else if (years) years[year] = changed;
}
