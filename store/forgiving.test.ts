import { expect, test } from 'vitest';
import { forgiving } from './forgiving.ts';
import { openStore } from './open-store.ts';
import { StoreFailure } from './ports.ts';
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
  expect(await store.outcomes.count({ run: 'r' })).toMatchObject({ passed: 1, open: 0 });
  expect(await store.outcomes.rows({ run: 'r' })).toMatchObject([{ filing: 'f1', state: 'passed' }]);
  expect(await store.outcomes.rows({ run: 'other' })).toEqual([]);
  expect(await store.runs.old('c')).toEqual([]);
  expect(failures).toMatchObject([{ name: 'StoreFailure', fault: 'failed' }]);
  await expect(store.awards.all()).rejects.toMatchObject({ name: 'StoreFailure' });
  const decision = {
    id: 'd',
    filing: 'f',
    version: 1,
    step: 'first',
    kind: 'pass',
    reasons: [],
    note: '',
    by: '',
    at: at(1),
  } as const;
  await expect(store.decisions.add(decision)).rejects.toMatchObject({ name: 'StoreFailure' });
  await store.close();
});

test('what some failures kept out is told, counted, filtered and paged with what was kept', async () => {
  const sound = await open();
  let failing = false;
  const put: typeof sound.outcomes.put = (...args) =>
    failing ? Promise.reject(new StoreFailure('disk-full', 'full')) : sound.outcomes.put(...args);
  const store = forgiving({ ...sound, outcomes: { ...sound.outcomes, put } }, () => {});
  const waiting = { state: 'open', reasons: [], remarks: 0, checklist: 0 } as const;
  const about = (applicant: string) => ({ applicant, title: '', region: '320100' });
  await store.outcomes.put('r', outcomeOf('f1'), about('甲'));
  await store.outcomes.put('r', outcomeOf('f2'), about('乙'));
  failing = true;
  await store.outcomes.put('r', outcomeOf('f3', { judged: waiting }), about('甲'));
  await store.outcomes.put('r', outcomeOf('f2', { judged: waiting, findings: [] }), about('乙'));
  const named = async (query: object) =>
    (await store.outcomes.rows({ run: 'r', ...query })).map(({ filing }) => filing);
  expect(await named({})).toEqual(['f1', 'f3', 'f2']);
  expect((await listOf(store.outcomes.stream('r'))).map(({ filing }) => filing)).toEqual(['f1', 'f3', 'f2']);
  expect(await store.outcomes.count({ run: 'r' })).toMatchObject({ passed: 1, open: 2 });
  expect(await store.outcomes.count({ run: 'r', applicant: '甲' })).toMatchObject({ passed: 1, open: 1 });
  expect(await named({ offset: 1, limit: 1 })).toEqual(['f3']);
  expect(await named({ states: ['open'] })).toEqual(['f3', 'f2']);
  expect(await named({ states: [] })).toEqual([]);
  expect(await named({ applicant: '甲' })).toEqual(['f1', 'f3']);
  expect(await named({ region: '32' })).toEqual(['f1', 'f3', 'f2']);
  expect(await named({ region: '33' })).toEqual([]);
  expect(await named({ rule: { id: '2', verdicts: ['unknown'] } })).toEqual(['f1', 'f3']);
  expect(await named({ confidenceBelow: 0.9 })).toEqual([]);
  expect(await named({ scheme: { id: 's', label: 'l' } })).toEqual([]);
  failing = false;
  await store.outcomes.put('r', outcomeOf('f2'), about('乙'));
  expect(await store.outcomes.count({ run: 'r' })).toMatchObject({ passed: 2, open: 1 });
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
