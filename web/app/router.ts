import { useSyncExternalStore } from 'react';

/**
 * Where the page stands: the part behind `#`, so that the server has one page only and an address can be handed on.
 * `#/batches/b1/queue?view=todo` → path `['batches', 'b1', 'queue']`, query `{ view: 'todo' }`.
 */
export interface Route {
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string>>;
}

type Query = Readonly<Record<string, string | number | undefined>>;

export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  return {
    path: path.split('/').filter(Boolean).map(decoded),
    query: Object.fromEntries(new URLSearchParams(query)),
  };
}

/** Never throws: an address that somebody cut off still leads somewhere. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function hashOf(path: readonly string[], query: Query = {}): string {
  const asked = Object.entries(query).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [[key, String(value)]],
  );
  const search = new URLSearchParams(asked).toString();
  return `#/${path.map(encodeURIComponent).join('/')}${search ? `?${search}` : ''}`;
}

/** `replace` leaves no step behind for the browser's back key. */
export function go(path: readonly string[], query: Query = {}, how: { replace?: boolean } = {}): void {
  const hash = hashOf(path, query);
  if (hash === location.hash) return;
  if (!how.replace) {
    location.hash = hash;
    return;
  }
  history.replaceState(null, '', hash);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

let shown = { hash: '', route: routeOf('') };

function current(): Route {
  if (location.hash !== shown.hash) shown = { hash: location.hash, route: routeOf(location.hash) };
  return shown.route;
}

function listen(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

export function useRoute(): Route {
  return useSyncExternalStore(listen, current);
}
