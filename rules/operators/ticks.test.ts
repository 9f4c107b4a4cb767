import { describe, expect, it } from 'vitest';
import { run, scopeOf } from '../testing.ts';

/** The operators on tick boxes: ticked, eachGroup, someGroupComplete. */

const options = [
  { text: '甲一', group: '甲' },
  { text: '甲二', group: '甲' },
  { text: '乙一', group: '乙' },
  { text: '乙二', group: '乙' },
  { text: '其他' },
];
const fields = [{ key: 'boxes', type: 'ticks', options }];
const ask = (check: object, value: readonly string[] | null | { state: 'absent' }) =>
  run(check, scopeOf({ fields: { boxes: value } }, { fields }));

describe('ticked', () => {
  it('asks for any, all and none', () => {
    const any = { ticked: { field: 'boxes', any: ['甲一', '甲二'] } };
    expect(ask(any, ['甲二']).verdict).toBe('pass');
    expect(ask(any, ['乙一']).verdict).toBe('fail');
    const all = { ticked: { field: 'boxes', all: ['甲一', '甲二'] } };
    const found = ask(all, ['甲二']);
    expect([found.verdict, found.values.missing?.zh]).toEqual(['fail', '甲一']);
    const none = { ticked: { field: 'boxes', none: ['其他'] } };
    expect(ask(none, ['其他']).verdict).toBe('fail');
    expect(ask(none, []).verdict).toBe('pass');
  });

  it('takes boxes without a tick for none, boxes not found for unknown', () => {
    const any = { ticked: { field: 'boxes', any: ['甲一'] } };
    expect(ask(any, null).verdict).toBe('fail');
    expect(ask(any, { state: 'absent' }).verdict).toBe('unknown');
  });
});

describe('eachGroup', () => {
  it('names the groups that lack ticks', () => {
    const found = ask({ eachGroup: { field: 'boxes', min: 1 } }, ['甲一', '其他']);
    expect([found.verdict, found.values.missing?.zh]).toEqual(['fail', '乙']);
    expect(ask({ eachGroup: { field: 'boxes', min: 1 } }, ['甲一', '乙二']).verdict).toBe('pass');
    expect(ask({ eachGroup: { field: 'boxes', min: 2, groups: ['甲'] } }, ['甲一', '甲二']).verdict).toBe(
      'pass',
    );
  });
});

describe('someGroupComplete', () => {
  it('passes for one whole group, else names what the fullest lacks', () => {
    expect(ask({ someGroupComplete: { field: 'boxes' } }, ['乙一', '乙二']).verdict).toBe('pass');
    const found = ask({ someGroupComplete: { field: 'boxes' } }, ['乙一', '其他']);
    expect([found.verdict, found.values.missing?.zh]).toEqual(['fail', '乙二']);
    expect(ask({ someGroupComplete: { field: 'boxes', groups: ['甲'] } }, ['乙一', '乙二']).verdict).toBe(
      'fail',
    );
  });

  it('does not pass for a group the form has not', () => {
    expect(ask({ someGroupComplete: { field: 'boxes', groups: ['丙'] } }, ['乙一']).verdict).toBe('fail');
  });
});

describe('boxes read from a scan', () => {
  const check = { ticked: { field: 'boxes', any: ['甲一'] } };
  const scanned = (confidence: number) =>
    run(check, scopeOf({ fields: { boxes: { value: ['乙一'], confidence } }, readBy: 'ocr' }, { fields }))
      .verdict;

  it('count only when the whole group is sure', () => {
    expect(scanned(0.8)).toBe('unknown');
    expect(scanned(0.95)).toBe('fail');
    expect(
      run(check, scopeOf({ fields: { boxes: { value: ['乙一'], confidence: 0.8 } } }, { fields })).verdict,
    ).toBe('fail');
  });
});
