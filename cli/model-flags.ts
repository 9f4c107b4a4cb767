import { type ModelServer, modelServerSchema } from '../language-model/model-server.ts';
import type { SpokenCommand } from './program.ts';
import { wholeNumber } from './settings.ts';
import { UsageError } from './terminal.ts';

export interface ModelFlagValues {
  readonly modelServer?: string;
  readonly model?: string;
  readonly modelTimeout: string;
}

/** The language model is off unless a server is named; its key comes by the environment, never by a flag. */
export function modelFlags(command: SpokenCommand): SpokenCommand {
  return command
    .flag('--model-server <url>', {
      zh: '用语言模型补读未读出的栏目、对拿不准的归类提出第二意见：兼容 OpenAI 接口的服务地址（到 /v1 为止）；不给则不用，也不发出任何请求',
      en: 'let a language model help with fields not found and give a second opinion on doubtful labels: an OpenAI-compatible server (up to /v1); without it none is used and nothing is sent',
    })
    .flag('--model <name>', {
      zh: '模型名；密钥放在环境变量 CHUSHEN_MODEL_KEY',
      en: 'name of the model; its key goes into the variable CHUSHEN_MODEL_KEY',
    })
    .flag(
      '--model-timeout <seconds>',
      { zh: '模型每次回答的时限（秒）', en: 'time limit for one reply of the model (seconds)' },
      { default: '60' },
    );
}

/** The server that the flags name; `undefined` when they name none. */
export function modelServer(
  flags: ModelFlagValues,
  key = process.env.CHUSHEN_MODEL_KEY,
): ModelServer | undefined {
  const { modelServer: url, model } = flags;
  if (url === undefined && model === undefined) return undefined;
  if (url === undefined || model === undefined)
    throw new UsageError({
      zh: '--model-server 和 --model 须同时给出，例如 --model-server http://10.0.0.8:8000/v1 --model qwen3-8b。',
      en: '--model-server and --model go together, e.g. --model-server http://10.0.0.8:8000/v1 --model qwen3-8b.',
    });
  const timeoutSeconds = wholeNumber('--model-timeout', flags.modelTimeout, 1, 3600);
  const server = { url, model, timeoutSeconds, ...(key ? { key } : {}) };
  if (!modelServerSchema.safeParse(server).success || model.trim() === '')
    throw new UsageError({
      zh: `--model-server 应为 http://10.0.0.8:8000/v1 这样的地址，--model 为模型名，收到“${url}”和“${model}”。`,
      en: `--model-server takes an address like http://10.0.0.8:8000/v1 and --model a name, not "${url}" and "${model}".`,
    });
  return server;
}
