import { formatValue } from '../format-value.ts';
import { type Outcome, outcome } from '../outcome.ts';
import { readField } from '../read-field.ts';
import { nameOf, type Scope } from '../scope.ts';

/** Something is written in the field. A lone stroke says it does not apply, which a person must weigh. */
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
      if (isStroke(raw)) {
        const why = {
          zh: `“${name.zh}”只填了“${raw.trim()}”，请核对是否确实不适用。`,
          en: `"${name.en}" holds only "${raw.trim()}"; please check whether it does not apply.`,
        };
        return outcome('unknown', why, where, { missing: name, value: shown });
      }
      return outcome('pass', { zh: `已填写“${name.zh}”。`, en: `"${name.en}" is filled in.` }, where, {
        value: shown,
      });
    }
  }
}

function isStroke(raw: string): boolean {
  return /^[\s/／\\—–\-－＼]+$/u.test(raw) && raw.trim() !== '';
}
