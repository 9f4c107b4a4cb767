import type { FormField, Pack, TableField, TickField } from '../../calls/schema/index.ts';
import type { FieldValue } from '../../core/filing.ts';
import { type Company, personName } from './company.ts';
import { type Habits, isoOf, isTime, writeNumber, writeTime } from './habits.ts';
import { narrate, topicOf } from './narrative.ts';
import type { Defect, Profile } from './profile.ts';
import type { Random } from './random.ts';
import { spoil } from './spoil.ts';
import type { Written } from './written.ts';

export interface Invented {
  readonly written: Written;
  /** The same as the pipeline should read it. */
  readonly truth: Map<string, FieldValue>;
  readonly label?: string;
}

export interface InventOptions {
  readonly pack: Pack;
  readonly profile: Profile;
  readonly company: Company;
  readonly random: Random;
  readonly habits: Habits;
  readonly defects: readonly Defect[];
  /** Description written for the filing's label, put into the core chapter. */
  readonly story?: { label: string; text: string };
  /** Title to use instead of an invented one. */
  readonly title?: string;
  /** One sentence a chapter, where the profile does not ask for more. */
  readonly brief: boolean;
  /** The filing must fit one page, whatever its chapters then lack. */
  readonly onePage: boolean;
}

/** Invents what one applicant writes: sound by the profile, then spoilt by the planted defects. */
export function inventValues(options: InventOptions): Invented {
  const { pack, defects } = options;
  const numbers = inventNumbers(options);
  for (const defect of defects) {
    for (const [key, value] of Object.entries(defect.set))
      if (typeof value === 'number') numbers.set(key, value);
  }
  const written: Written = {
    values: new Map(),
    ticks: new Map(),
    years: new Map(),
    rows: new Map(),
    second: new Map(),
  };
  const truth = new Map<string, FieldValue>();
  for (const field of pack.form.fields) inventField(field, options, numbers, written, truth);
  for (const defect of defects) spoil(defect, options, written, truth);
  return { written, truth, ...(options.story ? { label: options.story.label } : {}) };
}

function inventNumbers({ pack, profile, random }: InventOptions): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const field of pack.form.fields) {
    if (field.type !== 'amount' && field.type !== 'count' && field.type !== 'percent') continue;
    const [low, high] =
      profile.numbers[field.key] ??
      (field.type === 'percent' ? [5, 60] : field.type === 'amount' ? [800, 9000] : [3, 400]);
    numbers.set(field.key, random.int(low, high));
  }
  for (const [key, { of, share }] of Object.entries(profile.shares)) {
    const part = share[0] + random.next() * (share[1] - share[0]);
    numbers.set(key, Math.round((numbers.get(of) ?? 0) * part));
  }
  for (const [key, { of, plus }] of Object.entries(profile.sums)) {
    numbers.set(key, of.reduce((sum, part) => sum + (numbers.get(part) ?? 0), 0) + random.int(...plus));
  }
  for (const [key, { from, minus }] of Object.entries(profile.differences)) {
    numbers.set(
      key,
      minus.reduce((left, part) => left - (numbers.get(part) ?? 0), numbers.get(from) ?? 0),
    );
  }
  return numbers;
}

