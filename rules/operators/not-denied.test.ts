import { describe, expect, it } from 'vitest';
import { run, scopeOf } from '../testing.ts';

const ask = (lines: string[], more: object = {}, section?: string) =>
  run(
    { notDenied: { phrases: ['贯标'], ...more } },
    section === undefined ? scopeOf({ lines }) : scopeOf({ sections: { [section]: lines } }),
  );

describe('what a tick claims stands', () => {
  it.each([
    ['公司已通过贯标。'],
    ['其他内容。'],
    ['公司已通过贯标。计划明年再次贯标。'],
    ['公司已通过贯标。两个分厂正在试行贯标。'],
    ['过去没有贯标，全靠人工。'],
  ])('%s', (line) => {
    const found = ask([line]);
    expect([found.verdict, found.quoting, found.evidence]).toEqual(['pass', undefined, []]);
  });
});

describe('what a tick claims is open, with the words that speak against it and their place', () => {
  it.each([
    ['公司未开展贯标。', '写明没有'],
    ['计划明年贯标。', '计划或筹备中'],
    ['公司已通过贯标。后来又说没有贯标。', '写明没有'],
  ])('%s', (line, mood) => {
    const found = ask([line]);
    expect([found.verdict, found.quoting, found.evidence.length]).toEqual(['unknown', true, 1]);
    expect(found.why.zh).toContain(mood);
    expect(line).toContain(found.values.value?.zh);
  });

  it('words against it count where they are said to be so, and not where they are denied', () => {
    const against = { against: ['咨询阶段'] };
    expect(ask(['公司已通过贯标，目前处于咨询阶段。'], against).verdict).toBe('unknown');
    expect(ask(['公司已通过贯标，没有咨询阶段。'], against).verdict).toBe('pass');
    expect(ask(['公司已通过贯标。过去没有咨询阶段，全靠人工。'], against).verdict).toBe('pass');
  });

  it('a plan counts but in the chapter on plans, where plans belong', () => {
    expect(ask(['计划明年贯标。'], {}, '建设内容').verdict).toBe('unknown');
    expect(ask(['计划明年贯标。'], {}, '未来规划').verdict).toBe('pass');
    const against = { against: ['咨询阶段'] };
    expect(ask(['目前处于咨询阶段。'], against, '建设内容').verdict).toBe('unknown');
    expect(ask(['将进入咨询阶段。'], against, '未来规划').verdict).toBe('pass');
  });

  it('a passage that sounds otherwise leaves open what its sentence says', () => {
    const praise = '公司高度重视贯标的意义，深刻认识到其对企业长远发展和转型升级的重要作用。';
    const found = ask([praise]);
    expect([found.verdict, found.quoting, found.evidence.length]).toEqual(['unknown', true, 1]);
    expect(found.why.zh).toContain('说法存疑');
    expect(found.values.value?.zh).toContain('重视贯标');
    const used = '每天有860万条数据进库，经销商扫码即可查到贯标信息，今年已累计查询32次。';
    expect(ask([praise, used]).verdict).toBe('pass');
  });

  it.each([
    ['公司已通过贯标。但一直没有启用。', '说法存疑'],
    ['本部基地已通过贯标，另外两个基地尚未通过。', '部分'],
  ])('a doubt and a part are no plain words: %s', (line, mood) => {
    const found = ask([line]);
    expect([found.verdict, found.why.zh.includes(mood)]).toEqual(['unknown', true]);
  });

  it('shows up to five places of what speaks against it, and two of passages that sound otherwise', () => {
    const denials = Array.from({ length: 7 }, (_, i) => `第${i + 1}车间未开展贯标。`);
    const stages = denials.map((_, i) => `第${i + 1}分厂处于咨询阶段。`);
    const shown = (...lines: string[]) => ask(lines, { against: ['咨询阶段'] }).evidence.length;
    expect([shown(...denials.slice(0, 1)), shown(...denials.slice(0, 3), ...stages.slice(0, 2))]).toEqual([
      1, 5,
    ]);
    expect(shown(...denials, ...stages)).toBe(5);
    const praise = ['一', '二', '三'].map(
      (nth) => `第${nth}公司高度重视贯标的意义，深刻认识到其对企业长远发展和转型升级的重要作用。`,
    );
    expect(ask(praise).evidence).toHaveLength(2);
  });

  it('says nothing of a text that holds the words thousands of times, but what denies it', () => {
    const lines = Array.from({ length: 3001 }, () => '公司已通过贯标。');
    const found = ask(lines);
    expect([found.verdict, found.why.zh.includes('3000处'), found.quoting]).toEqual([
      'unknown',
      true,
      undefined,
    ]);
    expect(ask(['公司未开展贯标。', ...lines]).why.zh).toContain('写明没有');
  });
});
