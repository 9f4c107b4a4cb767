import { both, join, quoted, t } from '../../../core/say.ts';
import { id } from '../../schema/common.ts';
import { operator } from '../operator.ts';

/** The text speaks for the label of this scheme that was declared. */
export const labelAgrees = operator({
  schema: id,
  references: (scheme, path) => [{ kind: 'scheme', path, scheme }],
  explain: (scheme, pack) => {
    const title = pack.schemes.find(({ id }) => id === scheme)?.title ?? both(scheme);
    return join(t('内容体现的', 'the text shows the '), quoted(title), t('与所选一致', ' that was declared'));
  },
});
