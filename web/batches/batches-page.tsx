import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { BatchRow } from '../../workbench/api/batches.ts';
import { useLive } from '../api/live.ts';
import { loadBatches } from '../api/routes.ts';
import { useLoad } from '../api/use-load.ts';
import { useLang } from '../app/lang.tsx';
import { hashOf } from '../app/router.ts';
import { RefusedBox } from '../shared/refused-box.tsx';
import { when } from '../shared/times.ts';
import { batches as w } from '../words/batches.ts';
import { shell } from '../words/shell.ts';
import { ProgressLine } from './progress-line.tsx';

const NewBatch = lazy(() => import('./new-batch.tsx').then((m) => ({ default: m.NewBatch })));

export function BatchesPage() {
  const { t } = useLang();
  const { data, refused, reload } = useLoad('batches', loadBatches);
  const [making, setMaking] = useState(false);
  useLive(undefined, ({ kind }) => kind !== 'filings' && reload());
  return (
    <div className="sheet">
      <div className="head">
        <h1>{t(w.title)}</h1>
        <Button type="primary" onClick={() => setMaking(true)}>
          {t(w.fresh)}
        </Button>
      </div>
      {refused ? <RefusedBox refused={refused} onRetry={reload} /> : null}
      {data ? <List rows={data.batches} /> : refused ? null : <p className="quiet">{t(shell.loading)}</p>}
      {making ? (
        <Suspense>
          <NewBatch onClose={() => setMaking(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}

function List({ rows }: { rows: readonly BatchRow[] }) {
  const { t } = useLang();
  if (rows.length === 0) return <p className="quiet">{t(w.none)}</p>;
  return (
    <table className="plain">
      <thead>
        <tr>
          <th scope="col">{t(w.name)}</th>
          <th scope="col">{t(w.call)}</th>
          <th scope="col" className="number">
            {t(w.filings)}
          </th>
          <th scope="col" className="number">
            {t(w.waiting)}
          </th>
          <th scope="col" className="number">
            {t(w.decided)}
          </th>
          <th scope="col">{t(w.progress)}</th>
          <th scope="col">{t(w.created)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, call, filings, flow, progress, createdAt }) => {
          const decided = flow.passed + flow.returned + flow.rejected;
          return (
            <tr key={id}>
              <td>
                <a className="strong" href={hashOf(['batches', id])}>
                  {name}
                </a>
              </td>
              <td>{t(call.title)}</td>
              <td className="number">
                <a href={hashOf(['batches', id, 'queue'])}>{filings}</a>
              </td>
              <td className="number">
                <a href={hashOf(['batches', id, 'queue'], { view: 'todo' })}>{flow.todo}</a>
              </td>
              <td className="number">
                <a href={hashOf(['batches', id, 'queue'], { view: 'decided' })}>{decided}</a>
              </td>
              <td>
                <ProgressLine progress={progress} />
              </td>
              <td className="nowrap">{when(createdAt)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
