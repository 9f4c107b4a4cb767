import { App, Button, Input } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import type { officeOf } from '../../workbench/api/office.ts';
import { asRefused } from '../api/refused.ts';
import { loadOffice, setOffice } from '../api/routes.ts';
import { useLoad } from '../api/use-load.ts';
import { useLang } from '../app/lang.tsx';
import { useMe } from '../app/session.tsx';
import { Loaded } from '../shared/loaded.tsx';
import { office as w } from '../words/office.ts';

type Told = z.infer<typeof officeOf>;

/** What the office says of itself in its letters, and where its templates lie. */
export function Letterhead() {
  const { t } = useLang();
  const told = useLoad('office', loadOffice);
  return (
    <section aria-labelledby="letterhead" className="paper">
      <h2 id="letterhead">{t(w.letterhead)}</h2>
      <p className="quiet">{t(w.letterheadNote)}</p>
      <Loaded of={told}>{(of) => <Form key={JSON.stringify(of)} told={of} onTold={told.put} />}</Loaded>
    </section>
  );
}

function Form({ told, onTold }: { told: Told; onTold: (told: Told) => void }) {
  const { t } = useLang();
  const { user } = useMe();
  const { message } = App.useApp();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(told.settings.map(({ key, value }) => [key, value])),
  );
  const mayNot = user.role === 'clerk';
  const save = () =>
    setOffice(typed).then(
      (answer) => {
        onTold(answer);
        void message.success(t(w.saved));
      },
      (error: unknown) => void message.error(t(asRefused(error).text)),
    );
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
              onChange={({ target }) => setTyped((before) => ({ ...before, [key]: target.value }))}
            />
          </div>
        ))}
      </div>
      <p className="row">
        <Button disabled={mayNot} onClick={() => void save()}>
          {t(w.save)}
        </Button>
        <span className="quiet">{t(w.templates, { folder: told.templates })}</span>
      </p>
    </>
  );
}
