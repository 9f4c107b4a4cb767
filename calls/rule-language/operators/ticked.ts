import { z } from 'zod';
import type { Text } from '../../../core/lang.ts';
import { either, join, listed, t } from '../../../core/say.ts';
import { key } from '../../schema/common.ts';
import { type Explainable, quotedField } from '../explainable.ts';
import { operator } from '../operator.ts';
import { boxes, refOfField } from '../ref.ts';

/** At least one of `any`, every one of `all` and none of `none` is ticked. */
export const ticked = operator({
  schema: z.strictObject({
    field: key,
    any: z.array(z.string()).default([]),
    all: z.array(z.string()).default([]),
    none: z.array(z.string()).default([]),
  }),
  references: ({ field, any, all, none }, path) => [
    refOfField(`${path}.field`, field, boxes),
    ...Object.entries({ any, all, none }).flatMap(([list, names]) =>
      names.map((name, i) => ({ kind: 'option', path: `${path}.${list}[${i}]`, key: field, name }) as const),
    ),
  ],
  explain: ({ field, any, all, none }, pack) => {
    const names = (texts: readonly string[]) => texts.map((text) => optionName(field, text, pack));
    const parts = [
      ...(any.length > 0 ? [join(t('勾选了', ' has ticked '), either(names(any)))] : []),
      ...(all.length > 0 ? [join(t('勾选了全部：', ' has ticked all of '), listed(names(all)))] : []),
      ...(none.length > 0 ? [join(t('未勾选', ' has not ticked '), listed(names(none)))] : []),
    ];
    const said = t(parts.map(({ zh }) => zh).join('，且'), parts.map(({ en }) => en).join(' and'));
    return join(quotedField(field, pack), said);
  },
});

function optionName(key: string, text: string, pack: Explainable): Text {
  const field = pack.form.fields.find((one) => one.key === key);
  const option = field && 'options' in field ? field.options.find((one) => one.text === text) : undefined;
  return t(text, option?.en ?? text);
}
