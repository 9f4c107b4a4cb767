import { z } from 'zod';
import { both, join, listed, t } from '../../../core/say.ts';
import { key } from '../../schema/common.ts';
import { quotedField } from '../explainable.ts';
import { operator } from '../operator.ts';
import { refsOfGroups } from '../ref.ts';

/** Each sub-group has at least `min` ticks. `groups` empty: all of the field's groups. */
export const eachGroup = operator({
  schema: z.strictObject({
    field: key,
    min: z.int().min(1).default(1),
    groups: z.array(z.string()).default([]),
  }),
  references: ({ field, groups }, path) => refsOfGroups(path, field, groups),
  explain: ({ field, min, groups }, pack) => {
    const which = groups.length > 0 ? listed(groups.map(both)) : t('各方面', 'every group');
    const least = t(`均至少勾选${min}项`, `, at least ${min} ticked each`);
    return join(quotedField(field, pack), t('中', ': in '), which, least);
  },
});
