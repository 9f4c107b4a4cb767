import type { Company } from './company.ts';
import type { Random } from './random.ts';
import { solutionSentence, themes } from './solution-texts.ts';

/** Text for the narrative chapters, in the manner of real filings, put together anew for each filing. */

type Frame = (c: Context) => string;

interface Context {
  readonly company: Company;
  readonly product: string;
  readonly machine: string;
  readonly n: (low: number, high: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
}

const profile: readonly Frame[] = [
  ({ company, product, n }) =>
    `${company.name}成立于${n(1996, 2014)}年，主要从事${product}的研发、制造与销售，现有员工${n(300, 4200)}人，其中技术人员占${n(12, 35)}%。`,
  ({ company, n }) =>
    `公司在${company.city}拥有${n(2, 6)}个生产基地，占地${n(90, 600)}亩，产品销往${n(12, 60)}个国家和地区。`,
  ({ n, pick }) =>
    `近三年公司研发投入占营业收入的比例保持在${n(3, 8)}%以上，建有${pick(['省级企业技术中心', '院士工作站', '博士后科研工作站', '省级工程研究中心'])}。`,
  ({ company, n }) =>
    `在${company.trade.name}行业细分领域，公司市场占有率位居国内前${n(3, 10)}位，累计服务客户${n(120, 2400)}家。`,
  ({ pick, n }) =>
    `公司实行${pick(['事业部制', '矩阵式', '集团管控'])}的组织结构，信息化部门${n(12, 86)}人，负责平台规划、建设与运营。`,
];

const need: readonly Frame[] = [
  ({ company, machine, n }) =>
    `建设之前，${company.trade.name}车间的${machine}大多单机运行，${n(40, 75)}%的生产数据靠人工抄录，班组长每天花近${n(1, 3)}小时汇总报表。`,
  ({ product, n }) =>
    `${product}的订单批量越来越小，换型频次由每周${n(2, 5)}次增加到${n(9, 21)}次，原有的排程方式已难以应付。`,
  ({ pick }) =>
    `${pick(['质量记录散落在十几张纸质表单里', '设备停机原因长期说不清楚', '库存账实差异每月都要人工核对'])}，问题往往在客户投诉之后才被发现。`,
  ({ pick }) =>
    `各系统由不同供应商在不同年份建设，${pick(['编码口径不一', '接口协议各异', '主数据没有统一归口'])}，跨部门取数要等上好几天。`,
];

const build: readonly Frame[] = [
  ({ machine, n, pick }) =>
    `项目为${n(60, 900)}台${machine}加装${pick(['振动与温度传感器', '边缘采集网关', '能耗计量模块'])}，按${n(1, 10)}秒的周期把运行数据送到厂内平台。`,
  ({ pick, n }) =>
    `平台采用${pick(['容器化微服务架构', '边云协同架构', '云原生架构'])}部署，沉淀了${n(40, 320)}个机理模型和${n(20, 180)}个业务组件，供各车间按需调用。`,
  ({ product, pick }) =>
    `围绕${product}的关键工序，团队把老师傅的经验整理成${pick(['参数推荐模型', '异常判定规则', '工艺知识图谱'])}，新员工三周即可独立上岗。`,
  ({ pick, n }) =>
    `项目打通了${pick(['设计、工艺与制造', '销售、计划与仓储', '采购、质检与财务'])}之间的${n(18, 76)}个接口，单据流转由两天缩短到${n(1, 4)}小时。`,
  ({ n, pick }) =>
    `现场部署${n(12, 160)}套${pick(['工业防火墙与主机防护软件', '流量审计探针', '日志审计终端'])}，生产网与办公网分区隔离，每季度开展一次应急演练。`,
  ({ machine, n }) => `${machine}的备件计划由系统根据运行小时数自动生成，库存资金占用下降${n(8, 31)}%。`,
];

const team: readonly Frame[] = [
  ({ company, n }) =>
    `项目由${company.legalPerson}牵头，${company.contact}负责日常协调，实施团队${n(18, 65)}人，分为数据、网络、应用和安全四个小组。`,
  ({ n, pick }) =>
    `${pick(['数据小组', '应用小组', '网络小组'])}每两周向项目办公室汇报一次进度，累计解决现场问题${n(80, 460)}项。`,
  ({ pick, n }) =>
    `公司与${pick(['本地高校', '行业研究院', '电信运营商'])}签订合作协议，派驻工程师${n(3, 16)}名参与联调。`,
];

const effect: readonly Frame[] = [
  ({ n }) =>
    `项目投运以来，人均产值提高${n(12, 38)}%，产品一次交验合格率由${n(91, 95)}.${n(1, 9)}%提升到${n(97, 99)}.${n(1, 9)}%。`,
  ({ n, machine }) =>
    `${machine}综合效率提高${n(6, 19)}个百分点，非计划停机时间减少${n(22, 58)}%，每年节约维修费用${n(120, 980)}万元。`,
  ({ n }) =>
    `单位产品能耗下降${n(6, 18)}%，折合每年少用标准煤${n(300, 5200)}吨，减少碳排放${n(900, 13000)}吨。`,
  ({ n, product }) =>
    `${product}的交付周期由${n(28, 60)}天缩短到${n(12, 25)}天，准时交付率达到${n(94, 99)}%。`,
];

const outlook: readonly Frame[] = [
  ({ company, n }) =>
    `方案已在集团内${n(2, 8)}家工厂复制，并为${company.trade.name}行业${n(5, 40)}家上下游企业提供服务，三个月左右可以完成一家企业的部署。`,
  ({ pick, n }) =>
    `下一步计划在${n(2, 3)}年内把${pick(['模型库', '组件库', '知识库'])}扩充一倍，并向${pick(['长三角', '中西部', '粤港澳大湾区'])}的同行企业开放。`,
  ({ pick, n }) =>
    `公司参与制定${pick(['国家标准', '行业标准', '团体标准'])}${n(1, 6)}项，经验在行业年会上做过${n(2, 9)}次交流。`,
  ({ n }) => `按现有推广节奏测算，未来三年可带动产业链新增产值约${n(2, 18)}亿元。`,
];

const topics = { profile, need, build, team, effect, outlook } as const;
export type Topic = keyof typeof topics;

/** `sentences` sentences on a topic, in paragraphs. */
export function narrate(topic: Topic, company: Company, random: Random, sentences: number): string {
  const context: Context = {
    company,
    product: random.pick(company.trade.products),
    machine: random.pick(company.trade.equipment),
    n: (low, high) => random.int(low, high),
    pick: (list) => random.pick(list),
  };
  // The frames of a topic say what every filing says; most sentences are of the applicant's own solution.
  const set = random
    .sample(topics[topic], topic === 'profile' ? sentences : 1)
    .map((frame) => frame(context));
  const theme = random.pick(themes);
  const words = { ...company.trade, machines: company.trade.equipment };
  const own = Array.from({ length: Math.max(0, sentences - set.length) }, () =>
    solutionSentence(random, words, random.pick(company.trade.products), theme),
  );
  const lines: string[] = [];
  let line = '';
  for (const sentence of [...set, ...own]) {
    line += sentence;
    if (random.chance(0.35)) {
      lines.push(line);
      line = '';
    }
  }
  if (line !== '') lines.push(line);
  return lines.join('\n');
}

/** The topic a chapter asks for, from the words of its heading. */
export function topicOf(heading: string): Topic {
  if (/团队|分工|人员/u.test(heading)) return 'team';
  if (/概况|简介|基本情况|地位|单位介绍/u.test(heading)) return 'profile';
  if (/痛点|需求|背景|问题/u.test(heading)) return 'need';
  if (/成效|效果|效益|影响|业绩/u.test(heading)) return 'effect';
  if (/推广|计划|市场|前景|示范|复制/u.test(heading)) return 'outlook';
  return 'build';
}
