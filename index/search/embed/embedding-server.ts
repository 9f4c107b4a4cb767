import { z } from 'zod';

/** Where an embedding server stands; anything that answers OpenAI's `POST /embeddings`. */
export const embeddingServerSchema = z.strictObject({
  /** Up to and without `/embeddings`, e.g. `http://127.0.0.1:8000/v1`. */
  url: z.url(),
  model: z.string().min(1),
  key: z.string().optional(),
  /** Texts in one request. */
  batch: z.int().min(1).default(32),
  timeoutSeconds: z.number().positive().default(60),
});
export type EmbeddingServer = z.input<typeof embeddingServerSchema>;
