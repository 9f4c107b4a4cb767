import { Button, Input, type InputRef } from 'antd';
import type { Doubt } from '../../workbench/api/filing.ts';
import { useLang } from '../app/lang.tsx';
import { ClauseText } from '../shared/clause-text.tsx';
import { filingWords as w } from '../words/filing.ts';
import { FieldEdit, FieldFacts } from './field-facts.tsx';
import { LabelCard } from './labels-pane.tsx';
import { MatchCard } from './matches-pane.tsx';
import type { SideProps } from './side.tsx';
import { useFocus } from './use-focus.ts';

/** More places than these are lit together only. */
const mostPlaces = 9;

/** All that one point takes to be judged: why it is open, the clause beside the evidence, the answers. */
export function PointDetail({ doubt, ...props }: SideProps & { doubt: Doubt }) {
  const { t } = useLang();
  const { filing, desk, facts, field, onDesk, onStrike, onShow } = props;
  const target = doubt.subject.slice(doubt.subject.indexOf(':') + 1);
  const ofField = doubt.kind === 'field' ? filing.fields.find(({ key }) => key === target) : undefined;
  const ofLabel = doubt.kind === 'label' ? filing.labels.find(({ scheme }) => scheme === target) : undefined;
  const ofMatch =
    doubt.kind === 'match' ? filing.matches.find((match) => match.target === target) : undefined;
  const finding = doubt.kind === 'rule' ? filing.findings.find(({ rule }) => rule === target) : undefined;
  return (
    <div className="detail">
      {doubt.clause ? (
        <div className="beside">
          <ClauseText clause={doubt.clause} />
          <p>{t(finding ? finding.message : doubt.why)}</p>
        </div>
      ) : ofMatch ? null : (
        <p>{t(doubt.why)}</p>
      )}
      {finding && doubt.clause && t(finding.message) !== t(doubt.why) ? (
        <p className="quiet">{t(doubt.why)}</p>
      ) : null}
      <div className="answers">
        {doubt.answers.map(({ value, text }, index) => (
          <Button
            key={value}
            size="small"
            type={doubt.ruling?.value === value ? 'primary' : 'default'}
            disabled={!facts.may.includes('rule')}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onStrike(String(index + 1))}
          >
            <kbd>{index + 1}</kbd> {t(text)}
          </Button>
        ))}
      </div>
      {desk.mode === 'note' || desk.notes[doubt.subject] ? (
        <NoteBox desk={desk} subject={doubt.subject} onDesk={onDesk} />
      ) : null}
      {ofField ? <FieldFacts field={ofField} onShow={onShow} /> : null}
      {ofField && field === ofField.key && desk.mode === 'edit' ? (
        <FieldEdit field={ofField} desk={desk} onDesk={onDesk} />
      ) : null}
      {ofLabel ? <LabelCard label={ofLabel} onShow={onShow} /> : null}
      {ofMatch ? <MatchCard match={ofMatch} onShow={onShow} /> : null}
      {doubt.evidence.length > 1 && !ofMatch ? (
        <p className="places">
          {doubt.evidence.slice(0, mostPlaces).map((place, index) => (
            <Button key={index} size="small" onClick={() => onShow([place], doubt.subject)}>
              {'page' in place ? t(w.page, { n: place.page }) : `${t(w.evidence)} ${index + 1}`}
            </Button>
          ))}
        </p>
      ) : null}
      {doubt.ruling?.note ? (
        <p className="quiet">
          {t(w.note)}：{doubt.ruling.note}
        </p>
      ) : null}
    </div>
  );
}

function NoteBox({ desk, subject, onDesk }: Pick<SideProps, 'desk' | 'onDesk'> & { subject: string }) {
  const { t } = useLang();
  const box = useFocus<InputRef>(desk.mode === 'note');
  return (
    <Input
      ref={box}
      size="small"
      maxLength={2000}
      aria-label={t(w.note)}
      placeholder={t(w.noteHint)}
      value={desk.notes[subject] ?? ''}
      onFocus={() => onDesk({ mode: 'note' })}
      onBlur={() => onDesk({ mode: 'look' })}
      onChange={({ target: { value } }) => onDesk({ notes: { ...desk.notes, [subject]: value } })}
    />
  );
}