function inventField(
  field: FormField,
  options: InventOptions,
  numbers: ReadonlyMap<string, number>,
  written: Written,
  truth: Map<string, FieldValue>,
): void {
  const { random, profile, company, habits } = options;
  const put = (text: string, value: FieldValue = text): void => {
    written.values.set(field.key, text);
    truth.set(field.key, value);
  };
  switch (field.type) {
    case 'amount':
    case 'count':
    case 'percent': {
      const value = numbers.get(field.key) ?? 0;
      put(writeNumber(value, field.type, field.unit, habits), value);
      return;
    }
    case 'ticks':
    case 'choice': {
      const ticked = inventTicks(field, options);
      written.ticks.set(field.key, ticked);
      truth.set(field.key, ticked);
      return;
    }
    case 'years': {
      let value = random.int(
        ...(profile.numbers[field.key] ?? (field.of === 'percent' ? [35, 62] : [6000, 90000])),
      );
      const years: Record<string, string> = {};
      const values: Record<string, number> = {};
      const ratio = profile.ratios[field.key];
      for (const year of field.years) {
        if (ratio) value = ratioOf(truth.get(ratio.of), year, numbers.get(ratio.over));
        years[year] = field.of === 'percent' ? `${value}%` : writeNumber(value, 'amount', undefined, habits);
        values[year] = value;
        value = Math.round(value * (1 + random.next() * 0.2));
      }
      written.years.set(field.key, years);
      truth.set(field.key, values);
      return;
    }
    case 'table': {
      const rows = Array.from({ length: random.int(2, 4) }, () => inventRow(field, options));
      written.rows.set(
        field.key,
        rows.map((row) => row.written),
      );
      truth.set(
        field.key,
        rows.map((row) => row.truth),
      );
      return;
    }
    case 'section':
    case 'long-text': {
      const isCore = profile.core === field.key && options.story;
      const topic = topicOf(field.label);
      let text = isCore
        ? options.story!.text
        : narrate(topic, company, random, options.brief ? 1 : random.int(3, 6));
      const least = options.onePage ? 0 : (profile.least[field.key] ?? 0);
      while (text.length < least) text += narrate(topic, company, random, 2);
      const more = ['*', options.story?.label ?? ''].flatMap(
        (label) => profile.append[label]?.[field.key] ?? [],
      );
      const whole = [text, ...more].join('\n');
      put(field.limit ? whole.slice(0, field.limit - 10) : whole);
      return;
    }
    default:
      put(...inventPlain(field, options));
  }
}

/** A year's share of a number in percent, to two places. */
function ratioOf(part: FieldValue | undefined, year: number, whole = 0): number {
  const values = new Map(Object.entries(part ?? {}));
  return Math.round((10_000 * Number(values.get(String(year)) ?? 0)) / whole) / 100;
}

/** What is written in a plain field, and its value where that differs. */
function inventPlain(
  field: Exclude<FormField, { type: 'table' | 'years' | 'ticks' | 'choice' }>,
  { company, random, profile, habits, title, story }: InventOptions,
): [text: string, value?: FieldValue] {
  const given = profile.values[field.key];
  if (given && !(field.role === 'title' && title)) {
    const places = {
      '{province}': company.province,
      '{city}': company.city,
      '{company}': company.name,
      '{brand}': company.brand,
      '{product}': company.trade.products[0] ?? company.brand,
    };
    const text = Object.entries(places).reduce(
      (t, [name, value]) => t.replaceAll(name, value),
      random.pick(given),
    );
    return isTime(field.type) ? [writeTime(isoOf(text), habits), isoOf(text)] : [text];
  }
  switch (field.role) {
    case 'title':
      return [title ?? inventTitle(company, random, story?.label)];
    case 'applicant':
      return [company.name];
    case 'credit-code':
      return [company.creditCode];
    case 'recommending-unit':
      return [company.recommender];
    case 'region':
      return [company.city];
    case 'address':
      return [company.address];
    case 'industry':
      return [company.trade.industry];
    case 'legal-person':
      return [company.legalPerson];
    case 'contact':
      return [company.contact];
    default:
      return inventByType(field.type, company, random, habits);
  }
}

function inventByType(
  type: FormField['type'],
  company: Company,
  random: Random,
  habits: Habits,
): [string, FieldValue?] {
  const time = (iso: string): [string, string] => [writeTime(iso, habits), iso];
  const [y, m, d] = [random.int(1998, 2014), random.int(1, 12), random.int(1, 28)];
  switch (type) {
    case 'phone':
      return [
        `1${random.pick(['38', '39', '50', '86', '89'])}${String(random.int(0, 99999999)).padStart(8, '0')}`,
      ];
    case 'email':
      return [`${random.pick(['office', 'contact', 'xmb', 'it'])}${random.int(10, 999)}@example.com`];
    case 'date':
      return time(`${y}-${pad(m)}-${pad(d)}`);
    case 'month':
      return time(`${y}-${pad(m)}`);
    case 'span':
      return time(`2020-${pad(m)}/2021-${pad(d % 12 || 12)}`);
    case 'person':
      return [personName(random)];
    case 'org-code':
      return [company.creditCode];
    default:
      return [random.pick(['按建设方案执行', '详见附件', '国内先进水平', '已通过验收'])];
  }
}

