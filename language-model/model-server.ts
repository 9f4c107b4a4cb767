import { z } from 'zod';

/** Where a language model stands; anything that answers OpenAI's `POST /chat/completions`. */
export const modelServerSchema = z.strictObject({
  /** Up to and without `/chat/completions`, e.g. `http://127.0.0.1:8000/v1`. */
  url: z.url({ protocol: /^https?$/u }).refine((url) => {
    // `fetch` refuses them, and they would end up in messages and reports.
    const { username, password } = new URL(url);
    return username === '' && password === '';
  }),
  model: z.string().min(1),
  key: z.string().min(1).optional(),
  timeoutSeconds: z.number().positive().default(60),
  /** Tokens of one reply: room for the quotes of one request. */
  maxTokens: z.int().min(1).default(2000),
});
export type ModelServer = z.input<typeof modelServerSchema>;
