import { generatedLists } from './generated-lists.ts';

/** One list as it would be published: its file's name, and CSV. */
export interface PublishedList {
  readonly name: string;
  readonly csv: string;
}

const schemes = [
  '工业互联网试点示范',
  '工业互联网APP优秀解决方案',
  '工业互联网平台应用案例',
  '智能制造示范工厂',
];
const modes = ['平台化设计', '数字化管理', '智能化制造', '网络化协同', '个性化定制', '服务化延伸'];
/** What projects are named after; some name a technology, some none. */
const topics = [
  '基于5G的柔性生产线',
  '数字孪生车间',
  '机器视觉质量检测',
  '工业大数据分析平台',
  '设备预测性维护',
  '供应链协同',
  '精益生产',
  '工业互联网标识解析应用',
  'AGV智能仓储',
  '绿色工厂',
  '大模型辅助设计',
];
const head = '序号,类别,项目名称,企业名称,统一社会信用代码,地区代码,年份,项目/计划';

/**
 * The invented firms of `generatedLists` as award lists, one for each year and scheme: about five rows for a firm over
 * twenty years. Which scheme and mode a row is of follows from its place, so that the same seed gives the same lists.
 */
export function generatedAwardLists(seed: number, firms: number, years = 20): readonly PublishedList[] {
  const rows = new Map<string, string[]>();
  for (const [i, { name, creditCode = '', region, year }] of generatedLists(
    seed,
    firms,
    years,
  ).mentions.entries()) {
    const scheme = schemes[(i * 7 + (year ?? 0)) % schemes.length] ?? '';
    const mode = modes[(i * 5 + Math.floor(i / 11)) % modes.length] ?? '';
    const list = `${scheme}${year}`;
    const own = rows.get(list) ?? [];
    const topic = topics[(i * 3 + (year ?? 0)) % topics.length] ?? '';
    own.push(`${own.length + 1},${mode},${topic}${i},"${name}",${creditCode},${region},${year},${scheme}`);
    rows.set(list, own);
  }
  return [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([list, lines]) => ({ name: `${list}.csv`, csv: `${[head, ...lines].join('\n')}\n` }));
}
