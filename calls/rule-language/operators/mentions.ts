import { z } from 'zod';
import { both, join, listed, t } from '../../../core/say.ts';
import { key } from '../../schema/common.ts';
import { quotedField } from '../explainable.ts';
import { operator } from '../operator.ts';
import { refOfField, refsOfFields } from '../ref.ts';

/**
 * At least `min` of the phrase groups are told of as being so; the phrases of a group say the same thing. In a
 * phrase `a…b` is b behind a in one clause, `#` a number.
 */
export const mentions = operator({
  schema: z.strictObject({
    phrases: z.array(z.array(z.string()).min(1)).min(1),
    min: z.int().min(1).default(1),
    in: z.array(key).default([]),
    /** Where the notice asks for these very words; else their absence holds nobody to a fail. */
    decisive: z.boolean().default(false),
    /**
     * For each group (or one for all) wider words that only show a denial, a plan or a part of it. Where they are
     * given, the phrases must be told as a fact; else it is enough that they stand there.
     */
    about: z.array(z.array(z.string()).min(1)).default([]),
    /**
     * For each group (or one for all) words of its field. Where none of the phrases stands, a passage that holds two of
     * these and leaves no doubt that something is so counts as well; without `about` they are not asked.
     */
    around: z.array(z.array(z.string()).min(1)).default([]),
    /**
     * For each group (or one for all) what the notice asks to be so, as a statement. Words in passages that do not bear
     * it out are doubted; with `about`, a passage that bears it out counts whatever its words.
     */
    claims: z.array(z.string().min(4)).default([]),
    /** The form's own question for it: what stands there counts as said, 无 as denied. */
    asks: key.optional(),
    /** What is only planned counts too, as in a chapter on plans. */
    plans: z.boolean().default(false),
  }),
  references: ({ in: keys, asks }, path) => [
    ...refsOfFields(`${path}.in`, keys),
    ...(asks === undefined ? [] : [refOfField(`${path}.asks`, asks)]),
  ],
  explain: ({ phrases, min, in: keys }, pack) => {
    const place =
      keys.length > 0 ? listed(keys.map((key) => quotedField(key, pack))) : t('申报内容', 'the text');
    const what = both(phrases.map((group) => group.join('/')).join('、'));
    const many =
      phrases.length > 1 ? t(`至少${min}类（`, ` mentions at least ${min} of (`) : t('', ' mentions ');
    return join(place, t('提及', ''), many, what, phrases.length > 1 ? t('）', ')') : t('', ''));
  },
});
