import { type EmbeddingServer, embeddingServerSchema } from '../index/search/embed/embedding-server.ts';
import type { SpokenCommand } from './program.ts';
import { UsageError } from './terminal.ts';

export interface EmbedFlagValues {
  readonly embedServer?: string;
  readonly embedModel?: string;
}

/** The embedder that needs nothing is used unless a server is named; its key comes by the environment. */
export function embedFlags(command: SpokenCommand): SpokenCommand {
  return command
    .flag('--embed-server <url>', {
      zh: '用嵌入服务比较语义，归类时也参考其意见：兼容 OpenAI 接口的服务地址（到 /v1 为止）；不给则用内置嵌入，不发出任何请求',
      en: 'compare meanings by an embedding server, which also has a say in the labels (OpenAI-compatible, up to /v1); without it the built-in embedder is used and nothing is sent',
    })
    .flag('--embed-model <name>', {
      zh: '嵌入模型名；密钥放在环境变量 CHUSHEN_EMBED_KEY',
      en: 'name of the embedding model; its key goes into the variable CHUSHEN_EMBED_KEY',
    });
}

/** The server that the flags name; `undefined` when they name none. */
export function embeddingServer(
  { embedServer: url, embedModel: model }: EmbedFlagValues,
  key = process.env.CHUSHEN_EMBED_KEY,
): EmbeddingServer | undefined {
  if (url === undefined && model === undefined) return undefined;
  const server = embeddingServerSchema.safeParse({ url, model, ...(key ? { key } : {}) });
  if (server.success && /^https?:/u.test(server.data.url)) return server.data;
  throw new UsageError({
    zh: '--embed-server 和 --embed-model 须同时给出，例如 --embed-server http://10.0.0.8:8000/v1 --embed-model bge-m3。',
    en: '--embed-server and --embed-model go together, e.g. --embed-server http://10.0.0.8:8000/v1 --embed-model bge-m3.',
  });
}
