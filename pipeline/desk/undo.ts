import type { Act } from '../../core/desk.ts';
import type { Decision } from '../../core/records.ts';
import { type Acting, type Done, perform } from './acts.ts';
import type { Refused } from './office.ts';
import { rejudge } from './rejudge.ts';

/**
 * Takes back one's own last act, or all that was done in one go with it, as long as nothing came after it and no letter
 * was sent. Nothing is deleted: the undoing is an act of its own. What cannot be taken back of a group stays and is told.
 */
export async function undo(
  acting: Omit<Acting, 'filing' | 'revision'>,
  group: string,
): Promise<{ readonly undone: number; readonly kept: number } | Refused> {
  const { store, person } = acting;
  const acts = await store.acts.group(group);
  if (acts.length === 0 || acts.some(({ by }) => by !== person.id))
    return { code: 'unknown', message: notYours };
  let undone = 0;
  for (const act of acts) {
    const [last] = await store.acts.of({ filing: act.filing }, { offset: 0, limit: 1 });
    if (last?.id !== act.id) continue;
    const desk = await store.desks.get(act.filing);
    if (!desk || desk.stage === 'sent') continue;
    const done = await undoOne({ ...acting, filing: act.filing, revision: desk.revision }, act);
    if ('act' in done) undone++;
  }
  if (undone === 0) return { code: 'not-now', message: tooLate };
  return { undone, kept: acts.length - undone };
}

async function undoOne(acting: Acting, act: Act): Promise<Done> {
  const right = act.kind === 'assign' ? 'assign' : act.kind === 'decide' ? 'undo' : 'rule';
  return perform(
    acting,
    'undo',
    async (records, mark) => {
      const base = {
        text: { zh: `撤销：${act.text.zh}`, en: `undone: ${act.text.en}` },
        old: act.new,
        new: act.old,
      };
      if (act.kind === 'assign') return { ...base, added: { desk: { assignee: act.old } } };
      if (act.kind === 'decide' || act.kind === 'reopen') {
        const decision: Decision = {
          ...mark,
          step: 'first',
          kind: 'undo',
          reasons: [act.id],
          note: '',
        };
        return { ...base, added: { decisions: [decision] } };
      }
      const corrections = records.corrections
        .filter(({ id }) => id === act.id)
        .map((one, i) => ({ ...one, ...mark, id: `${mark.id}-${i}`, from: one.to, to: one.from, why: '' }));
      const rulings = records.rulings
        .filter(({ id }) => id.startsWith(act.id))
        .map((one, i) => ({ ...one, ...mark, id: `${mark.id}-${i}`, value: '', note: '' }));
      const keys = rulings.flatMap(({ subject }) => (subject.startsWith('field:') ? subject.slice(6) : []));
      const { store, open } = acting;
      const said = {
        // What was corrected and taken back is as it was read, not as a person wrote it.
        corrections: records.corrections.filter(({ field }) => !keys.includes(field)),
        rulings: [...records.rulings, ...rulings],
      };
      const outcome =
        keys.length > 0 ? await rejudge(records.outcome, said, keys, { ...open, store }) : undefined;
      return { ...base, added: { rulings, corrections, ...(outcome ? { outcome } : {}) } };
    },
    right,
  );
}

const notYours = { zh: '只能撤销自己的操作。', en: 'Only one’s own act can be undone.' };
const tooLate = {
  zh: '之后已有其他操作或公文已发出，不能撤销；可重新办理并写明理由。',
  en: 'Something came after it, or the letter was sent: reopen it with a reason instead.',
};
