import { expect, test } from 'vitest';
import { standingOf } from './standing.ts';

test.each([
  ['桂城街道办事处工业发展有限公司', 'person'],
  ['华兴纺织股份有限公司（盖章）', 'person'],
  ['武汉凌策化工有限公司宜昌分公司', 'branch'],
  ['华兴集团驻京办事处', 'branch'],
  ['某钢铁有限公司炼铁厂', 'unit'],
  ['炼铁厂', 'unclear'],
  ['华兴集团有限公司技术中心', 'unit'],
  ['智能制造事业部', 'unit'],
  ['华兴重工集团智能制造事业部', 'unit'],
  ['某建设集团有限公司地铁三号线项目部', 'unit'],
  ['一车间', 'unit'],
  ['华兴大学信息化处', 'unit'],
  ['华兴大学', 'person'],
  ['江苏省机械行业协会', 'person'],
  ['沈阳第一机床厂', 'unclear'],
] as const)('%s: %s', (name, standing) => {
  expect(standingOf(name)).toBe(standing);
});

test('a works with a code of its own is registered; a unit of a company is not by the code of its company', () => {
  expect(standingOf('沈阳第一机床厂', '91320505MA1N2C3D9L')).toBe('person');
  expect(standingOf('沈阳第一机床厂', '91320505MA1N2C3D40')).toBe('unclear');
  expect(standingOf('某钢铁有限公司炼铁厂', '91320505MA1N2C3D9L')).toBe('unit');
});
