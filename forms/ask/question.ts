import type { Form, FormField } from '../../calls/schema/form.ts';
import { type Field, sureEnough } from '../../core/filing.ts';

/**
 * Kinds of values that one passage of a filing can state, as the model is told. Ticks, tables, year columns
 * and chapters are left out: their values lie in marks and cells, which no quotation proves.
 */
const kinds = {
  text: '文字',
  person: '姓名',
  region: '地区或地址',
  industry: '行业',
  date: '日期',
  month: '年月',
  span: '起止时间',
  phone: '电话号码',
  email: '电子邮箱',
  'credit-code': '统一社会信用代码',
  'org-code': '组织机构代码',
  count: '数量',
  amount: '金额',
  percent: '百分比',
} as const;

export type AskableField = Extract<FormField, { type: keyof typeof kinds }>;

/** One field that the model is asked for, and what was read of it so far. */
export interface Question {
  readonly field: AskableField;
  readonly before: Field;
}

/**
 * The fields that nothing else could fill: not found, not legible, or read with too little certainty.
 * A place that was found empty is an answer, and so is a value that is sure enough.
 */
export function openQuestions(form: Form, fields: ReadonlyMap<string, Field>): Question[] {
  return form.fields.flatMap((field) => {
    const before = fields.get(field.key);
    return before && isAskable(field) && isOpen(before) ? [{ field, before }] : [];
  });
}

function isAskable(field: FormField): field is AskableField {
  return Object.hasOwn(kinds, field.type);
}

function isOpen({ state, confidence }: Field): boolean {
  return state === 'absent' || state === 'unreadable' || (state === 'filled' && confidence < sureEnough);
}

/** What the model is told of a field: `企业名称（申报单位），在“企业信息”下，金额，单位：万元`. */
export function describeField(field: AskableField): string {
  const names = field.aliases.length > 0 ? `${field.label}（${field.aliases.join('、')}）` : field.label;
  const under = field.under.length > 0 ? `，在“${field.under.join(' / ')}”下` : '';
  const unit = 'unit' in field ? `，单位：${field.unit}` : '';
  return `${names}${under}，${kinds[field.type]}${unit}`;
}
