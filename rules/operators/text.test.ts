import { describe, expect, it } from 'vitest';
import { run, scopeOf } from '../testing.ts';

/** The operators on narrative: section, mentions, and the number of words. */

const fields = [
  { key: 'story', type: 'section', label: '建设内容', en: 'Work' },
  { key: 'effect', type: 'section' },
  { key: 'company', type: 'text' },
];
const filing = {
  sections: {
    story: [
      '（围绕六个方向，重点描述实现路径）',
      '本项目依托工业互联网平',
      '台接入5Ｇ设备1200台，不涉及区块链。',
    ],
  },
  fields: { company: '华兴分公司', effect: null },
  form: ['（围绕六个方向，重点描述实现路径）'],
};
const scope = scopeOf(filing, { fields });

describe('section', () => {
  it("counts the applicant's words, not the form's hint", () => {
    // 本项目依托工业互联网平台接入 5Ｇ 设备 1200 台，不涉及区块链。
    const found = run({ section: { field: 'story', minWords: 26 } }, scope);
    expect(found.verdict).toBe('pass');
    expect(run({ section: { field: 'story', minWords: 32 } }, scope).verdict).toBe('fail');
    expect(found.evidence.length).toBeGreaterThan(0);
  });

  it('fails for a blank chapter and is unknown for one not found', () => {
    expect(run({ section: { field: 'effect' } }, scope).verdict).toBe('fail');
    expect(run({ section: { field: 'gone' } }, scope).verdict).toBe('unknown');
  });
});

describe('words', () => {
  const ask = (of: string[], op: string, right: number) =>
    run({ compare: { left: { words: { of } }, op, right } }, scope);

  it('sums chapters; a blank one has none; one not found leaves it open', () => {
    expect(ask(['story', 'effect'], '<=', 40).verdict).toBe('pass');
    expect(ask(['story', 'gone'], '<=', 40).verdict).toBe('unknown');
    expect(ask(['story', 'gone'], '<=', 10).verdict).toBe('fail');
  });
});

describe('mentions', () => {
  const ask = (phrases: string[][], where: string[] = [], min = 1, draft = scope) =>
    run({ mentions: { phrases, min, in: where } }, draft);

  it('finds phrases over line ends, in any width, and shows where', () => {
    const found = ask([['工业互联网平台']]);
    expect(found.verdict).toBe('pass');
    expect(found.evidence.length).toBeGreaterThan(0);
    expect(ask([['5g设备']]).verdict).toBe('pass');
  });

  it("does not count the form's words and what is denied", () => {
    expect(ask([['实现路径']]).verdict).toBe('fail');
    expect(ask([['区块链']]).verdict).toBe('fail');
  });

  it('counts groups', () => {
    const found = ask([['工业互联网'], ['人工智能', 'AI'], ['5G']], ['story'], 3);
    expect([found.verdict, found.values.count?.zh, found.values.missing?.zh]).toEqual([
      'fail',
      '2',
      '人工智能',
    ]);
    expect(ask([['工业互联网'], ['人工智能'], ['5G']], ['story'], 2).verdict).toBe('pass');
  });

  it('looks into fields', () => {
    expect(ask([['分公司']], ['company']).verdict).toBe('pass');
    expect(ask([['分公司']], ['gone']).verdict).toBe('unknown');
    expect(ask([['分公司']], ['effect']).verdict).toBe('unknown');
  });

  it('proves nothing where a page was not read', () => {
    expect(ask([['人工智能']]).verdict).toBe('fail');
    const torn = scopeOf({ ...filing, unreadablePage: true }, { fields });
    expect(ask([['人工智能']], [], 1, torn).verdict).toBe('unknown');
    expect(ask([['5G']], [], 1, torn).verdict).toBe('pass');
  });
});
