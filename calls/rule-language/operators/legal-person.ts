import { z } from 'zod';
import { join, t } from '../../../core/say.ts';
import { key } from '../../schema/common.ts';
import { quotedField } from '../explainable.ts';
import { operator } from '../operator.ts';
import { refOfField } from '../ref.ts';

/** The applicant's name is that of a legal person; `code` holds its own credit code where the form asks for one. */
export const legalPerson = operator({
  schema: z.strictObject({ name: key, code: key.optional() }),
  references: ({ name, code }, path) => [
    refOfField(`${path}.name`, name),
    ...(code === undefined ? [] : [refOfField(`${path}.code`, code)]),
  ],
  explain: ({ name }, pack) =>
    join(quotedField(name, pack), t('是独立法人的名称', ' is the name of a legal person')),
});
