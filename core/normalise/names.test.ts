import { describe, expect, it } from 'vitest';
import { centralEnterprises } from './central-enterprises.ts';
import { centralOwner, readUnit } from './unit-kind.ts';

describe('readUnit', () => {
  it.each([
    ['江苏省工业和信息化厅', 'province'],
    ['江苏省工信厅（盖章）', 'province'],
    ['北京市经济和信息化局', 'province'],
    ['上海市经济和信息化委员会', 'province'],
    ['广西壮族自治区工业和信息化厅', 'province'],
    ['江苏省', 'province'],
    ['江苏', 'province'],
    ['内蒙古自治区', 'province'],
    ['河北省通信管理局', 'province'],
    ['深圳市工业和信息化局', 'plan-city'],
    ['宁波市经济和信息化局', 'plan-city'],
    ['大连市', 'plan-city'],
    ['苏州市工业和信息化局', 'city'],
    ['昆山市工信局', 'city'],
    ['武汉市经信局', 'city'],
    ['上海市浦东新区科技和经济委员会', 'city'],
    ['新疆生产建设兵团工业和信息化局', 'xpcc'],
    ['新疆维吾尔自治区工业和信息化厅', 'province'],
    ['中国航天科工集团有限公司', 'central-enterprise'],
    ['国家电网有限公司', 'central-enterprise'],
    ['中国移动通信集团有限公司', 'central-enterprise'],
    ['中国石油化工集团公司', 'central-enterprise'],
    ['东风汽车集团有限公司', 'central-enterprise'],
    ['中国电科', 'central-enterprise'],
    ['国网江苏省电力有限公司', 'central-enterprise'],
    ['中国钢铁工业协会', 'association'],
    ['中国机械工业联合会', 'association'],
    ['江苏省软件行业协会', 'other'],
    ['华兴智能科技有限公司', 'other'],
  ])('%s', (name, kind) => {
    expect(readUnit(name)?.kind).toBe(kind);
  });

  it('reads nothing from nothing', () => {
    expect(readUnit('  ')).toBeUndefined();
  });

  it('knows every central enterprise by its list name', () => {
    expect(centralEnterprises.length).toBeGreaterThan(95);
    for (const { name } of centralEnterprises) expect(centralOwner(`${name}有限公司`)).toBeDefined();
  });

  it('takes no private company for a central one', () => {
    for (const name of [
      '东方电子有限公司',
      '中科创达软件股份有限公司',
      '南网络科技有限公司',
      '国网红食品有限公司',
    ]) {
      expect([name, centralOwner(name)]).toEqual([name, undefined]);
    }
  });
});
