import type { FormField, Pack, Role } from '../../calls/schema/index.ts';
import { foldLetters } from '../../core/text/fold-for-matching.ts';
import { type Meaning, meaningOfHeader } from '../awards/headers.ts';

/** What a column holds: a field of the form by its key, or the row's place in the list. */
export type ColumnTarget = { readonly field: string } | 'rank' | 'number';

/** Headers that lists print for what the form asks under another label. */
const names: Readonly<Partial<Record<Role, readonly string[]>>> = {
  'recommending-unit': ['推荐单位', '推荐单位名称', '推荐部门', '组织单位', '报送单位'],
  contact: ['联系人', '联系人姓名', '项目联系人', '申报联系人', 'contact'],
  phone: [
    '联系电话',
    '联系人电话',
    '联系人手机',
    '手机',
    '手机号',
    '手机号码',
    '移动电话',
    '联系方式',
    '电话',
    'phone',
  ],
  email: ['邮箱', '电子邮箱', '联系人邮箱', '电子邮件', 'email'],
  'legal-person': ['法定代表人', '法人代表', '法人'],
  address: ['地址', '单位地址', '通讯地址', '通信地址', '注册地址', '详细地址'],
  region: ['所在地区', '所属地区', '地区', '所在地', '省份', '省市', '所在省市', '所属地市', '地市'],
  industry: ['所属行业', '行业', '行业领域'],
  'org-code': ['组织机构代码'],
  'filing-date': ['申报日期', '填报日期'],
};
const ranks = [
  '推荐排序',
  '推荐顺序',
  '推荐次序',
  '推荐名次',
  '推荐序号',
  '推荐优先级',
  '推荐优先顺序',
  '推荐排名',
  '优先顺序',
  '优先级',
  '排序',
  '排名',
  '名次',
  '次序',
  '顺序',
  'rank',
];

const roleOf = new Map(
  Object.entries(names).flatMap(([role, list]) => list.map((name) => [foldLetters(name), role] as const)),
);
const roleOfMeaning: Readonly<Partial<Record<Meaning, Role>>> = {
  company: 'applicant',
  title: 'title',
  creditCode: 'credit-code',
};
/** What one cell of a list can hold; tables, years and chapters it cannot. */
const inOneCell = (field: FormField) => !['table', 'years', 'section'].includes(field.type);

/**
 * Tells what a header cell asks for: by the form's own labels first, then by the names that lists use for the
 * roles of fields, then as headers of award lists are read. Hints in brackets do not count.
 */
export function columnReader(pack: Pick<Pack, 'form' | 'schemes'>): (header: string) => string | undefined {
  const fields = pack.form.fields.filter(inOneCell);
  const byLabel = new Map<string, string>();
  for (const { key, label, aliases, under } of fields) {
    const parent = foldLetters(under.at(-1) ?? '').replace(/信息$/u, '');
    for (const name of [label, ...aliases].map(foldLetters)) {
      if (parent !== '') byLabel.set(parent + name, byLabel.get(parent + name) ?? key);
      // 姓名 under 联系人 is the contact's; a list's bare 姓名 may be anyone's.
      if (parent === '' || name.length > 2) byLabel.set(name, byLabel.get(name) ?? key);
    }
  }
  const ofRole = (role: Role) => fields.find((field) => field.role === role)?.key;
  return (header) => {
    const plain = foldLetters(header.replace(/[（(【[].*?[）)】\]]/gu, ''));
    if (plain === '' || plain.length > 24) return undefined;
    if (ranks.includes(plain)) return 'rank';
    const known = byLabel.get(plain) ?? byLabel.get(foldLetters(header));
    if (known !== undefined) return `field:${known}`;
    const role = roleOf.get(plain) as Role | undefined;
    const meaning = role === undefined ? meaningOfHeader(header) : undefined;
    if (meaning === 'number') return 'number';
    const key =
      role !== undefined
        ? ofRole(role)
        : meaning === 'category' || /模式$/u.test(plain)
          ? pack.schemes.find((scheme) => scheme.declaredBy !== undefined)?.declaredBy
          : meaning !== undefined && roleOfMeaning[meaning]
            ? ofRole(roleOfMeaning[meaning])
            : undefined;
    if (key !== undefined) return `field:${key}`;
    // 企业总资产 asks for 总资产.
    const ending = [...byLabel].filter(([name]) => name.length >= 3 && plain.endsWith(name));
    const longest = ending.toSorted((a, b) => b[0].length - a[0].length)[0];
    return longest && `field:${longest[1]}`;
  };
}

/** The target behind a reader's answer: strings, so that each is taken once in a row. */
export function targetOf(answer: string): ColumnTarget {
  return answer === 'rank' || answer === 'number' ? answer : { field: answer.slice('field:'.length) };
}
