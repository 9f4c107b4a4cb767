import { Button, Input } from 'antd';
import type { OfficeOf } from '../../workbench/api/office.ts';
import { loadOffice, setOffice } from '../api/routes.ts';
import { useLoad } from '../api/use-load.ts';
import { useLang } from '../app/lang.tsx';
import { useMe } from '../app/session.tsx';
import { ChangedElsewhere } from '../shared/changed-elsewhere.tsx';
import { Loaded } from '../shared/loaded.tsx';
import { useSettings } from '../shared/use-settings.ts';
import { office as w } from '../words/office.ts';

/** What the office says of itself in its letters, and where its templates lie. */
export function Letterhead() {
  const { t } = useLang();
  const told = useLoad('office', loadOffice);
  return (
    <section aria-labelledby="letterhead" className="paper">
      <h2 id="letterhead">{t(w.letterhead)}</h2>
      <p className="quiet">{t(w.letterheadNote)}</p>
      <Loaded of={told}>{(of) => <Form told={of} onTold={told.put} onStale={told.reload} />}</Loaded>
    </section>
  );
}

function Form({
  told,
  onTold,
  onStale,
}: {
  readonly told: OfficeOf;
  readonly onTold: (told: OfficeOf) => void;
  readonly onStale: () => void;
}) {
  const { t } = useLang();
  const { user } = useMe();
  const now: Record<string, string> = Object.fromEntries(told.settings.map(({ key, value }) => [key, value]));
  const { typed, others, set, save } = useSettings(now, {
    send: (settings) => setOffice({ settings, revision: told.revision }),
    onSaved: onTold,
    onStale,
    done: w.saved,
  });
  const nameOf = (key: string) => told.settings.find((one) => one.key === key)?.name ?? { zh: key, en: key };
  const mayNot = user.role === 'clerk';
  return (
    <>
      <div className="form letterhead">
        {told.settings.map(({ key, name }) => (
          <div key={key}>
            <label htmlFor={`office-${key}`}>{t(name)}</label>
            <Input
              id={`office-${key}`}
              maxLength={500}
              disabled={mayNot}
              value={typed[key] ?? ''}
              onChange={({ target }) => set({ [key]: target.value })}
            />
          </div>
        ))}
      </div>
      <ChangedElsewhere values={others.map((key) => `${t(nameOf(key))} ${now[key] || '–'}`)} />
      <p className="row">
        <Button disabled={mayNot} onClick={save}>
          {t(w.save)}
        </Button>
        <span className="quiet">{t(w.templates, { folder: told.templates })}</span>
      </p>
    </>
  );
}
