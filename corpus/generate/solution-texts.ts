import type { Random } from './random.ts';

/** An invented submission: enough to try the finding of repeats on. */
export interface Sample {
  readonly company: string;
  readonly title: string;
  /** Sentences of the company's profile, of the vendor's set text and of the solution. */
  readonly profile: readonly string[];
  readonly vendor: readonly string[];
  readonly body: readonly string[];
}

/** The words of one trade. */
export interface Industry {
  readonly name: string;
  readonly products: readonly string[];
  readonly machines: readonly string[];
  readonly steps: readonly string[];
  readonly troubles: readonly string[];
}

const of = (words: string) => words.split(' ');

const industries: readonly Industry[] = [
  {
    name: '铸造',
    products: of('缸体铸件 阀体毛坯 轮毂 泵壳 机床床身'),
    machines: of('中频炉 造型线 抛丸机 砂处理线 浇注机'),
    steps: of('配料 熔炼 浇注 清理 热处理'),
    troubles: of('气孔缺陷 缩松 炉前等样 砂型含水波动 废品回炉'),
  },
  {
    name: '纺织',
    products: of('高支纱 弹力面料 色织布 家纺面料 涤纶长丝'),
    machines: of('细纱机 络筒机 喷气织机 定型机 染缸'),
    steps: of('梳棉 并条 织造 染整 验布'),
    troubles: of('断头率高 色差返修 批次混用 张力不稳 疵点漏检'),
  },
  {
    name: '化工',
    products: of('环氧树脂 水处理剂 电子级溶剂 聚酯切片 分散染料'),
    machines: of('反应釜 精馏塔 离心机 干燥塔 压缩机组'),
    steps: of('投料 聚合 精馏 干燥 包装'),
    troubles: of('温度漂移 蒸汽浪费 收率波动 危险源分散 取样滞后'),
  },
  {
    name: '装备',
    products: of('履带起重机 液压支架 盾构刀盘 矿用自卸车 高空平台'),
    machines: of('龙门铣床 焊接机器人 激光切割机 喷涂线 立式车床'),
    steps: of('下料 拼焊 机加 装配 试车'),
    troubles: of('图纸版本混乱 焊缝返修 配套件缺料 试车故障 工时估不准'),
  },
  {
    name: '食品',
    products: of('低温乳品 调味酱料 速冻面点 植物蛋白饮料 烘焙半成品'),
    machines: of('灌装机 杀菌釜 速冻隧道 均质机 码垛机器人'),
    steps: of('验收 配制 杀菌 灌装 冷链发运'),
    troubles: of('批次追溯困难 清洗耗水 灌装量偏差 临期损耗 温控断点'),
  },
  {
    name: '电子',
    products: of('多层线路板 功率模块 连接器 摄像模组 储能电池包'),
    machines: of('贴片机 回流焊炉 蚀刻线 曝光机 老化柜'),
    steps: of('印刷 贴装 焊接 测试 老化'),
    troubles: of('虚焊漏检 换线时间长 抛料率高 药水浓度漂移 静电损伤'),
  },
  {
    name: '水泥',
    products: of('低碱水泥 骨料 商品混凝土 熟料 特种砂浆'),
    machines: of('回转窑 立磨 篦冷机 余热锅炉 破碎机'),
    steps: of('配矿 生料粉磨 烧成 水泥粉磨 发运'),
    troubles: of('窑况波动 煤耗偏高 质量检测滞后 堆场盘点困难 设备突发停机'),
  },
  {
    name: '轨道交通',
    products: of('转向架 牵引变流器 受电弓 车体型材 制动系统'),
    machines: of('静调台位 轮对压装机 型材加工中心 喷砂房 试验台'),
    steps: of('架车 分解 检修 落成 静调'),
    troubles: of('检修工单积压 配件周转不清 力矩漏拧 试验数据散落 轮对磨耗预判难'),
  },
];

