import { describe, expect, it, test } from 'vitest';
import { parseCompany } from './company-name.ts';
import { sameCompany } from './same-name.ts';

const coresOf = (name: string) => parseCompany(name).readings.map(({ core }) => core);

describe('company names', () => {
  it.each([
    ['江苏华兴纺织股份有限公司（盖章）', '华兴纺织', '股份有限公司'],
    ['华兴（苏州）智能科技有限公司', '华兴智能科技', '有限公司'],
    ['江苏省苏州市华兴 纺织厂', '华兴纺织', '厂'],
    ['华兴集团有限公司', '华兴', '集团有限公司'],
    ['蘇州華興紡織有限責任公司', '华兴纺织', '有限公司'],
    ['苏州工业园区华兴纺织有限公司', '华兴纺织', '有限公司'],
    ['苏州市吴中区华兴纺织有限公司', '华兴纺织', '有限公司'],
    ['上海浦东新区华兴纺织有限公司', '华兴纺织', '有限公司'],
    ['延边州华兴纺织有限公司', '华兴纺织', '有限公司'],
    ['新疆维吾尔自治区华兴纺织有限公司', '华兴纺织', '有限公司'],
    ['江苏省华兴纺织有限公司', '华兴纺织', '有限公司'],
    ['江苏省电力有限公司', '电力', '有限公司'],
    ['江苏省心科技有限公司', '省心科技', '有限公司'],
    ['华兴（集团）股份有限公司', '华兴', '集团股份有限公司'],
    ['', '', ''],
  ])('%s', (name, core, form) => {
    expect(parseCompany(name)).toMatchObject({ core, form });
  });

  it('tell their branch', () => {
    expect(parseCompany('华兴纺织有限公司（杭州）分公司')).toMatchObject({
      core: '华兴纺织',
      unit: '杭州分公司',
    });
    expect(parseCompany('华兴纺织有限公司信息事业部').unit).toBe('信息事业部');
  });
});

test('no brand is cut because it begins like a place', () => {
  for (const name of ['长城汽车', '海信视像', '江南造船', '平安科技', '通用机械', '上海市政工程'])
    expect([name, coresOf(`${name}股份有限公司`)]).toEqual([name, [name.replace('上海', '')]]);
  for (const name of ['长兴电池', '东方电子', '永康电器', '东阳光科技'])
    expect(coresOf(`${name}有限公司`)).toContain(name);
});

test('two writings of a registered name are compared with three values', () => {
  expect(sameCompany('华兴（苏州）科技有限公司', '华兴(苏州)科技 有限公司')).toBe(true);
  expect(sameCompany('华兴科技有限公司', '苏州华兴科技有限公司')).toBeUndefined();
  expect(sameCompany('昆山华兴科技有限公司', '江苏昆山华兴科技有限公司')).toBeUndefined();
  expect(sameCompany('荆州华兴科技有限公司', '湖北荆州华兴科技有限公司')).toBeUndefined();
  expect(sameCompany('南京华兴科技有限公司', '苏州华兴科技有限公司')).toBe(false);
  expect(sameCompany('苏州华兴科技有限公司', '苏州华新科技有限公司')).toBe(false);
  expect(sameCompany('苏州华兴科技股份有限公司', '苏州华兴科技有限公司')).toBe(false);
  expect(sameCompany('', '苏州华兴科技有限公司')).toBeUndefined();
});
