import { creditCodeCheckDigit } from '../../core/normalise/credit-code.ts';
import { regionCode } from '../../core/normalise/region.ts';
import { regions } from '../../core/normalise/regions.ts';
import type { Random } from './random.ts';

/** An invented applicant. Names are put together by chance; any likeness is one. */
export interface Company {
  readonly name: string;
  /** The invented part of the name: 恒驰. */
  readonly brand: string;
  readonly province: string;
  readonly city: string;
  readonly creditCode: string;
  readonly address: string;
  readonly trade: Trade;
  readonly legalPerson: string;
  readonly contact: string;
  readonly recommender: string;
}

/** A trade with its products and its GB/T 4754 path. */
export interface Trade {
  readonly name: string;
  readonly industry: string;
  readonly products: readonly string[];
  readonly equipment: readonly string[];
  readonly steps: readonly string[];
  readonly troubles: readonly string[];
}

export const trades: readonly Trade[] = [
  {
    name: '纺织',
    steps: ['梳棉', '并条', '织造', '染整', '验布'],
    troubles: ['断头率高', '色差返修', '批次混用', '张力不稳'],
    industry: '制造业-纺织业-棉纺织及印染精加工',
    products: ['高支纱线', '功能面料', '家纺面料'],
    equipment: ['细纱机', '络筒机', '喷气织机'],
  },
  {
    name: '汽车零部件',
    steps: ['压铸', '机加', '焊接', '总成装配', '下线检测'],
    troubles: ['气孔漏检', '刀具寿命不稳', '焊点虚焊', '配套件缺料'],
    industry: '制造业-汽车制造业-汽车零部件及配件制造',
    products: ['制动总成', '转向节', '座椅骨架'],
    equipment: ['压铸机', '加工中心', '焊接机器人'],
  },
  {
    name: '化工',
    steps: ['投料', '聚合', '精馏', '干燥', '包装'],
    troubles: ['温度漂移', '蒸汽浪费', '收率波动', '取样滞后'],
    industry: '制造业-化学原料和化学制品制造业-专用化学产品制造',
    products: ['环氧树脂', '水处理剂', '电子级溶剂'],
    equipment: ['反应釜', '精馏塔', '离心机'],
  },
  {
    name: '家电',
    steps: ['注塑', '钣金', '总装', '性能测试', '发运'],
    troubles: ['换线时间长', '螺钉漏打', '噪声返修', '库存积压'],
    industry: '制造业-电气机械和器材制造业-家用电力器具制造',
    products: ['变频空调', '冰箱压缩机', '洗碗机'],
    equipment: ['注塑机', '冲压线', '总装线'],
  },
  {
    name: '装备',
    steps: ['下料', '拼焊', '机加', '装配', '试车'],
    troubles: ['图纸版本混乱', '焊缝返修', '配套件缺料', '工时估不准'],
    industry: '制造业-专用设备制造业-采矿、冶金、建筑专用设备制造',
    products: ['履带起重机', '盾构机刀盘', '液压支架'],
    equipment: ['龙门铣床', '激光切割机', '喷涂线'],
  },
  {
    name: '医药',
    steps: ['称量', '制粒', '压片', '灌装', '包装'],
    troubles: ['批记录手写', '清场耗时长', '温湿度断点', '物料错发'],
    industry: '制造业-医药制造业-化学药品制剂制造',
    products: ['口服固体制剂', '注射用冻干粉', '中药配方颗粒'],
    equipment: ['压片机', '冻干机', '灌装线'],
  },
  {
    name: '钢铁',
    steps: ['配料', '冶炼', '连铸', '轧制', '精整'],
    troubles: ['煤气放散', '板形波动', '换辊停机', '质量异议追溯慢'],
    industry: '制造业-黑色金属冶炼和压延加工业-钢压延加工',
    products: ['耐候钢板', '汽车板', '高线盘条'],
    equipment: ['加热炉', '连铸机', '精轧机组'],
  },
  {
    name: '电子',
    steps: ['印刷', '贴装', '焊接', '测试', '老化'],
    troubles: ['虚焊漏检', '抛料率高', '药水浓度漂移', '静电损伤'],
    industry: '制造业-计算机、通信和其他电子设备制造业-电子元件及电子专用材料制造',
    products: ['高频印制板', '片式电感', '光模块'],
    equipment: ['贴片机', '回流焊炉', '曝光机'],
  },
  {
    name: '食品',
    steps: ['验收', '配制', '杀菌', '灌装', '冷链发运'],
    troubles: ['批次追溯困难', '清洗耗水', '灌装量偏差', '临期损耗'],
    industry: '制造业-食品制造业-乳制品制造',
    products: ['低温酸奶', '婴配奶粉', '植物基饮料'],
    equipment: ['均质机', '喷雾干燥塔', '无菌灌装机'],
  },
  {
    name: '建材',
    steps: ['配矿', '熔制', '成型', '退火', '切裁'],
    troubles: ['窑况波动', '能耗偏高', '缺陷漏检', '堆场盘点困难'],
    industry: '制造业-非金属矿物制品业-玻璃制造',
    products: ['光伏玻璃', '低辐射玻璃', '特种水泥'],
    equipment: ['熔窑', '退火窑', '回转窑'],
  },
  {
    name: '船舶',
    steps: ['切割', '分段建造', '舾装', '涂装', '搭载'],
    troubles: ['托盘缺件', '分段精度超差', '返工涂装', '工时难统计'],
    industry: '制造业-铁路、船舶、航空航天和其他运输设备制造业-船舶及相关装置制造',
    products: ['集装箱船分段', '船用螺旋桨', '锚绞机'],
    equipment: ['数控切割机', '平面分段线', '涂装房'],
  },
  {
    name: '轻工',
    steps: ['开料', '封边', '打孔', '试装', '包装'],
    troubles: ['错漏孔', '板材利用率低', '订单拆分慢', '包件丢失'],
    industry: '制造业-家具制造业-木质家具制造',
    products: ['全屋定制柜体', '实木餐桌', '办公家具'],
    equipment: ['开料机', '封边机', '六面钻'],
  },
];

