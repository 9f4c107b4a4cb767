import type { Text } from '../core/lang.ts';
import { type OpenBatch, openBatch, type Person } from '../pipeline/desk/office.ts';
import { seatIfNewer } from '../pipeline/desk/seat-batch.ts';
import type { Store } from '../store/ports.ts';
import { openPacks } from './settings.ts';
import { type Terminal, UsageError } from './terminal.ts';

/**
 * A batch of the store with its latest run, by id or name, every filing on its desk as that run found it; wrong use
 * where there is none.
 */
export async function openDesk(
  store: Store,
  named: string,
  calls: string | undefined,
  terminal: Terminal,
): Promise<OpenBatch> {
  const batch = (await store.batches.all()).find(({ id, name }) => id === named || name === named);
  const open = batch && (await openBatch(store, batch.id, await openPacks(terminal, calls)));
  if (batch && !open)
    throw new UsageError({
      zh: `找不到该批次的征集通知“${batch.call}”，请用 --calls 指明其目录。`,
      en: `The call "${batch.call}" of this batch is not there: name its folder with --calls.`,
    });
  if (!open?.run)
    throw new UsageError({
      zh: `库中没有已审的批次“${named}”。chushen report 列出各批次。`,
      en: `The store has no screened batch "${named}". chushen report lists those there are.`,
    });
  await seatIfNewer(store, open.run, open.pack);
  return { ...open, run: open.run };
}

/** Who works alone on the own machine, as the workbench knows them. */
export const ownPerson: Person = { id: 'local', name: '本机', role: 'admin', active: true, alone: true };

/**
 * Who a name stands for. Where the office has users only they act, by id or name; where it has none there is one person on
 * the own machine, under the name given.
 */
export async function peopleOf(store: Store): Promise<(name: string) => Person | Text> {
  const users = (await store.users.all()).filter(({ id, active }) => active && id !== ownPerson.id);
  return (name) => {
    if (users.length === 0) return name === '' ? ownPerson : { ...ownPerson, id: name, name };
    const found = users.filter((user) => user.id === name || user.name === name);
    const [user] = found;
    if (user && found.length === 1) return { ...user, alone: false };
    if (name === '')
      return {
        zh: '没有写明审核人，请用 --by 指明。',
        en: 'Nobody is named as the reviewer: say who with --by.',
      };
    return {
      zh: `没有名为“${name}”的在用用户，或不止一个。`,
      en: `There is no active user "${name}", or more than one.`,
    };
  };
}

/** The person of a flag, or wrong use. */
export async function personBy(store: Store, by: string | undefined): Promise<Person> {
  const person = (await peopleOf(store))(by ?? '');
  if ('zh' in person) throw new UsageError(person);
  return person;
}
