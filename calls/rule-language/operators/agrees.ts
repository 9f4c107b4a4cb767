import { z } from 'zod';
import { join, listed, t } from '../../../core/say.ts';
import { listNames } from '../../list-names.ts';
import { key, officeList } from '../../schema/common.ts';
import { quotedField } from '../explainable.ts';
import { operator } from '../operator.ts';
import { refsOfFields } from '../ref.ts';

/** Its row in a list says what the filing says: in these fields, or in every column that both have. */
export const agrees = operator({
  schema: z.strictObject({ with: officeList, fields: z.array(key).default([]) }),
  references: ({ fields }, path) => refsOfFields(`${path}.fields`, fields),
  explain: ({ with: list, fields }, pack) => {
    const which =
      fields.length > 0
        ? listed(fields.map((key) => quotedField(key, pack)))
        : t('各栏', 'every field in common');
    return join(which, t('与', ' agrees with the '), listNames[list], t('一致', ''));
  },
});