export const themes = of(
  '设备预测性维护 能耗优化 质量追溯 排产调度 工艺参数寻优 视觉检测 供应链协同 安全生产监测 备件管理 数字化研发',
);
const starts = of(
  '针对 围绕 面对 结合 聚焦 考虑到 为解决 起初 在调研中发现 班组反映 客户多次提出 审计时暴露出 过去几年 由于 从现场看 投产以来 按照规划 试点阶段 为了压降 立项之前',
);
const links = of(
  '的实际情况 这一难题 等环节 的长期痛点 的现状 带来的影响 造成的损失 引发的投诉 的薄弱之处 所形成的瓶颈',
);
const actors = of(
  '项目组 工艺部门 信息中心 设备处 联合团队 车间骨干 算法小组 供应商 质量部 总工办 现场工程师 外聘专家',
);
const acts = of(
  '搭建了 重新梳理了 改造了 逐台接通了 抽象出 沉淀了 上线了 部署了 训练了 标定了 打通了 固化了 验证了 归并了 拆分了 引入了 自主编写了 迁移了 统一了 优化了',
);
const things = of(
  '采集网关 时序库 机理模型 告警规则 看板 工单流程 编码体系 接口服务 调度引擎 知识条目 边缘节点 移动端应用 参数配方 报表模板 权限体系 数据字典 特征工程 仿真模型 诊断模型 巡检路线 备件台账 追溯链条 能源计量点 视觉工位',
);
const ways = of(
  '采用分批切换的方式 借助边缘计算 通过容器化部署 以微服务形式 依靠多轮实验 参照国家标准 利用夜班停机窗口 按照先易后难的次序 沿用原有总线 借鉴同行做法 以双机热备保障 用低代码工具 经第三方评测 在隔离网段内 配合手持终端 以老带新',
);
const outcomes = of(
  '停机时间缩短 一次合格率提升 单位能耗下降 人均产值提高 交付周期压缩 库存周转加快 返工工时减少 备件占用降低 抄表人员减少 投诉数量下降 排产耗时缩减 巡检漏项减少 换型时间压缩 检验效率提升 采购成本降低 安全隐患整改率提高',
);
const closers = of(
  '得到一线认可 并写入作业指导书 目前运行平稳 后续计划推广到分厂 已连续运行多个季度 相关经验在行业会议上作了交流 并申请了软件著作权 成为集团内的样板 也为下一步建设打下基础 受到主管部门好评 数据每班自动归档 并与考核挂钩',
);
const first = '岳峦澜霁翎钧砺祺璟铄淇沅嵘珩煦昱峤崧濯骁瑾珞沣泠垚'.split('');
const second = '帆序朗岑衡拓轩冶曜川泓翊格澍桓捷启霖恺策钰陌笙禹宸'.split('');
const cities = of('南京 宁波 潍坊 佛山 襄阳 绵阳 沈阳 宝鸡 芜湖 洛阳 长沙 泉州 唐山 柳州 赣州');
const forms = of('有限公司 股份有限公司 有限责任公司 科技有限公司 智能科技有限公司 集团有限公司');

/** The set text of a platform vendor, which its customers paste into their filings. */
const vendorTexts = (random: Random): string[] =>
  Array.from({ length: 7 }, () => {
    const pick = (list: readonly string[]) => random.pick(list);
    return `${pick(first)}${pick(second)}平台由设备接入层、数据底座、模型工厂和应用市场组成，${pick(ways)}${pick(acts)}${pick(things)}与${pick(things)}，支持${random.int(20, 300)}种协议，${pick(outcomes)}${random.int(5, 60)}%。`;
  });

/** One sentence on what was done, unlike any other: words of the trade in one of six frames. */
export function solutionSentence(random: Random, industry: Industry, product: string, theme: string): string {
  const p = (list: readonly string[]) => random.pick(list);
  const n = () => String(random.int(3, 96));
  const patterns = [
    () =>
      `${p(starts)}${p(industry.steps)}${p(industry.troubles)}${p(links)}，${p(actors)}${p(ways)}${p(acts)}${n()}套${p(things)}，${p(outcomes)}${n()}.${random.int(1, 9)}%，${p(closers)}。`,
    () =>
      `${p(actors)}${p(acts)}${p(industry.machines)}的${p(things)}，${p(ways)}把${p(industry.steps)}与${p(industry.steps)}连成一体，${p(outcomes)}${n()}%。`,
    () =>
      `${product}在${p(industry.steps)}时${p(industry.troubles)}，${p(actors)}为${n()}台${p(industry.machines)}${p(acts)}${p(things)}，${p(closers)}。`,
    () =>
      `在${theme}方面，${p(ways)}，${p(acts)}${p(things)}和${p(things)}共${random.int(100, 4000)}项，${p(outcomes)}约${n()}%，${p(closers)}。`,
    () =>
      `${p(starts)}${p(industry.machines)}${p(links)}，先由${p(actors)}${p(acts)}${p(things)}，再由${p(actors)}${p(acts)}${p(things)}，累计节约${random.int(30, 2600)}万元。`,
    () =>
      `${random.int(2016, 2021)}年${random.int(1, 12)}月，${p(actors)}${p(ways)}完成${p(industry.steps)}段${p(things)}的验收，${p(outcomes)}${n()}%。`,
  ];
  return random.pick(patterns)();
}

