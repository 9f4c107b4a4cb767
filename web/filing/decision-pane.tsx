import { Button, Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useState } from 'react';
import { decisionWords } from '../../report/words.ts';
import { useLang } from '../app/lang.tsx';
import { clock } from '../shared/times.ts';
import { filingWords as w } from '../words/filing.ts';
import { choiceOf, reasonsOf } from './desk.ts';
import type { SideProps } from './side.tsx';
import { useFocus } from './use-focus.ts';

/** What will be decided, with its reasons, before ENTER says so. */
export function DecisionPane(props: SideProps) {
  const { t } = useLang();
  const { filing, facts, desk, keeping, onDesk, onStrike, onReopen } = props;
  const note = useFocus<TextAreaRef>(desk.mode === 'note');
  const choice = choiceOf(desk, facts);
  const picked = reasonsOf(desk, facts);
  const open = facts.points.filter((point) => point.open).length;
  if (desk.mode === 'reopen') return <Reopen onReopen={onReopen} />;
  if (!choice)
    return (
      <div className="pad">
        <p>{t(w.decidedAlready)}</p>
        {facts.may.includes('reopen') ? (
          <Button onClick={() => onStrike('o')}>
            <kbd>O</kbd> {t(w.reopen)}
          </Button>
        ) : null}
      </div>
    );
  const word = choice === 'agree' || choice === 'give-back' ? w[choice] : decisionWords[choice];
  return (
    <div className="decision">
      {facts.may.includes('settle') ? <p className="unsure">{t(w.settle)}</p> : null}
      {facts.may.includes('check') || facts.may.includes('settle') ? <Opinions filing={filing} /> : null}
      <p className="choice">
        <span className="quiet">{t(w.decisionOf)}</span> <b className={`choice-${choice}`}>{t(word)}</b>{' '}
        {desk.choice ? null : <span className="quiet">{facts.settled ? t(w.suggested) : t(w.waiting)}</span>}
      </p>
      {open > 0 && choice !== 'agree' ? (
        <p className="bad" role="status">
          {t(w.openLeft, { count: open })}
        </p>
      ) : null}
      <h2>{t(w.reasons)}</h2>
      {choice === 'pass' ? (
        <p className="quiet">{t(w.noReasons)}</p>
      ) : (
        <ol className="reasons">
          {filing.reasonChoices.map(({ rule, title, clause }, index) => {
            const on = picked.indexOf(rule);
            return (
              <li key={rule}>
                <button
                  type="button"
                  aria-pressed={on >= 0}
                  disabled={choice === 'agree' || choice === 'give-back'}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() =>
                    index < 9
                      ? onStrike(String(index + 1))
                      : onDesk({
                          ...(desk.choice ? {} : { choice }),
                          reasons: on >= 0 ? picked.filter((one) => one !== rule) : [...picked, rule],
                        })
                  }
                >
                  <kbd>{index < 9 ? index + 1 : ' '}</kbd>
                  <i aria-hidden="true">{on >= 0 ? '☑' : '☐'}</i>
                  <span>
                    <b>{t(title)}</b> {on === 0 ? <em>{t(w.main)}</em> : null}
                    <span className="quiet cut" lang="zh-CN">
                      {clause.ref} {clause.text}
                    </span>
                  </span>
                </button>
              </li>
            );
          })}
        </ol>
      )}
      <h2>
        <label htmlFor="decision-note">{t(w.decisionNote)}</label>
      </h2>
      <Input.TextArea
        id="decision-note"
        ref={note}
        rows={2}
        className="grows"
        maxLength={5000}
        value={desk.note}
        onFocus={() => onDesk({ mode: 'note' })}
        onBlur={() => onDesk({ mode: 'look' })}
        onChange={({ target: { value } }) => onDesk({ note: value })}
      />
      <p className="quiet foot">
        <span>{t(w.toConfirm)}</span>
        <span>
          {keeping.state === 'kept' ? t(w.draftKept, { time: clock(keeping.at) }) : ''}
          {keeping.state === 'failed' ? <b className="bad">{t(w.draftNot)}</b> : ''}
        </span>
      </p>
    </div>
  );
}

/** What others decided since the filing was opened last, with their reasons: the head checks it, a third settles it. */
function Opinions({ filing }: Pick<SideProps, 'filing'>) {
  const { t } = useLang();
  const titles = new Map(filing.findings.map(({ rule, title }) => [rule, title]));
  const undone = new Set(filing.decisions.flatMap(({ kind, reasons }) => (kind === 'undo' ? reasons : [])));
  const since = filing.decisions.findLastIndex(({ kind }) => kind === 'reopen') + 1;
  return (
    <ul className="opinions">
      {filing.decisions.slice(since).map(({ id, kind, byName, reasons, note, version }) =>
        kind === 'undo' || kind === 'reopen' || undone.has(id) || version !== filing.version ? null : (
          <li key={id}>
            {byName}：<b className={`choice-${kind}`}>{t(decisionWords[kind])}</b>{' '}
            {reasons.map((rule) => t(titles.get(rule) ?? { zh: rule, en: rule })).join('；')}
            {note ? <span className="quiet"> {note}</span> : null}
          </li>
        ),
      )}
    </ul>
  );
}

function Reopen({ onReopen }: { onReopen: (why: string) => Promise<void> }) {
  const { t } = useLang();
  const [why, setWhy] = useState('');
  return (
    <form
      className="decision"
      onSubmit={(event) => {
        event.preventDefault();
        if (why.trim()) void onReopen(why.trim());
      }}
    >
      <h2>
        <label htmlFor="reopen-why">{t(w.reopenWhy)}</label>
      </h2>
      <Input
        id="reopen-why"
        autoFocus
        maxLength={2000}
        value={why}
        onChange={({ target: { value } }) => setWhy(value)}
      />
      <p>
        <Button htmlType="submit" type="primary" disabled={!why.trim()}>
          {t(w.reopen)}
        </Button>
      </p>
    </form>
  );
}
