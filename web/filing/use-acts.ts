import { useCallback, useRef, useState } from 'react';
import type { FilingDetail } from '../../workbench/api/filing.ts';
import { asRefused, type Refused } from '../api/refused.ts';

interface Acts {
  readonly filing: FilingDetail;
  readonly put: (filing: FilingDetail) => void;
  readonly reload: () => Promise<FilingDetail>;
  /** Somebody was quicker; `before` is what was on the screen. */
  readonly onStale: (before: FilingDetail, after: FilingDetail) => void;
  readonly onRefused: (refused: Refused) => void;
}

/**
 * Sends acts one after another, each with the revision that the one before was answered with. What is on its way counts
 * as answered; where one is refused those behind it are not sent, and the filing is asked for anew.
 */
export function useActs({ filing, put, reload, onStale, onRefused }: Acts) {
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set());
  const latest = useRef(filing);
  if (filing.revision >= latest.current.revision) latest.current = filing;
  const chain = useRef<Promise<boolean>>(Promise.resolve(true));
  const waiting = useRef(0);
  const told = useRef({ onStale, onRefused });
  told.current = { onStale, onRefused };

  const run = useCallback(
    (
      subjects: readonly string[],
      work: (latest: FilingDetail) => Promise<FilingDetail>,
    ): Promise<boolean> => {
      waiting.current += 1;
      setPending((before) => new Set([...before, ...subjects]));
      const mine = chain.current.then(async (going) => {
        const before = latest.current;
        try {
          if (!going) return false;
          const after = await work(before);
          latest.current = after;
          put(after);
          return true;
        } catch (error) {
          const refused = asRefused(error);
          const stale = refused.code === 'stale';
          if (!stale) told.current.onRefused(refused);
          // Somebody was quicker, or holds it and so may do what was asked: either shows once it is there anew.
          const after = await reload().catch((again: unknown) => {
            if (stale) told.current.onRefused(asRefused(again));
          });
          if (!after) return false;
          latest.current = after;
          if (stale) told.current.onStale(before, after);
          return false;
        } finally {
          waiting.current -= 1;
          if (waiting.current === 0) {
            chain.current = Promise.resolve(true);
            setPending(new Set());
          }
        }
      });
      chain.current = mine;
      return mine;
    },
    [put, reload],
  );
  const isBusy = useCallback(() => waiting.current > 0, []);
  /** Resolves once nothing is on its way: whether all of it was taken. */
  const settled = useCallback(() => chain.current, []);
  return { pending, run, isBusy, settled };
}
