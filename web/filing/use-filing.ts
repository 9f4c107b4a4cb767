import { useCallback, useEffect, useRef, useState } from 'react';
import type { FilingDetail } from '../../workbench/api/filing.ts';
import { useLive } from '../api/live.ts';
import { loadFiling, loadNext } from '../api/routes.ts';
import type { Filter } from '../queue/query.ts';
import { forget, type Kept, learn, take } from './cache.ts';

/** A filing as far as it is there, kept up to date with what others do to it. */
export function useFiling(batch: string, id: string) {
  const [, draw] = useState(0);
  const known: Kept = take(batch, id);
  const redraw = useCallback(() => draw((n) => n + 1), []);
  useEffect(() => {
    let gone = false;
    for (const part of known.parts) void part.then(() => !gone && redraw());
    return () => {
      gone = true;
    };
  }, [known, redraw]);

  const put = useCallback(
    (filing: FilingDetail) => {
      learn(batch, filing);
      redraw();
    },
    [batch, redraw],
  );
  const reload = useCallback(async () => {
    const filing = await loadFiling(batch, id);
    put(filing);
    return filing;
  }, [batch, id, put]);
  return { known, put, reload };
}

/** The filings before and behind this one in the list that it was opened from; the next one is fetched ahead. */
export function useNeighbours(batch: string, id: string, filter: Filter) {
  const coming = useRef<Promise<string | undefined>>(undefined);
  /** As the list stood when the filing was opened: answers may move it, and what is decided leaves. */
  const ahead = useRef<readonly string[]>([]);
  const { sort, ...which } = filter;
  const asked = JSON.stringify(filter);
  const look = useCallback(() => {
    const found = loadNext(batch, id, { ...which, sort }, ahead.current).then(
      ({ filing, ahead: told }) => {
        if (coming.current === found) ahead.current = told;
        if (filing) take(batch, filing);
        return filing;
      },
      () => {
        // Asked again when it is needed.
        if (coming.current === found) coming.current = undefined;
        return undefined;
      },
    );
    coming.current = found;
    return found;
  }, [batch, id, asked]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    coming.current = undefined;
    ahead.current = [];
    const known = take(batch, id);
    let gone = false;
    // What is shown comes first.
    void Promise.all(known.parts).then(() => (gone ? undefined : look()));
    return () => {
      gone = true;
      // What was to be asked about this filing says nothing of the next one.
      clearTimeout(timer.current);
    };
  }, [batch, id, look]);
  // Who leaves for another room hears of nothing that happens to these.
  useEffect(() => () => forget(batch), [batch]);
  useLive(batch, ({ kind, filings }) => {
    // A run that goes on may bring a new version of any.
    forget(batch, kind === 'progress' ? undefined : filings, id);
    if (kind === 'progress') return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void look(), 200);
  });
  return useCallback(() => coming.current ?? look(), [look]);
}
