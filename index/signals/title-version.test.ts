import { expect, test } from 'vitest';
import { isOtherVersion, titleVersion } from './title-version.ts';

test.each([
  ['能耗优化APP V3.0', ['3']],
  ['能耗优化APPv2.1', ['2.1']],
  ['能耗优化APPV2', ['2']],
  ['能耗优化系统3.0', ['3']],
  ['能耗优化2.0版', ['2']],
  ['第二代能耗优化', ['2']],
  ['能耗优化（升级版）', ['升级']],
  ['能耗优化V1.0', []],
  // No versions: ages, amounts, bands, sizes and words.
  ['面向工业4.0的能耗优化', []],
  ['年产3.5万吨产线', []],
  ['5G能耗优化', []],
  ['新一代信息技术', []],
  ['转型升级平台', []],
  ['12V电池检测APP', []],
  ['版图设计', []],
])('%s has the versions %j', (title, versions) => {
  expect(titleVersion(title).versions).toEqual(versions);
});

test('parts are told apart from versions, and named in words', () => {
  expect(titleVersion('能耗优化（二期）')).toMatchObject({ parts: ['2期'], words: ['二期'] });
  expect(titleVersion('3号高炉').parts).toEqual(['3号']);
  expect(titleVersion('能耗优化（一期）').parts).toEqual([]);
});

test('a bare title is the version there was, of parts one that only one side names is another', () => {
  expect(isOtherVersion('APP V3.0', 'APP V2.0')).toBe(true);
  expect(isOtherVersion('APP 2.0版', 'APP V2')).toBe(false);
  expect(isOtherVersion('APP', 'APP V2.0')).toBe(false);
  expect(isOtherVersion('APP V2.0', 'APP')).toBe(true);
  expect(isOtherVersion('APP', 'APP二期')).toBe(true);
  expect(isOtherVersion('APP第二期', 'APP2期')).toBe(false);
});
