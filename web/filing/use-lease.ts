import { useEffect } from 'react';
import { giveLease, takeLease } from '../api/routes.ts';

/** Tells others that this filing is being worked on, while it is open and may be. */
export function useLease(batch: string, filing: string, wanted: boolean): void {
  useEffect(() => {
    if (!wanted) return;
    // Who leafs through filings takes none.
    let taken: Promise<unknown> | undefined;
    const take = () => {
      // Whose it is already is shown by the filing itself.
      taken = takeLease(batch, filing).catch(() => undefined);
    };
    const first = setTimeout(take, 400);
    const again = setInterval(take, 60_000);
    const give = () => {
      clearTimeout(first);
      clearInterval(again);
      // Behind the taking: were it given first, it would be held for nobody.
      taken?.then(() => giveLease(batch, filing)).catch(() => undefined);
      taken = undefined;
    };
    // A page that goes away waits for nothing.
    const leave = () => {
      if (taken) giveLease(batch, filing).catch(() => undefined);
      give();
    };
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      give();
    };
  }, [batch, filing, wanted]);
}
