import { expect, test } from 'vitest';
import { mendDocumentNumber } from './document-number.ts';

test('brackets of two kinds around the year were misread', () => {
  expect(mendDocumentNumber('苏工信融合〔2022】157号')).toBe('苏工信融合〔2022〕157号');
  expect(mendDocumentNumber('依据苏工信融合〔2022]157 号文')).toBe('依据苏工信融合〔2022〕157 号文');
});

test('what the applicant may have written stays', () => {
  for (const text of ['苏工信融合[2022]157号', '工信厅信发（2021）9号', '〔2022】年', '项目【2021）一期'])
    expect(mendDocumentNumber(text)).toBeUndefined();
});
