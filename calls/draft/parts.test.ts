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

test('a notice that forwards one named in its title ends where that one begins', () => {
  const text = [
    '关于转发省局《关于征集2025年场景的通知》的通知',
    '各部门：',
    '现转发给你们，请于9月12日前报送。',
    '某区数据局',
    '2025年9月2日',
    '省数据局办公室关于征集2025年场景的通知',
    '各市数据局：',
    '请报送。',
  ];
  const pieces = partsOf(text.map((one) => ({ kind: 'para', text: one })));
  expect(pieces.map(({ kind, title, pieces: own }) => [kind, title, own.length])).toEqual([
    ['forwarding', '关于转发省局《关于征集2025年场景的通知》的通知', 5],
    ['notice', '省数据局办公室关于征集2025年场景的通知', 3],
  ]);
  // The same title printed twice is one notice's.
  expect(parts('关于征集场景的通知', '发布日期：2025-09-02', '来源：某局', '关于征集场景的通知')).toEqual([
    '',
  ]);
});
