import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { builtInPacksDir, loadPacks } from '../calls/load.ts';
import { HashEmbeddings } from '../index/search/embed/hash-embeddings.ts';
import { classifyText, classifyTextHelped } from './classify-text.ts';
import { openWeighing } from './weigh-meaning.ts';

const { packs } = await loadPacks([builtInPacksDir()]);
const pack = packs.get('miit-2022-application-cases');
if (!pack) throw new Error('the pack is gone');

let server: Server | undefined;
afterEach(() => {
  server?.close();
});

/** Speaks OpenAI's `POST /embeddings`; `undefined` for a server that fails. */
async function serve(embedder?: HashEmbeddings): Promise<string> {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      const { input } = JSON.parse(body) as { input: string[] };
      response.writeHead(embedder ? 200 : 404);
      response.end(JSON.stringify({ data: input.map((text) => ({ embedding: embedder?.embed(text) })) }));
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
}

test('the office’s embedder is weighed against the labelled texts and named in the version', async () => {
  const weighing = await openWeighing(pack, { url: await serve(new HashEmbeddings()), model: 'fake' });
  expect(weighing.problem).toBeUndefined();
  const classifier = weighing.classifiers.get(pack.schemes[0]?.id ?? '');
  expect(classifier?.version).toMatch(/^package [0-9a-f]{12} \+ embeddings$/u);
  expect(classifier?.threshold).toBeGreaterThanOrEqual(0.5);
});

test('a server that fails is a note, and nothing is weighed', async () => {
  const weighing = await openWeighing(pack, { url: await serve(), model: 'fake' });
  expect(weighing.classifiers.size).toBe(0);
  expect(weighing.problem).toMatchObject({ code: 'embedding-unavailable' });
});

test('a plain text is classified with the embedder’s say, and as without it when the server fails', async () => {
  const text = '产品设计人员在云端协同建模，仿真验证后下发图纸。';
  const embeddingServer = { url: await serve(new HashEmbeddings()), model: 'fake' };
  const { classification, problems } = await classifyTextHelped(pack, text, { embeddingServer });
  expect(problems).toEqual([]);
  expect(classification[0]?.model).toMatch(/embeddings$/u);
  server?.close();
  const failing = { url: await serve(), model: 'fake' };
  const alone = await classifyTextHelped(pack, text, { embeddingServer: failing });
  expect(alone.problems).toMatchObject([{ code: 'embedding-unavailable' }]);
  expect(alone.classification).toEqual(classifyText(pack, text));
});
