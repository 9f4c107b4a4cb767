import { join, t } from '../../../core/say.ts';
import { key } from '../../schema/common.ts';
import { quotedField } from '../explainable.ts';
import { operator } from '../operator.ts';
import { refOfField } from '../ref.ts';

/** Every place of the filing that states the field states the same value (pledge and table). */
export const consistent = operator({
  schema: key,
  references: (field, path) => [refOfField(path, field)],
  explain: (field, pack) => join(quotedField(field, pack), t('各处填写一致', ' is the same throughout')),
});
