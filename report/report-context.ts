import type { Pack, Role } from '../calls/schema/index.ts';
import type { Lang } from '../core/lang.ts';

/** What a report needs besides the results: the call's names and which field plays which part. */
export interface ReportContext {
  readonly lang: Lang;
  readonly pack: Pack;
}

/** Key of the field with a role in the call's form. */
export function keyOf(pack: Pack, role: Role): string | undefined {
  return pack.form.fields.find((field) => field.role === role)?.key;
}
