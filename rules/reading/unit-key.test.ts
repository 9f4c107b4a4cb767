import { describe, expect, it, test } from 'vitest';
import { recommendingUnit } from './unit-key.ts';

const key = (written: string) => recommendingUnit(written)?.key;

describe('a recommending unit', () => {
  test.each([
    ['江苏省工业和信息化厅', '江苏省工信厅（盖章）', '江苏省'],
    ['大连市工业和信息化局', '大连市工信局', '大连市'],
    ['苏州市工业和信息化局', '江苏省苏州市工信局'],
    ['新疆生产建设兵团工业和信息化局', '兵团工信局'],
    ['国家电网有限公司', '国网江苏省电力有限公司'],
    ['中国钢铁工业协会', '中国钢铁 工业协会'],
  ])('is one, however it is written: %s', (...names) => {
    expect(new Set(names.map(key)).size).toBe(1);
  });

  it('of each place, enterprise and association is another', () => {
    const names = [
      '江苏省工业和信息化厅',
      '浙江省经济和信息化厅',
      '苏州市工业和信息化局',
      '南京市工业和信息化局',
      '昆山市工业和信息化局',
      '辽宁省工业和信息化厅',
      '大连市工业和信息化局',
      '青岛市工业和信息化局',
      '新疆维吾尔自治区工业和信息化厅',
      '新疆生产建设兵团工业和信息化局',
      '国家电网有限公司',
      '中国石油天然气集团有限公司',
      '中国钢铁工业协会',
      '中国纺织工业联合会',
      '江苏省软件行业协会',
      '江苏省电子行业协会',
    ];
    expect(new Set(names.map(key)).size).toBe(names.length);
  });

  it('has a kind, and its name as written', () => {
    expect(recommendingUnit(' 大连市工信局 ')).toMatchObject({ kind: 'plan-city', name: '大连市工信局' });
    expect(recommendingUnit('昆山市工业和信息化局')?.kind).toBe('city');
    expect(recommendingUnit('兵团工信局')?.kind).toBe('xpcc');
  });

  it('is none where nothing is written', () => {
    expect([recommendingUnit(''), recommendingUnit(' （盖章） ')]).toEqual([undefined, undefined]);
  });
});
