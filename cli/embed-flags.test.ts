import { expect, test } from 'vitest';
import { embeddingServer } from './embed-flags.ts';

test('a server needs an address and a model; its key comes by the environment', () => {
  expect(embeddingServer({}, 'k')).toBeUndefined();
  expect(
    embeddingServer({ embedServer: 'http://10.0.0.8:8000/v1', embedModel: 'bge-m3' }, 'k'),
  ).toMatchObject({
    url: 'http://10.0.0.8:8000/v1',
    model: 'bge-m3',
    key: 'k',
  });
  expect(() => embeddingServer({ embedServer: 'http://10.0.0.8:8000/v1' })).toThrow();
  expect(() => embeddingServer({ embedServer: 'file:///x', embedModel: 'm' })).toThrow();
});
