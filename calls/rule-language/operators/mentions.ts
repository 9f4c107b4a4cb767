import { z } from 'zod';
import { both, join, listed, t } from '../../../core/say.ts';
import { key } from '../../schema/common.ts';
import { quotedField } from '../explainable.ts';
import { operator } from '../operator.ts';
import { refsOfFields } from '../ref.ts';

/** At least `min` of the phrase groups are mentioned; the phrases of a group say the same thing. */
export const mentions = operator({
  schema: z.strictObject({
    phrases: z.array(z.array(z.string()).min(1)).min(1),
    min: z.int().min(1).default(1),
    in: z.array(key).default([]),
    /** Where the notice asks for these very words; else their absence holds nobody to a fail. */
    decisive: z.boolean().default(false),
  }),
  references: ({ in: keys }, path) => refsOfFields(`${path}.in`, keys),
  explain: ({ phrases, min, in: keys }, pack) => {
    const place =
      keys.length > 0 ? listed(keys.map((key) => quotedField(key, pack))) : t('申报内容', 'the text');
    const what = both(phrases.map((group) => group.join('/')).join('、'));
    const many =
      phrases.length > 1 ? t(`至少${min}类（`, ` mentions at least ${min} of (`) : t('', ' mentions ');
    return join(place, t('提及', ''), many, what, phrases.length > 1 ? t('）', ')') : t('', ''));
  },
});
