import { z } from 'zod';
import { both, join, t } from '../../../core/say.ts';
import { key } from '../../schema/common.ts';
import { quotedField } from '../explainable.ts';
import { operator } from '../operator.ts';
import { refsOfGroups } from '../ref.ts';

/** At least one sub-group has every option ticked. */
export const someGroupComplete = operator({
  schema: z.strictObject({ field: key, groups: z.array(z.string()).default([]) }),
  references: ({ field, groups }, path) => refsOfGroups(path, field, groups),
  explain: ({ field, groups }, pack) => {
    const which = groups.length > 0 ? both(`（${groups.join('、')}）`) : t('', '');
    const complete = t('中至少一个方向全部勾选', ': at least one group wholly ticked');
    return join(quotedField(field, pack), which, complete);
  },
});
