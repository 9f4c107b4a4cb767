import { z } from 'zod';
import type { Text } from '../../../core/lang.ts';
import { join, t } from '../../../core/say.ts';
import { explainNum, num, refsOfNum } from '../num.ts';
import { operator } from '../operator.ts';

const comparison = z.enum(['>=', '<=', '>', '<', '=', '!=']);
export type Comparison = z.infer<typeof comparison>;

/** 不少于, is at least: behind a number's name. */
export const comparisons: Readonly<Record<Comparison, Text>> = {
  '>=': t('不少于', ' is at least '),
  '<=': t('不超过', ' is at most '),
  '>': t('大于', ' is over '),
  '<': t('小于', ' is under '),
  '=': t('等于', ' equals '),
  '!=': t('不等于', ' differs from '),
};

/** Two numbers stand in this order. */
export const compare = operator({
  schema: z.strictObject({
    left: num,
    op: comparison,
    right: num,
    /** Relative difference that still counts as equal, for sums of rounded amounts. */
    tolerance: z.number().min(0).max(0.5).default(0),
  }),
  references: ({ left, right }, path) => [
    ...refsOfNum(left, `${path}.left`),
    ...refsOfNum(right, `${path}.right`),
  ],
  explain: ({ left, op, right, tolerance }, pack) => {
    const near =
      tolerance > 0 ? t(`（允许${tolerance * 100}%的误差）`, ` (within ${tolerance * 100}%)`) : t('', '');
    return join(explainNum(left, pack), comparisons[op], explainNum(right, pack), near);
  },
});
