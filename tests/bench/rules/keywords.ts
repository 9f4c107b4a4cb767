import { refsOfCheck } from '../../../calls/rule-language/operators.ts';
import type { FormField, Pack } from '../../../calls/schema/index.ts';

export type KeywordVerdict = 'pass' | 'fail';

/**
 * The baseline: a rule fails when the label of one of its fields is not in the text, or is followed at once by
 * another label, as where nothing is filled in. It is given the text as printed, without errors of reading.
 */
export function judgeByKeywords({ form, rules }: Pack, text: string): Map<string, KeywordVerdict> {
  const squeezed = text.replace(/[\s:：]+/gu, '');
  const labels = form.fields.map(({ label }) => label.replace(/\s+/gu, ''));
  return new Map(
    rules.map((rule) => {
      const keys = [...refsOfCheck(rule.check, '')].flatMap((ref) => (ref.kind === 'field' ? [ref.key] : []));
      const fields = form.fields.filter(({ key }) => keys.includes(key));
      return [rule.id, fields.every((field) => isFilled(field, squeezed, labels)) ? 'pass' : 'fail'];
    }),
  );
}

function isFilled({ label, type, ...field }: FormField, text: string, labels: readonly string[]): boolean {
  const name = label.replace(/\s+/gu, '');
  const at = text.indexOf(name);
  if (at < 0) return false;
  const rest = text.slice(at + name.length);
  if (type === 'ticks' || type === 'choice') {
    const length =
      'options' in field ? field.options.reduce((sum, option) => sum + option.text.length + 3, 0) : 0;
    return /[☑☒√✓✔■●]/u.test(rest.slice(0, length + 20));
  }
  return rest !== '' && !labels.some((other) => rest.startsWith(other));
}
