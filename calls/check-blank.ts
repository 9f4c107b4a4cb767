import { linesOf } from '../core/document.ts';
import type { Report } from './check.ts';
import type { FormField, Pack } from './schema/index.ts';

const file = 'blank-form.html';
const places = /\{\{([^{}]*)\}\}/g;
const wellFormed = /^([a-z][a-z0-9_]*)(?:=(.+)|\.(.+))?$/s;

/** The blank form against the form: every field and option has its place, every place its field. */
export function checkBlank(pack: Pack, report: Report): void {
  const fields = new Map(pack.form.fields.map((field) => [field.key, field]));
  const found = new Map<string, Set<string>>();
  for (const line of linesOf(pack.blank.body)) {
    for (const [whole, inner = ''] of line.text.matchAll(places)) {
      const [, key = '', option, sub] = wellFormed.exec(inner.trim()) ?? [];
      const field = fields.get(key);
      const stray = !field
        ? { zh: '表中没有这个栏目', en: 'no such field' }
        : strayPart(field, option?.trim(), sub?.trim());
      if (stray) {
        report(file, whole, {
          message: {
            zh: `占位符 ${whole} 有误：${stray.zh}。`,
            en: `The place ${whole} is wrong: ${stray.en}.`,
          },
          mend: {
            zh: '请改正占位符，或在 form.yaml 中补上相应的栏目、选项或列。',
            en: 'Correct it, or add the field, option or column to form.yaml.',
          },
        });
        continue;
      }
      const parts = found.get(key) ?? new Set<string>();
      parts.add(option?.trim() ?? sub?.trim() ?? '');
      found.set(key, parts);
    }
  }
  pack.form.fields.forEach((field, i) => {
    const has = found.get(field.key) ?? new Set<string>();
    for (const part of partsOf(field)) {
      if (has.has(part)) continue;
      const place = `{{${field.key}${part === '' ? '' : 'options' in field ? `=${part}` : `.${part}`}}}`;
      report('form.yaml', `fields[${i}]`, {
        message: { zh: `空白表中没有 ${place} 的位置。`, en: `The blank form has no place ${place}.` },
        mend: {
          zh: `请在 blank-form.html 的相应位置写上 ${place}。`,
          en: `Write ${place} where it belongs in blank-form.html.`,
        },
      });
    }
  });
}

/** What must stand in the blank form for a field; `''` for its one place. */
function partsOf(field: FormField): string[] {
  if ('options' in field) return field.options.map((option) => option.text);
  if (field.type === 'years') return field.years.map(String);
  if (field.type === 'table') return field.columns.map((column) => column.key);
  return [''];
}

function strayPart(field: FormField, option?: string, sub?: string) {
  if (option !== undefined) {
    const known = 'options' in field && field.options.some((one) => one.text === option);
    return known ? undefined : { zh: '栏目没有这个选项', en: 'the field has no such option' };
  }
  if (sub === undefined) {
    const whole = 'options' in field || field.type === 'years' || field.type === 'table';
    return whole ? { zh: '缺少选项、年份或列', en: 'an option, year or column is missing' } : undefined;
  }
  const known = partsOf(field).includes(sub) || (field.type === 'table' && sub === '#');
  return !('options' in field) && known
    ? undefined
    : { zh: '栏目没有这个年份或列', en: 'the field has no such year or column' };
}
