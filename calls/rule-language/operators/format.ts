import { z } from 'zod';
import { join, t } from '../../../core/say.ts';
import { key } from '../../schema/common.ts';
import { quotedField } from '../explainable.ts';
import { operator } from '../operator.ts';
import { refOfField } from '../ref.ts';

const formats = {
  'credit-code': t('为有效的统一社会信用代码', ' is a valid unified social credit code'),
  'org-code': t('为有效的组织机构代码', ' is a valid organisation code'),
  phone: t('为有效的电话号码', ' is a valid phone number'),
  email: t('为有效的电子邮箱', ' is a valid e-mail address'),
} as const;

/** The field holds a valid code, number or address of this kind. */
export const format = operator({
  schema: z.strictObject({ field: key, as: z.enum(['credit-code', 'org-code', 'phone', 'email']) }),
  references: ({ field }, path) => [refOfField(`${path}.field`, field)],
  explain: ({ field, as }, pack) => join(quotedField(field, pack), formats[as]),
});
