import { describe, expect, it } from 'vitest';
import { run, scopeOf } from '../testing.ts';

const scope = scopeOf({
  fields: {
    day: '2022-05-20',
    month: '2022-05',
    late: '2022-06',
    span: '2020-03/2021-12',
    going: { value: '2020-03/..', raw: '2020年3月至今' },
    words: '去年底',
    none: null,
  },
});
const ask = (left: object, op: string, right: object, plusYears = 0) =>
  run({ date: { left, op, right, plusYears } }, scope);

describe('date', () => {
  it('compares days with deadlines; the last day is in time', () => {
    expect(ask({ field: 'day' }, 'not-after', { deadline: 'province' }).verdict).toBe('pass');
    expect(ask({ field: 'day' }, 'before', { deadline: 'province' }).verdict).toBe('fail');
    const late = ask({ field: 'late' }, 'not-after', { deadline: 'province' });
    expect([late.verdict, late.values.left?.zh, late.values.right?.en]).toEqual([
      'fail',
      '2022年6月',
      '2022-05-20',
    ]);
  });

  it('leaves a partial date open when it spans the other', () => {
    expect(ask({ field: 'month' }, 'not-after', { deadline: 'province' }).verdict).toBe('unknown');
    expect(ask({ field: 'month' }, 'before', { date: '2022-06-01' }).verdict).toBe('pass');
  });

  it('takes either edge of a span', () => {
    expect(ask({ field: 'span', edge: 'end' }, 'not-after', { asOf: true }).verdict).toBe('pass');
    expect(ask({ field: 'span', edge: 'start' }, 'not-before', { deadline: 'province' }, -3).verdict).toBe(
      'pass',
    );
    expect(ask({ field: 'span', edge: 'start' }, 'not-before', { deadline: 'province' }, -1).verdict).toBe(
      'fail',
    );
  });

  it('is unknown for an open end, a blank, words, and a deadline the notice does not set', () => {
    for (const field of ['going', 'none', 'words', 'gone']) {
      expect([field, ask({ field }, 'not-after', { asOf: true }).verdict]).toEqual([field, 'unknown']);
    }
    expect(ask({ field: 'going' }, 'not-after', { asOf: true }).why.zh).toContain('至今');
    expect(ask({ field: 'day' }, 'not-after', { deadline: 'city' }).verdict).toBe('unknown');
  });
});
