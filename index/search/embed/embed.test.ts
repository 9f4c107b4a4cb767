import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Embeddings } from '@langchain/core/embeddings';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dot } from '../../signals/meaning.ts';
import { chunksOf } from './chunks.ts';
import { HashEmbeddings, hashDims } from './hash-embeddings.ts';
import { openEmbedder } from './open-embedder.ts';
import { ServerEmbeddings } from './server-embeddings.ts';

const kiln = '回转窑烧成系统煤耗偏高，项目组部署高温相机并联动控制分解炉温度。';
const again = '针对回转窑煤耗高的问题，部署了高温相机，分解炉温度与喂料联动控制。';
const dairy = '低温乳品灌装线清洗耗水多，通过在线电导检测缩短清洗时间。';

test('vectors are of length 1, the same each time, and nearer for like texts', async () => {
  const embedder = new HashEmbeddings().learn([kiln, again, dairy]);
  expect(embedder).toBeInstanceOf(Embeddings);
  const [a, b, c] = await embedder.embedDocuments([kiln, again, dairy]);
  expect(a).toHaveLength(hashDims);
  expect(dot(a!, a!)).toBeCloseTo(1);
  expect(await new HashEmbeddings().learn([kiln, again, dairy]).embedQuery(kiln)).toEqual(a);
  expect(dot(a!, b!)).toBeGreaterThan(dot(a!, c!) + 0.2);
  expect(embedder.embed('，。')).toEqual(new Array(hashDims).fill(0));
});

test('punctuation, width and case do not change a vector', () => {
  const embedder = openEmbedder() as HashEmbeddings;
  expect(dot(embedder.embed('ＭＥＳ 系统，上线！'), embedder.embed('mes系统上线'))).toBeCloseTo(1);
});

test('property: chunks hold all letters in order and none is much too long', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[\u4e00-\u4e10。；\n ]{0,400}$/),
      fc.integer({ min: 5, max: 50 }),
      (text, size) => {
        const chunks = chunksOf(text, size);
        expect(chunks.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const chunk of chunks) expect(chunk.length).toBeLessThanOrEqual(size);
      },
    ),
  );
});

test('a server that speaks the OpenAI form is asked in batches; a bad answer is an error', async () => {
  const asked: { model: string; input: string[] }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      const question = JSON.parse(body) as { model: string; input: string[] };
      asked.push(question);
      const data = question.input
        .map((text, index) => ({ index, embedding: [text.length, index] }))
        .reverse();
      response.end(JSON.stringify(question.model === 'bad' ? { data: [] } : { data }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  try {
    const embedder = openEmbedder({ url, model: 'm', batch: 2 });
    expect(await embedder.embedDocuments(['a', 'bb', 'ccc'])).toEqual([
      [1, 0],
      [2, 1],
      [3, 0],
    ]);
    expect(asked.map(({ input }) => input.length).sort()).toEqual([1, 2]);
    const bad = new ServerEmbeddings({ url, model: 'bad' });
    bad.caller = new (bad.caller.constructor as new (of: object) => typeof bad.caller)({ maxRetries: 0 });
    await expect(bad.embedQuery('x')).rejects.toThrow('0 vectors for 1 texts');
  } finally {
    server.close();
  }
});
