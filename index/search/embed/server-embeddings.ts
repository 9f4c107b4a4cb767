import { Embeddings } from '@langchain/core/embeddings';
import { z } from 'zod';
import { type EmbeddingServer, embeddingServerSchema } from './embedding-server.ts';

const answerSchema = z.object({
  data: z.array(z.object({ index: z.int().optional(), embedding: z.array(z.number()) })),
});

/** Embeddings of a server in the office's own network. Rejects when it cannot be reached or answers oddly. */
export class ServerEmbeddings extends Embeddings {
  private readonly server: z.output<typeof embeddingServerSchema>;

  constructor(server: EmbeddingServer) {
    super({ maxRetries: 2, maxConcurrency: 2 });
    this.server = embeddingServerSchema.parse(server);
  }

  /** Under which its vectors are kept. */
  get name(): string {
    return `server/${this.server.model}`;
  }

  override async embedDocuments(documents: string[]): Promise<number[][]> {
    const groups: string[][] = [];
    for (let i = 0; i < documents.length; i += this.server.batch) {
      groups.push(documents.slice(i, i + this.server.batch));
    }
    const vectors = await Promise.all(groups.map((group) => this.caller.call(() => this.ask(group))));
    return vectors.flat();
  }

  override async embedQuery(document: string): Promise<number[]> {
    return (await this.embedDocuments([document]))[0] ?? [];
  }

  private async ask(input: readonly string[]): Promise<number[][]> {
    const { url, model, key, timeoutSeconds } = this.server;
    const response = await fetch(`${url.replace(/\/$/, '')}/embeddings`, {
      method: 'POST',
      // The texts go to the named server or nowhere.
      redirect: 'error',
      headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
      body: JSON.stringify({ model, input }),
      signal: AbortSignal.timeout(timeoutSeconds * 1000),
    });
    if (!response.ok) throw new Error(`embedding server ${url}: HTTP ${response.status}`);
    const { data } = answerSchema.parse(await response.json());
    if (data.length !== input.length) {
      throw new Error(`embedding server ${url}: ${data.length} vectors for ${input.length} texts`);
    }
    return [...data].sort((a, b) => (a.index ?? 0) - (b.index ?? 0)).map((item) => item.embedding);
  }
}
