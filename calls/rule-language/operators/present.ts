import { join, t } from '../../../core/say.ts';
import { key } from '../../schema/common.ts';
import { quotedField } from '../explainable.ts';
import { operator } from '../operator.ts';
import { refOfField } from '../ref.ts';

/** Something is written in the field. */
export const present = operator({
  schema: key,
  references: (field, path) => [refOfField(path, field)],
  explain: (field, pack) => join(quotedField(field, pack), t('已填写', ' is filled in')),
});
