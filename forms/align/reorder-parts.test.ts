import { describe, expect, it } from 'vitest';
import { formSchema } from '../../calls/schema/form.ts';
import { readHtml } from '../../extractors/html/read-html.ts';
import { alignParts } from './reorder.ts';
import { streamOf } from './stream.ts';
import { compileTemplate } from './template.ts';

const form = formSchema.parse({
  title: '表',
  fields: [{ key: 'a', label: '名称', en: 'a', type: 'text' }],
});

/** So many characters that no other name has. */
const words = (name: string, count = 8) =>
  Array.from({ length: count }, (_, i) =>
    String.fromCharCode(
      0x4e00 + (([...name].reduce((sum, c) => sum * 131 + c.charCodeAt(0), 7) + i * 37) % 20000),
    ),
  ).join('');
const lines = (...texts: string[]) => texts.map((text) => `<p>${text}</p>`).join('');
/** Three lines of eight characters. */
const part = (name: string) => [1, 2, 3].map((i) => words(name + i));

/** The lines of the form in the order in which they were taken to stand in the filing, and those found. */
function orderOf(printed: readonly string[], written: readonly string[]) {
  const template = compileTemplate(form, readHtml(lines(...printed)));
  const found = alignParts(template, streamOf(readHtml(lines(...written))));
  const { items, units } = found.template;
  const text = (i: number) => (items[i]?.kind === 'literal' ? items[i].text : '');
  return {
    kept: found.template === template,
    order: Array.from({ length: units }, (_, unit) =>
      items.flatMap((item, i) => (item.unit === unit ? [item.kind === 'slot' ? '_' : text(i)] : [])).join(''),
    ),
    found: found.anchors.map(({ item }) => text(item)),
  };
}

const head = [words('head', 30), words('next', 30)];
const body = [words('body', 30), words('more', 30)];

describe('a part of the form that stands elsewhere', () => {
  const pledge = part('pledge');

  it('is put there: to the end, to the front, or between two others', () => {
    for (const written of [
      [...head, ...body, ...pledge],
      [...pledge, ...head, ...body],
    ]) {
      const moved = orderOf([...head, ...pledge, ...body], written);
      expect(moved).toEqual({ kept: false, order: written, found: written });
    }
    const between = [...body, ...pledge, ...head];
    expect(orderOf([...pledge, ...body, ...head], between).order).toEqual(between);
  });

  it('is looked for from three phrases and twenty-four characters on', () => {
    const moves = (...own: string[]) => !orderOf([...own, ...body], [...body, ...own]).kept;
    expect(moves(words('a', 8), words('b', 8), words('c', 8))).toBe(true);
    expect(moves(words('a', 8), words('b', 8), words('c', 7))).toBe(false);
    expect(moves(words('a', 14), words('b', 14))).toBe(false);
    expect(moves(words('a', 4), words('b', 4), words('c', 4), words('d', 4))).toBe(false);
  });

  it('was moved where three fifths of its words are there', () => {
    const long = [1, 2, 3, 4, 5].map((i) => words(`long${i}`));
    const moves = (count: number) => !orderOf([...long, ...body], [...body, ...long.slice(0, count)]).kept;
    expect([moves(5), moves(3), moves(2)]).toEqual([true, true, false]);
  });

  it('was not moved as one where other parts of the form stand in its midst', () => {
    const [one = '', two = '', three = ''] = pledge;
    const [first = '', second = ''] = body;
    expect(orderOf([...pledge, ...body], [first, one, two, second, three]).kept).toBe(true);
    expect(orderOf([...pledge, ...body], [first, second, one, two, three]).kept).toBe(false);
  });

  it('goes behind the places of the label before it', () => {
    const printed = [...pledge, ...body, `${words('label', 9)}：`, '{{a}}'];
    const moved = orderOf(printed, [...body, `${words('label', 9)}：`, '甲', ...pledge]);
    expect(moved.order).toEqual([...body, `${words('label', 9)}:`, '_', ...pledge]);
  });
});

describe('several parts', () => {
  const count = (n: number) => {
    const parts = Array.from({ length: n }, (_, i) => part(`part${i}`));
    const between = Array.from({ length: n }, (_, i) => [words(`before${i}`, 28), words(`behind${i}`, 28)]);
    const printed = parts.flatMap((own, i) => [...own, ...(between[i] ?? [])]);
    return orderOf(printed, [...between.flat(), ...parts.flat()]).found.length - 2 * n;
  };

  it('are moved one after the other, four at most', () => {
    expect([count(2) / 3, count(4) / 3, count(5) / 3]).toEqual([2, 4, 4]);
  });

  it('the longest first, and the next where one cannot be moved', () => {
    const long = [...part('long'), words('longer')];
    const short = part('short');
    const printed = [...short, ...body, ...long, ...head, words('end', 29)];
    const written = [...long, ...body, ...head, words('end', 29), ...short];
    expect(orderOf(printed, written).order).toEqual(written);
    const gone = orderOf(printed, [...body, ...head, words('end', 29), ...short]);
    expect(gone.found).toEqual([...body, ...head, words('end', 29), ...short]);
  });

  it('a line of which one phrase stands behind the others is not moved, what comes after it is', () => {
    const [one = '', two = '', three = ''] = part('line');
    const last = words('last', 30);
    const short = part('short');
    const printed = [`${one}；${two}；${three}；${last}`, ...short, ...body];
    const found = orderOf(printed, [`${last}${one}；${two}；${three}；`, ...body, ...short]);
    expect(found.order.slice(1)).toEqual([...body, ...short]);
  });
});

it('a part that the form has twice and the filing once stays in its place', () => {
  const twice = part('twice');
  expect(orderOf([...twice, ...body, ...twice], [...twice, ...body]).kept).toBe(true);
});

it('a part that is nowhere is not moved', () => {
  expect(orderOf([...part('gone'), ...body], body)).toMatchObject({ kept: true, found: body });
});
