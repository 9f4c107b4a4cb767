import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { FilingDetail } from '../../workbench/api/filing.ts';
import { useLive } from '../api/live.ts';
import { useLang } from '../app/lang.tsx';
import { useMe } from '../app/session.tsx';
import { filingWords as w } from '../words/filing.ts';
import { newestFirst } from './newest-first.ts';

/** What others did to the filing while somebody works on it, in words, until they have seen it. */
export function useNews() {
  const { t } = useLang();
  const [changed, setChanged] = useState('');
  /** Another's act came in under the hands of who works here: the ENTER on its way was meant for what stood before. */
  const unseen = useRef(false);
  const newSince = useCallback(
    (before: FilingDetail, after: FilingDetail) => {
      const old = new Set(before.history.map(({ id }) => id));
      const acts = after.history.filter(({ id }) => !old.has(id));
      const what = acts.map(({ byName, text }) => t(w.changedBy, { name: byName, what: t(text) }));
      return what.join('；') || t(w.somebody);
    },
    [t],
  );
  const tell = useCallback(
    (before: FilingDetail, after: FilingDetail) => setChanged(newSince(before, after)),
    [newSince],
  );
  const seen = useCallback(() => {
    unseen.current = false;
    setChanged('');
  }, []);
  return { changed, unseen, tell, seen };
}

/** Hears of others' acts on the filing and shows it as it is after them. */
export function useOthers(
  batch: string,
  filing: FilingDetail,
  state: RefObject<{ readonly filing: FilingDetail }>,
  reload: () => Promise<FilingDetail>,
  isBusy: () => boolean,
  { tell, unseen }: ReturnType<typeof useNews>,
): void {
  const me = useMe();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useLive(batch, ({ kind, filings }) => {
    if (kind === 'progress' || !(filings?.includes(filing.filing) ?? true)) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (isBusy()) return;
      const before = state.current.filing;
      reload().then(
        (after) => {
          const mine = newestFirst(after.history)[0]?.by === me.user.id;
          if (after.revision <= before.revision || mine) return;
          tell(before, after);
          unseen.current = true;
        },
        () => undefined,
      );
    }, 300);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
}
