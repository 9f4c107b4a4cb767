import type { Text } from '../../../core/lang.ts';
import type { FormField, Role } from '../../schema/index.ts';
import { cleanLabel, knownLabel, typeOf } from './labels.ts';
import { printedUnit } from './units.ts';

export interface Ask {
  readonly label: string;
  readonly under?: readonly string[];
  readonly unit?: string;
  /** Unit of the label above, for a value that nothing else tells of. */
  readonly over?: string;
  readonly limit?: number;
  readonly type?: 'section' | 'long-text' | 'date' | 'span';
}

export interface DraftOption {
  readonly text: string;
  readonly group?: string;
}

/** Takes down the fields of a form as they are met and gives each the key its places are marked with. */
export class FormBuilder {
  readonly fields: FormField[] = [];
  /** Clause that asks for the fields met now. */
  clause = '';
  /** Labels of sums of money without a printed unit, of boxes without a word on how many, of tables and boxes without a name. */
  private readonly unsure = { unit: new Set<string>(), many: new Set<string>(), name: new Set<string>() };
  private readonly keys = new Set<string>();
  private readonly roles = new Set<string>();

  /** A field of one value; a label that means the same everywhere (企业名称) is the same field wherever it stands. */
  plain(ask: Ask): string | undefined {
    const label = cleanLabel(ask.label);
    if (!isLabel(label)) return undefined;
    const name = known(label, ask.under ?? []);
    const same = name?.role && this.fields.find((field) => field.role === name.role);
    const alike =
      !ofPerson.has(same ? (same.role ?? 'title') : 'title') || sameGroup(same?.under ?? [], ask.under ?? []);
    if (same && alike && partyIn(same.under) === partyIn(ask.under ?? [])) {
      if (same.label !== label && !same.aliases.includes(label)) same.aliases.push(label);
      return same.key;
    }
    const own = ask.unit ?? printedUnit(ask.label);
    const alone = typeOf(label, own, ask.limit);
    // 经费（万元） above 自筹 and 其他: these are sums as well.
    const told = own ?? (alone.type === 'text' || alone.type === 'amount' ? ask.over : undefined);
    const { type, unit } = ask.type ? { type: ask.type } : typeOf(label, told, ask.limit);
    if (type === 'amount' && told === undefined) this.unsure.unit.add(label);
    const common = this.common(label, ask.under ?? [], name);
    if (type === 'count' || type === 'amount' || type === 'percent')
      this.fields.push({ ...common, type, unit: unit ?? '个' });
    else if (type === 'long-text' || type === 'section')
      this.fields.push({ ...common, type, ...(ask.limit !== undefined && { limit: ask.limit }) });
    else if (type !== 'choice' && type !== 'ticks' && type !== 'years' && type !== 'table')
      this.fields.push({ ...common, type });
    return common.key;
  }

  /** Tick boxes; `undefined` where there are not two different ones. */
  ticks(
    label: string,
    under: readonly string[],
    options: readonly DraftOption[],
    many = false,
  ): string | undefined {
    const clean = cleanLabel(label);
    const names = new Set(options.map((option) => option.text));
    if (names.size < 2 || clean === '') return undefined;
    const common = this.common(clean, under);
    const one = !many && (names.size === 2 || /单选|选择?最|选一/u.test(`${label}${under.at(-1) ?? ''}`));
    const groups = options.some((option) => option.group !== undefined);
    if (!one && !/多选|可选|不超过|至多|最多/u.test(`${label}${under.at(-1) ?? ''}`))
      this.unsure.many.add(clean);
    if (clean.startsWith(options[0]?.text ?? '?')) this.unsure.name.add(clean);
    this.fields.push({
      ...common,
      type: one && !groups ? 'choice' : 'ticks',
      options: options
        .filter((option, i) => options.findIndex((other) => other.text === option.text) === i)
        .map((option) => ({ text: option.text, aliases: [], ...(option.group && { group: option.group }) })),
    });
    return common.key;
  }

  years(
    label: string,
    under: readonly string[],
    years: readonly number[],
    unit?: string,
  ): string | undefined {
    const clean = cleanLabel(label);
    if (!isLabel(clean)) return undefined;
    const told = typeOf(clean, unit ?? printedUnit(label));
    const of = told.type === 'percent' || told.type === 'amount' ? told.type : 'count';
    const common = this.common(clean, under, known(clean, under));
    this.fields.push({ ...common, type: 'years', years: [...years], of, unit: told.unit ?? '个' });
    return common.key;
  }

