import type { FieldType, Role } from '../../schema/index.ts';

/** Labels that forms share: the key, the English word, the type and the role they have everywhere. */
interface Known {
  readonly labels: RegExp;
  readonly key: string;
  readonly en: string;
  readonly type?: FieldType;
  readonly role?: Role;
}

const known: readonly Known[] = [
  {
    labels: /^(?:企业|单位|公司|申报单位|申报企业|申报主体|企业\(单位\))(?:名称|全称)?$/u,
    key: 'company_name',
    en: 'Company',
    role: 'applicant',
  },
  {
    labels: /^(?:项目|案例|方案|解决方案|平台项目|申报项目)名称$/u,
    key: 'project_name',
    en: 'Project',
    role: 'title',
  },
  {
    labels: /^推荐单位(?:名称)?$/u,
    key: 'recommending_unit',
    en: 'Recommending unit',
    role: 'recommending-unit',
  },
  {
    labels: /^(?:申报|填报|填表)(?:日期|时间)$/u,
    key: 'filing_date',
    en: 'Date of filing',
    type: 'date',
    role: 'filing-date',
  },
  {
    labels: /^(?:统一)?社会信用代码$/u,
    key: 'credit_code',
    en: 'Unified social credit code',
    type: 'credit-code',
    role: 'credit-code',
  },
  {
    labels: /^组织机构代码(?:\/.*)?$/u,
    key: 'org_code',
    en: 'Organisation code',
    type: 'org-code',
    role: 'org-code',
  },
  {
    labels: /^法(?:人代表|定代表人|人)(?:姓名)?$/u,
    key: 'legal_person',
    en: 'Legal representative',
    type: 'person',
    role: 'legal-person',
  },
  { labels: /^(?:所属|所在)地区$/u, key: 'region', en: 'Region', type: 'region', role: 'region' },
  { labels: /^所属行业$/u, key: 'industry', en: 'Industry', type: 'industry', role: 'industry' },
  { labels: /^(?:详细|单位|企业|通讯|通信|注册)地址$/u, key: 'address', en: 'Address', role: 'address' },
  { labels: /^(?:联系人|联系人姓名)$/u, key: 'contact', en: 'Contact', type: 'person', role: 'contact' },
  { labels: /^(?:移动电话|手机|手机号码?)$/u, key: 'mobile', en: 'Mobile', type: 'phone', role: 'phone' },
  {
    labels: /^(?:邮箱|电子邮箱|电子邮件|e-?mail)$/iu,
    key: 'email',
    en: 'E-mail',
    type: 'email',
    role: 'email',
  },
  { labels: /^(?:联系)?电话$/u, key: 'telephone', en: 'Telephone', type: 'phone' },
  { labels: /^传真$/u, key: 'fax', en: 'Fax' },
  { labels: /^职务(?:\/职称)?$/u, key: 'post', en: 'Post' },
  { labels: /^(?:成立|注册)(?:时间|日期)$/u, key: 'founded', en: 'Founded', type: 'date' },
  { labels: /^总资产$/u, key: 'total_assets', en: 'Total assets' },
  { labels: /^(?:资产)?负债率$/u, key: 'debt_ratio', en: 'Debt ratio' },
  { labels: /^主营业务收入$/u, key: 'main_revenue', en: 'Main revenue' },
  { labels: /^(?:上年)?税金$/u, key: 'taxes', en: 'Taxes' },
  { labels: /^(?:上年)?利润$/u, key: 'profit', en: 'Profit' },
  { labels: /^上年销售$/u, key: 'sales', en: 'Sales of last year' },
  { labels: /^信用等级$/u, key: 'credit_grade', en: 'Credit grade' },
  { labels: /^(?:企业|单位)(?:简介|概况|基本情况)$/u, key: 'company_profile', en: 'Company profile' },
  { labels: /^平台名称$/u, key: 'platform_name', en: 'Platform' },
  {
    labels: /^(?:项目)?建设时间$|起止(?:时间|日期)$/u,
    key: 'build_time',
    en: 'Construction period',
    type: 'span',
  },
  { labels: /^项目总?投资(?:总额|投入|金额)*$/u, key: 'total_investment', en: 'Total investment' },
];

export function knownLabel(label: string): Known | undefined {
  return known.find((one) => one.labels.test(label));
}

/** A printed label as the form file holds it: no numbering, star, hint or spaces between Chinese characters. */
export function cleanLabel(printed: string): string {
  const bare = printed
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .replace(/(?<=[\u4e00-\u9fff(]) (?=[\u4e00-\u9fff)(])/gu, '')
    .replace(/\(\s*([^()]*(?:\([^()]*\)[^()]*)*)\)/gu, (whole, inner: string) =>
      /^签[名字]$/u.test(inner) ? whole : '',
    )
    .replace(/^[\s,;:*★、，；：]+|[\s,;:*★、，；：]+$/gu, '')
    .replace(
      /^(?:(?:其中|以及|并?请(?:注明|填写|说明))[,，、:：]?|(?:\d{1,2}(?:\.\d{1,2})?|[一二三四五六七八九十]+)(?:[、.](?!\d)|\s(?=[\u4e00-\u9fff]{2})))\s*/u,
      '',
    )
    .replace(/[\s:*：?？]+$/u, '');
  return bare.replace(/\((签[名字])\)/gu, '（$1）').trim();
}

/** Sums of money, in 万元 where the form prints no unit: the draft says that it took it so. */
export const sumOfMoney =
  /(?:金额|投资额|收入|费用|费|利润|利润总额|资产|资产总额|负债|资本|资金|税额|税金|利税|产值|销售额|营收|经费|支出|投入)$/u;

/** What a field holds, told by its unit and the words of its label; `limit` is a count of words allowed. */
export function typeOf(label: string, unit?: string, limit?: number): { type: FieldType; unit?: string } {
  const type = knownLabel(label)?.type;
  if (type && !unit) return { type };
  if (unit === '%' || /(?:率|占比|比例|比重)$/u.test(label)) return { type: 'percent', unit: '%' };
  if (unit && /元(?:\/|$)/u.test(unit)) return { type: 'amount', unit };
  if (unit) return { type: 'count', unit };
  if (limit !== undefined) return { type: 'long-text' };
  if (/(?:数量|人数|总数|个数)$/u.test(label))
    return { type: 'count', unit: /人/u.test(label) ? '人' : '个' };
  if (sumOfMoney.test(label)) return { type: 'amount', unit: '万元' };
  if (/(?:日期|时间|年月|期限)$/u.test(label))
    return { type: /起止|建设|期限/u.test(label) ? 'span' : 'date' };
  if (/电话|手机/u.test(label)) return { type: 'phone' };
  if (/邮箱|邮件|e-?mail/iu.test(label)) return { type: 'email' };
  if (/信用代码/u.test(label)) return { type: 'credit-code' };
  if (/姓名|责任人|负责人|联系人|代表人|签[名字章]/u.test(label)) return { type: 'person' };
  if (/所在地/u.test(label)) return { type: 'region' };
  if (/(?:介绍|简介|描述|说明|说明材料|概述|概况|情况|内容|意见|理由)$/u.test(label))
    return { type: 'long-text' };
  return { type: 'text' };
}

/** 不超过1000字, 限 2500 字, 500字以内. */
export function wordLimit(text: string): number | undefined {
  const match =
    /(?:不(?:得)?(?:超过|多于)|限|控制在|至多|最多)\s*(\d{2,5})\s*字/u.exec(text) ??
    /(\d{2,5})\s*字(?:以内|以下|左右)/u.exec(text);
  return match ? Number(match[1]) : undefined;
}
