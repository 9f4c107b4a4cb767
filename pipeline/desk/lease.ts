import type { Desk, User } from '../../core/desk.ts';
import type { Store } from '../../store/ports.ts';

/** Minutes for which a filing is held by who opened it, and again with each act. */
const minutes = 10;

/**
 * Holds a filing for a person, so that two do not decide it at once, or prolongs the hold. Whoever holds it already keeps
 * it until it ends. A hold is no act: the revision stays, and nothing is recorded.
 */
export async function lease(store: Store, filing: string, user: Pick<User, 'id'>): Promise<Desk | undefined> {
  const desk = await store.desks.get(filing);
  if (!desk) return undefined;
  const now = new Date();
  if (desk.lease && desk.lease.by !== user.id && desk.lease.until > now.toISOString()) return desk;
  const until = new Date(now.getTime() + minutes * 60_000).toISOString();
  return store.desks.hold(filing, user.id, until, now.toISOString());
}

/** Gives a filing back; whether the person held it. */
export async function release(store: Store, filing: string, user: Pick<User, 'id'>): Promise<boolean> {
  const desk = await store.desks.get(filing);
  if (desk?.lease?.by !== user.id) return false;
  await store.desks.hold(filing, user.id, '', new Date().toISOString());
  return true;
}
