import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { QueueRow } from '../../workbench/api/queue.ts';
import { useLang } from '../app/lang.tsx';
import { queueWords as w } from '../words/queue.ts';
import { RowCells } from './row-cells.tsx';

const height = 46;
/** Rows drawn above and below what is in sight. */
const spare = 8;

interface Rows {
  readonly total: number;
  readonly rowAt: (index: number) => QueueRow | undefined;
  readonly see: (from: number, to: number) => void;
  readonly at: number;
  readonly onAt: (index: number) => void;
  readonly isSelected: (row: QueueRow) => boolean;
  readonly onSelect: (row: QueueRow) => void;
  readonly onOpen: (row: QueueRow) => void;
  readonly hrefOf: (row: QueueRow) => string;
}

/** A list of any length of which only the rows in sight are in the page. */
export function Rows(props: Rows) {
  const { total, rowAt, see, at, onAt, isSelected, onSelect, onOpen, hrefOf } = props;
  const { t } = useLang();
  const box = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState({ top: 0, height: 600 });

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => setSight({ top: element.scrollTop, height: element.clientHeight });
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);

  const from = Math.max(0, Math.floor(sight.top / height) - spare);
  const to = Math.min(total - 1, Math.ceil((sight.top + sight.height) / height) + spare);
  useEffect(() => {
    if (to >= from) see(from, to);
  }, [from, to, see]);

  const move = (index: number) => {
    const next = Math.min(Math.max(index, 0), total - 1);
    onAt(next);
    const element = box.current;
    if (!element) return;
    const top = next * height;
    // The head of the list stands over the first row in sight.
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + 2 * height > element.scrollTop + element.clientHeight)
      element.scrollTop = top + 2 * height - element.clientHeight;
  };

  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rowAt(at);
    const page = Math.max(1, Math.floor(sight.height / height) - 2);
    const steps: Record<string, number> = {
      j: at + 1,
      ArrowDown: at + 1,
      k: at - 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: total - 1,
    };
    const step = steps[event.key];
    if (step !== undefined) move(step);
    else if (event.key === 'Enter' && row) onOpen(row);
    else if (event.key === 'x' && row) onSelect(row);
    else return;
    event.preventDefault();
  };

  const columns = [
    w.filing,
    w.state,
    w.stage,
    w.doubts,
    w.checklist,
    w.confidence,
    w.reason,
    w.region,
    w.who,
  ];
  return (
    <div
      ref={box}
      className="rows"
      role="grid"
      aria-label={t(w.title)}
      aria-rowcount={total + 1}
      aria-multiselectable="true"
      aria-activedescendant={rowAt(at) ? `row-${at}` : undefined}
      tabIndex={0}
      onKeyDown={press}
    >
      <div className="queue-row queue-head" role="row" tabIndex={-1} aria-rowindex={1}>
        <span role="columnheader">
          <span className="unseen">{t(w.select)}</span>
        </span>
        {columns.map((word) => (
          <span role="columnheader" key={word.en}>
            {t(word)}
          </span>
        ))}
      </div>
      <div role="rowgroup" className="queue-body" style={{ height: total * height }}>
        {Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => from + n).map((index) => {
          const row = rowAt(index);
          return (
            <div
              key={index}
              id={`row-${index}`}
              role="row"
              tabIndex={-1}
              aria-rowindex={index + 2}
              aria-selected={row ? isSelected(row) : false}
              className={index === at ? 'queue-row here' : 'queue-row'}
              style={{ top: index * height }}
              data-filing={row?.filing}
              onMouseDown={() => onAt(index)}
            >
              {row ? (
                <RowCells
                  row={row}
                  href={hrefOf(row)}
                  selected={isSelected(row)}
                  onSelect={() => onSelect(row)}
                />
              ) : (
                <span role="gridcell" className="quiet">
                  …
                </span>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
