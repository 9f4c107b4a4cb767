import type { Store } from '../../../store/ports.ts';

/** Names of users by id; an id that nobody has any more is shown as it is. */
export async function namesOf(store: Store): Promise<(id: string) => string> {
  const names = new Map((await store.users.all()).map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}
