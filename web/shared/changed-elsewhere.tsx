import { Alert } from 'antd';
import { useLang } from '../app/lang.tsx';
import { batches as w } from '../words/batches.ts';

/** What others made of settings that somebody is typing over: name and value of each. */
export function ChangedElsewhere({ values }: { readonly values: readonly string[] }) {
  const { t } = useLang();
  if (values.length === 0) return null;
  return (
    <Alert type="warning" role="alert" title={t(w.changedElsewhere, { what: values.join(t(w.comma)) })} />
  );
}
