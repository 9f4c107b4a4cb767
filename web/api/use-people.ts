import { useMe } from '../app/session.tsx';
import { loadUsers } from './routes.ts';
import { useLoad } from './use-load.ts';

/** Who work can be given to: the active users; alone, or where they may not be seen, oneself. */
export function usePeople(): readonly { readonly id: string; readonly name: string }[] {
  const me = useMe();
  const { data } = useLoad('people', async () => (me.alone ? { users: [] } : loadUsers()));
  const people = (data?.users ?? []).filter(({ active }) => active);
  return people.length > 0 ? people : [me.user];
}
