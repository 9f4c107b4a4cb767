import { describe, expect, it, test } from 'vitest';
import { run, scopeOf } from '../testing.ts';
import { holds } from './compare.ts';

const fields = [
  { key: 'platform', type: 'amount', unit: '万元', label: '平台投入' },
  { key: 'devices', type: 'amount', unit: '万元', label: '设备投入' },
  { key: 'profit', type: 'amount', unit: '万元', label: '净利润' },
  { key: 'total', type: 'amount', unit: '元', label: '总投资' },
];
const filing = { fields: { platform: null, devices: 2800, profit: null, total: 28000000 } };
const ask = (left: unknown, op: string, right: unknown) =>
  run({ compare: { left, op, right } }, scopeOf(filing, { fields }));

describe('a sum of which one part is not known, the others being 2,800', () => {
  const sum = { sum: [{ field: 'platform' }, { field: 'devices' }] };
  test.each([
    ['>=', 2799, 'pass'],
    ['>=', 2800, 'pass'],
    ['>=', 2801, 'unknown'],
    ['>', 2799, 'pass'],
    ['>', 2800, 'unknown'],
    ['<=', 2799, 'fail'],
    ['<=', 2800, 'unknown'],
    ['<', 2800, 'fail'],
    ['<', 2801, 'unknown'],
    ['=', 2799, 'fail'],
    ['=', 2800, 'unknown'],
    ['!=', 2799, 'pass'],
    ['!=', 2800, 'unknown'],
  ])('%s %d: %s', (op, limit, verdict) => {
    expect(ask(sum, op, limit).verdict).toBe(verdict);
  });

  it('settles nothing against a limit that is not known either', () => {
    expect(ask(sum, '>=', { field: 'gone' }).verdict).toBe('unknown');
    expect(ask(sum, '<=', { field: 'platform' }).verdict).toBe('unknown');
  });

  it('is shown as the least it is once that settles it, and not at all before', () => {
    expect(ask(sum, '>=', 2800).values).toMatchObject({ left: { zh: '至少2,800' }, right: { zh: '2,800' } });
    expect(ask(sum, '>=', 2801).values).not.toHaveProperty('left');
    expect(ask(sum, '>=', 2801).why.zh).toBe('“平台投入”未填写。');
  });

  it('may be less where the part can be below zero', () => {
    const withLoss = { sum: [{ field: 'profit' }, { field: 'devices' }] };
    for (const op of ['>=', '<=', '=', '!='])
      expect([op, ask(withLoss, op, 2000).verdict]).toEqual([op, 'unknown']);
  });
});

it('a sum that is over its total by rounding alone fails nothing while a part is blank', () => {
  const sum = { sum: [{ field: 'platform' }, { field: 'devices' }] };
  const within = (op: string, limit: number) =>
    run({ compare: { left: sum, op, right: limit, tolerance: 0.01 } }, scopeOf(filing, { fields })).verdict;
  expect([within('=', 2799), within('=', 2700)]).toEqual(['unknown', 'fail']);
  expect([within('<=', 2799), within('<=', 2700)]).toEqual(['unknown', 'fail']);
  expect([within('!=', 2799), within('!=', 2700)]).toEqual(['unknown', 'pass']);
  expect([within('>', 2799), within('>', 2700)]).toEqual(['unknown', 'pass']);
  expect([within('>=', 2801), within('>=', 2900)]).toEqual(['pass', 'unknown']);
});

it('a limit that is not known leaves a known number open', () => {
  for (const op of ['>=', '>', '<=', '<', '=', '!='])
    expect([op, ask({ field: 'devices' }, op, { field: 'platform' }).verdict]).toEqual([op, 'unknown']);
});

it('says what is and what was asked, in the unit of the left number', () => {
  const equal = ask({ field: 'devices' }, '=', { field: 'total' });
  expect(equal).toMatchObject({ verdict: 'pass', values: { left: { zh: '2,800' }, right: { zh: '2,800' } } });
  expect(equal.why.zh).toMatch(/为2,800，等于/u);
  const less = ask({ field: 'devices' }, '>', { field: 'total' });
  expect([less.verdict, less.why.zh]).toEqual(['fail', expect.stringMatching(/为2,800，不符合“大于/u)]);
});

describe('numbers that count as equal', () => {
  it('are those as far apart as the tolerance of the larger, and not further', () => {
    expect(holds(99, '=', 100, 0.01)).toBe(true);
    expect(holds(100, '=', 99, 0.01)).toBe(true);
    expect(holds(98.9, '=', 100, 0.01)).toBe(false);
    expect(holds(98.9, '<', 100, 0.01)).toBe(true);
    expect(holds(99, '<', 100, 0.01)).toBe(false);
    expect(holds(99, '>=', 100, 0.01)).toBe(true);
  });

  it('are those that differ by no more than the error of adding them', () => {
    expect(holds(0.1 + 0.2, '=', 0.3)).toBe(true);
    expect(holds(2000.001, '=', 2000)).toBe(false);
  });

  it('are nothing and nothing', () => {
    expect([holds(0, '=', 0), holds(0, '>=', 0), holds(0, '<=', 0)]).toEqual([true, true, true]);
    expect([holds(0, '!=', 0), holds(0, '>', 0), holds(0, '<', 0)]).toEqual([false, false, false]);
  });
});

