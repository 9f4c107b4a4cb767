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

describe('what the text says of it', () => {
  const asked = [{ key: 'platform', type: 'text', label: '依托平台名称', en: 'Platform' }];
  const tell = (lines: string[], check: object, field?: string) =>
    run(
      { mentions: { phrases: [['工业互联网平台', '平台上']], in: [], ...check } },
      scopeOf({ lines, ...(field === undefined ? {} : { fields: { platform: field } }) }, { fields: asked }),
    );

  it('fails where it is denied, with the words and their place', () => {
    const found = tell(['系统没有接入工业互联网平台。'], {});
    expect([found.verdict, found.silent]).toEqual(['fail', undefined]);
    expect(found.why.zh).toContain('没有接入工业互联网平台');
    expect(found.evidence.length).toBeGreaterThan(0);
  });

  it('is open where it is planned, in part, or told both ways, and shows both', () => {
    expect(tell(['拟于明年接入工业互联网平台。'], {}).verdict).toBe('unknown');
    expect(tell(['两个模块跑在平台上，其余三个还在开发。'], {}).verdict).toBe('unknown');
    const both = tell(['方案跑在平台上。', '方案没有接入工业互联网平台。'], {});
    expect(both.verdict).toBe('unknown');
    expect(both.why.zh).toMatch(/写明有.*写明没有/u);
  });

  it('takes what is told in other words only where two words of the field stand and the passage sounds sure', () => {
    const about = [['标识解析']];
    const around = [['标识', '扫码', '节点', '前缀']];
    const told =
      '出厂的每一台减速机都带国家前缀，经销商扫码即可在国家顶级节点查到质保信息，已累计解析860万次。';
    expect(tell([told], { about, around }).verdict).toBe('pass');
    expect(tell([told], { about }).verdict).not.toBe('pass');
    expect(
      tell([told.replace('扫码', '打电话').replace('节点', '网站').replace('前缀', '贴纸')], {
        about,
        around,
      }).verdict,
    ).not.toBe('pass');
    const not = '赋码机已经买好，前缀也拿到了，可系统还没改，扫码后查不到任何信息，节点尚未接通。';
    expect(tell([not], { about, around }).verdict).not.toBe('pass');
  });

  it("takes the form's own place for the answer", () => {
    expect(tell(['其他。'], { asks: 'platform' }, '云枢平台').verdict).toBe('pass');
    expect(tell(['其他。'], { asks: 'platform' }, '无（本机单机版）').verdict).toBe('fail');
    expect(tell(['方案跑在平台上。'], { asks: 'platform' }, '无').verdict).toBe('unknown');
  });

  it('counts plans where plans are asked for', () => {
    expect(tell(['拟于明年接入工业互联网平台。'], { plans: true }).verdict).toBe('pass');
  });

  it('a claim that the text denies is open', () => {
    const not = (line: string) =>
      run({ notDenied: { phrases: ['贯标'], against: ['咨询阶段'] } }, scopeOf({ lines: [line] })).verdict;
    expect(not('公司已通过贯标。')).toBe('pass');
    expect(not('其他内容。')).toBe('pass');
    expect(not('公司未开展贯标。')).toBe('unknown');
    expect(not('计划明年贯标。')).toBe('unknown');
    expect(not('目前处于咨询阶段。')).toBe('unknown');
  });

  it('numbers told twice or roughly around the limit settle nothing', () => {
    const count = (...lines: string[]) =>
      run(
        { compare: { left: { stated: { near: ['部署'], units: ['家'] } }, op: '>=', right: 10 } },
        scopeOf({ lines }),
      );
    expect(count('已部署27家。').verdict).toBe('pass');
    expect(count('部署近10家。').verdict).toBe('fail');
    expect(count('部署约10家。').verdict).toBe('unknown');
    // 已部署 is said, and the passage takes it back.
    expect(count('名义上部署27家，实际一直没有启用，合同早已终止，系统停用后再未恢复。').verdict).not.toBe(
      'pass',
    );
    const twice = count('已在23家部署。', '该方案没有在任何企业部署。');
    expect([twice.verdict, twice.why.zh.includes('23家')]).toEqual(['unknown', true]);
  });

  it('a unit of another is for a person', () => {
    const who = (name: string) =>
      run({ legalPerson: { name: 'company' } }, scopeOf({ fields: { company: name } }, { fields })).verdict;
    expect(who('桂城街道办事处工业发展有限公司')).toBe('pass');
    expect(who('某钢铁有限公司炼铁厂')).toBe('unknown');
    expect(who('某钢铁有限公司无锡分公司')).toBe('fail');
  });
});

describe('a text that says the same words thousands of times', () => {
  const often = scopeOf({ lines: ['已接入工业互联网平台，'.repeat(4000), '尚未接入工业互联网平台。'] });

  it('is left to a person: not all its places were looked at', () => {
    const asked = { phrases: [['工业互联网平台']], about: [['平台']] };
    const found = run({ mentions: asked }, often);
    expect([found.verdict, found.why.zh]).toEqual(['unknown', expect.stringContaining('3000处')]);
    expect(run({ notDenied: { phrases: ['工业互联网平台'] } }, often).verdict).toBe('unknown');
  });
});
