import { describe, expect, it } from 'vitest';
import { findRegion, isWithin, regionCode } from './region.ts';
import { planCities } from './region-table.ts';
import { regions } from './regions.ts';

describe('the table', () => {
  it('has 34 provinces, over 330 cities and no name twice in one province', () => {
    expect(regions.filter(({ level }) => level === 'province')).toHaveLength(34);
    expect(regions.filter(({ level }) => level === 'city').length).toBeGreaterThan(325);
    const names = regions.map(({ province, city, name }) => `${province}/${city}/${name}`);
    expect(new Set(names).size).toBe(names.length);
    for (const city of planCities) expect(regions.some(({ name }) => name === city)).toBe(true);
  });

  it('finds every place by its province and full name', () => {
    for (const { province, name, level, city } of regions) {
      const found = findRegion(
        `${province}${city && city !== province ? city : ''}${level === 'county' ? name : ''}`,
      );
      expect(found?.province).toBe(province);
      if (level === 'city') expect(found?.city).toBe(city);
      if (level === 'county') expect(found?.county).toBe(name);
    }
  });
});

describe('codes of GB/T 2260', () => {
  it('belong to one place each and lie in the code of the place above', () => {
    const coded = regions.filter(({ code }) => code !== undefined);
    expect(regions.length - coded.length).toBeLessThanOrEqual(2);
    expect(new Set(coded.map(({ code }) => code)).size).toBe(coded.length);
    for (const { code = '', province, city, level } of coded) {
      expect(code).toMatch(/^[1-8]\d{5}$/u);
      const above = regions.find((entry) => entry.level === 'province' && entry.name === province);
      expect(code.slice(0, 2)).toBe(above?.code?.slice(0, 2));
      const town = regions.find((e) => e.level === 'city' && e.name === city && e.province === province);
      if (level === 'county' && town) expect(code.slice(0, 4)).toBe(town.code?.slice(0, 4));
    }
  });

  it.each([
    ['江苏省', '320000'],
    ['苏州市', '320500'],
    ['江苏省苏州市昆山市前进路1号', '320583'],
    ['北京市', '110000'],
    ['北京市海淀区', '110108'],
    ['重庆市城口县', '500229'],
    ['湖北省仙桃市', '429004'],
    ['香港特别行政区', '810000'],
  ])('%s %s', (text, code) => {
    expect(regionCode(findRegion(text)!)).toBe(code);
  });
});

describe('findRegion', () => {
  it.each([
    ['江苏省苏州市昆山市前进路1号', { province: '江苏省', city: '苏州市', county: '昆山市' }],
    ['南京市鼓楼区北京西路16号苏兴大厦', { province: '江苏省', city: '南京市' }],
    ['南京华兴智能科技有限公司', { province: '江苏省', city: '南京市' }],
    ['华兴智能（江苏）有限公司', { province: '江苏省' }],
    ['昆山华兴精密机械有限公司', { province: '江苏省', city: '苏州市', county: '昆山市' }],
    ['苏州市昆山市玉山镇', { province: '江苏省', city: '苏州市', county: '昆山市' }],
    ['苏州昆山市', { province: '江苏省', city: '苏州市', county: '昆山市' }],
    ['苏州市常州路1号', { province: '江苏省', city: '苏州市' }],
    ['泰兴市', { province: '江苏省', city: '泰州市', county: '泰兴市' }],
    ['沭阳县工信局', { province: '江苏省', city: '宿迁市', county: '沭阳县' }],
    ['北京市朝阳区望京街', { province: '北京市', city: '北京市', county: '朝阳区' }],
    ['上海市浦东新区世纪大道', { province: '上海市', city: '上海市', county: '浦东新区' }],
    ['深圳市南山区', { province: '广东省', city: '深圳市', planCity: true }],
    ['青岛海尔股份有限公司', { province: '山东省', city: '青岛市', planCity: true }],
    ['内蒙古包头市', { province: '内蒙古自治区', city: '包头市' }],
    ['吉林省长春市', { province: '吉林省', city: '长春市' }],
    ['吉林市船营区', { province: '吉林省', city: '吉林市' }],
    ['吉林化工有限公司', { province: '吉林省' }],
    ['海南海口', { province: '海南省', city: '海口市' }],
    ['湖北省仙桃市', { province: '湖北省', county: '仙桃市' }],
    ['广西柳州', { province: '广西壮族自治区', city: '柳州市' }],
    ['延边州', { province: '吉林省', city: '延边朝鲜族自治州' }],
    ['武 汉 市 江岸区南京路', { province: '湖北省', city: '武汉市' }],
    ['中国石油大庆油田有限责任公司', { province: '黑龙江省', city: '大庆市' }],
    ['江苏省', { province: '江苏省' }],
    ['中山市', { province: '广东省', city: '中山市' }],
  ])('%s', (text, region) => {
    expect(findRegion(text)).toEqual(region);
  });

  it.each([
    '',
    '东方电气股份有限公司',
    '北京路12号',
    '中山路',
    '朝阳区',
    '华兴智能科技有限公司',
    '东方市场',
    '白银管理',
  ])('finds nothing in %j', (text) => {
    expect(findRegion(text)).toBeUndefined();
  });
});

describe('isWithin', () => {
  it('is three-valued', () => {
    expect(isWithin('江苏省苏州市', '江苏省')).toBe(true);
    expect(isWithin('昆山市', '苏州')).toBe(true);
    expect(isWithin('苏州市', '昆山市')).toBeUndefined();
    expect(isWithin('江苏省', '武汉市')).toBe(false);
    expect(isWithin('湖北省', '武汉市')).toBeUndefined();
    expect(isWithin('高新区科技路', '江苏')).toBeUndefined();
    expect(isWithin('武汉市', '中国')).toBe(true);
  });
});
