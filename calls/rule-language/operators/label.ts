import { z } from 'zod';
import type { Text } from '../../../core/lang.ts';
import { both, either, join, quoted, t } from '../../../core/say.ts';
import { id } from '../../schema/common.ts';
import type { Explainable } from '../explainable.ts';
import { operator } from '../operator.ts';

const sources = {
  declared: t('所选', 'the declared '),
  text: t('内容体现的', 'by the text, '),
  either: t('所选或内容体现的', 'declared or by the text, '),
} as const;

function labelName(name: string, scheme: string, pack: Explainable): Text {
  const found = pack.schemes.find(({ id }) => id === scheme);
  const known = [...(found?.labels ?? []), ...(found?.parents ?? [])].find((one) => one.name === name);
  return t(name, known?.en ?? name);
}

/** The filing has one of these labels of a scheme (name of a label, or of its class). */
export const label = operator({
  schema: z.strictObject({
    scheme: id,
    is: z.array(z.string()).min(1),
    source: z.enum(['declared', 'text', 'either']).default('either'),
  }),
  references: ({ scheme, is }, path) =>
    is.map((name, i) => ({ kind: 'label', path: `${path}.is[${i}]`, scheme, name }) as const),
  explain: ({ scheme, is, source }, pack) => {
    const title = pack.schemes.find(({ id }) => id === scheme)?.title ?? both(scheme);
    const names = is.map((name) => labelName(name, scheme, pack));
    return join(sources[source], quoted(title), t('为', ' is '), either(names));
  },
});
