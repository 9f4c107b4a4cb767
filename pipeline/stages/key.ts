import { createHash } from 'node:crypto';
import type { Pack } from '../../calls/schema/index.ts';

/** A key made of everything that an output depends on: 32 hex digits of SHA-256 over its JSON. */
export function keyOf(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts, plain)).digest('hex').slice(0, 32);
}

/** Maps by their entries: JSON would make `{}` of every one of them. */
const plain = (_key: string, value: unknown) => (value instanceof Map ? [...value] : value);

/** Parts of a call pack that stages depend on apart from each other, so that a changed rule costs only judging. */
export type PackPart = 'form' | 'labels' | 'policy' | 'rules';

const known = new WeakMap<Pack, Map<PackPart, string>>();

/** A hash of one part of a pack, made once a pack. */
export function packKey(pack: Pack, part: PackPart): string {
  const keys = known.get(pack) ?? new Map<PackPart, string>();
  known.set(pack, keys);
  const key = keys.get(part) ?? keyOf(part, contentOf(pack, part));
  keys.set(part, key);
  return key;
}

function contentOf(pack: Pack, part: PackPart): unknown {
  switch (part) {
    case 'form':
      return [pack.form, pack.blank, pack.call.annexes, pack.call.year];
    case 'labels':
      return [pack.schemes, pack.clauses];
    case 'policy':
      return [pack.call.id, pack.call.programme, pack.call.resubmission, pack.call.year];
    case 'rules':
      return [pack.call, pack.rules, pack.clauses];
  }
}