const pad = (n: number) => String(n).padStart(2, '0');

function inventTicks(field: TickField, { pack, profile, random, story }: InventOptions): string[] {
  const how = profile.ticks[field.key];
  const texts = field.options.map((option) => option.text);
  if (!how) return [field.type === 'choice' ? texts[0]! : random.pick(texts)];
  if ('is' in how) return texts.filter((text) => how.is.includes(text));
  if ('pick' in how) return random.sample(texts, random.int(...how.pick));
  if ('label' in how) return story ? labelTicks(field, story.label) : [random.pick(texts)];
  if ('parent' in how) return parentTicks(field, pack, profile, story?.label) ?? [random.pick(texts)];
  const groups = [...new Set(field.options.map((option) => option.group ?? ''))];
  const inGroup = (group: string) =>
    field.options.filter((option) => (option.group ?? '') === group).map((o) => o.text);
  if ('each' in how) return groups.flatMap((group) => random.sample(inGroup(group), random.int(...how.each)));
  return random.sample(groups, how.whole).flatMap(inGroup);
}

function parentTicks(field: TickField, pack: Pack, profile: Profile, label?: string): string[] | undefined {
  const scheme = pack.schemes.find((candidate) => candidate.id === profile.scheme);
  const parent = scheme?.labels.find((candidate) => candidate.name === label)?.parent;
  return parent === undefined ? undefined : labelTicks(field, parent);
}

function labelTicks(field: TickField, label: string): string[] {
  const options = field.options.filter((o) => [o.text, o.group, ...o.aliases].includes(label));
  return options.map((option) => option.text);
}

function inventRow(field: TableField, { random, company, habits }: InventOptions) {
  const written: Record<string, string> = {};
  const truth: Record<string, string | number> = {};
  for (const column of field.columns) {
    const [y, m] = [random.int(2016, 2021), random.int(1, 12)];
    const text = (() => {
      if (column.type === 'person') return personName(random);
      if (column.type === 'month' || column.type === 'date') return writeTime(`${y}-${pad(m)}`, habits);
      if (column.type === 'count' || column.type === 'amount') return String(random.int(2, 900));
      if (column.type === 'phone') return `13${random.int(100000000, 999999999)}`;
      if (/级别|类型|类别/u.test(column.label))
        return random.pick(['国家级', '省级', '发明专利', '软件著作权']);
      if (/职称/u.test(column.label)) return random.pick(['高级工程师', '正高级工程师', '研究员']);
      if (/号/u.test(column.label)) return `ZL2019${random.int(10000000, 99999999)}.${random.int(0, 9)}`;
      return `${random.pick(company.trade.products)}${random.pick(['智能制造示范', '上云标杆', '数字化车间', '优秀解决方案', '控制方法'])}`;
    })();
    written[column.key] = text;
    truth[column.label] =
      column.type === 'month' || column.type === 'date'
        ? `${y}-${pad(m)}`
        : column.type === 'count' || column.type === 'amount'
          ? Number(text)
          : text;
  }
  return { written, truth };
}

function inventTitle(company: Company, random: Random, label?: string): string {
  const what = random.pick(company.trade.products);
  const how = random.pick([
    '全流程协同',
    '智能工厂',
    '质量追溯',
    '柔性排产',
    '设备智能运维',
    '能源精益管理',
    '供应链协同',
    '远程服务',
  ]);
  const frame = random.pick([
    `基于工业互联网平台的${what}${how}项目`,
    `面向${company.trade.name}行业的${what}${how}应用`,
    `${what}${how}${label ? `（${label}）` : ''}建设项目`,
  ]);
  return frame;
}
