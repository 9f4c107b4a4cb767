import type { Text } from '../../core/lang.ts';

export const trends = {
  title: { zh: '历年趋势', en: 'Trends over the years' },
  figures: { zh: '图表', en: 'Figures' },
  definition: { zh: '定义', en: 'Definition' },
  table: { zh: '数表', en: 'Table' },
  none: { zh: '没有可计的数据。', en: 'There is nothing to count.' },
  first: { zh: '只显示前 {n} 行，全部见 CSV。', en: 'The first {n} rows are shown; the CSV has all.' },
  metadata: { zh: '说明（JSON）', en: 'metadata (JSON)' },
  few: {
    zh: '* 不足 5 的数，太少，只宜参考；<5 表示不足 5 份，不显示。',
    en: '* fewer than 5, too thin to read much from; <5: fewer than five, not told.',
  },
  save: { zh: '下载 {kind}', en: 'Download {kind}' },
} as const satisfies Record<string, Text>;
