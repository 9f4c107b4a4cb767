import type { Text } from '../../core/lang.ts';
import { decisionWords, stageWords } from '../../report/words.ts';
import type { Flow } from '../../workbench/api/batches.ts';
import type { View } from '../../workbench/api/queue.ts';
import { useLang } from '../app/lang.tsx';
import { hashOf } from '../app/router.ts';
import { batches as w } from '../words/batches.ts';

/** What came twice has no row in the queue, where its filing is once: the batch's own page lists it. */
const came: readonly [keyof Flow, Text, View | undefined][] = [
  ['received', w.received, 'all'],
  ['doubles', w.doubles, undefined],
  ['unread', w.unread, 'unread'],
  ['accepted', w.accepted, 'accepted'],
];
const goes: readonly [keyof Flow, Text, View][] = [
  ['todo', stageWords.todo, 'todo'],
  ['doubt', stageWords.doubt, 'doubt'],
  ['second', stageWords.second, 'second'],
  ['conflict', stageWords.conflict, 'conflict'],
  ['check', stageWords.check, 'check'],
  ['passed', decisionWords.pass, 'passed'],
  ['returned', decisionWords.return, 'returned'],
  ['rejected', decisionWords.reject, 'rejected'],
];

/** 收到 → 受理 → … → 决定: every number opens its list. */
export function FlowStrip({ batch, flow }: { batch: string; flow: Flow }) {
  const { t } = useLang();
  const cell = ([key, word, view]: readonly [keyof Flow, Text, View | undefined]) => (
    <li key={key} className={`flow-${key}`}>
      {view ? (
        <a href={hashOf(['batches', batch, 'queue'], { view })}>
          <b>{flow[key]}</b>
          {t(word)}
        </a>
      ) : (
        <button type="button" onClick={() => document.getElementById('former')?.scrollIntoView()}>
          <b>{flow[key]}</b>
          {t(word)}
        </button>
      )}
    </li>
  );
  return (
    <section aria-labelledby="flow">
      <h2 id="flow">{t(w.flow)}</h2>
      <div className="flow">
        <ol>{came.map(cell)}</ol>
        <span className="arrow" aria-hidden="true">
          →
        </span>
        <ol>{goes.map(cell)}</ol>
      </div>
      <p className="quiet">{t(w.flowNote)}</p>
    </section>
  );
}
