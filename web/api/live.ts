import { useEffect, useRef } from 'react';
import { type Change, change } from '../../workbench/api/office.ts';

type Listener = (change: Change) => void;

/** One stream per page: every part that shows something of the server listens here. */
const listeners = new Set<Listener>();
let stream: EventSource | undefined;

function open(): void {
  stream = new EventSource('/api/live');
  stream.addEventListener('change', (event: MessageEvent<string>) => {
    const read = change.safeParse(JSON.parse(event.data));
    if (read.success) for (const listener of listeners) listener(read.data);
  });
}

/** Calls `listener` with what happened elsewhere, for one batch or (absent) all; a lost stream opens itself again. */
export function useLive(batch: string | undefined, listener: Listener): void {
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(() => {
    const mine: Listener = (told) => {
      if (batch === undefined || told.batch === batch) latest.current(told);
    };
    listeners.add(mine);
    if (!stream || stream.readyState === EventSource.CLOSED) open();
    return () => {
      listeners.delete(mine);
      if (listeners.size > 0) return;
      stream?.close();
      stream = undefined;
    };
  }, [batch]);
}
