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
});
