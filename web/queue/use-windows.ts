import { useCallback, useEffect, useRef, useState } from 'react';
import type { Queue, QueueRow } from '../../workbench/api/queue.ts';
import { asRefused, type Refused } from '../api/refused.ts';
import { loadQueue } from '../api/routes.ts';
import type { Filter } from './query.ts';

/** Rows asked for at once. */
export const windowSize = 100;

interface Shown {
  readonly key: string;
  readonly head: Queue;
  readonly rows: ReadonlyMap<number, readonly QueueRow[]>;
}

/**
 * The rows of a query as they are scrolled to. A new query keeps the old rows in sight until its own are there; news
 * from elsewhere asks again for the windows in sight.
 */
export function useWindows(batch: string, filter: Filter) {
  const key = `${batch} ${JSON.stringify(filter)}`;
  const [shown, setShown] = useState<Shown>();
  const [refused, setRefused] = useState<Refused>();
  const wanted = useRef({ key, filter, windows: new Set([0]) });
  const asked = useRef(new Set<string>());

  const load = useCallback(
    async (window: number) => {
      const { key: mine, filter: asking } = wanted.current;
      const name = `${mine} ${window}`;
      if (asked.current.has(name)) return;
      asked.current.add(name);
      try {
        const answer = await loadQueue(batch, { ...asking, offset: window * windowSize, limit: windowSize });
        if (wanted.current.key !== mine) return;
        setRefused(undefined);
        setShown((before) => ({
          key: mine,
          head: answer,
          rows: new Map([...(before?.key === mine ? before.rows : []), [window, answer.rows]]),
        }));
      } catch (error) {
        if (wanted.current.key === mine) setRefused(asRefused(error));
      } finally {
        asked.current.delete(name);
      }
    },
    [batch],
  );

  useEffect(() => {
    if (wanted.current.key !== key) wanted.current = { key, filter, windows: new Set([0]) };
    void load(0);
    // The key says all of the filter.
  }, [key, load]);

  /** Says which rows are in sight. */
  const see = useCallback(
    (from: number, to: number) => {
      const windows = new Set<number>();
      for (let at = Math.floor(from / windowSize); at <= Math.floor(to / windowSize); at++) windows.add(at);
      wanted.current.windows = windows;
      for (const at of windows) if (shown?.key !== wanted.current.key || !shown.rows.has(at)) void load(at);
    },
    [load, shown],
  );

  const reload = useCallback(() => {
    const { windows } = wanted.current;
    // What is out of sight is asked for again once it is scrolled to.
    setShown((before) =>
      before ? { ...before, rows: new Map([...before.rows].filter(([at]) => windows.has(at))) } : before,
    );
    for (const at of windows) void load(at);
  }, [load]);

  const rowAt = useCallback(
    (index: number): QueueRow | undefined =>
      shown?.rows.get(Math.floor(index / windowSize))?.[index % windowSize],
    [shown],
  );
  return { head: shown?.head, stale: shown !== undefined && shown.key !== key, refused, rowAt, see, reload };
}
