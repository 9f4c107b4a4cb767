import { Alert, Button } from 'antd';
import type { Refused } from '../api/refused.ts';
import { useLang } from '../app/lang.tsx';
import { shell } from '../words/shell.ts';

/** What the server would not do, and why; with a way to try again where that makes sense. */
export function RefusedBox({ refused, onRetry }: { refused: Refused; onRetry?: () => void }) {
  const { t } = useLang();
  return (
    <Alert
      type="error"
      role="alert"
      title={t(refused.text)}
      action={onRetry ? <Button onClick={onRetry}>{t(shell.retry)}</Button> : undefined}
    />
  );
}
