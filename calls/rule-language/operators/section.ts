import { z } from 'zod';
import { join, t } from '../../../core/say.ts';
import { key } from '../../schema/common.ts';
import { quotedField } from '../explainable.ts';
import { operator } from '../operator.ts';
import { narrative, refOfField } from '../ref.ts';

/** A narrative chapter or long text is there and says something. */
export const section = operator({
  schema: z.strictObject({ field: key, minWords: z.int().min(1).default(30) }),
  references: ({ field }, path) => [refOfField(`${path}.field`, field, narrative)],
  explain: ({ field, minWords }, pack) =>
    join(quotedField(field, pack), t(`不少于${minWords}字`, ` has at least ${minWords} words`)),
});
