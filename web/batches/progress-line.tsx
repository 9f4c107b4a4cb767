import type { Progress } from '../../workbench/api/batches.ts';
import { useLang } from '../app/lang.tsx';
import { batches as w } from '../words/batches.ts';

/** How a run goes: stage, share, file and page, time left. */
export function ProgressLine({ progress }: { progress: Progress | undefined }) {
  const { t } = useLang();
  if (!progress) return <span className="quiet">{t(w.notRun)}</span>;
  const { state, stage, done, of, file, page, pages, secondsLeft, message } = progress;
  if (state !== 'running')
    return (
      <span className={state === 'failed' ? 'bad' : 'quiet'}>
        {t(w[state])}
        {message ? `：${t(message)}` : ''}
      </span>
    );
  const share = of > 0 ? done / of : 0;
  return (
    <span className="progress">
      <progress max={1} value={share} aria-label={t(w.progress)} />
      <span>
        {t(w[stage])} {done} / {of}
        {secondsLeft === undefined ? '' : ` · ${t(w.left, { time: timeLeft(secondsLeft, t) })}`}
      </span>
      {file ? (
        <span className="quiet cut" title={file}>
          {file}
          {page && pages ? ` · ${t(w.page, { page, pages })}` : ''}
        </span>
      ) : null}
    </span>
  );
}

function timeLeft(seconds: number, t: ReturnType<typeof useLang>['t']): string {
  return seconds < 90
    ? t(w.seconds, { n: Math.max(1, Math.round(seconds)) })
    : t(w.minutes, { n: Math.round(seconds / 60) });
}
