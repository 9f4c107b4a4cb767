import type { Text } from '../../core/lang.ts';
import { basisYear } from '../../core/normalise/region-history.ts';
import { type Column, column, missing } from './table.ts';

export const t = (zh: string, en: string): Text => ({ zh, en });

/** Columns that several tables have. */

export const region = column(
  'region',
  'string',
  t('地区代码', 'Region'),
  t(
    `GB/T 2260 六位代码，统一到${basisYear}年区划，能确定到哪一级写到哪一级；为空的缘由见 region_missing`,
    `GB/T 2260, six digits, on the basis of ${basisYear}, as deep as is known; why it is empty stands in region_missing`,
  ),
);

export const province = column(
  'province',
  'string',
  t('省级代码', 'Province'),
  t('地区代码前两位', 'first two digits of the region'),
);

export const regionThen = column(
  'region_then',
  'string',
  t('当年地区代码', 'Region in that year'),
  t(
    '同一地方在当年年末的代码（撤县设市设区、更名、改隶属之前的）；当年尚未设立或由几处合并而成的，为所属城市的代码',
    'the code that the same place had at the end of the year, before counties became cities or districts, were renamed or moved; of its city where it was founded later or of several',
  ),
);

export const regionBy = column(
  'region_by',
  'string',
  t('地区依据', 'Region by'),
  t('地区由何得出', 'what told the region'),
  {
    column: t('名单或表中的地区、推荐单位', 'a column of regions or recommending units'),
    name: t('单位名称', 'the firm’s name'),
    'credit-code': t(
      '信用代码中的登记机关区划，可能不是现在的所在地',
      'place of registration in the credit code, perhaps no longer where it is',
    ),
  },
);

/** Why a column beside it has no value. */
export function missingOf(what: string): Column {
  return column(
    `${what}_missing`,
    'string',
    t('缺失种类', 'Kind of missing'),
    t('有值为空', 'empty where there is a value'),
    missing,
  );
}

export const regionMissing = missingOf('region');

export const industry: readonly Column[] = [
  column(
    'industry',
    'string',
    t('行业', 'Industry'),
    t('GB/T 4754-2017 门类或大类，如 C34', 'GB/T 4754-2017, section or division, like C34'),
  ),
  column(
    'industry_2011',
    'string',
    t('行业（2011版）', 'Industry of 2011'),
    t(
      '同一大类在 GB/T 4754-2011 的代码；一对多的为空',
      'the same division in GB/T 4754-2011; empty where it is not one',
    ),
  ),
  column('industry_by', 'string', t('行业依据', 'Industry by'), t('行业由何得出', 'what told the industry'), {
    code: t('所填代码', 'the code that was filled in'),
    name: t('所填标准名称', 'the standard’s own name'),
    word: t('所填其他说法', 'other words of the trade'),
    'firm-name': t('企业名称中的行业用语，只供参考', 'words of the trade in the firm’s name, a hint only'),
  }),
  column(
    'industry_confidence',
    'number',
    t('行业把握', 'Confidence'),
    t(
      '0到1，按依据分四档，由人设定，未经测量',
      '0 to 1, four steps by what told it, set by hand and not measured',
    ),
  ),
  missingOf('industry'),
];
