import { useCallback, useEffect, useRef, useState } from 'react';
import { asRefused, type Refused } from './refused.ts';

export interface Loaded<T> {
  readonly data?: T;
  readonly refused?: Refused;
  readonly loading: boolean;
  /** Asks again; what is shown stays until the answer is there. */
  readonly reload: () => void;
  /** Puts an answer that came with an act in place of what is shown. */
  readonly put: (data: T) => void;
}

/** Asks for something when `key` changes. An answer that came too late for its key is dropped. */
export function useLoad<T>(key: string, ask: () => Promise<T>): Loaded<T> {
  const [state, setState] = useState<{ key: string; data?: T; refused?: Refused; loading: boolean }>({
    key,
    loading: true,
  });
  const asking = useRef(ask);
  asking.current = ask;
  const turn = useRef(0);

  const run = useCallback((wanted: string) => {
    turn.current += 1;
    const mine = turn.current;
    setState((before) =>
      before.key === wanted ? { ...before, loading: true } : { key: wanted, loading: true },
    );
    asking.current().then(
      (data) => mine === turn.current && setState({ key: wanted, data, loading: false }),
      (error: unknown) =>
        mine === turn.current &&
        setState((before) => ({
          key: wanted,
          ...(before.key === wanted && before.data !== undefined ? { data: before.data } : {}),
          refused: asRefused(error),
          loading: false,
        })),
    );
  }, []);

  useEffect(() => {
    run(key);
    return () => {
      turn.current += 1;
    };
  }, [key, run]);

  const reload = useCallback(() => run(key), [key, run]);
  const put = useCallback(
    (data: T) => {
      turn.current += 1;
      setState({ key, data, loading: false });
    },
    [key],
  );
  // What belongs to another key is not shown, not even for a moment.
  return state.key === key ? { ...state, reload, put } : { loading: true, reload, put };
}
