import { z } from 'zod';
import { join, t } from '../../../core/say.ts';
import { key } from '../../schema/common.ts';
import { quotedField } from '../explainable.ts';
import { operator } from '../operator.ts';
import { narrative, refOfField } from '../ref.ts';

/**
 * A narrative chapter or long text is there and says something. `minWords` is the office's own measure, since no
 * notice states one; an office sets it in its copy of the pack.
 */
export const section = operator({
  schema: z.strictObject({ field: key, minWords: z.int().min(1).default(30) }),
  references: ({ field }, path) => [refOfField(`${path}.field`, field, narrative)],
  explain: ({ field, minWords }, pack) =>
    join(
      quotedField(field, pack),
      t(
        `已写明（审核单位提示：少于${minWords}字请人工看）`,
        ` is told (the office looks at fewer than ${minWords} words)`,
      ),
    ),
});
