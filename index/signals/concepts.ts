/** What titles call one thing by several names; the first stands for all. */
const lines: readonly (readonly string[])[] = [
  '预测性维护 预测维护 健康管理 故障预测 故障诊断 智能运维 远程运维 phm 状态监测',
  '能耗管理 能耗优化 能耗管控 节能降耗 能源管理 能效优化 能源管控 能效管理 能耗监测',
  '视觉检测 机器视觉质检 视觉质检 缺陷检测 表面检测 智能质检 外观检测',
  '排产 排产调度 计划排程 高级排程 生产排程 计划调度 生产调度 aps 排产协同',
  '质量追溯 质量溯源 产品追溯 全程追溯 追溯管理 批次追溯',
  '工艺参数优化 工艺参数寻优 参数寻优 工艺优化 参数优化 工艺寻优',
  '安全生产 安全生产监测 安全监测 安全管控 安全监管 安全生产管理 风险预警',
  '供应链协同 供应链管理 产业链协同 供应链优化 采购协同',
  '数字孪生 虚拟仿真 孪生仿真',
  '制造执行 mes 生产执行',
  '仓储物流 智能仓储 立体仓储 wms 仓储管理',
  '备件管理 备品备件 备件库存 备件协同',
].map((line) => line.split(' '));

const concepts = new Map(
  lines.flatMap(([first = '', ...others]) => others.map((other) => [other, first] as const)),
);
const pattern = new RegExp(
  [...concepts.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => (/^[a-z]+$/.test(name) ? `(?<![a-z])${name}(?![a-z])` : name))
    .join('|'),
  'gu',
);

/** A folded lower-case title in which each known concept has one name. */
export function withConcepts(title: string): string {
  return title.replace(pattern, (name) => concepts.get(name) ?? name);
}
