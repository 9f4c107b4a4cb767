import type { Scheme } from '../../calls/schema/index.ts';
import { squeeze } from '../../core/normalise/tidy.ts';

/** Whether any of the names is a wanted label, by its name, an alias, or the class above it. */
export function isOneOf(names: readonly string[], wanted: readonly string[], scheme: Scheme): boolean {
  const asked = new Set(wanted.map((name) => squeeze(name)));
  return names.some((name) => {
    const known = scheme.labels.find((one) =>
      [one.name, ...one.aliases].some((n) => squeeze(n) === squeeze(name)),
    );
    return [name, known?.name, known?.parent].some((one) => one !== undefined && asked.has(squeeze(one)));
  });
}