  /** A table whose rows repeat; gives its key and the keys of its columns. */
  table(
    label: string,
    under: readonly string[],
    columns: readonly string[],
  ): { key: string; columns: string[] } {
    const common = this.common(cleanLabel(label) || '明细表', under);
    if (cleanLabel(label) === '') this.unsure.name.add('明细表');
    const keys: string[] = [];
    for (const column of columns) {
      const stem = columnKeys.find(([pattern]) => pattern.test(column))?.[1] ?? `column_${keys.length + 1}`;
      keys.push(keys.includes(stem) ? `${stem}_${keys.length + 1}` : stem);
    }
    this.fields.push({
      ...common,
      type: 'table',
      columns: columns.map((column, i) => {
        const told = typeOf(cleanLabel(column));
        const type =
          told.type === 'date' || told.type === 'person' || told.type === 'phone' ? told.type : 'text';
        return {
          key: keys[i]!,
          label: cleanLabel(column) || column,
          en: cleanLabel(column) || column,
          aliases: [],
          type,
        };
      }),
    });
    return { key: common.key, columns: keys };
  }

  /** What a person must settle of the fields taken down. */
  doubts(): Text[] {
    const { unit, many, name } = this.unsure;
    const list = (labels: ReadonlySet<string>) => [...labels].map((one) => `“${one}”`).join('、');
    const points: Text[] = [];
    if (unit.size > 0)
      points.push({
        zh: `${list(unit)}没有印单位，草稿作万元，请核对 unit。`,
        en: `No unit is printed for ${list(unit)}; the draft takes 万元.`,
      });
    if (many.size > 0)
      points.push({
        zh: `${list(many)}没有写明单选或多选，草稿作多选（ticks）；只能选一项的请改为 choice。`,
        en: `Whether one or several are to be ticked is not said for ${list(many)}; the draft allows several.`,
      });
    if (name.size > 0)
      points.push({
        zh: `表中没有印名称、由草稿取名的栏目：${list(name)}，请核对 label。`,
        en: `Named by the draft, since the form prints no name: ${list(name)}.`,
      });
    return points;
  }

  private common(label: string, under: readonly string[], name?: ReturnType<typeof knownLabel>) {
    const stem = name?.key ?? 'field';
    let key = name ? stem : `field_${this.fields.length + 1}`;
    for (let i = 2; this.keys.has(key); i++) key = `${stem}_${i}`;
    this.keys.add(key);
    const role = name?.role && !this.roles.has(name.role) ? name.role : undefined;
    if (role) this.roles.add(role);
    const above = under.map(cleanLabel).filter((one) => one !== '' && one !== '其中' && one !== label);
    return {
      key,
      label,
      en: name?.en ?? label,
      aliases: [],
      under: above,
      ...(role && { role }),
      required: role !== undefined && role !== 'industry',
      ...(this.clause !== '' && { clause: this.clause }),
    };
  }
}

/** 成果供给方 and 成果承接方, 联合单位: each has a name of its own. */
const partyIn = (under: readonly string[]) =>
  under
    .map(cleanLabel)
    .findLast((one) =>
      /^(?!申报|申请|填报|参评|项目|企业|单位)[\u4e00-\u9fff]{1,8}(?:方|单位|企业|主体|机构)$/u.test(one),
    );

/** A second person's telephone, below another group, is another field. */
const ofPerson: ReadonlySet<Role> = new Set(['contact', 'phone', 'email', 'address', 'legal-person']);

function sameGroup(one: readonly string[], other: readonly string[]): boolean {
  const last = cleanLabel(other.at(-1) ?? '');
  return one.length === 0 || last === '' || one.at(-1) === last;
}

/** 姓名 names the contact only where a contact is asked for. */
function known(label: string, under: readonly string[]) {
  return label === '姓名' && under.some((one) => /联系人/u.test(one))
    ? knownLabel('联系人')
    : knownLabel(label);
}

const columnKeys: readonly (readonly [RegExp, string])[] = [
  [/姓名/u, 'name'],
  [/级别/u, 'level'],
  [/名称/u, 'title'],
  [/时间|日期|年月/u, 'time'],
  [/电话|联系方式/u, 'phone'],
  [/数量|人数/u, 'count'],
];

/** What may name a field: neither a sentence, nor a seal, nor the word before an enumeration. */
export function isLabel(label: string): boolean {
  return (
    label.length >= 1 &&
    label.length <= 45 &&
    !/[。；!?]/u.test(label) &&
    /[\u4e00-\u9fffA-Za-z]/u.test(label) &&
    !/^(?:公章|盖章|单位公章|推荐单位公章|其中|注|备注|说明|附|年|月|日|[A-Za-z])$|(?:公章|盖章)$|^附件/u.test(
      label,
    )
  );
}
