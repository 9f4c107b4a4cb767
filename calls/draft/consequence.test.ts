import { expect, test } from 'vitest';
import { consequenceOf, ofDeadline } from './consequence.ts';

test.each([
  ['所推荐的工业互联网平台数量一般不超过 2 个。', 'remark'],
  ['原则上每单位申报一项。', 'remark'],
  ['各省推荐的应用案例不超过10个。', 'mend'],
  ['须提供专项审计报告、发票。', 'mend'],
  ['应符合一般纳税人条件。', 'mend'],
])('%s → %s', (clause, consequence) => {
  expect(consequenceOf(clause)).toBe(consequence);
});

test('a date after the deadline bars only where the clause refuses what comes late', () => {
  expect(ofDeadline('请于2022年3月25日前报送，逾期将不予受理。')).toEqual({ consequence: 'bars' });
  expect(ofDeadline('请于2022年5月20日前报送。')).toMatchObject({ consequence: 'mend', because: {} });
});
