import type { Act } from '../../core/desk.ts';
import type { Decision } from '../../core/records.ts';
import { fieldOf } from './acts.ts';
import type { FilingRecords, Refused } from './office.ts';
import { type Acting, commitActs, type Mark, type Performed, type Prepared, prepareAct } from './perform.ts';
import { rejudge } from './rejudge.ts';

/**
 * Takes back one's own last act, or all that was done in one go with it, as long as nothing came after it and no letter
 * was sent. Nothing is deleted: the undoing is an act of its own. What cannot be taken back of a group stays and is told.
 */
export async function undo(
  acting: Omit<Acting, 'filing' | 'revision'>,
  group: string,
): Promise<{ readonly undone: number; readonly kept: number } | Refused> {
  const { store, open, person } = acting;
  const acts = await store.acts.group(group);
  if (acts.length === 0 || acts.some(({ by }) => by !== person.id))
    return { code: 'unknown', message: notYours };
  const prepared: Prepared[] = [];
  for (const act of acts) {
    const { filing } = act;
    const [last] = await store.acts.of({ filing }, { offset: 0, limit: 1 });
    const desk = last?.id === act.id ? await store.desks.get(filing) : undefined;
    if (!desk || desk.stage === 'sent') continue;
    const one = await prepareUndo({ ...acting, filing, revision: desk.revision }, act);
    if ('deed' in one) prepared.push(one);
  }
  const moved = await commitActs(store, open, prepared);
  const undone = prepared.length - moved.length;
  return undone === 0 ? { code: 'not-now', message: tooLate } : { undone, kept: acts.length - undone };
}

function prepareUndo(acting: Acting, act: Act): Promise<Prepared | Refused> {
  return prepareAct(acting, {
    kind: 'undo',
    needed: act.kind === 'assign' ? 'assign' : act.kind === 'decide' ? 'undo' : 'rule',
    async work(records, mark) {
      const told = {
        text: { zh: `撤销：${act.text.zh}`, en: `undone: ${act.text.en}` },
        old: act.new,
        new: act.old,
      };
      if (act.kind === 'assign') return { ...told, added: { desk: { assignee: act.old } } };
      if (act.kind !== 'rule' && act.kind !== 'correct') {
        const decision: Decision = { ...mark, step: 'first', kind: 'undo', reasons: [act.id], note: '' };
        return { ...told, added: { decisions: [decision] } };
      }
      return { ...told, added: await withoutSaid(acting, act, records, mark) };
    },
  });
}

/** What a person found and corrected in one act, taken back: the fields are as they were read. */
async function withoutSaid(
  { open, store }: Acting,
  act: Act,
  records: FilingRecords,
  mark: Mark,
): Promise<Performed['added']> {
  const corrections = records.corrections
    .filter(({ id }) => id === act.id)
    .map((one) => ({ ...one, ...mark, from: one.to, to: one.from, why: '' }));
  const rulings = records.rulings
    .filter(({ id }) => id === act.id || id.startsWith(`${act.id}-`))
    .map(({ confidence: _, ...one }, i) => ({ ...one, ...mark, id: `${mark.id}-${i}`, value: '', note: '' }));
  const keys = rulings.flatMap(({ subject }) => fieldOf(subject) ?? []);
  const said = { corrections: records.corrections, rulings: [...records.rulings, ...rulings] };
  const outcome =
    keys.length > 0 ? await rejudge(records.outcome, said, keys, { ...open, store }) : undefined;
  return { rulings, corrections, ...(outcome ? { outcome } : {}) };
}

const notYours = { zh: '只能撤销自己的操作。', en: 'Only one’s own act can be undone.' };
const tooLate = {
  zh: '之后已有其他操作或公文已发出，不能撤销；可重新办理并写明理由。',
  en: 'Something came after it, or the letter was sent: reopen it with a reason instead.',
};
