import { expect, test } from 'vitest';
import { run, scopeOf } from '../testing.ts';

const fields = [{ key: 'company', type: 'text', label: '企业名称', en: 'Company' }];
const company = '江苏恒驰纺织有限公司';
const ask = (
  name?: string,
  archive = true,
  value: string | null | { value: string | number; raw: string } = company,
) =>
  run(
    { namedAfter: 'company' },
    scopeOf(
      { fields: { company: value } },
      { fields },
      name === undefined ? {} : { package: { name, archive } },
    ),
  );

test.each([
  ['江苏恒驰纺织有限公司.zip', 'pass'],
  ['1. 江苏恒驰纺织有限公司（终稿）.RAR', 'pass'],
  ['江苏 恒驰纺织有限公司.7z', 'pass'],
  ['恒驰纺织.zip', 'unknown'],
  ['苏州另一家电子有限公司.zip', 'fail'],
])('an archive named %s: %s', (name, verdict) => {
  const found = ask(name);
  expect(found.verdict).toBe(verdict);
  expect(found.evidence).toHaveLength(1);
});

test('brackets of either width and those left out are no other name', () => {
  expect(ask('恒驰(无锡)有限公司.zip', true, '恒驰（无锡）有限公司').verdict).toBe('pass');
  expect(ask('恒驰无锡有限公司.zip', true, '恒驰（无锡）有限公司').verdict).toBe('pass');
});

test('a folder of another name is open: whoever unpacked it may have renamed it', () => {
  const found = ask('苏州另一家电子有限公司', false);
  expect([found.verdict, found.why.zh]).toEqual(['unknown', expect.stringContaining('文件夹名为')]);
  expect(ask('苏州另一家电子有限公司.zip').why.zh).toContain('压缩包名为“苏州另一家电子有限公司”');
  expect(ask(company, false).verdict).toBe('pass');
});

test('only the ending of a name is taken off', () => {
  expect(ask('江苏恒驰.zip纺织有限公司.zip').values.left?.zh).toBe('江苏恒驰.zip纺织有限公司');
});

test('a filing that came as a single file is for a person', () => {
  const found = ask();
  expect([found.verdict, found.manual]).toEqual(['unknown', true]);
});

test('without the name in the form nothing follows', () => {
  const found = ask('恒驰.zip', true, null);
  expect([found.verdict, found.manual, found.why.zh]).toEqual(['unknown', undefined, '“企业名称”未填写。']);
});

test('an archive without a name of its own is not named after anything', () => {
  expect(ask('.zip').verdict).toBe('unknown');
});

test('the short name among other words is open, whatever else they say', () => {
  expect(ask('恒驰纺织2021申报材料.zip').verdict).toBe('unknown');
  expect(ask('浙江恒驰纺织.zip').verdict).toBe('unknown');
});

test('what is asked for is the value of the field, and its words where the value is no text', () => {
  const stamped = { value: company, raw: `${company}（盖章）` };
  expect(ask(`${company}.zip`, true, stamped).verdict).toBe('pass');
  const found = ask('2021年度.zip', true, { value: 2021, raw: '2021年度' });
  expect([found.verdict, found.values.right?.zh]).toEqual(['pass', '2021年度']);
});

test('a name of brackets alone is in every name and is met by none', () => {
  expect(ask('恒驰纺织.zip', true, '（）').verdict).not.toBe('pass');
});
