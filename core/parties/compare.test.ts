import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCompany } from './company-name.ts';
import { compareParties } from './compare.ts';

const relation = (a: string, b: string) => compareParties({ company: a }, { company: b }).relation;

test('brackets, width, legal form and region do not make another company', () => {
  expect(relation('云帆（苏州）智能科技有限公司', '云帆(苏州)智能科技有限公司 ')).toBe('same');
  expect(relation('云帆智造（苏州）有限责任公司', '苏州云帆智造有限公司')).toBe('same');
  expect(relation('江苏云帆智造股份有限公司', '云帆智造有限公司')).toBe('likely');
  expect(relation('ＡＢＣ软件有限公司', 'abc软件有限公司')).toBe('same');
  expect(relation('海砺数控科技有限公司', '北京大学')).toBe('different');
});

test('branches, other regions and subsidiaries are affiliated, not the same', () => {
  expect(relation('海砺数控科技有限公司杭州分公司', '海砺数控科技有限公司')).toBe('affiliated');
  expect(relation('北京海砺数控科技有限公司', '上海海砺数控科技有限公司')).toBe('affiliated');
  expect(relation('海砺数控集团有限公司', '海砺数控信息技术有限公司')).toBe('affiliated');
});

test('a trade and a town in common are not a company in common', () => {
  expect(relation('武汉钢铁有限公司', '鞍山钢铁有限公司')).toBe('different');
  expect(relation('中国电子科技集团有限公司', '北京电子科技有限公司')).toBe('different');
  expect(relation('洛阳岳帆铸造有限公司', '洛阳澜序铸造有限公司')).toBe('different');
});

test('brands that differ by one character are not taken for one company', () => {
  expect(relation('沈阳祺霖轨道交通股份有限公司', '沈阳祺启轨道交通股份有限公司')).toBe('affiliated');
});

test('a slip of the pen is likely the same; credit codes settle it', () => {
  expect(relation('江苏海砺数控科枝有限公司', '江苏海砺数控科技有限公司')).toBe('likely');
  const code = '91320000MA1ABCDE1X';
  const a = { company: '旧名科技有限公司', creditCode: code };
  expect(compareParties(a, { company: '新名智造有限公司', creditCode: code.toLowerCase() }).relation).toBe(
    'same',
  );
  expect(compareParties(a, { company: '旧名科技有限公司', creditCode: '91320000MA1ABCDE2X' }).relation).toBe(
    'likely',
  );
});

test('one member of a consortium is enough', () => {
  expect(relation('海砺数控科技有限公司、某某大学', '海砺数控科技有限公司')).toBe('same');
});

test('property: symmetric, and any name is itself', () => {
  const name = fc.stringMatching(/^[\u4e00-\u9fff（）()A-Za-z]{2,20}(?:有限公司)?$/);
  fc.assert(
    fc.property(name, name, (a, b) => {
      expect(compareParties({ company: a }, { company: b })).toEqual(
        compareParties({ company: b }, { company: a }),
      );
      if (parseCompany(a).core) expect(relation(a, a)).toBe('same');
    }),
  );
});
