import type { Desk, User } from '../../core/desk.ts';
import type { Text } from '../../core/lang.ts';
import type { Standing } from './standing.ts';

/** What a person may do with a filing. */
export type Right =
  | 'rule'
  | 'correct'
  | 'decide'
  | 'check'
  | 'settle'
  | 'reopen'
  | 'undo'
  | 'assign'
  | 'send';

/** Who acts, and whether there is nobody else: one person on the own machine. */
export interface Actor extends Pick<User, 'id' | 'role'> {
  readonly alone: boolean;
}

/**
 * What a person may do now. Nobody gives a second opinion on, settles or checks what they decided themselves; a filing
 * that another holds is looked at only; what is decided is sent, and what was sent reopened, by the head alone.
 */
export function mayOf(
  actor: Actor,
  { stage, lease }: Pick<Desk, 'stage' | 'lease'>,
  standing: Standing,
  now: string,
): ReadonlySet<Right> {
  const head = actor.role !== 'clerk';
  const own = standing.opinions.includes(actor.id);
  const rights = new Set<Right>();
  if (lease && lease.by !== actor.id && lease.until > now) return head ? rights.add('assign') : rights;
  rights.add('assign');
  if (stage === 'sent') return head ? new Set<Right>(['reopen']) : new Set();
  if (stage === 'todo' || stage === 'doubt') rights.add('rule').add('correct').add('decide');
  if (stage === 'second' && !own) rights.add('decide');
  if (stage === 'conflict' && !own) rights.add('settle');
  if (stage === 'check' && head && !own) rights.add('check');
  if (stage === 'decided' && standing.again && (!own || actor.alone)) rights.add('decide');
  if (stage === 'decided' && head) rights.add('send');
  if (stage !== 'todo' && (head || own)) rights.add('reopen');
  if (stage !== 'todo' && own) rights.add('undo');
  return rights;
}

/** Why a person may not: in a sentence that says what to do. */
export function whyNot(
  actor: Actor,
  { stage, lease }: Pick<Desk, 'stage' | 'lease'>,
  standing: Standing,
  now: string,
  needed: readonly Right[] = [],
): Text {
  if (lease && lease.by !== actor.id && lease.until > now)
    return {
      zh: '另一位同事正在办理此件，请稍候或选下一件。',
      en: 'A colleague is at this filing: wait, or take the next one.',
    };
  if (stage === 'sent')
    return {
      zh: '公文已发出，如需更改请由负责人重新办理并写明理由。',
      en: 'The letter was sent: the head may reopen it with a reason.',
    };
  if (needed.includes('send') && stage === 'decided')
    return {
      zh: '公文由负责人发出；草稿人人可以制作。',
      en: 'The head sends letters; anybody may make drafts.',
    };
  if (standing.opinions.includes(actor.id) && stage !== 'todo')
    return {
      zh: '此件已有您的决定，下一步须由另一人办理；要更改请先撤销或重新办理。',
      en: 'You decided this one: somebody else takes the next step; to change it, undo or reopen it.',
    };
  if (stage === 'check') return { zh: '此件待负责人复核。', en: 'This one waits for the head to check it.' };
  return {
    zh: '此件已有决定，如需更改请重新办理并写明理由。',
    en: 'This one is decided: reopen it with a reason to change it.',
  };
}
