import { expect, test } from 'vitest';
import { TitleScale, titleTerms } from './title.ts';

const scale = new TitleScale();
const alike = (a: string, b: string) => scale.compare(titleTerms(a), titleTerms(b));

test('words that every title has do not make two titles alike', () => {
  expect(
    alike('基于工业互联网平台的铸件缺陷检测解决方案', '基于工业互联网平台的乳品冷链管控解决方案').value,
  ).toBeLessThan(0.2);
  expect(alike('转向架轮对磨耗预测APP', '基于5G的转向架轮对磨耗预测解决方案').value).toBeGreaterThan(0.9);
});

test('the same in other words of the trade', () => {
  expect(alike('回转窑能耗优化APP', '面向水泥行业的回转窑节能降耗平台').value).toBeGreaterThan(0.8);
  expect(alike('均质机预测性维护APP', '均质机能耗优化APP').value).toBeLessThan(0.75);
});

test('the second stage is not the first', () => {
  expect(alike('回转窑能耗优化项目（一期）', '回转窑能耗优化项目（二期）').value).toBeLessThan(0.8);
});

test('equal titles are 1, and a title of everyday words says little', () => {
  expect(alike('智慧工厂管理平台', '智慧工厂管理平台')).toMatchObject({ value: 1 });
  expect(alike('智慧工厂管理平台', '智慧工厂管理平台').specificity).toBeLessThan(0.3);
  expect(alike('', '').value).toBe(0);
});
