import { expect, test } from 'vitest';
import { filingOf, packOf } from '../../rules/testing.ts';
import { nameDisagrees } from './name-disagrees.ts';

const pack = packOf({
  call: { programme: { id: 'pilots', names: ['工业互联网试点示范项目'] } },
  fields: [
    { key: 'company', type: 'text', role: 'applicant' },
    { key: 'code', type: 'credit-code', role: 'credit-code' },
    { key: 'name', type: 'text', role: 'title' },
  ],
});
const values = {
  company: '江苏华兴科技有限公司',
  code: '9144030071526726XG',
  name: '面向纺织行业的窑炉能效优化平台',
};

function named(file: string, around?: string, fields: Record<string, unknown> = {}) {
  const filing = filingOf({ file, fields: { ...values, ...fields } as never });
  return nameDisagrees(filing, pack, around).map((problem) => problem.values?.named);
}

test.each([
  ['批次/003.pdf'],
  ['批次/江苏华兴科技有限公司-申报书.pdf'],
  ['批次/003华兴科技申报书（盖章）.pdf'],
  ['批次/华兴公司 窑炉能效优化平台.pdf'],
  ['批次/9144030071526726XG.pdf'],
  ['批次/关于报送江苏华兴科技有限公司的申报书.pdf'],
  ['批次/2022年工业互联网试点示范项目.pdf'],
])('%s agrees', (file) => {
  expect(named(file)).toEqual([]);
});

test.each([
  ['批次/苏州恒驰有限公司-申报书.pdf', '苏州恒驰有限公司'],
  ['批次/91320594MA1MXXXX0A-91110108551385082Q.pdf', '91110108551385082Q'],
  ['批次/化工园区安全生产预警系统.pdf', '化工园区安全生产预警系统'],
])('%s says otherwise', (file, other) => {
  expect(named(file)).toEqual([other]);
});

test('the folder counts as the name does; what was read with doubt does not', () => {
  expect(named('批次/甲/申报书.pdf', '苏州恒驰有限公司')).toEqual(['苏州恒驰有限公司']);
  const company = { value: '江苏华兴科技有限公司', confidence: 0.4 };
  expect(named('苏州恒驰有限公司.pdf', undefined, { company })).toEqual([]);
});
