import type { Store } from './ports.ts';
export function forgiving(store: Store, _: (reason: string) => void): Store {
  return store;
}
