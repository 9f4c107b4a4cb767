import { expect, test } from 'vitest';
import { formSchema } from '../../calls/schema/form.ts';
import { readHtml } from '../../extractors/html/read-html.ts';
import { readForm } from '../read-form.ts';

const field = (more: object) => ({ required: true, en: 'x', ...more });
const form = formSchema.parse({
  title: '申报书',
  fields: [
    field({ key: 'total', label: '项目总投资', type: 'amount', unit: '万元' }),
    field({
      key: 'income',
      label: '营业收入',
      type: 'years',
      years: [2020, 2021],
      of: 'amount',
      unit: '万元',
    }),
  ],
});

const page = (unit: string, total: string, income: readonly string[], more = '') =>
  readHtml(`<table><tr><td>项目总投资（${unit}）</td><td colspan="2">${total}</td></tr>
  <tr><td>年度</td><td>2020年</td><td>2021年</td></tr>
  <tr><td>营业收入（${unit}）</td>${income.map((one) => `<td>${one}</td>`).join('')}</tr></table>${more}`);
const blank = page('万元', '{{total}}', ['{{income.2020}}', '{{income.2021}}']);
const read = (...of: Parameters<typeof page>) => readForm(page(...of), form, blank).fields;

test.each([
  ['元', '7500000', ['12000000', '13500000'], 750, { 2020: 1200, 2021: 1350 }],
  ['亿元', '0.113', ['1.2', '1.35'], 1130, { 2020: 12000, 2021: 13500 }],
  ['千元', '7500', ['12000', '13500'], 750, { 2020: 1200, 2021: 1350 }],
  // A value that names its own unit is read by that.
  ['元', '750万元', ['1200万元', '1350万元'], 750, { 2020: 1200, 2021: 1350 }],
] as const)(
  'a label in %s: the value is brought to the form’s unit, and told',
  (unit, total, income, amount, years) => {
    const fields = read(unit, total, income);
    expect(fields.get('total')).toMatchObject({ value: amount, unit: '万元', labelUnit: unit });
    expect(fields.get('total')?.confidence).toBeLessThan(0.9);
    expect(fields.get('income')).toMatchObject({ value: years, unit: '万元', labelUnit: unit });
  },
);

test('the form’s own unit changes nothing', () => {
  const total = read('万元', '750', ['1200', '1350']).get('total');
  expect(total).toMatchObject({ value: 750, unit: '万元' });
  expect(total?.labelUnit).toBeUndefined();
  expect(total?.confidence).toBeGreaterThan(0.9);
});

test('one label with two units leaves the value open', () => {
  const again = '<p>项目总投资（元）见附件</p>';
  expect(read('万元', '750', ['1200', '1350'], again).get('total')?.confidence).toBeLessThan(0.6);
});
