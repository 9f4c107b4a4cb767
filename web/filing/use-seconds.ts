import { useCallback, useEffect, useRef } from 'react';

/** A pause longer than this is no work on the filing. Seconds. */
const pause = 30;

/** Seconds that a person was at it: from one key, click or scroll to the next, pauses left out. */
export class ActiveTime {
  private last: number;
  private sum = 0;

  constructor(at: number) {
    this.last = at;
  }

  /** Something was done at this time, in seconds. */
  seen(at: number): void {
    const since = at - this.last;
    if (since > 0) this.sum += Math.min(since, pause);
    this.last = at;
  }

  /** What was counted since the last call. */
  take(at: number): number {
    this.seen(at);
    const sum = this.sum;
    this.sum = 0;
    return Math.round(sum * 10) / 10;
  }
}

const now = () => performance.now() / 1000;

/** Counts from when the filing was shown; the function takes what was counted. */
export function useSeconds(): () => number {
  const time = useRef(new ActiveTime(now()));
  useEffect(() => {
    const seen = () => {
      if (document.visibilityState === 'visible') time.current.seen(now());
    };
    const events = ['keydown', 'pointerdown', 'wheel'] as const;
    for (const event of events) window.addEventListener(event, seen, { passive: true });
    return () => {
      for (const event of events) window.removeEventListener(event, seen);
    };
  }, []);
  return useCallback(() => time.current.take(now()), []);
}
