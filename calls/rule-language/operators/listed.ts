import { join, t } from '../../../core/say.ts';
import { listNames } from '../../list-names.ts';
import { officeList } from '../../schema/common.ts';
import { noReferences, operator } from '../operator.ts';

/** The filing stands in the recommending unit's summary sheet, or in the online registry's export. */
export const listed = operator({
  schema: officeList,
  references: noReferences,
  explain: (list) => join(t('列入', 'it stands in the '), listNames[list]),
});
