import { createContext, type ReactNode, useContext, useEffect } from 'react';
import type { Me } from '../../workbench/api/common.ts';
import { setCsrf } from '../api/client.ts';
import { loadMe } from '../api/routes.ts';
import { useLoad } from '../api/use-load.ts';
import { RefusedBox } from '../shared/refused-box.tsx';
import { SignIn } from './sign-in.tsx';

const Sitting = createContext<Me | undefined>(undefined);

/** Who sits before the page. Only under `Session`. */
export function useMe(): Me {
  const me = useContext(Sitting);
  if (!me) throw new Error('useMe outside of Session');
  return me;
}

/** Shows nothing of the office before the server has said who this is. */
export function Session({ children }: { children: ReactNode }) {
  const { data, refused, reload } = useLoad('me', async () => {
    const me = await loadMe();
    setCsrf(me.csrf);
    return me;
  });
  useEffect(() => {
    if (refused?.code !== 'unreachable') return;
    const timer = setTimeout(reload, 2000);
    return () => clearTimeout(timer);
  }, [refused, reload]);
  if (data) return <Sitting.Provider value={data}>{children}</Sitting.Provider>;
  if (refused?.code === 'login') return <SignIn onSignedIn={reload} />;
  return <main className="alone">{refused ? <RefusedBox refused={refused} onRetry={reload} /> : null}</main>;
}
