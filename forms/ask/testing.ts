import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

/** The far side of the tests: a server that speaks OpenAI's chat protocol and says what it is told to. */
export interface FakeModel {
  /** Up to and without `/chat/completions`. */
  readonly url: string;
  readonly requests: readonly ChatRequest[];
  close(): Promise<void>;
}

const chatRequest = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
});
export type ChatRequest = z.infer<typeof chatRequest> & { readonly authorization: string | undefined };

export interface FakeReply {
  readonly status?: number;
  /** The reply's content; the whole body where `body` is given. */
  readonly content?: string;
  readonly body?: string;
  readonly headers?: Record<string, string>;
  readonly delayMs?: number;
}

export async function openFakeModel(reply: (request: ChatRequest) => FakeReply): Promise<FakeModel> {
  const requests: ChatRequest[] = [];
  const server = createServer((request, response) => {
    if (request.method === 'GET') {
      response.end(JSON.stringify({ data: [{ id: 'fake' }] }));
      return;
    }
    void bodyOf(request).then((body) => {
      const asked = {
        ...chatRequest.parse(JSON.parse(body)),
        authorization: request.headers.authorization,
      };
      requests.push(asked);
      const said = reply(asked);
      const send = () => {
        response.writeHead(said.status ?? 200, { 'content-type': 'application/json', ...said.headers });
        const content = { choices: [{ message: { role: 'assistant', content: said.content ?? '' } }] };
        response.end(said.body ?? JSON.stringify(content));
      };
      if (said.delayMs === undefined) send();
      else setTimeout(send, said.delayMs).unref();
    });
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    close: () => closeNow(server),
  };
}

/** The ids that a request's prompt gives to the fields it asks for, by the field's label. */
export function questionIds({ messages }: ChatRequest): Map<string, number> {
  const prompt = messages.at(-1)?.content ?? '';
  const asked = prompt.slice(0, prompt.indexOf('<<<'));
  return new Map(
    [...asked.matchAll(/^(\d+)\. ([^，（]+)/gmu)].map(([, id, label = '']) => [label, Number(id)]),
  );
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}

function closeNow(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => {
    server.close(() => done());
  });
}
