import type { CallbackManagerForLLMRun } from '@langchain/core/callbacks/manager';
import { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { AIMessage, type BaseMessage } from '@langchain/core/messages';
import type { ChatResult } from '@langchain/core/outputs';
import { z } from 'zod';
import { type ModelServer, modelServerSchema } from './model-server.ts';

const replySchema = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullish() }) })).min(1),
});

/** No reply of quotes comes near this; more is a server gone wrong. */
const mostBytes = 1_000_000;

/**
 * A LangChain chat model over a server in the office's own network. Rejects when the server cannot be reached,
 * takes too long or answers oddly. It never follows a redirect: the text goes to the named server or nowhere.
 */
export class ServerChatModel extends BaseChatModel {
  private readonly server: z.output<typeof modelServerSchema>;

  constructor(server: ModelServer) {
    super({ maxRetries: 0, cache: false });
    this.server = modelServerSchema.parse(server);
  }

  override _llmType(): string {
    return 'chushen-server';
  }

  override async _generate(
    messages: BaseMessage[],
    options: this['ParsedCallOptions'],
    _run?: CallbackManagerForLLMRun,
  ): Promise<ChatResult> {
    const { url, model, key, timeoutSeconds, maxTokens } = this.server;
    const timeout = AbortSignal.timeout(timeoutSeconds * 1000);
    const response = await fetch(`${url.replace(/\/+$/u, '')}/chat/completions`, {
      method: 'POST',
      redirect: 'error',
      headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
      body: JSON.stringify({
        model,
        messages: messages.map((message) => ({ role: roleOf(message), content: message.text })),
        temperature: 0,
        max_tokens: maxTokens,
        stream: false,
      }),
      signal: options.signal ? AbortSignal.any([options.signal, timeout]) : timeout,
    });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    const body = replySchema.safeParse(parseJson(await limited(response)));
    const choice = body.data?.choices[0];
    if (!choice) throw new Error('no reply in the form of OpenAI');
    const text = choice.message.content ?? '';
    return { generations: [{ text, message: new AIMessage(text) }] };
  }
}

function roleOf(message: BaseMessage): 'system' | 'assistant' | 'user' {
  switch (message.type) {
    case 'system':
      return 'system';
    case 'ai':
      return 'assistant';
    default:
      return 'user';
  }
}

/** The body as text; the rest of an endless one is not waited for. */
async function limited(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > mostBytes) throw new Error(`more than ${mostBytes} characters of reply`);
  }
  return text + decoder.decode();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
