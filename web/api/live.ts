import { useEffect, useRef } from 'react';
import { type Change, change } from '../../workbench/api/office.ts';

type Listener = (change: Change) => void;

interface Ear {
  /** Absent: all. */
  readonly batch: string | undefined;
  readonly hear: Listener;
}

/** One stream per page: every part that shows something of the server listens here. */
const ears = new Set<Ear>();
let stream: EventSource | undefined;

/** `lost`: a stream was there before, and what happened since was told to nobody. */
function open(lost = false): void {
  const opened = new EventSource('/api/live');
  stream = opened;
  opened.addEventListener('change', (event: MessageEvent<string>) => {
    const read = change.safeParse(JSON.parse(event.data));
    if (!read.success) return;
    for (const { batch, hear } of ears) if (batch === undefined || batch === read.data.batch) hear(read.data);
  });
  opened.addEventListener('open', () => {
    if (lost) for (const { batch = '', hear } of ears) hear({ batch, kind: 'batch' });
    lost = false;
  });
  opened.addEventListener('error', () => {
    lost = true;
    // A browser gives up where the server answered with something else.
    if (opened.readyState === EventSource.CLOSED)
      setTimeout(() => {
        if (stream === opened && ears.size > 0) open(true);
      }, 3000);
  });
}

/** Calls `listener` with what happened elsewhere, for one batch or (absent) all; a lost stream opens itself again. */
export function useLive(batch: string | undefined, listener: Listener): void {
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(() => {
    const ear: Ear = { batch, hear: (told) => latest.current(told) };
    ears.add(ear);
    if (!stream || stream.readyState === EventSource.CLOSED) open();
    return () => {
      ears.delete(ear);
      if (ears.size > 0) return;
      stream?.close();
      stream = undefined;
    };
  }, [batch]);
}
