import './office.css';
import { Button } from 'antd';
import { useState } from 'react';
import { loadArchive } from '../api/routes.ts';
import { useLoad } from '../api/use-load.ts';
import { useLang } from '../app/lang.tsx';
import { hashOf } from '../app/router.ts';
import { NewBatch } from '../batches/new-batch.tsx';
import { Loaded } from '../shared/loaded.tsx';
import { Pager } from '../shared/pager.tsx';
import { SearchLine } from '../shared/search-line.tsx';
import { office as w } from '../words/office.ts';

const limit = 100;

/** Filings of all batches that new ones are held against. */
export function ArchivePage() {
  const { t } = useLang();
  const [q, setQ] = useState('');
  const [offset, setOffset] = useState(0);
  const [making, setMaking] = useState(false);
  const list = useLoad(`archive ${q} ${offset}`, () => loadArchive(q, offset, limit));
  return (
    <div className="sheet">
      <div className="head">
        <h1>{t(w.archive)}</h1>
        <span className="row">
          <SearchLine
            onSought={(sought) => {
              setQ(sought);
              setOffset(0);
            }}
          />
          <Button type="primary" onClick={() => setMaking(true)}>
            {t(w.addToArchive)}
          </Button>
        </span>
      </div>
      <p className="quiet">{t(w.archiveNote)}</p>
      <Loaded of={list}>
        {({ rows, total }) => (
          <>
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
                      <td>
                        <a href={hashOf(['batches', batch.id, 'filings', id])}>{title}</a>
                      </td>
                      <td>{applicant}</td>
                      <td>{t(call)}</td>
                      <td>
                        <a href={hashOf(['batches', batch.id])}>{batch.name}</a>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            ) : (
              <p className="quiet">{t(w.none)}</p>
            )}
            <Pager total={total} offset={offset} limit={limit} onOffset={setOffset} />
          </>
        )}
      </Loaded>
      {making ? <NewBatch onClose={() => setMaking(false)} /> : null}
    </div>
  );
}
