import { App, Select } from 'antd';
import type { FilingDetail } from '../../workbench/api/filing.ts';
import { asRefused } from '../api/refused.ts';
import { act } from '../api/routes.ts';
import { usePeople } from '../api/use-people.ts';
import { useLang } from '../app/lang.tsx';
import { useMe } from '../app/session.tsx';
import { filingWords as w } from '../words/filing.ts';

interface Props {
  readonly batch: string;
  readonly filing: FilingDetail;
  readonly onPut: (filing: FilingDetail) => void;
}

/** Whose filing it is in the office; who may gives it to another. */
export function Assignee({ batch, filing, onPut }: Props) {
  const { t } = useLang();
  const me = useMe();
  const people = usePeople();
  const { message } = App.useApp();
  if (me.alone) return null;
  const { assignee } = filing;
  const others = people.some(({ id }) => id === assignee?.id) || !assignee ? people : [...people, assignee];
  return (
    <Select
      className="w-person"
      aria-label={t(w.assignee)}
      disabled={!filing.may.includes('assign')}
      value={assignee?.id ?? ''}
      options={[
        { value: '', label: t(w.nobody) },
        ...others.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(id: string) =>
        act
          .assign(batch, filing.filing, { revision: filing.revision, assignee: id })
          .then(onPut, (error: unknown) => void message.error(t(asRefused(error).text)))
      }
    />
  );
}
