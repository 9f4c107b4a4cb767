import { expect, test } from 'vitest';
import type { Form } from '../calls/schema/form.ts';
import type { Field, FieldValue } from '../core/filing.ts';
import { declaredLabel } from './declared.ts';
import { exampleScheme } from './example.ts';

const form: Form = {
  title: '申报书',
  fields: [
    {
      key: 'direction',
      label: '方向',
      en: 'direction',
      type: 'ticks',
      aliases: [],
      under: [],
      required: false,
      options: [
        { text: '厂区管网', aliases: [], group: '节水改造' },
        { text: '2.储能应用方向', aliases: [] },
        { text: '其他', aliases: [] },
      ],
    },
  ],
};

function declared(value: FieldValue): string | undefined {
  const field: Field = {
    key: 'direction',
    label: '方向',
    value,
    raw: '',
    state: value === null ? 'blank' : 'filled',
    confidence: 1,
    where: [],
  };
  return declaredLabel(exampleScheme, form, new Map([['direction', field]]));
}

test('a ticked option is the label it names, numbering and kind words aside', () => {
  expect(declared(['2.储能应用方向'])).toBe('储能应用');
});

test('an option of a sub-group declares the label its group names', () => {
  expect(declared(['厂区管网'])).toBe('节水改造');
});

test('text is matched by name, alias or mention', () => {
  expect(declared('（二）储能应用')).toBe('储能应用');
  expect(declared('节水类')).toBe('节水改造');
  expect(declared('拟申报储能应用，兼顾节水改造')).toBe('节水改造、储能应用');
});

test('what names no label is shown as written', () => {
  expect(declared(['其他'])).toBe('其他');
});

test('nothing written declares nothing', () => {
  expect(declared(null)).toBeUndefined();
  expect(declared([])).toBeUndefined();
  expect(declared('  ')).toBeUndefined();
  expect(declaredLabel(exampleScheme, form, new Map())).toBeUndefined();
});
