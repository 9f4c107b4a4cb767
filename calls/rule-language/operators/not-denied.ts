import { z } from 'zod';
import { both, join, listed, t } from '../../../core/say.ts';
import { key } from '../../schema/common.ts';
import { quotedField } from '../explainable.ts';
import { operator } from '../operator.ts';
import { refsOfFields } from '../ref.ts';

/**
 * Nothing in the text speaks against it: what a tick or a field claims is open where the text denies it, plans
 * it, or tells of a part. A phrase `a…b` is b behind a in one clause.
 */
export const notDenied = operator({
  schema: z.strictObject({
    phrases: z.array(z.string()).min(1),
    /** Words that speak against it where they are said to be so: 在建 against 投入运行. */
    against: z.array(z.string()).default([]),
    /** What the notice asks to be so, as a statement: where words stand and no passage bears it out, it is open. */
    claim: z.string().min(4).optional(),
    in: z.array(key).default([]),
  }),
  references: ({ in: keys }, path) => refsOfFields(`${path}.in`, keys),
  explain: ({ phrases, in: keys }, pack) => {
    const place =
      keys.length > 0 ? listed(keys.map((key) => quotedField(key, pack))) : t('申报内容', 'the text');
    return join(place, t('没有否认', ' does not deny '), both(phrases.slice(0, 4).join('/')));
  },
});
