import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../store/open-store.ts';
import { ownPerson, peopleOf, personBy } from './open-desk.ts';
import { UsageError } from './terminal.ts';

test('one person alone acts under any name; where the office has users only they act', async () => {
  const opening = await openStore(join(mkdtempSync(join(tmpdir(), 'chushen-people-')), 'a.sqlite'));
  if (!opening.ok) throw new Error(opening.detail);
  const { store } = opening;
  await store.users.put(ownPerson);
  expect((await peopleOf(store))('')).toEqual(ownPerson);
  expect((await peopleOf(store))('李敏')).toMatchObject({ id: '李敏', alone: true });
  const user = (id: string, name: string, active = true) =>
    store.users.put({ id, name, role: 'clerk', active });
  await user('li', '李敏');
  await user('zhang', '张伟');
  await user('zhang2', '张伟');
  await user('wang', '王芳', false);
  const people = await peopleOf(store);
  expect(people('李敏')).toMatchObject({ id: 'li', role: 'clerk', alone: false });
  expect(people('zhang2')).toMatchObject({ id: 'zhang2' });
  for (const nobody of ['', '张伟', '王芳', '某人', '本机']) expect(people(nobody)).toHaveProperty('zh');
  await expect(personBy(store, undefined)).rejects.toThrow(UsageError);
  await store.close();
});
