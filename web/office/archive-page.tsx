import './office.css';
import { useState } from 'react';
import { loadArchive } from '../api/routes.ts';
import { useLoad } from '../api/use-load.ts';
import { useLang } from '../app/lang.tsx';
import { Loaded } from '../shared/loaded.tsx';
import { SearchLine } from '../shared/search-line.tsx';
import { office as w } from '../words/office.ts';

/** Filings of earlier years that new ones are held against. */
export function ArchivePage() {
  const { t } = useLang();
  const [q, setQ] = useState('');
  const list = useLoad(`archive ${q}`, () => loadArchive(q));
  return (
    <div className="sheet">
      <div className="head">
        <h1>{t(w.archive)}</h1>
        <SearchLine onSought={setQ} />
      </div>
      <Loaded of={list}>
        {({ rows, total }) => (
          <>
            <p className="quiet">{t(w.total, { count: total })}</p>
            {rows.length > 0 ? (
              <table className="plain">
                <thead>
                  <tr>
                    <th scope="col">{t(w.title)}</th>
                    <th scope="col">{t(w.applicant)}</th>
                    <th scope="col">{t(w.call)}</th>
                    <th scope="col">{t(w.batch)}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map(({ id, title, applicant, call, batch }) => (
                    <tr key={id}>
                      <td>{title}</td>
                      <td>{applicant}</td>
                      <td>{call}</td>
                      <td>{batch}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            ) : null}
          </>
        )}
      </Loaded>
    </div>
  );
}
