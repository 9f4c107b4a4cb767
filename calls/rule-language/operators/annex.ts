import { both, join, quoted, t } from '../../../core/say.ts';
import { key } from '../../schema/common.ts';
import { operator } from '../operator.ts';

/** An annex of `call.yaml` is in the filing's files or pages. */
export const annex = operator({
  schema: key,
  references: (annex, path) => [{ kind: 'annex', path, key: annex }],
  explain: (annex, pack) => {
    const title = pack.call.annexes.find(({ key }) => key === annex)?.title ?? annex;
    return join(t('附有', 'there is '), quoted(both(title)));
  },
});
