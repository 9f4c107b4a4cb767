import { Button, Input } from 'antd';
import type { FilingField } from '../../workbench/api/filing.ts';
import { useLang } from '../app/lang.tsx';
import { percent, when } from '../shared/times.ts';
import { filingWords as w } from '../words/filing.ts';
import type { Places } from './boxes.ts';
import type { Desk } from './desk.ts';
import { sayValue } from './say-value.ts';

/** What was read of a field, how sure, what else was found, and what it was before it was put right. */
export function FieldFacts({
  field,
  onShow,
}: {
  field: FilingField;
  onShow: (where: Places, subject?: string) => void;
}) {
  const { t, lang } = useLang();
  const value = sayValue(field.value);
  return (
    <dl className="field-facts">
      <dt>{t(w.value)}</dt>
      <dd>
        {value || <span className="quiet">{t(w.empty)}</span>}
        {field.unit ? ` ${field.unit}` : ''} <span className="quiet">{percent(field.confidence, lang)}</span>
      </dd>
      {field.raw && field.raw !== value ? (
        <>
          <dt>{t(w.raw)}</dt>
          <dd>{field.raw}</dd>
        </>
      ) : null}
      {(field.conflicts ?? []).map((conflict, index) => (
        <Other
          key={index}
          word={t(w.also)}
          value={sayValue(conflict.value) || t(w.empty)}
          onShow={() => onShow(conflict.where)}
        />
      ))}
      {field.corrected ? (
        <>
          <dt>{t(w.wasRead)}</dt>
          <dd>
            <del>{sayValue(field.corrected.from) || t(w.empty)}</del>{' '}
            <span className="quiet">
              {field.corrected.by} {when(field.corrected.at)} {field.corrected.why}
            </span>
          </dd>
        </>
      ) : null}
    </dl>
  );
}

function Other({ word, value, onShow }: { word: string; value: string; onShow: () => void }) {
  return (
    <>
      <dt>{word}</dt>
      <dd>
        <Button size="small" type="link" onClick={onShow}>
          {value}
        </Button>
      </dd>
    </>
  );
}

/** The box in which a value is put right; what is typed is the desk's, so that nothing is lost. */
export function FieldEdit({
  field,
  desk,
  onDesk,
}: {
  field: FilingField;
  desk: Desk;
  onDesk: (part: Partial<Desk>) => void;
}) {
  const { t } = useLang();
  return (
    <div className="edit">
      <Input.TextArea
        autoFocus
        rows={1}
        className="grows"
        maxLength={20000}
        aria-label={`${t(w.newValue)}：${field.label}`}
        value={desk.values[field.key] ?? sayValue(field.value)}
        onFocus={({ target }) => target.select()}
        onBlur={() => onDesk({ mode: 'look' })}
        onChange={({ target: { value } }) => onDesk({ values: { ...desk.values, [field.key]: value } })}
      />
      <span className="quiet">{t(w.newValueHint)}</span>
    </div>
  );
}
