import { App } from 'antd';
import { asRefused } from '../api/refused.ts';
import { undoAct } from '../api/routes.ts';
import { useLang } from '../app/lang.tsx';
import { queueWords as w } from '../words/queue.ts';

/** Takes an act back and says so. */
export function useUndo(onDone: () => void): (act: string) => void {
  const { t } = useLang();
  const { message } = App.useApp();
  return (act) => {
    undoAct(act).then(
      () => {
        void message.success({ content: t(w.undone), key: 'bulk' });
        onDone();
      },
      (error: unknown) => void message.error({ content: t(asRefused(error).text), key: 'bulk' }),
    );
  };
}
