import { join, t } from '../../../core/say.ts';
import { key } from '../../schema/common.ts';
import { quotedField } from '../explainable.ts';
import { operator } from '../operator.ts';
import { refOfField } from '../ref.ts';

/** The folder or archive that holds this filing only is named after a field. */
export const namedAfter = operator({
  schema: key,
  references: (field, path) => [refOfField(path, field)],
  explain: (field, pack) =>
    join(
      t('电子文件夹或压缩包以', 'the electronic folder or archive is named after '),
      quotedField(field, pack),
      t('命名', ''),
    ),
});
