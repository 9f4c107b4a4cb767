import { expect, test } from 'vitest';
import {
  type FieldResult,
  fieldNotes,
  fieldText,
  showLabel,
  showPhrases,
  showPlaces,
  showValue,
} from './show.ts';
import { screening } from './testing.ts';
import { toResults } from './whole-results.ts';

test.each<[FieldResult['value'], string]>([
  [null, ''],
  ['追溯', '追溯'],
  [0, '0'],
  [1234567.5, '1,234,567.5'],
  [0.12345678, '0.1235'],
  [['防火墙', '入侵检测'], '防火墙；入侵检测'],
  [[], ''],
  [[{ 级别: '省级', 时间: null, 数: 3 }, { 级别: '市级' }], '省级 / — / 3；市级'],
  [{ 2019: 1, 2020: null, 2021: '约3' }, '2019: 1；2020: —；2021: 约3'],
])('%j is shown as %j', (value, shown) => {
  expect(showValue(value)).toBe(shown);
});

test('places are named once, in the language, and not without end', () => {
  const box = [0, 0, 1, 1] as const;
  const pages = (count: number) => Array.from({ length: count }, (_, i) => ({ page: i + 1, box }));
  expect(showPlaces([...pages(2), ...pages(2)], 'zh')).toBe('第1页、第2页');
  expect(showPlaces(pages(2), 'en')).toBe('page 1, page 2');
  expect(showPlaces(pages(7), 'en')).toBe('page 1, page 2, page 3, page 4, page 5, page 6 …');
  expect(showPlaces([{ part: 'word/document.xml', path: 'tbl[1]/tr[2]/tc[3]/p[1]' }], 'zh')).toBe(
    '表1 行2 格3 段1',
  );
  expect(showPlaces([], 'zh')).toBe('');
});

test('a field that the call or the filing has not is empty text', () => {
  const [read, unread] = toResults(screening, 'zh').filings;
  expect(fieldText(read!, 'company')).toBe('<b>恒驰</b>');
  expect(fieldText(read!, undefined)).toBe('');
  expect(fieldText(unread!, 'company')).toBe('');
});

test('what a person must know of a field is said in both languages', () => {
  const field = {
    label: '代码',
    value: 'a',
    raw: 'a',
    state: 'filled' as const,
    confidence: 0.5,
    where: [],
  };
  expect(fieldNotes(field, 'zh')).toEqual([]);
  const noted = {
    ...field,
    readBy: 'model' as const,
    repaired: { from: '9I' },
    conflicts: [{ value: 12, where: [] }],
  };
  expect(fieldNotes(noted, 'zh')).toEqual([
    '由语言模型指出位置，请核对',
    '识别为“9I”，已按校验规则改正',
    '另一处写作：12',
  ]);
  expect(fieldNotes(noted, 'en').join()).not.toMatch(/\p{Script=Han}{3}/u);
});

test('a text of two labels is shown with the share of each and the phrases for each', () => {
  const definition = { ref: '一', text: '' };
  const candidate = (label: string, ...phrases: string[]) => ({
    label,
    score: 0.5,
    evidence: phrases.map((text) => ({ text, where: [] })),
    definition,
  });
  const candidates = [
    candidate('甲类', '铸造', '熔炼'),
    candidate('乙类', '租赁'),
    candidate('丙类', '其他'),
  ];
  const second = { label: '乙类', share: 0.38 };
  expect(showLabel({ label: '甲类', second }, 'zh')).toBe('甲类 62%、乙类 38%');
  expect(showLabel({ label: '甲类' }, 'en')).toBe('甲类');
  expect(showLabel({ label: null }, 'zh')).toBe('');
  expect(showPhrases({ label: '甲类', second, candidates })).toEqual(['甲类：铸造、熔炼', '乙类：租赁']);
  expect(showPhrases({ label: null, candidates })).toEqual([]);
});
