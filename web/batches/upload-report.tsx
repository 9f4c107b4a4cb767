import { Progress } from 'antd';
import { useLang } from '../app/lang.tsx';
import { batches as w } from '../words/batches.ts';
import type { Sending } from './use-upload.ts';

/** How far an upload is, and what was refused and why. */
export function UploadReport({ sending }: { sending: Sending }) {
  const { t } = useLang();
  const { of, done, share, refused, ended } = sending;
  return (
    <div className="report" aria-live="polite">
      <p>
        {ended
          ? t(w.uploaded, { count: of - refused.length })
          : t(w.uploading, { done: Math.min(done + 1, of), of })}
      </p>
      {ended ? null : <Progress percent={Math.round(share * 100)} aria-label={t(w.progress)} />}
      {refused.length > 0 ? (
        <>
          <p className="bad">{t(w.refusedFiles, { count: refused.length })}</p>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{t(w.file)}</th>
                <th scope="col">{t(w.why)}</th>
              </tr>
            </thead>
            <tbody>
              {refused.map(({ path, refused: { text } }) => (
                <tr key={path}>
                  <td>{path}</td>
                  <td>{t(text)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      ) : null}
    </div>
  );
}
