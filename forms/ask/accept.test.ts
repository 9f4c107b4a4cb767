import { describe, expect, it, test } from 'vitest';
import { formSchema } from '../../calls/schema/form.ts';
import type { Field } from '../../core/filing.ts';
import { TextMap } from '../../core/text-map.ts';
import { acceptAnswer } from './accept.ts';
import { foldForQuotes } from './locate.ts';
import { piecesOf } from './pieces.ts';
import { type AskableField, openQuestions, type Question } from './question.ts';

const form = formSchema.parse({
  title: '表',
  fields: [
    { key: 'company', label: '企业名称', en: 'Company', type: 'text', aliases: ['申报单位'] },
    { key: 'invested', label: '总投资', en: 'Investment', type: 'amount', unit: '万元' },
    { key: 'staff', label: '人数', en: 'Staff', type: 'count', unit: '人' },
    { key: 'share', label: '占比', en: 'Share', type: 'percent', unit: '%' },
    { key: 'mail', label: '邮箱', en: 'Mail', type: 'email' },
    { key: 'phone', label: '电话', en: 'Phone', type: 'phone' },
    { key: 'code', label: '代码', en: 'Code', type: 'credit-code' },
  ],
});

const absent = (key: string): Field => ({
  key,
  label: key,
  value: null,
  raw: '',
  state: 'absent',
  confidence: 0.9,
  where: [],
});

/** The field that a quote from a text leads to; `before`: what was read so far, `printed`: words of the form. */
function accept(
  key: string,
  text: string,
  quote: string,
  more: { before?: Partial<Field>; printed?: readonly string[]; sure?: number; passage?: string } = {},
) {
  const map = new TextMap(
    text.split('\n').map((line, i) => ({
      text: line,
      place: { page: i + 1, box: [0, 0, 9, 9] as const },
      readBy: 'ocr' as const,
      confidence: more.sure ?? 1,
    })),
  );
  const field = form.fields.find((one): one is AskableField => one.key === key)!;
  const question: Question = { field, before: { ...absent(key), ...more.before } };
  const formRanges = (more.printed ?? []).map((words): [number, number] => {
    const at = text.indexOf(words);
    return [at, at + words.length];
  });
  const answer = { question: 0, quote, ...(more.passage === undefined ? {} : { passage: more.passage }) };
  const found = acceptAnswer(question, answer, {
    text: foldForQuotes(map),
    pieces: piecesOf(text),
    formRanges,
  });
  return found && { ...found, same: found === question.before };
}

describe('a quoted number takes along what belongs to it', () => {
  test.each([
    ['invested', '投资约2,400万元。', '2,400', '2,400万元'],
    ['invested', '投资约2400 余万元。', '2400', '2400 余万元'],
    ['invested', '投资3千万元。', '3', '3千万元'],
    ['invested', '投资额为-50万元。', '50', '-50万元'],
    ['share', '占比百分之三十', '三十', '百分之三十'],
    ['share', '占比30%以上', '30', '30%'],
    ['staff', '共有120多人', '120', '120多'],
  ])('%s: %s', (key, text, quote, raw) => {
    expect(accept(key, text, quote)?.raw).toBe(raw);
  });

  it('and money of other countries is no amount in 元', () => {
    expect(accept('invested', '投资2400万美元。', '2400')).toBeUndefined();
  });

  it('a text takes along nothing', () => {
    expect(accept('company', '编号-12万元', '12')?.raw).toBe('12');
  });
});