/** Offices that recommend, by province. */
const departments: ReadonlyMap<string, string> = new Map([
  ['江苏省', '江苏省工业和信息化厅'],
  ['浙江省', '浙江省经济和信息化厅'],
  ['山东省', '山东省工业和信息化厅'],
  ['广东省', '广东省工业和信息化厅'],
  ['湖北省', '湖北省经济和信息化厅'],
  ['湖南省', '湖南省工业和信息化厅'],
  ['四川省', '四川省经济和信息化厅'],
  ['河南省', '河南省工业和信息化厅'],
  ['安徽省', '安徽省经济和信息化厅'],
  ['福建省', '福建省工业和信息化厅'],
]);
const cities = regions.filter(
  ({ level, name, province }) => level === 'city' && name.endsWith('市') && departments.has(province),
);
const stems = [
  '恒',
  '瑞',
  '华',
  '鼎',
  '凌',
  '启',
  '远',
  '澄',
  '嘉',
  '卓',
  '沃',
  '麟',
  '序',
  '岚',
  '珩',
  '越',
] as const;
const tails = [
  '驰',
  '泽',
  '昊',
  '芯',
  '峰',
  '禾',
  '朗',
  '拓',
  '颐',
  '策',
  '航',
  '晟',
  '维',
  '屹',
  '源',
  '垣',
] as const;
const forms = ['有限公司', '股份有限公司', '集团有限公司', '（集团）股份有限公司'] as const;
const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严金魏陶姜';
const given = [
  '文博',
  '思远',
  '晓琳',
  '建国',
  '立新',
  '雅婷',
  '志强',
  '海燕',
  '明哲',
  '俊杰',
  '若曦',
  '广林',
  '佩瑶',
  '振华',
  '伟',
  '敏',
  '静',
  '磊',
] as const;

export function personName(random: Random): string {
  return random.pick([...surnames]) + random.pick(given);
}

export function inventCompany(random: Random, province?: string): Company {
  const here = cities.filter((city) => city.province === province);
  const place = random.pick(here.length > 0 ? here : cities);
  const { name: city, province: where } = place;
  const trade = random.pick(trades);
  const prefix = random.pick([where.replace(/省$/, ''), place.short]);
  const body = random.pick(stems) + random.pick(tails);
  const middle = random.pick([trade.name, `${trade.name}科技`, '智能科技', `${trade.name}制造`]);
  const name = `${prefix}${body}${middle}${random.pick(forms)}`;
  return {
    name,
    brand: body,
    province: where,
    city,
    trade,
    creditCode: inventCreditCode(random, regionCode({ province: where, city }) ?? '000000'),
    address: `${where}${city}${random.pick(['高新区', '经济开发区', '工业园区', '临港新区'])}${random.pick(['科创', '振兴', '长江', '创业', '兴业'])}路${random.int(1, 998)}号`,
    legalPerson: personName(random),
    contact: personName(random),
    recommender: departments.get(where) ?? '',
  };
}

/** 91 (company) + six digits of a region + nine of an organisation + check digit (GB 32100-2015). */
function inventCreditCode(random: Random, region: string): string {
  const digits = '0123456789';
  const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const draw = (alphabet: string, count: number) =>
    Array.from({ length: count }, () => random.pick([...alphabet])).join('');
  const body = `91${region}MA${draw(letters, 6)}${draw(digits, 1)}`;
  return body + creditCodeCheckDigit(body);
}
