import { z } from 'zod';
import { join, t } from '../../../core/say.ts';
import { operator } from '../operator.ts';
import { explainPoint, point, refsOfPoint } from '../point.ts';

const orders = {
  before: t('早于', ' is before '),
  'not-after': t('不晚于', ' is not after '),
  after: t('晚于', ' is after '),
  'not-before': t('不早于', ' is not before '),
} as const;

/** Two days stand in this order. */
export const date = operator({
  schema: z.strictObject({
    left: point,
    op: z.enum(['before', 'not-after', 'after', 'not-before']),
    right: point,
    /** Moves `right` by so many years. */
    plusYears: z.int().default(0),
  }),
  references: ({ left, right }, path) => [
    ...refsOfPoint(left, `${path}.left`),
    ...refsOfPoint(right, `${path}.right`),
  ],
  explain: ({ left, op, right, plusYears }, pack) => {
    const moved =
      plusYears === 0
        ? t('', '')
        : plusYears > 0
          ? t(`之后${plusYears}年`, ` plus ${plusYears} years`)
          : t(`之前${-plusYears}年`, ` minus ${-plusYears} years`);
    return join(explainPoint(left, pack), orders[op], explainPoint(right, pack), moved);
  },
});
