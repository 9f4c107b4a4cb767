import { describe, expect, it, test } from 'vitest';
import { run, scopeOf } from '../testing.ts';

/** What a person reads of tick boxes: which are lacking, which are too many, and how many there are. */

const options = [
  { text: '甲一', en: 'a1', group: '甲' },
  { text: '甲二', en: 'a2', group: '甲' },
  { text: '乙一', group: '乙' },
  { text: '乙二', group: '乙' },
  { text: '乙三', group: '乙' },
  { text: '乙四', group: '乙' },
  { text: '乙五', group: '乙' },
  { text: '其他' },
];
const fields = [{ key: 'boxes', type: 'ticks', options, label: '能力' }];
const ask = (check: object, value: readonly string[]) =>
  run(check, scopeOf({ fields: { boxes: value } }, { fields }));

describe('ticked', () => {
  test.each<[object, string[], string, string, string | undefined]>([
    [{ any: ['甲一', '甲二'] }, ['甲二'], 'pass', '“能力”的勾选符合要求。', undefined],
    [{ any: ['甲一', '甲二'] }, ['乙一'], 'fail', '“能力”未勾选甲一或甲二。', '甲一、甲二'],
    [{ all: ['甲一', '乙一'] }, ['甲一', '乙一'], 'pass', '“能力”的勾选符合要求。', undefined],
    [{ all: ['甲一', '乙一'] }, ['甲二'], 'fail', '“能力”未勾选甲一、乙一。', '甲一、乙一'],
    [{ none: ['其他'] }, ['甲一', '其他'], 'fail', '“能力”勾选了其他。', undefined],
    [{ any: ['甲一'], none: ['其他'] }, ['甲一'], 'pass', '“能力”的勾选符合要求。', undefined],
    [{ any: ['甲一'], none: ['其他'] }, ['其他'], 'fail', '“能力”勾选了其他。', '甲一'],
    [{ any: ['甲一'], all: ['乙一'] }, ['甲一'], 'fail', '“能力”未勾选乙一。', '乙一'],
  ])('%j of %j: %s, %s', (check, value, verdict, why, missing) => {
    const found = ask({ ticked: { field: 'boxes', ...check } }, value);
    expect([found.verdict, found.why.zh, found.values.missing?.zh]).toEqual([verdict, why, missing]);
    expect(found.values.count?.zh).toBe(String(value.length));
  });

  it('names what is ticked, or that nothing is, and an option in English where it has a name there', () => {
    const check = { ticked: { field: 'boxes', all: ['甲一', '乙一'] } };
    expect(ask(check, ['甲二', '乙二']).values.value).toEqual({ zh: '甲二、乙二', en: '甲二, 乙二' });
    expect(ask(check, []).values).toMatchObject({ value: { zh: '未勾选' }, missing: { en: 'a1, 乙一' } });
  });
});

describe('eachGroup', () => {
  const check = (min: number) => ({ eachGroup: { field: 'boxes', min, groups: ['甲', '乙'] } });

  it('counts the groups that have enough and names the others', () => {
    expect(ask(check(1), ['甲一'])).toMatchObject({
      verdict: 'fail',
      values: { count: { zh: '1' }, missing: { zh: '乙' } },
      why: { zh: '“能力”中乙勾选少于1项。' },
    });
    expect(ask(check(2), ['甲一', '甲二', '乙一']).why.zh).toBe('“能力”中乙勾选少于2项。');
    const good = ask(check(2), ['甲一', '甲二', '乙一', '乙二']);
    expect(good).toMatchObject({
      verdict: 'pass',
      values: { count: { zh: '2' } },
      why: { zh: '“能力”各方面均有勾选。' },
    });
    expect(good.values).not.toHaveProperty('missing');
  });
});

describe('someGroupComplete', () => {
  const check = { someGroupComplete: { field: 'boxes', groups: ['甲', '乙'] } };

  it('names the group that is whole', () => {
    expect(ask(check, ['甲一', '甲二', '乙一'])).toMatchObject({
      verdict: 'pass',
      values: { count: { zh: '1' }, value: { zh: '甲' } },
      why: { zh: '“能力”中甲已全部勾选。' },
    });
  });

  it('goes by the share of a group that is ticked: one of two is nearer than two of five', () => {
    const found = ask(check, ['甲一', '乙一', '乙二']);
    expect(found.why.zh).toBe('“能力”没有一个方向全部勾选，最接近的甲还缺甲二。');
    expect(found.values).toMatchObject({ count: { zh: '0' }, missing: { zh: '甲二' } });
    expect(ask(check, ['甲一', '乙一', '乙二', '乙三']).why.zh).toContain('最接近的乙还缺乙四、乙五');
  });

  it('names nothing where the form has none of the groups', () => {
    const found = ask({ someGroupComplete: { field: 'boxes', groups: ['丙'] } }, ['甲一', '甲二']);
    expect([found.verdict, found.why.zh]).toEqual(['fail', '“能力”没有一个方向全部勾选。']);
    expect(found.values).not.toHaveProperty('missing');
  });
});

describe('the number of ticks', () => {
  const count = (group: string | undefined, value: readonly string[]) =>
    ask(
      { compare: { left: { ticks: { field: 'boxes', ...(group ? { group } : {}) } }, op: '>=', right: 99 } },
      value,
    ).values.left?.zh;

  it('is that of the whole field or of one group', () => {
    expect(count(undefined, ['甲一', '乙一', '其他'])).toBe('3');
    expect([count('甲', ['甲一', '乙一', '其他']), count('乙', ['甲一', '其他'])]).toEqual(['1', '0']);
  });
});
