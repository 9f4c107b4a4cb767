import { expect, test } from 'vitest';
import { partsOf } from './parts.ts';

const parts = (...lines: string[]) =>
  partsOf(lines.map((text) => ({ kind: 'para', text }))).map(({ name }) => name);

test('the last of a list of papers is no annex', () => {
  const before = ['关于征集案例的通知', '2022年3月2日', '附件1', '某某申报书', '材料清单：'];
  expect(parts(...before, '附件 1：设备清单', '附件 2：财务材料', '说明：双面打印')).toEqual(['', '附件1']);
});

test('an annex may have its title beside its number', () => {
  expect(parts('关于征集案例的通知', '2022年3月2日', '附件2：申报指南', '一、条件')).toEqual(['', '附件2']);
});
