import { z } from 'zod';
import { t } from '../../../core/say.ts';
import { noReferences, operator } from '../operator.ts';

/** The filing matches an earlier award with one of these verdicts. */
export const awarded = operator({
  schema: z.strictObject({ verdict: z.array(z.enum(['barred', 'review'])).min(1) }),
  references: noReferences,
  explain: ({ verdict }) =>
    verdict.includes('barred')
      ? t('与受限的往年入选项目相同或相近', 'it is like an earlier award that bars it')
      : t('与往年入选项目相近、须人工确认', 'it is like an earlier award that a person must review'),
});
