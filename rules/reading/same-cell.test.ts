import { describe, expect, it, test } from 'vitest';
import { type FieldDraft, scopeOf } from '../testing.ts';
import { sameCell } from './same-cell.ts';

const fields = [
  { key: 'person', type: 'person' },
  { key: 'phone', type: 'phone' },
  { key: 'email', type: 'email' },
  { key: 'region', type: 'region' },
  { key: 'industry', type: 'industry' },
  { key: 'about', type: 'long-text' },
  { key: 'title', type: 'text', role: 'title' },
  { key: 'address', type: 'text', role: 'address' },
  { key: 'unit', type: 'text', role: 'recommending-unit' },
  { key: 'plain', type: 'text' },
  { key: 'assets', type: 'amount', unit: '万元' },
  {
    key: 'modes',
    type: 'ticks',
    options: [
      { text: '平台化设计', aliases: ['设计'] },
      { text: '数字化管理' },
      { text: '智能化管理' },
      { text: '跨行业' },
      { text: '非跨行业' },
      { text: 'APP' },
    ],
  },
];
function same(key: string, draft: FieldDraft | FieldDraft['value'], cell: string, scanned = false) {
  const value = typeof draft === 'object' && draft !== null && 'raw' in draft ? draft : { value: draft };
  const scope = scopeOf({ fields: { [key]: value as FieldDraft } }, { fields });
  const [asked, field] = [
    scope.pack.form.fields.find((one) => one.key === key),
    scope.filing.fields.get(key),
  ];
  if (!asked || !field) throw new Error(key);
  return sameCell(asked, field, cell, scanned);
}

describe('a cell says what the field says', () => {
  test.each<[string, string, string, boolean | undefined]>([
    ['person', '张三', '张 三', true],
    ['person', '张三', '张三（主任）', true],
    ['person', '张三', '张', false],
    ['person', '张三', '李四', false],
    ['phone', '025-84000001', '84000001', true],
    ['phone', '13800000001', '0000001', true],
    ['phone', '13800000001', '000001', false],
    ['email', 'zhang@huaxing.com', 'zhang@huaxing.com（工作）', true],
    ['email', 'zhang@huaxing.com', 'z@h.cn', false],
    ['region', '江苏省苏州市', '苏州', true],
    ['region', '江苏省苏州市', '江苏', true],
    ['region', '江苏省', '苏州市昆山市', true],
    ['region', '江苏省苏州市', '江苏省南京市', false],
    ['region', '江苏省苏州市', '浙江省', false],
    ['region', '江苏省苏州市', '高新开发区', false],
    ['region', '高新开发区', '江苏省苏州市', false],
    ['industry', '通用设备制造业', 'C34通用设备制造业', true],
    ['about', '本项目面向窑炉', '面向锅炉的项目', undefined],
    ['title', '窑炉能效优化平台', '能效优化平台', undefined],
    ['title', '窑炉能效优化平台', '锅炉改造', false],
    ['address', '苏州市工业园区星湖街1号', '星湖街1号', undefined],
    ['address', '苏州市工业园区星湖街1号', '人民路2号', false],
    ['unit', '江苏省工业和信息化厅', '江苏省工信厅（盖章）', true],
    ['unit', '江苏省工业和信息化厅', '工业和信息化厅', undefined],
    ['unit', '江苏省工业和信息化厅', '浙江省经济和信息化厅', false],
    ['plain', '甲方案', '甲方案二期', false],
    ['plain', '江苏省工业和信息化厅', '江苏省工信厅', false],
  ])('%s %s, %s: %s', (key, value, cell, expected) => {
    expect(same(key, value, cell)).toBe(expected);
  });

  it('by the amount, whatever its unit; a word for a number is open', () => {
    expect(same('assets', 12000, '1.2亿元')).toBe(true);
    expect(same('assets', 12000, '12001')).toBe(false);
    expect(same('assets', 12000, '见附件')).toBeUndefined();
  });

  it('but for one character, on a scan, is open', () => {
    expect(same('plain', '华兴智能工厂', '华兴智能工广', true)).toBeUndefined();
    expect(same('plain', '华兴智能工厂', '华兴智能工广')).toBe(false);
  });
});

describe('a cell that names options', () => {
  test.each<[readonly string[] | string, string, boolean | undefined]>([
    [['平台化设计'], '平台化设计', true],
    ['平台化设计', '平台化设计', true],
    [['平台化设计'], '（一）设计类', true],
    [['平台化设计', '数字化管理'], '数字化管理；平台化设计', true],
    [['平台化设计', '数字化管理'], '平台化设计', false],
    [['平台化设计'], '平台化设计、数字化管理', false],
    [['平台化设计', '数字化管理'], '平台化设计、智能化管理', false],
    [['APP'], '工业app', true],
  ])('%j, %s: %s', (ticked, cell, expected) => {
    expect(same('modes', [...(typeof ticked === 'string' ? [ticked] : ticked)], cell)).toBe(expected);
    if (typeof ticked === 'string') expect(same('modes', ticked, cell)).toBe(expected);
  });

  it('names the longer of two options of which one holds the other', () => {
    expect(same('modes', ['非跨行业'], '非跨行业')).toBe(true);
    expect(same('modes', ['跨行业'], '非跨行业')).toBe(false);
    expect(same('modes', ['跨行业'], '跨行业')).toBe(true);
  });

  it('by a part is told where one option only holds that part', () => {
    expect(same('modes', ['数字化管理'], '数字化')).toBe(true);
    expect(same('modes', ['平台化设计'], '数字')).toBe(false);
    expect(same('modes', ['数字化管理'], '管理')).toBeUndefined();
    expect(same('modes', ['数字化管理'], '数')).toBeUndefined();
    expect(same('modes', ['数字化管理'], '其他')).toBeUndefined();
  });
});
