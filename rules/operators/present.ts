import type { Field } from '../../core/filing.ts';
import { formatValue } from '../../core/format-value.ts';
import { listed } from '../../core/say.ts';
import { saysNone } from '../../core/text/statement/none.ts';
import { readField } from '../reading/read-field.ts';
import { formFieldOf, nameOf, type Scope } from '../scope.ts';
import { type Outcome, outcome } from '../verdict/outcome.ts';

/**
 * Something is written in the field, in each of its years if it has years. A lone stroke or 无 says it does not apply,
 * which a person must weigh.
 */
export function present(key: string, scope: Scope): Outcome {
  const reading = readField(scope, key);
  const name = nameOf(scope, key);
  switch (reading.state) {
    case 'unknown':
      return outcome('unknown', reading.why, reading.evidence, { missing: name });
    case 'blank':
      return outcome('fail', reading.why, reading.field.where, { missing: name, value: formatValue('', '') });
    case 'filled': {
      const { value, raw, where } = reading.field;
      const shown = formatValue(value, raw);
      if (saysNone(raw)) {
        const why = {
          zh: `“${name.zh}”只填了“${raw.trim()}”，请核对是否确实不适用。`,
          en: `"${name.en}" holds only "${raw.trim()}"; please check whether it does not apply.`,
        };
        return outcome('unknown', why, where, { missing: name, value: shown });
      }
      const years = openYears(key, value, scope);
      if (years) {
        const missing = listed(
          years.of.map((year) => ({ zh: `${name.zh}（${year}年）`, en: `${name.en} (${year})` })),
        );
        const why = {
          blank: { zh: `${missing.zh}未填写。`, en: `${missing.en}: not filled in.` },
          lost: { zh: `未找到${missing.zh}，请人工核对。`, en: `${missing.en}: not found; please check.` },
        }[years.are];
        return outcome(years.are === 'blank' ? 'fail' : 'unknown', why, where, { missing, value: shown });
      }
      return outcome('pass', { zh: `已填写“${name.zh}”。`, en: `"${name.en}" is filled in.` }, where, {
        value: shown,
      });
    }
  }
}

/** The years of a field that stand empty, or else those that were not found at all. */
function openYears(
  key: string,
  value: Field['value'],
  scope: Scope,
): { readonly are: 'blank' | 'lost'; readonly of: readonly number[] } | undefined {
  const asked = formFieldOf(scope, key);
  if (asked?.type !== 'years' || typeof value !== 'object' || value === null) return undefined;
  const written = new Map(Object.entries(value));
  const blank = asked.years.filter((year) => written.get(String(year)) === null);
  if (blank.length > 0) return { are: 'blank', of: blank };
  const lost = asked.years.filter((year) => !written.has(String(year)));
  return lost.length > 0 ? { are: 'lost', of: lost } : undefined;
}
