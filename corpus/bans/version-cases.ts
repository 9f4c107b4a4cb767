import type { BanCase } from './ban-case.ts';

const clause = '二（四）末句限制“已获得”的解决方案；新版本是否属同一解决方案，通知没有写明，须人工判断';
const bare = '循环流化床锅炉受热面磨损评估APP';

const of = (
  awarded: string,
  filed: string,
  expected: BanCase['expected'],
  more: Partial<BanCase> = {},
): BanCase => ({
  name: `“${awarded}”获奖，申报“${filed}”`,
  call: 'miit-2021-app-solutions',
  clause,
  expected,
  list: {
    title: '工业和信息化部办公厅关于公布2020年工业互联网APP优秀解决方案名单的通知',
    row: { 发布日期: '2020-12-31', 解决方案名称: awarded, 企业名称: '太原华炉检测技术有限公司' },
  },
  filing: { company: '太原华炉检测技术有限公司', title: filed },
  ...more,
});

/** A title that says it is a new version. */
export const versionCases: readonly BanCase[] = [
  of(`${bare} V2.0`, `${bare} V3.0`, 'review'),
  of(`${bare}V2.0`, `${bare}（V3）`, 'review'),
  of(`${bare}V2.0`, `${bare}V3.0`, 'review'),
  of(bare, `${bare} V2.0`, 'review'),
  of(bare, `${bare}（第二代）`, 'review'),
  of(bare, `第三代${bare}`, 'review'),
  of(bare, `${bare}2.0版`, 'review'),
  of(bare, `${bare}（升级版）`, 'review'),
  of(bare, `${bare}（二期）`, 'review'),
  of(`${bare}（一期）`, `${bare}（二期）`, 'review'),
  of(`${bare}（二期）`, bare, 'review'),
  of(`${bare} V2.0`, `${bare} V2.0`, 'barred'),
  of(`${bare} V2.0`, `${bare} v2`, 'barred'),
  of(`${bare} V2.0`, bare, 'barred'),
  of(bare, `${bare} V1.0`, 'barred'),
  of('面向工业4.0的锻造余热回收调度APP', '面向工业4.0的锻造余热回收调度APP', 'barred'),
  of('5G锻造余热回收升级改造APP', '5G锻造余热回收升级改造APP', 'barred'),
];
