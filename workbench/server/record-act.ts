import { randomUUID } from 'node:crypto';
import type { Act, User } from '../../core/desk.ts';
import type { Store } from '../../store/ports.ts';

/** Records an act that is about a batch or the office and not about a filing, which `pipeline/desk` records. */
export async function recordAct(
  store: Store,
  person: Pick<User, 'id'>,
  told: Pick<Act, 'kind' | 'text'> & Partial<Pick<Act, 'batch' | 'old' | 'new'>>,
): Promise<void> {
  const id = randomUUID();
  const at = new Date().toISOString();
  const about = { batch: '', filing: '', version: 0, old: '', new: '' };
  await store.acts.add([{ ...about, ...told, id, at, by: person.id, group: id, seconds: 0 }]);
}
