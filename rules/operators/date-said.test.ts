import { describe, expect, it, test } from 'vitest';
import { run, scopeOf } from '../testing.ts';

const scope = scopeOf(
  {
    fields: {
      begin: '2021-05-20',
      end: '2022-05-20',
      month: '2022-05',
      going: { value: '2020-03/..', raw: ' 2020年3月至今 ' },
      words: { value: '去年底', raw: ' 去年底 ' },
      list: { value: ['2022-05-20'], raw: '2022-05-20' },
    },
  },
  { fields: ['begin', 'end', 'month', 'going', 'words', 'list'].map((key) => ({ key, type: 'text' })) },
);
const ask = (left: object, op: string, right: object, plusYears = 0) =>
  run({ date: { left, op, right, plusYears } }, scope);

describe('the day before, the day itself, the day after', () => {
  test.each([
    ['before', ['pass', 'fail', 'fail']],
    ['not-after', ['pass', 'pass', 'fail']],
    ['not-before', ['fail', 'pass', 'pass']],
    ['after', ['fail', 'fail', 'pass']],
  ])('%s: %j', (op, verdicts) => {
    const days = ['2022-05-19', '2022-05-20', '2022-05-21'];
    expect(days.map((date) => ask({ date }, op, { field: 'end' }).verdict)).toEqual(verdicts);
  });
});

it('years are added to the day compared with', () => {
  expect(ask({ field: 'end' }, 'not-after', { field: 'begin' }).verdict).toBe('fail');
  expect(ask({ field: 'end' }, 'not-after', { field: 'begin' }, 1).verdict).toBe('pass');
  expect(ask({ field: 'end' }, 'before', { field: 'begin' }, 1)).toMatchObject({
    verdict: 'fail',
    values: { left: { zh: '2022年5月20日' }, right: { zh: '2022年5月20日' } },
  });
});

describe('what a person reads', () => {
  it('is how the days stand to each other', () => {
    const found = ask({ field: 'begin' }, 'not-after', { field: 'end' });
    expect(found.why.zh).toBe('2021年5月20日不晚于2022年5月20日。');
    expect(found.evidence).toHaveLength(2);
    expect(ask({ field: 'end' }, 'not-after', { field: 'begin' }).why.zh).toBe(
      '2022年5月20日晚于2021年5月20日。',
    );
  });

  it('is why it is open: no day, no end, no date, or no deadline', () => {
    const due = { deadline: 'province' };
    expect(ask({ field: 'month' }, 'not-after', due).why.zh).toBe(
      '2022年5月未写明到日，无法确定与2022年5月20日的先后。',
    );
    expect(ask({ field: 'going', edge: 'end' }, 'not-after', due).why.zh).toBe(
      '“栏going”填写为“2020年3月至今”，没有结束时间，请人工核对。',
    );
    for (const field of ['words', 'list'])
      expect(ask({ field }, 'not-after', due).why.zh).toContain('无法读成日期，请核对');
    expect(ask({ field: 'words' }, 'not-after', due).why.zh).toContain('“去年底”');
    expect(ask({ field: 'end' }, 'not-after', { deadline: 'city' }).why.zh).toContain(
      '通知未规定该级的截止时间',
    );
  });

  it('holds the date that was read although the other was not', () => {
    const found = ask({ field: 'end' }, 'after', { field: 'words' });
    expect(found).toMatchObject({ verdict: 'unknown', values: { left: { zh: '2022年5月20日' } } });
    expect(found.values).not.toHaveProperty('right');
  });
});
