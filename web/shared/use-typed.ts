import { useState } from 'react';

interface Entry<T> {
  readonly value: T;
  /** What stood there when it was typed. */
  readonly over: T;
}
type Entries<T> = { readonly [Key in keyof T]?: Entry<T[Key]> };

/**
 * What a person types over values that others may change: news fill what they left alone and never take away what they
 * typed. `others` are the keys that were typed and that somebody else made something different of meanwhile.
 */
export function useTyped<T extends object>(now: T) {
  const [entries, setEntries] = useState<Entries<T>>({});
  return {
    typed: typedOver(now, entries),
    others: changedByOthers(now, entries),
    set: (part: Partial<T>) => setEntries((before) => entered(now, before, part)),
    /** Once it is saved. */
    clear: () => setEntries({}),
  };
}

const keysOf = <T extends object>(of: T) => Object.keys(of) as (keyof T)[];

export function typedOver<T extends object>(now: T, entries: Entries<T>): T {
  const typed = { ...now };
  for (const key of keysOf(entries)) typed[key] = entries[key]?.value as T[typeof key];
  return typed;
}

export function entered<T extends object>(now: T, before: Entries<T>, part: Partial<T>): Entries<T> {
  const added: { [Key in keyof T]?: Entry<T[Key]> } = {};
  for (const key of keysOf(part))
    added[key] = { value: part[key] as T[typeof key], over: before[key]?.over ?? now[key] };
  return { ...before, ...added };
}

export function changedByOthers<T extends object>(now: T, entries: Entries<T>): (keyof T)[] {
  return keysOf(entries).filter((key) => {
    const entry = entries[key];
    return entry !== undefined && now[key] !== entry.over && now[key] !== entry.value;
  });
}
