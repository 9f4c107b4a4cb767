import { expect, test } from 'vitest';
import { forgiving } from './forgiving.ts';
import { openStore } from './open-store.ts';
import type { StoreFailure } from './ports.ts';
import { at, listOf, outcomeOf, versionOf } from './testing.ts';

async function open() {
  const opening = await openStore(':memory:');
  if (!opening.ok) throw new Error(opening.detail);
  return opening.store;
}

const facts = { applicant: '', title: '', region: '' };

test('a store that works is used as it is', async () => {
  const failures: StoreFailure[] = [];
  const store = forgiving(await open(), (failure) => failures.push(failure));
  await store.stages.put('read', 'k', { a: 1 });
  await store.outcomes.put('r', outcomeOf('f1'), facts);
  expect(await store.stages.get('read', 'k')).toEqual({ a: 1 });
  expect(await listOf(store.outcomes.stream('r'))).toEqual([outcomeOf('f1')]);
  await store.close();
  expect(failures).toEqual([]);
});

test('a store that fails keeps nothing beyond the run, says so once, and rejects only for awards and what people do', async () => {
  const broken = await open();
  await broken.close();
  const failures: StoreFailure[] = [];
  const store = forgiving(broken, (failure) => failures.push(failure));
  await store.stages.put('read', 'k', 1);
  await store.known.put([{ id: 'f', call: 'c', version: 'v', screened: true, data: 1 }]);
  await store.filings.put(versionOf('f1'));
  await store.outcomes.put('r', outcomeOf('f1'), facts);
  await store.vectors.keepVectors('e/1', [['t', new Float32Array(2)]]);
  await store.events.add([{ run: 'r', at: at(1), event: { kind: 'files', files: 1 } }]);
  expect(await store.stages.get('read', 'k')).toBe(1);
  expect(await store.stages.get('read', 'other')).toBeUndefined();
  expect(await store.stages.has('read', ['k', 'other'])).toEqual(new Set(['k']));
  expect(await listOf(store.stages.stream('read', ['other', 'k']))).toEqual([undefined, 1]);
  expect(await store.vectors.vectorsOf('e/1', ['a', 'b'])).toEqual([undefined, undefined]);
  expect(await store.known.screened()).toEqual([]);
  expect(await listOf(store.known.stream([{ id: 'f', call: 'c' }]))).toEqual([]);
  expect(await listOf(store.outcomes.stream('r'))).toEqual([outcomeOf('f1')]);
  expect(await listOf(store.outcomes.stream('other'))).toEqual([]);
  expect(await store.outcomes.count({ run: 'r' })).toMatchObject({ open: 0 });
  expect(await store.runs.old('c')).toEqual([]);
  expect(failures).toMatchObject([{ name: 'StoreFailure', fault: 'failed' }]);
  await expect(store.awards.all()).rejects.toMatchObject({ name: 'StoreFailure' });
  const decision = {
    id: 'd',
    filing: 'f',
    version: 1,
    kind: 'pass',
    reasons: [],
    note: '',
    by: '',
    at: at(1),
  } as const;
  await expect(store.decisions.add(decision)).rejects.toMatchObject({ name: 'StoreFailure' });
  await store.close();
});

test('a bug is thrown', async () => {
  const store = await open();
  const failures: StoreFailure[] = [];
  const buggy = { ...store, stages: { ...store.stages, get: () => Promise.reject(new TypeError('bug')) } };
  const wrapped = forgiving(buggy, (failure) => failures.push(failure));
  await expect(wrapped.stages.get('read', 'k')).rejects.toThrow(TypeError);
  expect(failures).toEqual([]);
  await store.close();
});
