import { Button } from 'antd';
import { useState } from 'react';
import { asRefused, type Refused } from '../api/refused.ts';
import { putFile, runBatch } from '../api/routes.ts';
import { useLang } from '../app/lang.tsx';
import { RefusedBox } from '../shared/refused-box.tsx';
import { size } from '../shared/times.ts';
import { batches as w } from '../words/batches.ts';
import { DropZone } from './drop-zone.tsx';
import { UploadReport } from './upload-report.tsx';
import { joined, type Picked } from './uploads.ts';
import { useUpload } from './use-upload.ts';

/** Late filings and corrected versions of a batch that is there. */
export function AddFiles({ batch, onAdded }: { batch: string; onAdded: () => void }) {
  const { t } = useLang();
  const [files, setFiles] = useState<Picked[]>([]);
  const [refused, setRefused] = useState<Refused>();
  const { sending, start } = useUpload();
  const busy = sending !== undefined && !sending.ended;
  const add = async () => {
    setRefused(undefined);
    try {
      const notTaken = await start(files, (one, onProgress) =>
        putFile(batch, one.path, one.file, onProgress),
      );
      setFiles([]);
      if (notTaken.length < files.length) await runBatch(batch);
    } catch (error) {
      setRefused(asRefused(error));
    }
    onAdded();
  };
  return (
    <>
      <p className="quiet">{t(w.addNote)}</p>
      <DropZone label={t(w.add)} onPicked={(picked) => setFiles((before) => joined(before, picked))} />
      {files.length > 0 ? (
        <p className="row">
          {t(w.chosen, {
            count: files.length,
            size: size(files.reduce((sum, { file }) => sum + file.size, 0)),
          })}
          <Button type="primary" loading={busy} onClick={() => void add()}>
            {t(w.add)}
          </Button>
        </p>
      ) : null}
      {sending ? <UploadReport sending={sending} /> : null}
      {refused ? <RefusedBox refused={refused} /> : null}
    </>
  );
}
