import { z } from 'zod';
import { join, t } from '../../../core/say.ts';
import { key } from '../../schema/common.ts';
import { quotedField } from '../explainable.ts';
import { operator } from '../operator.ts';
import { refsOfFields } from '../ref.ts';

/** Two fields hold the same value. */
export const same = operator({
  schema: z.tuple([key, key]),
  references: (keys, path) => refsOfFields(path, keys),
  explain: ([a, b], pack) =>
    join(quotedField(a, pack), t('与', ' and '), quotedField(b, pack), t('一致', ' agree')),
});
