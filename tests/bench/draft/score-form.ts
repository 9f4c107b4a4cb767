import type { Draft } from '../../../calls/draft/draft-call.ts';
import type { FormField } from '../../../calls/schema/index.ts';
import type { FormItem } from './form-truth.ts';

/** A blank form's items by the drafted fields that ask for them. */
export interface FormScore {
  readonly asked: number;
  readonly found: number;
  readonly missed: readonly string[];
  /** Fields of the draft that no item of the form asks for. */
  readonly extra: readonly string[];
}

/** Words as they are compared: without spaces, brackets, numbering and marks. */
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/^其中[,:]?/u, '')
    .replace(/\([^()]*\)/gu, '')
    .replace(/^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|\d+[.、])/u, '')
    .replace(/[\s:“”"/、,;]/gu, '')
    .toLowerCase();
/** A label that is nothing but a bracket keeps its words. */
const words = (text: string) => bare(text) || text.replace(/[\s（）()]/gu, '');

const plain = new Set<FormField['type']>([
  'text',
  'person',
  'phone',
  'email',
  'credit-code',
  'org-code',
  'region',
  'industry',
  'long-text',
]);
const dates = new Set<FormField['type']>(['date', 'month', 'span']);

/** Compares a drafted form with what the blank form asks. One field is one item, but for names it asks twice. */
export function scoreForm(
  { form, blankHtml }: Pick<Draft, 'form' | 'blankHtml'>,
  items: readonly FormItem[],
): FormScore {
  const squeeze = (text: string) => text.replace(/[\s（）()]/gu, '');
  const printed = squeeze(blankHtml.replace(/<[^>]*>|\{\{[^}]*\}\}/gu, ''));
  const headings = [...blankHtml.matchAll(/<h\d>(.*?)<\/h\d>/gu)].map(([, text = '']) => words(text));
  const used = new Set<FormField>();
  const missed: string[] = [];
  let found = 0;
  for (const item of items) {
    const heading = item.kind === 'section' && headings.includes(words(item.label));
    const field = heading
      ? undefined
      : form.fields.find((one) => {
          const again = used.has(one) && (one.role === undefined || one.aliases.length === 0);
          return !again && isAsked(one, item);
        });
    const years = field === undefined && item.kind === 'table' ? yearRows(form.fields, item) : [];
    for (const one of field ? [field] : years) used.add(one);
    // The place of a seal is printed; nothing is written there.
    const sealed =
      item.kind === 'signature' && new RegExp(`${/章/u.test(item.label) ? '' : '(?:盖章|公章)'}$`, 'u');
    const nothingToFill =
      heading ||
      (sealed &&
        [...printed.matchAll(new RegExp(`${squeeze(item.label)}(?:盖章|公章)?`, 'gu'))].some(([found]) =>
          sealed.test(found),
        ));
    if (field || years.length > 0 || nothingToFill) found++;
    else
      missed.push(
        `${item.kind} ${item.label}${item.options ? ` [${item.options.join('|')}]` : ''}${item.columns ? ` [${item.columns.join('|')}]` : ''}`,
      );
  }
  const extra = form.fields
    .filter((one) => !used.has(one))
    .map((one) => `${one.type} ${[...one.under, one.label].join('/')}`);
  return { asked: items.length, found, missed, extra };
}

function isAsked(field: FormField, item: FormItem): boolean {
  const nameless = /^（(?:日期|选项)）$/u.test(item.label);
  return holds(field, item) && (nameless || isNamed(field, item.label));
}

/** The last part of the label names the field; the parts before it stand above it. */
function isNamed(field: FormField, label: string): boolean {
  const parts = label.split('/').map(words);
  const last = parts.at(-1) ?? '';
  const names = [field.label, ...field.aliases].map(words);
  const path = words(field.under.join('')) + names.join('');
  const named = names.some(
    (name) => name === last || (name !== '' && last === words(field.under.at(-1) ?? '') + name),
  );
  return named && parts.slice(0, -1).every((part) => path.includes(part));
}

function holds(field: FormField, item: FormItem): boolean {
  switch (item.kind) {
    case 'text':
      return plain.has(field.type);
    case 'date':
      return dates.has(field.type);
    case 'amount':
      return field.type === 'amount' && sameUnit(field.unit, item.unit);
    case 'number':
      return (field.type === 'count' || field.type === 'percent') && sameUnit(field.unit, item.unit);
    case 'choice':
    case 'multi-choice': {
      if (field.type !== 'choice' && field.type !== 'ticks') return false;
      if (item.kind === 'multi-choice' && field.type === 'choice') return false;
      return same(
        field.options.map(({ text }) => text),
        item.options ?? [],
      );
    }
    case 'long-text':
    case 'section':
      return (
        field.type === 'long-text' ||
        field.type === 'section' ||
        (item.kind === 'long-text' && field.type === 'text')
      );
    case 'signature':
      return plain.has(field.type);
    case 'table': {
      if (field.type !== 'table') return false;
      const columns = (item.columns ?? []).filter((one) => one !== '序号');
      return same(
        field.columns.map(({ label }) => label),
        columns,
      );
    }
  }
}

const sameUnit = (unit: string, asked: string | null) =>
  asked === null || unit.normalize('NFKC') === asked.normalize('NFKC');
const same = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && some.every((one, i) => words(one) === words(others[i] ?? ''));

/** A table with years for columns is a field of years for each of its rows. */
function yearRows(fields: readonly FormField[], { rowLabels = [], columns }: FormItem): FormField[] {
  const asked = (columns ?? []).flatMap((one) => /20\d\d/u.exec(one)?.[0] ?? []).map(Number);
  const rows = rowLabels.map((label) =>
    fields.find(
      (one) => one.type === 'years' && words(one.label) === words(label) && one.years.join() === asked.join(),
    ),
  );
  return rows.every((row) => row !== undefined) ? rows : [];
}
