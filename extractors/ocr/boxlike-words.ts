/** Two-character words with a character that looks like a tick box (口 目 国 团 日 田 四 因 图 回 …). */
const words = new Set(
  `项目 题目 科目 栏目 数目 名目 节目 条目 类目 账目 目的 目标 目前 目录 目视
汉口 海口 家口 营口 山口 关口 渡口 湖口 开口 入口 井口 炉口 管口 喷口 对口 统口 借口 接口 出口 进口 窗口 端口 港口 入口 路口 人口 缺口 风口 口径 口服 口岸 口罩 口碑
国家 国务 国资 国民 国药 国网 国电 国投 国控 国际 国内 国际 国产 国有 国外 国标 中国 全国 各国 我国 外国 两国 英国 美国 德国
集团 团队 团体 社团 团结 兵团 日期 日常 日均 日报 日志 日产 生日 每日 今日 当日 日上
四个 四川 四大 四是 因此 因素 原因 起因 图像 图纸 图片 图谱 图形 地图 视图 制图 绘图
回收 回路 回转 回传 返回 收回 召回 回流 回款 固定 固体 固化 园区 公园 圆形 圆满 困难
田间 油田 区域 地区 园区 城区 社区 高新区 单位 单元 平台 台账 台套 后台 中台 由于 由此`
    .split(/\s+/u)
    .filter((word) => word.length === 2),
);

export function isBoxlikeWord(pair: string): boolean {
  return words.has(pair);
}
