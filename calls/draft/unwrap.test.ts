import { expect, test } from 'vitest';
import { unspacedLine, unwrapped } from './unwrap.ts';

test('lines that were cut at one width are whole again, and others stay', () => {
  const text =
    '各市要认真组织企业开展申报工作，严格把关，择优推荐，于六月三十日前将推荐文件报送我厅，逾期不予受理，请遵照执行并做好宣传';
  const cut = [...text.matchAll(/.{1,12}/gu)].map(([line]) => line);
  const lines = [...cut, '一、条件', ...cut, '二、时间'];
  expect(unwrapped(lines)).toEqual([text, '一、条件', text, '二、时间']);
  const apart = [
    '申报通知',
    '各市：',
    '请报送。',
    '一、条件',
    '企业守信。',
    '二、时间',
    '六月底前。',
    '三、其他',
    '无。',
    '某厅',
  ];
  expect(unwrapped(apart)).toEqual(apart);
});

test('a numbered item begins anew, whatever the line above it ended with', () => {
  const items = Array.from({ length: 10 }, (_, i) => `${i + 1}.申报书一式三份含电子版本`);
  expect(unwrapped(items)).toEqual(items);
  const inside = items.map((item) => item.replace(/^(\d+)\./u, '（$1）'));
  expect(unwrapped(inside)).toEqual(inside);
});

test('letter-spaced print is read as words', () => {
  expect(unspacedLine('企 业 应 在 6 月 3 0 日 前 报 送')).toBe('企业应在6月30日前报送');
  expect(unspacedLine('南京 苏州 无锡 常州 镇江 扬州 泰州 南通')).toBe(
    '南京 苏州 无锡 常州 镇江 扬州 泰州 南通',
  );
});
