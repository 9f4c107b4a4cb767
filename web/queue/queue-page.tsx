import { App, Button } from 'antd';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { QueueRow } from '../../workbench/api/queue.ts';
import { useLive } from '../api/live.ts';
import { useLang } from '../app/lang.tsx';
import { go, hashOf } from '../app/router.ts';
import { RefusedBox } from '../shared/refused-box.tsx';
import { queueWords as w } from '../words/queue.ts';
import { Filters } from './filters.tsx';
import { addressOf, type Filter, filterOf } from './query.ts';
import { Rows } from './rows.tsx';
import { useUndo } from './use-undo.ts';
import { useWindows } from './use-windows.ts';
import { Views } from './views.tsx';

const BulkDialog = lazy(() => import('./bulk-dialog.tsx').then((m) => ({ default: m.BulkDialog })));

/** The filings of a batch: what needs a person first. */
export function QueuePage({ batch, query }: { batch: string; query: Readonly<Record<string, string>> }) {
  const { t } = useLang();
  const { message } = App.useApp();
  const filter = filterOf(query);
  const { head, stale, refused, rowAt, see, reload } = useWindows(batch, filter);
  const [at, setAt] = useState(0);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  /** All that answer to the query, also what was never loaded. */
  const [all, setAll] = useState(false);
  const [changing, setChanging] = useState(false);
  const undo = useUndo(reload);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useLive(batch, () => {
    // Many at once when a run goes on or another changes many together.
    clearTimeout(timer.current);
    timer.current = setTimeout(reload, 150);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    // The page that comes next, while nothing else is to do.
    const idle = setTimeout(() => void import('../filing/filing-page.tsx'), 600);
    return () => clearTimeout(idle);
  }, []);
  const asked = JSON.stringify(addressOf(filter));
  useEffect(() => {
    setAt(0);
    setAll(false);
    setSelected(new Set());
  }, [asked]);

  const change = (part: Partial<Filter>) =>
    go(['batches', batch, 'queue'], addressOf({ ...filter, ...part }), { replace: true });
  const total = head?.total ?? 0;
  const hrefOf = (row: QueueRow) => hashOf(['batches', batch, 'filings', row.filing], addressOf(filter));
  const open = (row: QueueRow) => go(['batches', batch, 'filings', row.filing], addressOf(filter));
  const toggle = (row: QueueRow) => {
    setAll(false);
    setSelected((before) => {
      const after = new Set(before);
      if (!after.delete(row.filing)) after.add(row.filing);
      return after;
    });
  };
  const count = all ? total : selected.size;
  const { sort: _, ...which } = filter;

  return (
    <div className="queue">
      <Views batch={batch} now={filter.view} counts={head?.views} />
      <div className="queue-main">
        <h1 className="unseen">{t(w.title)}</h1>
        <Filters
          filter={filter}
          facets={head?.facets}
          onChange={change}
          onClear={() => go(['batches', batch, 'queue'], addressOf({ view: filter.view, sort: filter.sort }))}
        />
        {refused ? <RefusedBox refused={refused} onRetry={reload} /> : null}
        <div className={stale ? 'queue-list stale' : 'queue-list'} aria-busy={stale || !head}>
          <Rows
            total={total}
            rowAt={rowAt}
            see={see}
            at={at}
            onAt={setAt}
            isSelected={({ filing }) => all || selected.has(filing)}
            onSelect={toggle}
            onOpen={open}
            hrefOf={hrefOf}
          />
          {head && total === 0 ? <p className="quiet empty">{t(w.empty)}</p> : null}
        </div>
        <footer className="bar">
          <span className="bar-count" aria-live="polite">
            {count > 0 ? t(w.selected, { count }) : head ? t(w.count, { count: total }) : ''}
          </span>
          <Button disabled={total === 0 || all} onClick={() => setAll(true)}>
            {t(w.selectAll, { count: total })}
          </Button>
          <Button
            disabled={count === 0}
            onClick={() => {
              setAll(false);
              setSelected(new Set());
            }}
          >
            {t(w.none)}
          </Button>
          <Button disabled={count === 0} onClick={() => setChanging(true)}>
            {t(w.bulk)}
          </Button>
          <span className="quiet grow hint">{t(w.keys)}</span>
          <Button
            type="primary"
            disabled={total === 0}
            onClick={() => {
              const first = rowAt(0);
              if (first) open(first);
            }}
          >
            {t(w.start)}
          </Button>
        </footer>
      </div>
      {changing ? (
        <Suspense>
          <BulkDialog
            batch={batch}
            which={all ? { query: which } : { filings: [...selected] }}
            count={count}
            facets={head?.facets}
            onClose={() => setChanging(false)}
            onDone={(changed, act) => {
              setChanging(false);
              setSelected(new Set());
              setAll(false);
              reload();
              void message.success({
                content: (
                  <>
                    {t(w.applied, { count: changed })}{' '}
                    <Button size="small" onClick={() => undo(act)}>
                      {t(w.undo)}
                    </Button>
                  </>
                ),
                duration: 12,
                key: 'bulk',
              });
            }}
          />
        </Suspense>
      ) : null}
    </div>
  );
}
