import { useEffect } from 'react';
import { giveLease, takeLease } from '../api/routes.ts';

/** Tells others that this filing is being worked on, while it is open and may be. */
export function useLease(batch: string, filing: string, wanted: boolean): void {
  useEffect(() => {
    if (!wanted) return;
    // Who leafs through filings takes none.
    let taken = false;
    const take = () => {
      taken = true;
      // Whose it is already is shown by the filing itself.
      takeLease(batch, filing).catch(() => undefined);
    };
    const first = setTimeout(take, 400);
    const again = setInterval(take, 60_000);
    const give = () => {
      clearTimeout(first);
      clearInterval(again);
      if (taken) giveLease(batch, filing).catch(() => undefined);
      taken = false;
    };
    window.addEventListener('pagehide', give);
    return () => {
      window.removeEventListener('pagehide', give);
      give();
    };
  }, [batch, filing, wanted]);
}
