import { Alert, Button, Checkbox, Input, Modal, Select } from 'antd';
import { useEffect, useState } from 'react';
import { decisionWords } from '../../report/words.ts';
import { decisionKind } from '../../workbench/api/common.ts';
import type { Bulk, BulkPreview, Queue } from '../../workbench/api/queue.ts';
import { asRefused, type Refused } from '../api/refused.ts';
import { doBulk, previewBulk } from '../api/routes.ts';
import { usePeople } from '../api/use-people.ts';
import { useLang } from '../app/lang.tsx';
import { RefusedBox } from '../shared/refused-box.tsx';
import { queueWords as w } from '../words/queue.ts';
import { PreviewTable } from './preview-table.tsx';

interface Dialog {
  readonly batch: string;
  readonly which: Bulk['which'];
  readonly count: number;
  readonly facets: Queue['facets'] | undefined;
  readonly onClose: () => void;
  readonly onDone: (changed: number, act: string) => void;
}

const keep = '';
const nobody = '-';

/** Changes many filings together; shows exactly what changes before it does. */
export function BulkDialog({ batch, which, count, facets, onClose, onDone }: Dialog) {
  const { t } = useLang();
  const people = usePeople();
  const [decision, setDecision] = useState<string>(keep);
  const [reasons, setReasons] = useState<string[]>([]);
  const [assignee, setAssignee] = useState<string>(keep);
  const [note, setNote] = useState('');
  const [preview, setPreview] = useState<BulkPreview>();
  const [refused, setRefused] = useState<Refused>();
  const [known, setKnown] = useState(false);
  const [busy, setBusy] = useState(false);
  const kind = decisionKind.safeParse(decision);
  const order: Bulk = {
    which,
    ...(kind.success ? { decision: kind.data } : {}),
    ...(kind.success && reasons.length > 0 ? { reasons } : {}),
    ...(note.trim() ? { note: note.trim() } : {}),
    ...(assignee === keep ? {} : { assignee: assignee === nobody ? '' : assignee }),
  };
  const asked = JSON.stringify(order);

  useEffect(() => {
    let gone = false;
    setPreview(undefined);
    setKnown(false);
    const timer = setTimeout(() => {
      previewBulk(batch, order).then(
        (answer) => {
          if (gone) return;
          setRefused(undefined);
          setPreview(answer);
        },
        (error: unknown) => !gone && setRefused(asRefused(error)),
      );
    }, 150);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [asked, batch]);

  const apply = () => {
    setBusy(true);
    doBulk(batch, order).then(
      ({ changed, act }) => onDone(changed, act),
      (error: unknown) => {
        setBusy(false);
        setRefused(asRefused(error));
      },
    );
  };
  const unsound = preview?.unsound ?? 0;
  const changed = preview?.count ?? 0;
  return (
    <Modal
      open
      title={t(w.bulkTitle, { count })}
      width={920}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {t(w.cancel)}
        </Button>,
        <Button
          key="apply"
          type="primary"
          loading={busy}
          disabled={changed === 0 || (unsound > 0 && !known)}
          onClick={apply}
        >
          {t(w.apply, { count: changed })}
        </Button>,
      ]}
    >
      <div className="form">
        <label htmlFor="bulk-decision">{t(w.decision)}</label>
        <Select
          id="bulk-decision"
          value={decision}
          onChange={setDecision}
          options={[
            { value: keep, label: t(w.keep) },
            ...decisionKind.options.map((value) => ({ value, label: t(decisionWords[value]) })),
          ]}
        />
        {kind.success && kind.data !== 'pass' ? (
          <>
            <label htmlFor="bulk-reasons">{t(w.reasons)}</label>
            <Select
              id="bulk-reasons"
              mode="multiple"
              value={reasons}
              onChange={setReasons}
              showSearch={{ optionFilterProp: 'label' }}
              options={(facets?.rules ?? []).map(({ value, name, count: of }) => ({
                value,
                label: `${t(name)} · ${of}`,
              }))}
            />
          </>
        ) : null}
        <label htmlFor="bulk-assignee">{t(w.assignee)}</label>
        <Select
          id="bulk-assignee"
          value={assignee}
          onChange={setAssignee}
          options={[
            { value: keep, label: t(w.keep) },
            { value: nobody, label: t(w.nobody) },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <label htmlFor="bulk-note">{t(w.note)}</label>
        <Input
          id="bulk-note"
          value={note}
          maxLength={2000}
          placeholder={t(w.noteKeep)}
          onChange={({ target }) => setNote(target.value)}
        />
      </div>
      {unsound > 0 ? (
        <Alert
          type="error"
          role="alert"
          title={t(w.unsound, { count: unsound })}
          description={
            <Checkbox checked={known} onChange={({ target }) => setKnown(target.checked)}>
              {t(w.unsoundOk)}
            </Checkbox>
          }
        />
      ) : null}
      {refused ? <RefusedBox refused={refused} /> : null}
      <PreviewTable preview={preview} facets={facets} />
    </Modal>
  );
}
