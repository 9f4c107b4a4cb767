import type { ReactNode } from 'react';
import type { Loaded as State } from '../api/use-load.ts';
import { useLang } from '../app/lang.tsx';
import { shell } from '../words/shell.ts';
import { RefusedBox } from './refused-box.tsx';

/** What was asked for once it is there; until then that it is coming, or why not. */
export function Loaded<T>({ of, children }: { of: State<T>; children: (data: T) => ReactNode }) {
  const { t } = useLang();
  return (
    <>
      {of.refused ? <RefusedBox refused={of.refused} onRetry={of.reload} /> : null}
      {of.data === undefined ? (
        of.refused ? null : (
          <p className="quiet">{t(shell.loading)}</p>
        )
      ) : (
        children(of.data)
      )}
    </>
  );
}
