import { basename } from 'node:path';
import { type PackMistake, pathText } from '../../calls/mistake.ts';
import type { FormField, Pack } from '../../calls/schema/index.ts';
import type { Text } from '../../core/lang.ts';

/** A figure that is the same in the forms of several calls, so that it is one column across them. */
export interface Indicator {
  readonly title: Text;
  /** The one unit of all its fields; absent where it is no number. */
  readonly unit?: string;
  /** What it covers, and what looks like it but is another figure. */
  readonly says: Text;
}

const t = (zh: string, en: string): Text => ({ zh, en });

/** By id, as `indicator` in a pack's `form.yaml` names it. Figures that only sound alike have no common id. */
export const indicators: Readonly<Record<string, Indicator>> = {
  revenue: {
    title: t('主营业务收入', 'Main business revenue'),
    unit: '万元',
    says: t(
      '企业全年；“上年销售”“平台相关业务收入”不是同一口径，不计入',
      'of the company in a year; “sales of last year” and platform revenue are other figures',
    ),
  },
  total_profit: {
    title: t('利润总额', 'Profit before tax'),
    unit: '万元',
    says: t(
      '企业全年；只写“利润”的栏口径不明，不计入',
      'in a year; fields that only say “profit” are left out',
    ),
  },
  rd_spending: {
    title: t('研发投入', 'R&D spending'),
    unit: '万元',
    says: t('企业全年', 'of the company in a year'),
  },
  total_assets: {
    title: t('总资产', 'Total assets'),
    unit: '万元',
    says: t(
      '年末；不分年的表没有年份',
      'at the end of the year; without a year where the form asks for none',
    ),
  },
  debt_ratio: {
    title: t('负债率', 'Debt ratio'),
    unit: '%',
    says: t('同总资产', 'as for total assets'),
  },
  taxes: {
    title: t('税金', 'Taxes'),
    unit: '万元',
    says: t('企业全年；“上年税金”没有年份', 'in a year; without a year where the form says “last year”'),
  },
  registered_capital: {
    title: t('注册资本', 'Registered capital'),
    unit: '万元',
    says: t('申报时', 'when the filing was made'),
  },
  employees: {
    title: t('从业人数', 'Employees'),
    unit: '人',
    says: t('全企业；“项目人员数量”不计入', 'of the whole company; staff of the project is another figure'),
  },
  rd_staff: {
    title: t('研发人员数', 'R&D staff'),
    unit: '人',
    says: t('全企业', 'of the whole company'),
  },
  investment: {
    title: t('项目（平台）投资', 'Investment in the project or platform'),
    unit: '万元',
    says: t('所报项目或平台的总投资', 'total for the project or platform that is filed'),
  },
  companies_deployed: {
    title: t('部署企业数量', 'Companies that use it'),
    unit: '家',
    says: t('使用所报方案、案例或项目的企业', 'companies that use the solution, case or project'),
  },
  devices_connected: {
    title: t('连接设备数', 'Devices connected'),
    unit: '台/套',
    says: t(
      '平台可连接的工业设备、产品、产线',
      'industrial devices, products and lines that can be connected',
    ),
  },
  founded: {
    title: t('成立时间', 'Founded'),
    says: t('申报单位成立或注册的日期', 'day on which the applicant was founded or registered'),
  },
  industry: {
    title: t('所属行业', 'Industry'),
    says: t('申报单位所填', 'as the applicant writes it'),
  },
};

/** Mistakes of a pack's fields: an indicator that is not known, twice in one form, or in another unit. */
export function indicatorMistakes({ folder, form }: Pack): PackMistake[] {
  return form.fields.flatMap((field, i) => {
    const { indicator } = field;
    if (indicator === undefined) return [];
    const at = { pack: basename(folder), file: 'form.yaml', path: pathText(['fields', i, 'indicator']) };
    const known = Object.hasOwn(indicators, indicator) ? indicators[indicator] : undefined;
    if (!known)
      return [
        {
          ...at,
          message: t(`没有指标“${indicator}”。`, `There is no indicator "${indicator}".`),
          mend: t(
            `已有：${Object.keys(indicators).join('、')}。`,
            `Known: ${Object.keys(indicators).join(', ')}.`,
          ),
        },
      ];
    if (form.fields.findIndex((other) => other.indicator === indicator) !== i)
      return [
        {
          ...at,
          message: t(
            `指标“${indicator}”在表中出现两次。`,
            `The indicator "${indicator}" stands twice in the form.`,
          ),
          mend: t('只留一栏。', 'Leave it at one field.'),
        },
      ];
    const unit = unitOf(field);
    if (unit === known.unit) return [];
    const named = (one: string | undefined) => ({ zh: one ?? '无单位', en: one ?? 'no unit' });
    return [
      {
        ...at,
        message: t(
          `指标“${indicator}”以${named(known.unit).zh}计，这一栏为${named(unit).zh}。`,
          `The indicator "${indicator}" is in ${named(known.unit).en}, this field in ${named(unit).en}.`,
        ),
        mend: t('改单位或去掉 indicator。', 'Change the unit or leave the indicator out.'),
      },
    ];
  });
}

const unitOf = (field: FormField): string | undefined => ('unit' in field ? field.unit : undefined);
