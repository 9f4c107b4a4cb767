import { decisionWords } from '../../report/words.ts';
import type { Role } from '../../workbench/api/common.ts';
import { useLang } from '../app/lang.tsx';
import { barWords as b, filingWords as w } from '../words/filing.ts';
import { choiceOf, type Desk, type Facts, next } from './desk.ts';

interface Props {
  readonly desk: Desk;
  readonly facts: Facts;
  readonly role: Role;
  readonly onStrike: (key: string) => void;
}

/** The keys as buttons. They never move, appear or go: what cannot be done now is grey. */
export function Bar({ desk, facts, role, onStrike }: Props) {
  const { t } = useLang();
  const { may } = facts;
  const onPoint = desk.at.on === 'point' && desk.pane === 'points';
  const choice = desk.at.on === 'decision' ? choiceOf(desk, facts) : undefined;
  const decide = may.includes('decide') || may.includes('settle');
  const key = (name: string, strike: string, word: string, able: boolean, tone = '') => (
    <button
      type="button"
      className={`key ${tone}`}
      disabled={!able}
      aria-keyshortcuts={name}
      // The focus stays where it was, so that ENTER goes on.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onStrike(strike)}
    >
      <kbd>{name}</kbd>
      {word}
    </button>
  );
  const onward =
    desk.at.on === 'decision'
      ? b.conclude
      : next(facts, desk.at.on === 'point' ? desk.at.subject : undefined)
        ? b.next
        : b.toDecision;
  const chosen = (kind: string) => (choice === kind ? 'on' : '');
  return (
    <footer className="bar keys" role="toolbar" aria-label={t(b.bar)}>
      {key('Y', 'y', t(b.confirm), onPoint && may.includes('rule'))}
      {key('E', 'e', t(b.correct), (onPoint || desk.pane === 'fields') && may.includes('correct'))}
      {key(
        'A',
        'a',
        t(b.all),
        may.includes('rule') && facts.points.some((point) => point.kind === 'check' && point.open),
      )}
      {key('N', 'n', t(b.note), may.includes('rule') || decide || may.includes('check'))}
      <span className="rule" />
      {key('P', 'p', t(decisionWords.pass), decide, chosen('pass'))}
      {key('R', 'r', t(b.return), decide, chosen('return'))}
      {key('X', 'x', t(decisionWords.reject), decide, chosen('reject'))}
      {key('D', 'd', t(decisionWords.doubt), decide, chosen('doubt'))}
      {role === 'clerk' ? null : (
        <>
          <span className="rule" />
          {key('V', 'v', t(w.agree), may.includes('check'), chosen('agree'))}
          {key('G', 'g', t(w['give-back']), may.includes('check'), chosen('give-back'))}
        </>
      )}
      <span className="grow" />
      {key('U', 'u', t(b.undo), true)}
      {key('K', 'k', t(b.back), true)}
      {key('J', 'j', t(b.forward), true)}
      {key('?', '?', t(b.keys), true)}
      <button
        type="button"
        className="key onward"
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onStrike('Enter')}
      >
        <kbd>Enter</kbd>
        {t(onward)}
      </button>
    </footer>
  );
}
