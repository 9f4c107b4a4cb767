import type { FormField, Role } from '../../schema/index.ts';
import { cleanLabel, knownLabel, typeOf } from './labels.ts';
import { printedUnit } from './units.ts';

export interface Ask {
  readonly label: string;
  readonly under?: readonly string[];
  readonly unit?: string;
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
  private readonly keys = new Set<string>();
  private readonly roles = new Set<string>();

  /** A field of one value; a label that means the same everywhere (企业名称) is the same field wherever it stands. */
  plain(ask: Ask): string | undefined {
    const label = cleanLabel(ask.label);
    if (!isLabel(label)) return undefined;
    const name = known(label, ask.under ?? []);
    const same = name?.role && this.fields.find((field) => field.role === name.role);
    if (same && (!ofPerson.has(same.role ?? 'title') || sameGroup(same.under, ask.under ?? []))) {
      if (same.label !== label && !same.aliases.includes(label)) same.aliases.push(label);
      return same.key;
    }
    const { type, unit } = ask.type
      ? { type: ask.type }
      : typeOf(label, ask.unit ?? printedUnit(ask.label), ask.limit);
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
    const one = names.size === 2 || /单选|选择?最|选一/u.test(label);
    const groups = options.some((option) => option.group !== undefined);
    this.fields.push({
      ...common,
      type: one && !groups && !many ? 'choice' : 'ticks',
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

  private common(label: string, under: readonly string[], name?: ReturnType<typeof knownLabel>) {
    const stem = name?.key ?? 'field';
    let key = name ? stem : `field_${this.fields.length + 1}`;
    for (let i = 2; this.keys.has(key); i++) key = `${stem}_${i}`;
    this.keys.add(key);
    const role = name?.role && !this.roles.has(name.role) ? name.role : undefined;
    if (role) this.roles.add(role);
    const above = under.map(cleanLabel).filter((one) => one !== '' && one !== '其中');
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
    !/^(?:公章|盖章|单位公章|推荐单位公章|其中|注|备注|说明|附|年|月|日|[A-Za-z])$|公章$|^附件/u.test(label)
  );
}
