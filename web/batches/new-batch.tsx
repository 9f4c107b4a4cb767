import { App, Button, Checkbox, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { asRefused, type Refused } from '../api/refused.ts';
import { createBatch, loadCalls, putFile, putList, runBatch } from '../api/routes.ts';
import { useLoad } from '../api/use-load.ts';
import { useLang } from '../app/lang.tsx';
import { go } from '../app/router.ts';
import { RefusedBox } from '../shared/refused-box.tsx';
import { size } from '../shared/times.ts';
import { batches as w } from '../words/batches.ts';
import { DropZone } from './drop-zone.tsx';
import { ListPicker, type PickedList } from './list-picker.tsx';
import { UploadReport } from './upload-report.tsx';
import { joined, type Picked } from './uploads.ts';
import { useUpload } from './use-upload.ts';

/** Makes a batch, sends its files and lists, and starts the run; stays open where something was refused. */
export function NewBatch({ onClose }: { onClose: () => void }) {
  const { t } = useLang();
  const { message } = App.useApp();
  const calls = useLoad('calls', loadCalls);
  const [call, setCall] = useState<string>();
  const [name, setName] = useState('');
  const [asOf, setAsOf] = useState('');
  const [reading, setReading] = useState<string>();
  const [complete, setComplete] = useState(false);
  const [files, setFiles] = useState<Picked[]>([]);
  const [lists, setLists] = useState<PickedList[]>([]);
  const [refused, setRefused] = useState<Refused>();
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<string>();
  const { sending, start } = useUpload();
  const chosen = calls.data?.calls.find(({ id }) => id === call);
  const ready = call !== undefined && name.trim() !== '' && files.length > 0;

  const make = async () => {
    if (!call) return;
    setBusy(true);
    setRefused(undefined);
    try {
      const { id } = await createBatch({
        call,
        name: name.trim(),
        complete,
        ...(asOf ? { asOf } : {}),
        ...(reading ? { reading } : {}),
      });
      setMade(id);
      const kinds = new Map(lists.map((list) => [list.path, list.kind]));
      const notTaken = await start([...lists, ...files], (one, onProgress) => {
        const kind = kinds.get(one.path);
        return kind
          ? putList(id, kind, one.file.name, one.file, onProgress)
          : putFile(id, one.path, one.file, onProgress);
      });
      if (notTaken.length < files.length + lists.length) await runBatch(id);
      if (notTaken.length === 0) {
        void message.success(t(w.uploaded, { count: files.length + lists.length }));
        go(['batches', id]);
      }
    } catch (error) {
      setRefused(asRefused(error));
    }
    setBusy(false);
  };

  const footer =
    made && !busy
      ? [
          <Button key="open" type="primary" onClick={() => go(['batches', made])}>
            {t(w.about)}
          </Button>,
        ]
      : [
          <Button key="cancel" onClick={onClose} disabled={busy}>
            {t(w.cancel)}
          </Button>,
          <Button key="make" type="primary" disabled={!ready} loading={busy} onClick={() => void make()}>
            {t(w.make)}
          </Button>,
        ];

  return (
    <Modal open title={t(w.fresh)} onCancel={onClose} width={760} mask={{ closable: false }} footer={footer}>
      <div className="form">
        <label htmlFor="nb-call">{t(w.call)}</label>
        <Select
          id="nb-call"
          value={call}
          loading={calls.loading}
          onChange={(id: string) => {
            setCall(id);
            setReading(undefined);
          }}
          options={(calls.data?.calls ?? []).map(({ id, title, year }) => ({
            value: id,
            label: `${t(title)}（${year}）`,
          }))}
        />
        <label htmlFor="nb-name">{t(w.name)}</label>
        <Input id="nb-name" value={name} maxLength={200} onChange={({ target }) => setName(target.value)} />
        <label htmlFor="nb-as-of">{t(w.asOf)}</label>
        <input
          id="nb-as-of"
          className="plain-input"
          type="date"
          value={asOf}
          onChange={({ target }) => setAsOf(target.value)}
        />
        {chosen && chosen.readings.length > 0 ? (
          <>
            <label htmlFor="nb-reading">{t(w.reading)}</label>
            <Select
              id="nb-reading"
              value={reading ?? ''}
              onChange={(id: string) => setReading(id || undefined)}
              options={[
                { value: '', label: t(w.readingNone) },
                ...chosen.readings.map(({ id, title }) => ({ value: id, label: t(title) })),
              ]}
            />
          </>
        ) : null}
        <span />
        <Checkbox checked={complete} onChange={({ target }) => setComplete(target.checked)}>
          {t(w.complete)}
        </Checkbox>
        <span className="label">{t(w.filesTitle)}</span>
        <div>
          <DropZone
            label={t(w.filesTitle)}
            onPicked={(picked) => setFiles((before) => joined(before, picked))}
          />
          {files.length > 0 ? (
            <p className="quiet">
              {t(w.chosen, {
                count: files.length,
                size: size(files.reduce((sum, { file }) => sum + file.size, 0)),
              })}
            </p>
          ) : null}
        </div>
        <span className="label">{t(w.lists)}</span>
        <ListPicker lists={lists} onChange={setLists} />
      </div>
      {calls.refused ? <RefusedBox refused={calls.refused} onRetry={calls.reload} /> : null}
      {refused ? <RefusedBox refused={refused} /> : null}
      {sending ? <UploadReport sending={sending} /> : null}
    </Modal>
  );
}
