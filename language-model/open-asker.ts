import { HumanMessage } from '@langchain/core/messages';
import { Asker } from './asker.ts';
import type { ModelServer } from './model-server.ts';
import { ServerChatModel } from './server-chat-model.ts';

/** An asker over a server in the office's own network; nothing is sent until it is asked. */
export function openAsker(server: ModelServer): Asker {
  return new Asker(new ServerChatModel(server), { server: new URL(server.url).host, model: server.model });
}

/** Asks the server for one word; the model's name and the time it took, or a rejection that says why not. */
export async function probeModel(server: ModelServer): Promise<string> {
  const asker = openAsker({ ...server, maxTokens: 8 });
  const started = Date.now();
  const reply = await asker.ask([new HumanMessage('回答一个字：好')]);
  if (!reply.ok) throw new Error(reply.why);
  return `${server.model}, ${asker.server}, ${((Date.now() - started) / 1000).toFixed(1)} s`;
}
