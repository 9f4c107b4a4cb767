import { z } from 'zod';
import { t } from '../../../core/say.ts';
import { operator } from '../operator.ts';

/** The applicant is an earlier winner who must apply again (`resubmission.mustReapply` of the call). */
export const reapplies = operator({
  schema: z.literal(true),
  references: (_, path) => [{ kind: 'must-reapply', path }],
  explain: () => t('为须重新申报的往年入选单位', 'it is an earlier winner that must apply again'),
});
