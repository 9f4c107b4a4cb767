import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filingResultSchema } from '../core/results.ts';
import { readHtml } from '../extractors/html/read-html.ts';
import { documents, spoiltForms } from './arbitrary.ts';
import { type FormReading, readForm } from './read-form.ts';
import { blank, form } from './testing.ts';

const numbersIn = (value: unknown): number[] =>
  typeof value === 'number'
    ? [value]
    : value !== null && typeof value === 'object'
      ? Object.values(value).flatMap(numbersIn)
      : [];

function check({ fields, sections, text, formRanges }: FormReading): void {
  expect([...fields.keys()]).toEqual(form.fields.map((field) => field.key));
  for (const { key: _, ...field } of fields.values()) {
    filingResultSchema.shape.fields.valueType.parse(field);
    expect(numbersIn(field.value).every(Number.isFinite)).toBe(true);
    if (field.state === 'filled') expect(field.value).not.toBeNull();
    else expect(field.value === null || Object.keys(field.value).length === 0).toBe(true);
  }
  for (const section of sections.values()) {
    for (const line of section.text.text.split('\n')) expect(text.text).toContain(line);
  }
  let last = 0;
  for (const [start, end] of formRanges) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThanOrEqual(start);
    last = end;
  }
  expect(last).toBeLessThanOrEqual(text.text.length);
}

test('any document can be read by a form, and what is read keeps its promises', () => {
  fc.assert(
    fc.property(documents, (document) => check(readForm(document, form, blank))),
    { numRuns: 200 },
  );
});

test('a form with pieces dropped, doubled, replaced and filled in anyhow can be read', () => {
  fc.assert(
    fc.property(spoiltForms, (document) => check(readForm(document, form, blank))),
    { numRuns: 200 },
  );
});

test('a blank form can be any document too', () => {
  fc.assert(
    fc.property(documents, documents, (document, other) => check(readForm(document, form, other))),
    { numRuns: 60 },
  );
});

// A regular expression that looks back from every character would take minutes.
test.each([
  '(',
  ')',
  '：',
  '。',
  ' ',
  '.',
  '_',
  '□',
  '（ ）',
  '年',
  '一',
  '9',
  ',',
  '-',
  '企业名称',
  '企业名称：',
])('an endless run of %j is read in no time', (piece) => {
  const run = piece.repeat(50_000);
  const cells = ['企业名称', run, '总资产（万元）', `${run}甲`, '邮箱', `甲${run}乙`];
  const table = `<table><tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr></table>`;
  const paragraphs = [run, `企业名称：${run}甲`, `甲${run}乙`].map((text) => `<pre>${text}</pre>`);
  const document = readHtml(table + paragraphs.join(''));
  // Processor time: how busy the machine is says nothing of the code.
  const start = process.cpuUsage();
  check(readForm(document, form, blank));
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1000).toBeLessThan(5000);
});
