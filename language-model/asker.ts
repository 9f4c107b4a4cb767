import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { BaseMessage } from '@langchain/core/messages';

/** A model's reply, or why there is none. */
export type Reply =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly why: string };

/** So many failures one after the other mean that the server is gone, not busy. */
const mostFailures = 2;

/**
 * Asks a chat model of LangChain and outlives its failures. One asker serves a whole batch: when the server is
 * gone every further question is answered at once with the reason, so that a batch does not wait for it again
 * and again.
 */
export class Asker {
  /** Where documents go, for the report: a host name. */
  readonly server: string;
  readonly model: string;
  private readonly chat: BaseChatModel;
  private failures = 0;
  private lastWhy = '';

  constructor(chat: BaseChatModel, name: { readonly server: string; readonly model: string }) {
    this.chat = chat;
    this.server = name.server;
    this.model = name.model;
  }

  async ask(messages: BaseMessage[]): Promise<Reply> {
    if (this.failures >= mostFailures) return { ok: false, why: this.lastWhy };
    try {
      // Not `invoke`: its callbacks send every prompt to LangSmith where the environment asks for tracing,
      // and a filing goes to no server but the one that the office named.
      const { generations } = await this.chat._generate(messages, {});
      this.failures = 0;
      return { ok: true, text: generations[0]?.text ?? '' };
    } catch (error) {
      this.failures++;
      this.lastWhy = reasonOf(error);
      return { ok: false, why: this.lastWhy };
    }
  }
}

/** The innermost cause says most: `fetch failed` hides `ECONNREFUSED`. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return reasonOf(error.cause);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (error.message || code || error.name).split('\n')[0]?.slice(0, 200) ?? '';
}
