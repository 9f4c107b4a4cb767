import { expect, test } from 'vitest';
import { affirms, isModal, statesFact } from './affirmed.ts';

test.each([
  ['公司已接入标识解析体系', true],
  ['中心设有固定场地', true],
  ['四个模块跑在平台上', true],
  ['等级保护:三级', true],
  ['专职人员27人', true],
  ['每季度组织一次演练', true],
  // Names, definitions and what ought to be tell nothing of the applicant.
  ['关于标识解析的认识', false],
  ['标准是行业的共同语言', false],
  ['企业应当接入标识解析体系', false],
  ['该模式具有较高的推广价值', false],
])('%s tells a fact: %s', (clause, so) => {
  expect(affirms(clause, '')).toBe(so);
});

test('what only describes a noun is no fact', () => {
  expect(affirms('公司已具备接入体系的条件', '的条件')).toBe(false);
});

test('an ought with a fact beside it is told as a fact', () => {
  expect(isModal('应按要求接入')).toBe(true);
  expect(isModal('应接尽接，已接入397台')).toBe(false);
  expect(statesFact('2021年取得证书')).toBe(true);
  expect(statesFact('工作需要推进')).toBe(false);
});
