import './office.css';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import type { AwardPreview, awards } from '../../workbench/api/office.ts';
import { asRefused, type Refused } from '../api/refused.ts';
import { importAwards, loadAwards, previewAwards } from '../api/routes.ts';
import { useLoad } from '../api/use-load.ts';
import { useLang } from '../app/lang.tsx';
import { FileButton } from '../shared/file-button.tsx';
import { Loaded } from '../shared/loaded.tsx';
import { Pager } from '../shared/pager.tsx';
import { RefusedBox } from '../shared/refused-box.tsx';
import { SearchLine } from '../shared/search-line.tsx';
import { office as w } from '../words/office.ts';

const limit = 50;

export function AwardsPage() {
  const { t } = useLang();
  const { message } = App.useApp();
  const [q, setQ] = useState('');
  const [offset, setOffset] = useState(0);
  const list = useLoad(`awards ${q} ${offset}`, () => loadAwards(q, offset, limit));
  const [preview, setPreview] = useState<AwardPreview>();
  const [refused, setRefused] = useState<Refused>();
  const [busy, setBusy] = useState(false);
  const failed = (error: unknown) => {
    setBusy(false);
    setRefused(asRefused(error));
  };
  const look = (file: File) => {
    setBusy(true);
    setRefused(undefined);
    previewAwards(file).then((answer) => {
      setBusy(false);
      setPreview(answer);
    }, failed);
  };
  const take = ({ id }: AwardPreview) => {
    setBusy(true);
    importAwards(id).then((done) => {
      setBusy(false);
      setPreview(undefined);
      void message.success(t(w.imported, done));
      list.reload();
    }, failed);
  };
  return (
    <div className="sheet">
      <div className="head">
        <h1>{t(w.awards)}</h1>
        <span className="row">
          <SearchLine
            onSought={(sought) => {
              setQ(sought);
              setOffset(0);
            }}
          />
          <FileButton
            word={t(w.importList)}
            accept=".xlsx,.xls,.csv,.pdf,.docx,.doc,.html,.htm"
            loading={busy}
            onFile={look}
          />
        </span>
      </div>
      {refused ? <RefusedBox refused={refused} /> : null}
      <Loaded of={list}>
        {({ rows, total }) => (
          <>
            <Awards rows={rows} />
            <Pager total={total} offset={offset} limit={limit} onOffset={setOffset} />
          </>
        )}
      </Loaded>
      {preview ? (
        <Modal
          open
          width={900}
          title={t(w.importTitle)}
          onCancel={() => setPreview(undefined)}
          footer={[
            <Button key="cancel" onClick={() => setPreview(undefined)}>
              {t(w.cancel)}
            </Button>,
            <Button key="import" type="primary" loading={busy} onClick={() => take(preview)}>
              {t(w.doImport, { count: preview.rows })}
            </Button>,
          ]}
        >
          <Preview preview={preview} />
        </Modal>
      ) : null}
    </div>
  );
}

function Preview({ preview: { lists, sample, unread, rows } }: { preview: AwardPreview }) {
  const { t } = useLang();
  return (
    <div className="preview" tabIndex={0} role="region" aria-label={t(w.importTitle)}>
      <p>{t(w.importRows, { count: rows })}</p>
      <h2>{t(w.lists)}</h2>
      <table className="plain">
        <tbody>
          {lists.map(({ title, programme, issuer, year, rows: count }) => (
            <tr key={`${title} ${programme} ${year}`}>
              <td>{title}</td>
              <td>{programme}</td>
              <td>{t(issuer)}</td>
              <td>{year}</td>
              <td className="number">
                {count} {t(w.rows)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{t(w.sample)}</h2>
      <Awards rows={sample} />
      {unread.length > 0 ? (
        <>
          <h2 className="bad">
            {t(w.unread)} ({unread.length})
          </h2>
          <ul className="lines">
            {unread.map(({ row, message }) => (
              <li key={row}>
                {t(w.row)} {row}：{t(message)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}

function Awards({ rows }: { rows: z.infer<typeof awards>['rows'] }) {
  const { t } = useLang();
  if (rows.length === 0) return <p className="quiet">{t(w.none)}</p>;
  return (
    <table className="plain">
      <thead>
        <tr>
          <th scope="col">{t(w.title)}</th>
          <th scope="col">{t(w.company)}</th>
          <th scope="col">{t(w.year)}</th>
          <th scope="col">{t(w.programme)}</th>
          <th scope="col">{t(w.issuer)}</th>
          <th scope="col">{t(w.source)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, title, company, year, programme, issuer, source }) => (
          <tr key={id}>
            <td>{title}</td>
            <td>{company}</td>
            <td>{year}</td>
            <td>{programme}</td>
            <td>{issuer}</td>
            <td className="quiet">{source}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
