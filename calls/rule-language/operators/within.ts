import { z } from 'zod';
import { both, join, t } from '../../../core/say.ts';
import { key } from '../../schema/common.ts';
import { quotedField } from '../explainable.ts';
import { operator } from '../operator.ts';
import { refOfField } from '../ref.ts';

/** A region, address or company name lies in a province or city. */
export const within = operator({
  schema: z.strictObject({ field: key, region: z.string() }),
  references: ({ field }, path) => [refOfField(`${path}.field`, field)],
  explain: ({ field, region }, pack) => join(quotedField(field, pack), t('位于', ' lies in '), both(region)),
});
