import { App } from 'antd';
import type { Text } from '../../core/lang.ts';
import { asRefused } from '../api/refused.ts';
import { useLang } from '../app/lang.tsx';
import { useTyped } from './use-typed.ts';

interface Saving<T, Answer> {
  readonly send: (typed: T) => Promise<Answer>;
  readonly onSaved: (answer: Answer) => void;
  /** Another saved since they were read: they are asked for anew. */
  readonly onStale: () => void;
  /** Said once they are saved. */
  readonly done: Text;
}

/** Settings that a person types over and saves against what was read; where that is refused, what was typed stays. */
export function useSettings<T extends object, Answer>(
  now: T,
  { send, onSaved, onStale, done }: Saving<T, Answer>,
) {
  const { t } = useLang();
  const { message } = App.useApp();
  const { typed, others, set, clear } = useTyped(now);
  const save = (): void =>
    void send(typed).then(
      (answer) => {
        clear();
        onSaved(answer);
        void message.success(t(done));
      },
      (error: unknown) => {
        const refused = asRefused(error);
        if (refused.code === 'stale') onStale();
        void message.error(t(refused.text));
      },
    );
  return { typed, others, set, save };
}
