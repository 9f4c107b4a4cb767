import { join, t } from '../../../core/say.ts';
import { key } from '../../schema/common.ts';
import { quotedField } from '../explainable.ts';
import { operator } from '../operator.ts';
import { refOfField } from '../ref.ts';

/** Nothing is written in the field. */
export const blank = operator({
  schema: key,
  references: (field, path) => [refOfField(path, field)],
  explain: (field, pack) => join(quotedField(field, pack), t('未填写', ' is blank')),
});
