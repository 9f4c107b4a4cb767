import { describe, expect, it } from 'vitest';
import { checkOf, packOf } from '../../rules/testing.ts';
import { explainRule } from './explain.ts';
import { explain } from './operators.ts';

const pack = packOf({
  fields: [
    { key: 'cost', type: 'amount', unit: '万元', label: '平台费', en: 'platform cost' },
    { key: 'span', type: 'span', label: '建设时间', en: 'period' },
    {
      key: 'boxes',
      type: 'ticks',
      label: '能力',
      en: 'abilities',
      options: [{ text: '甲', en: 'A' }, { text: '乙' }],
    },
  ],
});

describe('explain', () => {
  it.each([
    [{ present: 'cost' }, '“平台费”已填写', '"platform cost" is filled in'],
    [
      { compare: { left: { sum: [{ field: 'cost' }, 3] }, op: '>=', right: 2000 } },
      '“平台费”＋3之和不少于2,000',
      'the sum of "platform cost" + 3 is at least 2,000',
    ],
    [
      {
        date: {
          left: { field: 'span', edge: 'start' },
          op: 'not-before',
          right: { deadline: 'province' },
          plusYears: -3,
        },
      },
      '“建设时间”的开始时间不早于省级截止时间（2022年5月20日）之前3年',
      '"period", start is not before the province deadline (2022-05-20) minus 3 years',
    ],
    [
      { ticked: { field: 'boxes', any: ['甲', '乙'] } },
      '“能力”勾选了甲或乙',
      '"abilities" has ticked A or 乙',
    ],
    [
      { any: [{ not: { awarded: { verdict: ['barred'] } } }, { person: { zh: '看。', en: 'Look.' } }] },
      '不是（与受限的往年入选项目相同或相近），或者由人工核对（看）',
      'not (it is like an earlier award that bars it) or a person checks (Look)',
    ],
  ])('%j', (check, zh, en) => {
    expect(explain(checkOf(check), pack)).toEqual({ zh, en });
  });

  it('says when a rule applies', () => {
    const rule = { when: checkOf({ present: 'cost' }), check: checkOf({ blank: 'span' }) };
    expect(explainRule(rule, pack)).toEqual({
      zh: '当“平台费”已填写时，要求：“建设时间”未填写。',
      en: 'When "platform cost" is filled in: asks "period" is blank.',
    });
  });
});
