import type { AwardListText, BanCase } from './ban-case.ts';

const apps = 'miit-2021-app-solutions';
const pilots = 'miit-2022-pilots';
const clause = '二（四）末句：已获得“工业和信息化部工业互联网APP优秀解决方案”的不得重复上报';
const ofPilots = '主通知 二（三）示范期：已列入前期（工业互联网）试点示范且仍在示范期的项目不可重复申报';
const same = { company: '无锡泰铭工具股份有限公司', title: '刀具刃口钝化与涂层参数推荐APP' };
const cells = { 发布日期: '2020-12-28', 项目名称: same.title, 企业名称: same.company };

function of(
  name: string,
  expected: BanCase['expected'],
  list: Partial<AwardListText> & { cells?: Record<string, string> },
  more: Partial<BanCase> = {},
): BanCase {
  const { cells: own = {}, ...rest } = list;
  return {
    name,
    call: apps,
    clause,
    expected,
    list: { ...rest, row: { ...cells, ...own } },
    filing: same,
    ...more,
  };
}

const named = (programme: string) => ({ cells: { '项目/计划': programme } });
const title = '2020年工业互联网APP优秀解决方案名单';
const pilot = (name: string, expected: BanCase['expected'], list: Parameters<typeof of>[2]) =>
  of(`试点：${name}`, expected, list, { call: pilots, clause: ofPilots, asOf: '2022-10-20' });

const recommended = (unit: string, company: string) => ({
  ...cells,
  项目名称: `${company}的另一方案`,
  企业名称: company,
  推荐单位: unit,
});

/** Whose list it is, and of which programme. */
export const listCases: readonly BanCase[] = [
  of('通知标题写明工业和信息化部', 'barred', { title: `工业和信息化部办公厅关于公布${title}的通知` }),
  of('文件名写明工信部', 'barred', { file: `工信部${title}.csv` }),
  of('公布单位一列写明', 'barred', { title, cells: { 公布单位: '工业和信息化部' } }),
  of('部文号', 'barred', { title: `${title}（工信厅信发函〔2020〕310号）` }),
  of('导入时说明为部公布', 'barred', { title, said: '工业和信息化部' }),
  of('推荐单位为多省主管部门', 'barred', {
    title,
    cells: { 推荐单位: '江苏省工业和信息化厅' },
    others: [
      recommended('辽宁省工业和信息化厅', '沈阳祺捷电气有限公司'),
      recommended('湖北省经济和信息化厅', '襄阳璟桓水泥有限公司'),
    ],
  }),
  of('没有写明由谁公布', 'review', { title }),
  of('没有写明计划和公布单位', 'review', {}),
  of('国家级，部门不明', 'review', { title, cells: { 级别: '国家级' } }),
  of('级别一列写省级', 'free', { title, cells: { 级别: '省级' } }),
  of('导入时说明为省公布', 'free', { title, said: '广东省' }),
  of('说明为部公布，行内写明省级', 'free', {
    said: '工业和信息化部',
    ...named('工业APP优秀解决方案（省级）'),
  }),
  of('广东省工业APP优秀解决方案', 'free', named('广东省工业APP优秀解决方案')),
  of('浙江省工业互联网APP优秀解决方案', 'free', named('浙江省工业互联网APP优秀解决方案')),
  of('工业APP优秀解决方案（省级）', 'free', named('工业APP优秀解决方案（省级）')),
  of('江苏省…名单', 'free', named('江苏省工业互联网APP优秀解决方案名单')),
  of('2020年青岛市工业互联网应用解决方案', 'free', named('2020年青岛市工业互联网应用解决方案')),
  of('中国工业互联网大赛优秀解决方案', 'free', named('中国工业互联网大赛优秀解决方案')),
  of('中国软件行业协会优秀软件产品', 'free', named('中国软件行业协会优秀软件产品')),
  of('本地推荐上报的名单', 'free', { title: '广东省推荐申报工信部工业互联网APP优秀解决方案名单' }),
  of('另一计划：应用案例', 'free', named('工业互联网平台创新领航应用案例')),
  of('另一计划：试点示范，部公布', 'free', {
    title: '工业和信息化部关于公布2020年工业互联网试点示范项目名单的通知',
  }),
  of('名称相近的计划', 'review', { title: '工业和信息化部APP优秀方案名单' }),
  of('名称包含本计划的另一名单', 'review', { title: '工业和信息化部工业互联网APP优秀解决方案培育库名单' }),
  pilot('部公布的试点示范', 'barred', {
    title: '工业和信息化部办公厅关于公布2020年工业互联网试点示范项目名单的通知',
  }),
  pilot('没有写明由谁公布', 'review', { title: '2020年工业互联网试点示范项目名单' }),
  pilot('江苏省工业互联网试点示范', 'free', { title: '江苏省2020年工业互联网试点示范项目名单' }),
  pilot('另一计划：智能制造试点示范', 'free', { title: '工业和信息化部2020年智能制造试点示范行动名单' }),
  pilot('另一计划：APP优秀解决方案', 'free', { title: `工业和信息化部办公厅关于公布${title}的通知` }),
  ...['jiangsu-2022-benchmark-factory', 'miit-2022-application-cases', 'miit-2022-cross-platform'].map(
    (call): BanCase =>
      of(
        `${call}：通知没有限制重复申报`,
        'free',
        { title: `工业和信息化部办公厅关于公布${title}的通知` },
        { call, clause: '全文没有限制重复申报的条款' },
      ),
  ),
  of(
    'jiangsu-2022-benchmark-factory：曾认定的标杆工厂',
    'free',
    { title: '江苏省2021年工业互联网标杆工厂名单' },
    { call: 'jiangsu-2022-benchmark-factory', clause: '一：九项条件均未禁止已认定的再次申报' },
  ),
  of(
    'miit-2022-application-cases：曾入选的案例',
    'free',
    { title: '工业和信息化部办公厅关于公布2021年工业互联网平台创新领航应用案例名单的通知' },
    { call: 'miit-2022-application-cases', clause: '现存文本没有限制重复申报的条款' },
  ),
];
