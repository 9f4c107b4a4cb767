import type { BanCase } from './ban-case.ts';

const clause = '二（四）末句：已获得工业和信息化部…优秀解决方案的不得重复上报（限制的是解决方案）';
const awarded = { company: '宜昌华兴纺织有限公司', title: '织机断经断纬预测性维护工业APP' };
/** Long enough to be read as a text of its own; invented. */
const told =
  '面向中小纺织企业喷气织机停台频繁、原因难查的问题，采集织机主轴扭矩、经纱张力、探纬信号和车间温湿度，按机台建立断经断纬的风险模型，提前十五分钟提示挡车工处理。' +
  '模型在边缘网关运行，停台原因自动归类到经纱毛羽、综丝磨损、气压波动等九类，并与浆纱工序的回潮率和上浆率关联。' +
  '系统已在两个车间一百二十台织机上连续运行，织机效率提高三个百分点，布面百米疵点下降近两成，挡车工看台数由八台增至十一台，每年节约用工和次布损失约二百六十万元。' +
  '备件库按照综丝和钢筘的剩余寿命自动请购，换件由抢修改为计划内进行。';

function of(
  name: string,
  expected: BanCase['expected'],
  filing: BanCase['filing'],
  more: Partial<BanCase> = {},
  cells: Record<string, string> = {},
): BanCase {
  return {
    name,
    call: 'miit-2021-app-solutions',
    clause,
    expected,
    list: {
      title: '工业和信息化部办公厅关于公布2020年工业互联网APP优秀解决方案名单的通知',
      row: { 发布日期: '2020-12-31', 解决方案名称: awarded.title, 企业名称: awarded.company, ...cells },
    },
    filing,
    ...more,
  };
}

const renamed = { company: '湖北织云智能科技有限公司', title: awarded.title };

/** Whose the solution is, and whether it is the same. */
export const partyCases: readonly BanCase[] = [
  of('同一单位同一名称', 'barred', awarded),
  of('同一单位，名称写法不同', 'barred', { ...awarded, company: '宜昌市华兴纺织有限责任公司' }),
  of('更名单位，关联名单列为曾用名', 'barred', renamed, {
    affiliates: [{ company: renamed.company, affiliate: awarded.company, kind: '曾用名' }],
  }),
  // The same solution under a new name, or two that are called alike: the list does not tell.
  of('更名单位，没有关联名单', 'review', renamed),
  of('子公司，关联名单列为子公司', 'review', renamed, {
    affiliates: [{ company: renamed.company, affiliate: awarded.company, kind: '全资子公司' }],
  }),
  of('分公司以本公司获奖方案申报', 'barred', { ...awarded, company: '宜昌华兴纺织有限公司荆州分公司' }),
  of(
    '外地另一单位，名称是常用词',
    'free',
    { company: '沈阳启明数控有限公司', title: '设备管理平台' },
    {},
    {
      解决方案名称: '设备管理平台',
    },
  ),
  of('外地另一单位，同一名称', 'review', { company: '汕头锦澜织造有限公司', title: awarded.title }),
  of('外地同字号单位，同一名称', 'review', { company: '佛山市华兴纺织有限公司', title: awarded.title }),
  of('同一单位的另一方案', 'free', { company: awarded.company, title: '浆纱回潮率在线检测工业APP' }),
  of(
    '名称不同，正文与获奖简介完全相同',
    'barred',
    { company: awarded.company, title: '喷气织机停台风险预警应用', text: told },
    {},
    { 简介: told },
  ),
  of(
    '名称不同，单位不同，正文与获奖简介完全相同',
    'barred',
    { company: '汕头锦澜织造有限公司', title: '喷气织机停台风险预警应用', text: told },
    {},
    { 简介: told },
  ),
];
