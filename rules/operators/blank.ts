import { formatValue } from '../../core/format-value.ts';
import { readField } from '../reading/read-field.ts';
import { nameOf, type Scope } from '../scope.ts';
import type { Outcome } from '../verdict/outcome.ts';
import { outcome } from '../verdict/outcome.ts';

/** Nothing is written in the field. */
export function blank(key: string, scope: Scope): Outcome {
  const reading = readField(scope, key);
  const name = nameOf(scope, key);
  switch (reading.state) {
    case 'unknown':
      return outcome('unknown', reading.why, reading.evidence);
    case 'blank':
      return outcome('pass', reading.why, reading.field.where);
    case 'filled': {
      const why = { zh: `“${name.zh}”填有内容。`, en: `"${name.en}" is filled in.` };
      const { value, raw, where } = reading.field;
      return outcome('fail', why, where, { value: formatValue(value, raw) });
    }
  }
}
