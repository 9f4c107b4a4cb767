import './office.css';
import { Select } from 'antd';
import { useState } from 'react';
import { loadAudit } from '../api/routes.ts';
import { useLoad } from '../api/use-load.ts';
import { usePeople } from '../api/use-people.ts';
import { useLang } from '../app/lang.tsx';
import { hashOf } from '../app/router.ts';
import { Loaded } from '../shared/loaded.tsx';
import { Pager } from '../shared/pager.tsx';
import { when } from '../shared/times.ts';
import { office as w } from '../words/office.ts';

const limit = 100;

/** Everything that was done, by whom, when, what it was and what it became. */
export function AuditPage({ query: { batch, filing } }: { query: Readonly<Record<string, string>> }) {
  const { t } = useLang();
  const people = usePeople();
  const [by, setBy] = useState('');
  const [offset, setOffset] = useState(0);
  const asked = {
    ...(batch ? { batch } : {}),
    ...(filing ? { filing } : {}),
    ...(by ? { by } : {}),
    offset,
    limit,
  };
  const list = useLoad(`audit ${JSON.stringify(asked)}`, () => loadAudit(asked));
  return (
    <div className="sheet">
      <div className="head">
        <h1>{t(w.audit)}</h1>
        <Select
          className="w-list"
          aria-label={t(w.who)}
          value={by}
          onChange={(id: string) => {
            setBy(id);
            setOffset(0);
          }}
          options={[
            { value: '', label: t(w.everyone) },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </div>
      <Loaded of={list}>
        {({ acts, total }) => (
          <>
            <table className="plain">
              <thead>
                <tr>
                  <th scope="col">{t(w.when)}</th>
                  <th scope="col">{t(w.who)}</th>
                  <th scope="col">{t(w.what)}</th>
                  <th scope="col">{t(w.old)}</th>
                  <th scope="col">{t(w.now)}</th>
                  <th scope="col">{t(w.filing)}</th>
                </tr>
              </thead>
              <tbody>
                {acts.map((act) => (
                  <tr key={act.id}>
                    <td className="nowrap">{when(act.at)}</td>
                    <td className="nowrap">{act.byName}</td>
                    <td>{t(act.text)}</td>
                    <td>{act.was ? <del>{t(act.was)}</del> : null}</td>
                    <td>{act.is ? <ins>{t(act.is)}</ins> : null}</td>
                    <td>
                      {act.filing ? (
                        <a href={hashOf(['batches', act.batch, 'filings', act.filing])}>
                          {act.applicant || act.title || act.filing}
                          {act.version > 1 ? ` · ${t(w.version)} ${act.version}` : ''}
                        </a>
                      ) : null}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <Pager total={total} offset={offset} limit={limit} onOffset={setOffset} />
          </>
        )}
      </Loaded>
    </div>
  );
}