describe('what a quote leads to', () => {
  it('is read from the document, with its place, below what a check counts on', () => {
    const found = accept('company', '其他\n企业名称：华兴科技', '华兴科技');
    expect(found).toMatchObject({ value: '华兴科技', state: 'filled', readBy: 'model', confidence: 0.55 });
    expect(found?.where).toMatchObject([{ page: 2 }]);
  });

  it('is as unsure as it was legible, and nothing below two fifths', () => {
    expect(accept('company', '华兴科技', '华兴科技', { sure: 0.8 })?.confidence).toBe(0.44);
    expect(accept('company', '华兴科技', '华兴科技', { sure: 0.4 })?.state).toBe('filled');
    expect(accept('company', '华兴科技', '华兴科技', { sure: 0.39 })).toBeUndefined();
  });

  it('leaves out the label that the model quoted along, by any of its names', () => {
    for (const label of ['企业名称', '申报单位'])
      expect(accept('company', `${label}：华兴科技`, `${label}：华兴科技`)?.value).toBe('华兴科技');
    expect(accept('company', '单位名称：华兴科技', '单位名称：华兴科技')?.value).toBe('单位名称：华兴科技');
  });

  it('of several places is the one in the passage, label quoted or not', () => {
    const text = '甲方：华兴科技\n乙方：华兴科技';
    const found = accept('company', text, '企业名称：华兴科技', { passage: '乙方：华兴科技' });
    expect(found?.where).toMatchObject([{ page: 2 }]);
  });

  it("is nothing where all of it is the form's own words, something where some is not", () => {
    const text = '企业名称联系地址华兴';
    const printed = ['企业名称', '联系地址'];
    expect(accept('company', text, '企业名称联系地址', { printed })).toBeUndefined();
    expect(accept('company', text, '称联系', { printed })).toBeUndefined();
    expect(accept('company', text, '企业名称联系地址华', { printed })?.value).toBe('企业名称联系地址华');
    expect(accept('company', text, '华兴', { printed })?.value).toBe('华兴');
    expect(accept('company', text, '企业名称联系', { printed: ['联系地址'] })?.state).toBe('filled');
  });

  it('is nothing where it has not the shape of its type', () => {
    expect(accept('mail', '来信请寄 a@b.cn', 'a@b.cn')?.value).toBe('a@b.cn');
    expect(accept('mail', '来信请寄甲处', '甲处')).toBeUndefined();
    expect(accept('phone', '电话：0512-66668888', '0512-66668888')?.value).toBe('0512-66668888');
    expect(accept('phone', '电话：暂无号码', '暂无号码')).toBeUndefined();
    expect(accept('code', '代码：办理中', '办理中')).toBeUndefined();
    expect(accept('company', '（  ）', '（  ）')).toBeUndefined();
    const long = (length: number) => accept('company', '字'.repeat(length), '字'.repeat(length))?.state;
    expect([long(200), long(201)]).toEqual(['filled', undefined]);
  });

  it('carries nothing over from what was read before but its name', () => {
    const before: Partial<Field> = {
      state: 'unreadable',
      conflicts: [{ value: '甲', where: [] }],
      repaired: { from: 'x' },
      code: { standard: 'GB/T 2260', code: '320500', name: '江苏省苏州市' },
    };
    const found = accept('company', '华兴科技', '华兴科技', { before });
    expect(found).not.toHaveProperty('conflicts');
    expect(found).not.toHaveProperty('repaired');
    expect(found).not.toHaveProperty('code');
    expect(found?.label).toBe('company');
  });
});

describe('a doubtful value', () => {
  const before = (value: string, confidence: number): Partial<Field> => ({
    value,
    raw: value,
    state: 'filled',
    confidence,
  });

  it('that the answer repeats, or that is as sure, stays as it was', () => {
    expect(accept('company', '华兴科技', '华兴科技', { before: before('华兴科技', 0.3) })?.same).toBe(true);
    expect(accept('company', '华兴科技', '华兴科技', { before: before('华光科技', 0.55) })?.same).toBe(true);
  });

  it('that is less sure gives way and is shown beside it, with what was beside it before', () => {
    const other = { value: '华夏科技', where: [] };
    const doubtful = { ...before('华光科技', 0.54), conflicts: [other] };
    const found = accept('company', '华兴科技', '华兴科技', { before: doubtful });
    expect(found).toMatchObject({ value: '华兴科技', same: false });
    expect(found?.conflicts).toEqual([{ value: '华光科技', where: [] }, other]);
  });
});

test('asked are the places that nothing else could fill', () => {
  const asked = (key: string, field: Partial<Field>) =>
    openQuestions(form, new Map([[key, { ...absent(key), ...field }]])).length === 1;
  expect(asked('company', {})).toBe(true);
  expect(asked('company', { state: 'unreadable', confidence: 0.9 })).toBe(true);
  expect(asked('company', { state: 'filled', confidence: 0.59 })).toBe(true);
  expect(asked('company', { state: 'filled', confidence: 0.6 })).toBe(false);
  expect(asked('company', { state: 'blank', confidence: 0.1 })).toBe(false);
  expect(openQuestions(form, new Map())).toEqual([]);
  const section = formSchema.parse({
    title: '表',
    fields: [{ key: 'company', label: '概况', en: 'Overview', type: 'section' }],
  });
  expect(openQuestions(section, new Map([['company', absent('company')]]))).toEqual([]);
});
