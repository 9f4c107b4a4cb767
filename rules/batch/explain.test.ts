import { expect, test } from 'vitest';
import { packOf } from '../testing.ts';
import { explainBatchRule } from './explain.ts';

const title = { zh: '名', en: 'name' };
const explained = (rule: object) => {
  const [read] = packOf({ call: { batch: [{ id: 'r', title, clause: '一', ...rule }] } }).call.batch;
  return read && explainBatchRule(read);
};

test.each([
  [{ kind: 'quota', unitField: 'unit' }, '要求：同一推荐单位推荐的数量不超过名额。'],
  [{ kind: 'max-per-applicant', max: 2 }, '要求：同一申报单位至多申报2项。'],
  [
    { kind: 'max-per-applicant', max: 1, consequence: 'remark' },
    '列出同一申报单位的多项申报（通知未限制项数）。',
  ],
  [{ kind: 'must-reapply', unitField: 'unit' }, '要求：须重新申报的往年入选项目都已申报。'],
  [{ kind: 'list', list: 'summary' }, '要求：推荐汇总表与申报书一一对应，推荐排序不缺、不重、连续。'],
  [{ kind: 'list', list: 'registry' }, '要求：网上填报数据与申报书一一对应。'],
])('%j is told in one sentence', (rule, sentence) => {
  expect(explained(rule)?.zh).toBe(sentence);
  expect(explained(rule)?.en).toMatch(/\.$/u);
});