export class SampleMaker {
  private readonly random: Random;
  private readonly vendors: readonly (readonly string[])[];

  constructor(random: Random) {
    this.random = random;
    this.vendors = Array.from({ length: 6 }, (_, i) => vendorTexts(random.fork(`vendor ${i}`)));
  }

  /** A submission unlike all others but in trade and theme. `keep` fixes what a hard negative shares. */
  make(keep: Partial<Sample> & { industry?: number; theme?: string; vendorOf?: number } = {}): Sample {
    const { random } = this;
    const industry = industries[keep.industry ?? random.int(0, industries.length - 1)]!;
    const theme = keep.theme ?? random.pick(themes);
    const brand = random.pick(first) + random.pick(second);
    const company = keep.company ?? `${random.pick(cities)}${brand}${industry.name}${random.pick(forms)}`;
    const product = random.pick(industry.products);
    const vendor =
      keep.vendor ??
      (keep.vendorOf !== undefined || random.chance(0.3)
        ? (this.vendors[keep.vendorOf ?? random.int(0, 5)] ?? [])
        : []);
    return {
      company,
      title: keep.title ?? this.title(industry, theme, brand),
      profile: keep.profile ?? this.profile(company, industry),
      vendor,
      body:
        keep.body ??
        Array.from({ length: random.int(28, 40) }, () => this.sentence(industry, product, theme)),
    };
  }

  sentence(industry: Industry, product: string, theme: string): string {
    return solutionSentence(this.random, industry, product, theme);
  }

  /** A sentence of any trade, to pad a rewritten text with. */
  anySentence(): string {
    const industry = this.random.pick(industries);
    return this.sentence(industry, this.random.pick(industry.products), this.random.pick(themes));
  }

  private title(industry: Industry, theme: string, brand: string): string {
    const { random } = this;
    const opening = random.pick([
      '',
      '基于工业互联网平台的',
      `面向${industry.name}行业的`,
      `“${brand}”`,
      '基于边云协同的',
      `${brand}`,
    ]);
    const thing = random.pick([...industry.machines, ...industry.products, ...industry.steps]);
    return `${opening}${thing}${theme}${random.pick(['解决方案', 'APP', '工业APP', '平台应用项目', '系统', '应用解决方案'])}`;
  }

  private profile(company: string, industry: Industry): string[] {
    const { random } = this;
    const p = (list: readonly string[]) => random.pick(list);
    return [
      `${company}创立于${random.int(1985, 2015)}年，主营${p(industry.products)}、${p(industry.products)}，在册职工${random.int(120, 6000)}人。`,
      `企业拥有${p(industry.machines)}、${p(industry.machines)}等主要装备${random.int(40, 900)}台，年产能位列${industry.name}行业前${random.int(5, 50)}位。`,
      `近三年研发投入占比${random.int(3, 9)}.${random.int(1, 9)}%，建有${p(['省级技术中心', '博士后工作站', '院士工作站', '联合实验室'])}，${p(closers)}。`,
      `${p(actors)}与${p(actors)}共${random.int(12, 90)}人负责信息化工作，先后${p(acts)}${p(things)}，${p(closers)}。`,
      `产品销往${random.int(5, 60)}个国家和地区，服务${p(['主机厂', '连锁商超', '央企客户', '出口客商'])}${random.int(20, 900)}家，${p(outcomes)}${random.int(4, 40)}%。`,
    ];
  }
}

export const textOf = (sample: Sample) =>
  [sample.profile.join(''), sample.vendor.join(''), sample.body.join('')].filter(Boolean).join('\n');