describe('numbers that the text tells roughly, twice, or as if they were not so', () => {
  const told = (near: string, unit: string) => ({ stated: { near: [near], units: [unit], in: [] } });
  const says = (lines: string[], left: unknown, op: string, right: unknown) =>
    run({ compare: { left, op, right } }, scopeOf({ lines, ...filing }, { fields }));

  it('settle it where all that they may be does, else are open with the words quoted', () => {
    const about = (limit: number) => says(['部署约10家。'], told('部署', '家'), '>=', limit);
    expect([about(5).verdict, about(50).verdict]).toEqual(['pass', 'fail']);
    const open = about(10);
    expect([open.verdict, open.quoting, open.why.zh]).toEqual([
      'unknown',
      true,
      '数量只是约数，不能确定是否达到（“部署约10家。”），请人工核对。',
    ]);
    expect(open.why.en).toContain('"部署约10家。"');
  });

  it('as a limit hold in the unit of what is compared with it', () => {
    const over = (line: string) => says([line], { field: 'devices' }, '>=', told('投资', '亿元'));
    // 2,800 万元 and 0.3, about 0.3, 0.2 and about 0.1 of 亿元.
    expect(over('项目投资0.3亿元。').verdict).toBe('fail');
    expect(over('项目投资约2亿元。').verdict).toBe('fail');
    expect(over('项目投资约0.1亿元。').verdict).toBe('pass');
    expect(over('项目投资约0.28亿元。').verdict).toBe('unknown');
    const twice = says(
      ['一厂投资0.2亿元。', '二厂投资0.5亿元。'],
      { field: 'devices' },
      '>=',
      told('投资', '亿元'),
    );
    expect([twice.verdict, twice.why.zh.startsWith('材料对数量的说法不一致')]).toEqual(['unknown', true]);
    expect(twice.why.zh).toMatch(/“.*0\.5亿元。”；“.*0\.2亿元。”/u);
  });

  it('leave a sum as unsure as they are', () => {
    const sum = { sum: [told('部署', '家'), 5] };
    expect(says(['部署约10家。'], sum, '>=', 15).verdict).toBe('unknown');
    expect(says(['部署约10家。'], sum, '>=', 8).verdict).toBe('pass');
    expect(says(['已在23家部署。', '该方案没有在任何企业部署。'], sum, '>=', 15).verdict).toBe('unknown');
  });

  it('pass a lower limit on the word of a passage that leaves no doubt, where all else leaves it open', () => {
    const used = '每天有860万条数据进库，经销商扫码即可查到1200台设备的质保信息，今年已累计查询32次。';
    const twice = (op: string, limit: number) =>
      says([used, '二厂接入设备300台。'], told('设备', '台'), op, limit);
    const met = twice('>=', 1000);
    expect([met.verdict, met.quoting, met.evidence.length]).toEqual(['pass', undefined, 1]);
    expect(met.why.zh).toMatch(/^材料写明“.*1200台.*”，不少于1,000。$/u);
    expect([twice('>=', 1200).verdict, twice('>', 1199).verdict]).toEqual(['pass', 'pass']);
    expect([twice('>', 1200).verdict, twice('>=', 2000).verdict]).toEqual(['fail', 'fail']);
    // An upper limit is not met by the largest number that a text tells of.
    expect([twice('<=', 1000).verdict, twice('<', 1000).verdict]).toEqual(['unknown', 'unknown']);
    // Sets are counted as pieces are.
    const other = (op: string, limit: number) => says([used], told('设备', '套'), op, limit).verdict;
    expect([other('>=', 1200), other('>=', 1201), other('<=', 1200)]).toEqual(['pass', 'unknown', 'unknown']);
    const open = says([used], told('设备', '套'), '>=', { field: 'platform' });
    expect(open.verdict).toBe('unknown');
  });

  it('meet nothing where their passage only dreams of them', () => {
    const dreamt = '接入设备1200台，大家在会上谈论未来的方向，认为智能化是必由之路，前景广阔。';
    const found = says([dreamt], told('设备', '台'), '>=', 1000);
    expect([found.verdict, found.quoting, found.evidence.length]).toEqual(['unknown', true, 1]);
    expect(found.why.zh).toMatch(/^所写数量达到要求，但上下文的说法不像已经如此（“.*1200台/u);
    expect(found.why.en).toContain('1200台');
    expect(says([dreamt], told('设备', '台'), '>=', 1300).verdict).toBe('fail');
    const limit = says([dreamt], { field: 'devices' }, '>=', told('设备', '台'));
    expect([limit.verdict, limit.quoting]).toEqual(['unknown', true]);
  });

  it('that are only planned leave it open with the words quoted, on either side', () => {
    const left = says(['计划部署27家。'], told('部署', '家'), '>=', 10);
    expect([left.verdict, left.quoting, left.why.zh.includes('计划部署27家')]).toEqual([
      'unknown',
      true,
      true,
    ]);
    const right = says(['计划部署27家。'], { field: 'devices' }, '>=', told('部署', '家'));
    expect([right.verdict, right.quoting, right.why.zh.includes('计划部署27家')]).toEqual([
      'unknown',
      true,
      true,
    ]);
    const none = says(['其他。'], told('部署', '家'), '>=', 10);
    expect([none.verdict, none.quoting]).toEqual(['unknown', undefined]);
    const blank = says(['计划部署27家。'], { field: 'platform' }, '>=', told('部署', '家'));
    expect([blank.why.zh, blank.quoting]).toEqual(['“平台投入”未填写。', undefined]);
  });

  it('meet nothing where the passage does not sound so, and fail as they are', () => {
    const line = '部署27家，实际一直没有启用，合同早已终止，系统停用后再未恢复，账号也已注销。';
    const found = says([line], told('部署', '家'), '>=', 10);
    expect([found.verdict, found.quoting]).toEqual(['unknown', true]);
    expect(says([line], told('部署', '家'), '>=', 100).verdict).not.toBe('pass');
  });
});
