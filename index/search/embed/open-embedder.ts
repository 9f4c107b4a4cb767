import type { Embeddings } from '@langchain/core/embeddings';
import type { EmbeddingServer } from './embedding-server.ts';
import { HashEmbeddings } from './hash-embeddings.ts';
import { ServerEmbeddings } from './server-embeddings.ts';

/** The configured server, or the embedder that needs nothing. */
export function openEmbedder(server?: EmbeddingServer): Embeddings {
  return server ? new ServerEmbeddings(server) : new HashEmbeddings();
}
