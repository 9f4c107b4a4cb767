import type { FilingState } from '../../core/filing-state.ts';
import { decisionWords, filingStateWords, stageWords } from '../../report/words.ts';
import type { DecisionKind, Stage } from '../../workbench/api/common.ts';
import { useLang } from '../app/lang.tsx';

/** A sign beside the word, so that a state is told without its colour. */
const signs: Record<FilingState, string> = {
  passed: '✓',
  remarked: '✓',
  mend: '△',
  failed: '✕',
  open: '？',
  unread: '∅',
};

export function StateMark({ state }: { state: FilingState }) {
  const { t } = useLang();
  return (
    <span className={`mark ${state}`}>
      <i aria-hidden="true">{signs[state]}</i>
      {t(filingStateWords[state])}
    </span>
  );
}

const decisionSigns: Record<DecisionKind, string> = { pass: '✓', return: '↩', reject: '✕', doubt: '？' };
const decisionTone: Record<DecisionKind, string> = {
  pass: 'passed',
  return: 'mend',
  reject: 'failed',
  doubt: 'open',
};

/** How far the office is; for what is decided, what was decided. */
export function StageMark({ stage, decision }: { stage: Stage; decision?: DecisionKind | undefined }) {
  const { t } = useLang();
  if (decision && (stage === 'decided' || stage === 'sent'))
    return (
      <span className={`mark ${decisionTone[decision]}`}>
        <i aria-hidden="true">{decisionSigns[decision]}</i>
        {t(decisionWords[decision])}
        {stage === 'sent' ? ` · ${t(stageWords.sent)}` : ''}
      </span>
    );
  return <span className="stage">{t(stageWords[stage])}</span>;
}
