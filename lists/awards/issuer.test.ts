import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareIssuers, type Issuer, issuerName, readIssuer, unknownIssuer } from './issuer.ts';
import { issuerSaid, sayIssuer } from './taken-for.ts';

const kindOf = (text: string) => {
  const issuer = readIssuer(text, 'title');
  if (!issuer || issuer.kind === 'unknown') return undefined;
  if (issuer.kind === 'ministry') return issuer.department;
  return issuer.kind === 'local' ? (issuer.region?.city ?? issuer.region?.province ?? '地方') : '协会';
};

test.each([
  ['工业和信息化部办公厅关于公布2019年工业互联网APP优秀解决方案名单的通知', 'miit'],
  ['2021年大数据产业发展试点示范项目名单（工信厅信发函〔2021〕232号）', 'miit'],
  ['武汉市经济和信息化局转发工业和信息化部关于公布优秀解决方案名单的通知', 'miit'],
  ['江苏省入选工信部工业互联网试点示范项目名单', 'miit'],
  ['广东省推荐申报工信部优秀解决方案名单', '广东省'],
  ['我省拟推荐工业和信息化部试点示范项目', '地方'],
  ['江苏省工业和信息化厅关于公布标杆工厂名单的通知', '江苏省'],
  ['2020年青岛市工业互联网应用解决方案', '青岛市'],
  ['2024年武汉标杆智能工厂专家评审结果', '武汉市'],
  ['上海市经信委优秀案例', '上海市'],
  ['内蒙古自治区示范项目', '内蒙古自治区'],
  ['昆山市智能工厂', '苏州市'],
  ['工业APP优秀解决方案（省级）', '地方'],
  ['省工信厅公布的名单', '地方'],
  ['苏州市工业和信息化部门推荐的企业', '苏州市'],
  ['国家发展改革委示范项目', 'other'],
  ['国家级绿色工厂', 'untold'],
  ['中国软件行业协会优秀软件产品', '协会'],
  ['广东省工业互联网产业联盟优秀案例', '协会'],
  // Nothing of these tells whose list it is.
  ['2020年工业互联网APP优秀解决方案名单', undefined],
  ['江苏入选工业互联网APP优秀解决方案名单', undefined],
  ['山东省工业和信息化厅公布获评国家工业互联网APP优秀解决方案企业', undefined],
  ['优秀解决方案名单（江苏省）', undefined],
  ['工业和信息化部指导、某某产业联盟主办的优秀案例', undefined],
  ['市场开拓奖', undefined],
  ['工业互联网平台创新领航应用案例', undefined],
])('%s → %s', (text, expected) => {
  expect(kindOf(text)).toBe(expected);
});

test('an office names an issuer in its own words', () => {
  expect(issuerSaid('工业和信息化部')).toMatchObject({ kind: 'ministry', department: 'miit', from: 'said' });
  expect(issuerSaid('ministry')).toMatchObject({ department: 'miit' });
  expect(issuerSaid('广东省')).toMatchObject({ kind: 'local', region: { province: '广东省' } });
  expect(issuerSaid('省级')).toMatchObject({ kind: 'local', words: '省级' });
  expect(issuerSaid('中国软件行业协会')).toMatchObject({ kind: 'association' });
  expect(issuerSaid('某某')).toBeUndefined();
  expect(sayIssuer(issuerSaid('广东省') ?? unknownIssuer).zh).toBe('地方（广东省）（导入时说明：“广东省”）');
});

const from = { words: '…', from: 'title' } as const;
const issuers: readonly Issuer[] = [
  unknownIssuer,
  { kind: 'ministry', department: 'miit', ...from },
  { kind: 'ministry', department: 'other', ...from },
  { kind: 'ministry', department: 'untold', ...from },
  { kind: 'local', region: { province: '广东省' }, ...from },
  { kind: 'local', region: { province: '广东省', city: '深圳市' }, ...from },
  { kind: 'local', ...from },
  { kind: 'association', ...from },
];

test('property: issuers compare alike from both sides, and one that is not known is never the same', () => {
  const any = fc.constantFrom(...issuers);
  fc.assert(
    fc.property(any, any, (a, b) => {
      expect(compareIssuers(a, b)).toBe(compareIssuers(b, a));
      if (a.kind === 'unknown') expect(compareIssuers(a, b)).toBe('open');
    }),
  );
  expect(compareIssuers(issuers[4] ?? unknownIssuer, issuers[5] ?? unknownIssuer)).toBe('other');
  expect(new Set(issuers.map((one) => issuerName(one).zh)).size).toBe(issuers.length);
});
