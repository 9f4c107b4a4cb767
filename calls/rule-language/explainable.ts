import type { Text } from '../../core/lang.ts';
import { quoted, t } from '../../core/say.ts';
import type { Call } from '../schema/call.ts';
import type { Form } from '../schema/form.ts';
import type { Scheme } from '../schema/schemes.ts';

/** What explaining needs of a pack: names of fields, annexes and schemes, and dates. */
export interface Explainable {
  readonly call: Call;
  readonly form: Form;
  readonly schemes: readonly Scheme[];
}

/** The form's label of a field. */
export function fieldName(key: string, pack: Explainable): Text {
  const field = pack.form.fields.find((one) => one.key === key);
  return t(field?.label ?? key, field?.en ?? key);
}

/** The form's label of a field in quotation marks. */
export function quotedField(key: string, pack: Explainable): Text {
  return quoted(fieldName(key, pack));
}
