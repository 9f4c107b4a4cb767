import { expect, test } from 'vitest';
import { fillingOf } from './tags.ts';

const content = {
  kind: 'mend',
  number: '',
  applicant: '甲公司',
  title: '乙项目',
  recommender: '',
  notice: '《通知》',
  items: [],
  date: '2026年1月1日',
} as const;

test.each([
  ['视为放弃申报', '逾期未补正的，视为放弃申报。'],
  ['逾期视为放弃申报。', '逾期视为放弃申报。'],
  ['未按期补正的，不予受理', '未按期补正的，不予受理。'],
])('what follows where nothing is mended in time, %s, is a sentence that says when', (late, sentence) => {
  expect(fillingOf(content, { late }).values.逾期后果).toBe(sentence);
  expect(fillingOf(content, {}).values.逾期后果).toBeUndefined();
});
