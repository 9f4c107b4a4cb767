import { z } from 'zod';
import { both, either, join, t } from '../../../core/say.ts';
import { key } from '../../schema/common.ts';
import { quotedField } from '../explainable.ts';
import { operator } from '../operator.ts';
import { refOfField } from '../ref.ts';

/** The field holds one of these values. */
export const oneOf = operator({
  schema: z.strictObject({ field: key, values: z.array(z.string()).min(1) }),
  references: ({ field }, path) => [refOfField(`${path}.field`, field)],
  explain: ({ field, values }, pack) =>
    join(quotedField(field, pack), t('为', ' is '), either(values.map(both))),
});
