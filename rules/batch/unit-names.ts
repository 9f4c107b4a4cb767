import type { Text } from '../../core/lang.ts';
import type { UnitKind } from '../../core/normalise/unit-kind.ts';

/** Kinds of recommending unit 推荐单位 as reports name them. */
export const unitNames: Readonly<Record<UnitKind, Text>> = {
  province: { zh: '省级主管部门', en: 'province' },
  'plan-city': { zh: '计划单列市主管部门', en: 'city with a state plan of its own' },
  xpcc: { zh: '新疆生产建设兵团', en: 'Xinjiang Production and Construction Corps' },
  'central-enterprise': { zh: '中央企业', en: 'central enterprise' },
  association: { zh: '全国性行业协会', en: 'national association' },
  city: { zh: '市级主管部门', en: 'city' },
  other: { zh: '其他单位', en: 'other' },
};
