import { squeeze } from '../../core/normalise/tidy.ts';
import { formFieldOf, type Scope } from '../scope.ts';

/** One sub-group of a field of tick boxes: its options, and which of them are ticked. */
export interface TickGroup {
  readonly name: string;
  readonly options: readonly string[];
  readonly ticked: readonly string[];
}

/** The sub-groups asked for, or all of the field's in the form's order. */
export function tickGroups(
  scope: Scope,
  key: string,
  names: readonly string[],
  ticked: readonly string[],
): TickGroup[] {
  const field = formFieldOf(scope, key);
  const options = field && 'options' in field ? field.options : [];
  const wanted = names.length > 0 ? names : [...new Set(options.flatMap((option) => option.group ?? []))];
  const on = new Set(ticked.map((text) => squeeze(text)));
  return wanted.map((name) => {
    const own = options.filter((option) => option.group === name).map((option) => option.text);
    return { name, options: own, ticked: own.filter((text) => on.has(squeeze(text))) };
  });
}
