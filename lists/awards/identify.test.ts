import { expect, test } from 'vitest';
import { identify } from './identify.ts';

const ministry = { kind: 'ministry', department: 'miit', words: '工业和信息化部', from: 'said' } as const;
const name = '工业互联网APP优秀解决方案';
const programmes = [{ id: 'apps', names: [name], issuer: ministry }];
const nothing = { title: [], sheet: '', file: '名单.csv' };

test('what a row says of itself goes before what the office says, and that before the title', () => {
  const about = { title: ['江苏省工业APP名单'], sheet: '', file: '', said: ministry };
  expect(identify({ programme: name }, about, programmes)).toMatchObject({
    programme: 'apps',
    issuer: ministry,
  });
  const own = identify({ programme: name, issuer: '广东省工业和信息化厅' }, about, programmes);
  expect(own).toMatchObject({ issuer: { kind: 'local', from: 'column' }, programmeName: name });
  expect(own).not.toHaveProperty('programme');
});

test('国家级 is made out by who names the department; sheet and file that contradict tell nothing', () => {
  const level = identify({ programme: name, issuer: '国家级' }, { ...nothing, said: ministry }, programmes);
  expect(level.issuer).toEqual(ministry);
  const apart = { title: [], sheet: '江苏省企业', file: '工信部名单.xlsx' };
  expect(identify({ programme: name }, apart, programmes).issuer).toEqual({ kind: 'unknown' });
  expect(identify({ programme: name }, { ...apart, sheet: 'Sheet1' }, programmes).issuer).toMatchObject({
    from: 'file',
  });
});

test('a programme that the office names is that of rows that name none', () => {
  const about = { ...nothing, said: ministry, saidProgramme: { id: 'apps', name } };
  expect(identify({}, about, programmes)).toEqual({
    programme: 'apps',
    programmeName: name,
    issuer: ministry,
  });
  expect(identify({ programme: '智能制造示范工厂' }, about, programmes)).not.toHaveProperty('programme');
});

test('offices of several provinces make a list the ministry’s only where its programme is known', () => {
  const across = { ...ministry, from: 'recommenders' } as const;
  expect(identify({ programme: name }, { ...nothing, across }, programmes).issuer).toEqual(across);
  expect(identify({ programme: '某某优秀方案' }, { ...nothing, across }, programmes).issuer).toEqual({
    kind: 'unknown',
  });
});
