import { expect, test } from 'vitest';
import { formSchema } from '../../calls/schema/form.ts';
import { readAnswers } from './answers.ts';
import { askingMessages } from './prompt.ts';
import { type AskableField, describeField } from './question.ts';

const fieldOf = (more: object) =>
  formSchema.parse({
    title: '表',
    fields: [{ key: 'x', label: '总投资', en: 'Investment', type: 'amount', unit: '万元', ...more }],
  }).fields[0] as AskableField;

test('the model is told the names of a field, what it stands under, its kind and its unit', () => {
  expect(describeField(fieldOf({}))).toBe('总投资，金额，单位：万元');
  const named = fieldOf({ aliases: ['投资额', '投资总额'], under: ['项目信息', '财务'] });
  expect(describeField(named)).toBe('总投资（投资额、投资总额），在“项目信息 / 财务”下，金额，单位：万元');
  const plain = formSchema.parse({
    title: '表',
    fields: [{ key: 'x', label: '联系人', en: 'Contact', type: 'person' }],
  }).fields[0] as AskableField;
  expect(describeField(plain)).toBe('联系人，姓名');
});

test('questions are numbered from one, and what was left out between excerpts is shown', async () => {
  const field = fieldOf({});
  const before = {
    key: 'x',
    label: 'x',
    value: null,
    raw: '',
    state: 'absent',
    confidence: 0.9,
    where: [],
  } as const;
  const messages = await askingMessages(
    [
      { field, before },
      { field, before },
    ],
    ['甲段。\n', '\n乙段。'],
  );
  const content = String(messages.at(-1)?.content);
  expect(content).toContain('1. 总投资，金额，单位：万元\n2. 总投资');
  expect(content).toContain('<<<\n甲段。\n……\n乙段。\n>>>');
});

test('of the answers to one question the first counts, and what was not found is none', () => {
  const read = (answers: unknown, questions = 3) => readAnswers(JSON.stringify(answers), questions);
  expect(
    read({
      answers: [
        { id: 1, quote: '甲', passage: '甲乙' },
        { id: 1, quote: '丙' },
        { id: 2, quote: null },
        { id: 3, quote: ' ' },
      ],
    }),
  ).toEqual([{ question: 0, quote: '甲', passage: '甲乙' }]);
  expect(read([{ id: '3', quote: '甲', passage: ' ' }])).toEqual([{ question: 2, quote: '甲' }]);
  expect(read([{ id: 2, quote: '甲', passage: 7 }])).toEqual([{ question: 1, quote: '甲' }]);
  expect(read([{ id: 4, quote: '甲' }, { id: 0, quote: '甲' }, { id: 1.5, quote: '甲' }, { id: 1 }])).toEqual(
    [],
  );
  expect(read([{ id: 1, quote: '甲'.repeat(501) }])).toEqual([]);
  expect(read([{ id: 1, quote: '甲'.repeat(500) }])).toHaveLength(1);
  expect(read({ quotes: [] })).toBeUndefined();
});
