import type { DecisionKind } from '../../workbench/api/common.ts';
import {
  type Choice,
  choiceOf,
  type Desk,
  type Facts,
  mayWrite,
  next,
  type Point,
  panes,
  reasonsOf,
} from './desk.ts';

/** What the page is asked to do by a key. */
export type Wish =
  | {
      readonly do: 'rule';
      readonly rulings: readonly {
        readonly subject: string;
        readonly value: string;
        readonly note: string;
      }[];
    }
  | { readonly do: 'correct'; readonly field: string; readonly value: string }
  | {
      readonly do: 'decide';
      readonly kind: DecisionKind;
      readonly reasons: readonly string[];
      readonly note: string;
    }
  | { readonly do: 'check'; readonly agree: boolean; readonly note: string }
  | { readonly do: 'move'; readonly by: 1 | -1 }
  | { readonly do: 'page'; readonly by: 1 | -1 }
  | { readonly do: 'zoom'; readonly by: 1 | -1 | 0 }
  | { readonly do: 'undo' }
  /** ENTER again once the answers on their way are judged, unless they made another decision of this one. */
  | { readonly do: 'await'; readonly suggested: DecisionKind }
  | { readonly do: 'leave' }
  /** Something is missing that only a person can say. */
  | { readonly do: 'say'; readonly what: 'reason' | 'note' | 'not-yours' | 'no-other' };

export interface Pressed {
  readonly desk: Desk;
  readonly wishes: readonly Wish[];
}

const kinds: Readonly<Record<string, DecisionKind>> = { p: 'pass', r: 'return', x: 'reject', d: 'doubt' };

/**
 * What a key does where the person stands: the new desk, and what the page is asked to do. `key` is as the browser
 * names it, letters small. A key that does nothing here gives the same desk and no wish.
 */
export function press(desk: Desk, facts: Facts, key: string): Pressed {
  if (desk.help) return key === '?' || key === 'Escape' ? now({ ...desk, help: false }) : now(desk);
  if (desk.mode !== 'look') return typing(desk, facts, key);
  const kind = kinds[key];
  if (kind) return choose(desk, facts, kind);
  if (/^[1-9]$/.test(key)) return digit(desk, facts, Number(key) - 1);
  switch (key) {
    case 'Enter':
      return enter(desk, facts);
    case 'y':
    case ' ':
      return answer(desk, facts, 0);
    case 'e':
      return correct(desk, facts);
    case 'a':
      return allAsExpected(desk, facts);
    case 'n':
      if (!mayWrite('note', facts)) return now(desk, { do: 'say', what: 'not-yours' });
      return desk.at.on === 'start'
        ? now({ ...desk, at: { on: 'decision' }, mode: 'note' })
        : now({ ...desk, mode: 'note' });
    case 'v':
      return choose(desk, facts, 'agree');
    case 'g':
      return choose(desk, facts, 'give-back');
    case 'o':
      return facts.may.includes('reopen')
        ? now({ ...desk, at: { on: 'decision' }, mode: 'reopen' })
        : now(desk, { do: 'say', what: 'not-yours' });
    case 'ArrowDown':
      return step(desk, facts, 1);
    case 'ArrowUp':
      return step(desk, facts, -1);
    case 'j':
      return now(desk, { do: 'move', by: 1 });
    case 'k':
      return now(desk, { do: 'move', by: -1 });
    case 'u':
      return now(desk, { do: 'undo' });
    case ']':
      return now(desk, { do: 'page', by: 1 });
    case '[':
      return now(desk, { do: 'page', by: -1 });
    case '+':
    case '=':
      return now(desk, { do: 'zoom', by: 1 });
    case '-':
      return now(desk, { do: 'zoom', by: -1 });
    case '0':
      return now(desk, { do: 'zoom', by: 0 });
    case '.':
      return now(pane(desk, 1));
    case ',':
      return now(pane(desk, -1));
    case '?':
      return now({ ...desk, help: true });
    case 'Escape':
      return desk.at.on === 'decision'
        ? now({ ...desk, at: next(facts, undefined) ?? { on: 'start' } })
        : now(desk, { do: 'leave' });
    default:
      return now(desk);
  }
}

const now = (desk: Desk, ...wishes: Wish[]): Pressed => ({ desk, wishes });

const pointAt = ({ at }: Desk, { points }: Facts): Point | undefined =>
  at.on === 'point' ? points.find(({ subject }) => subject === at.subject) : undefined;

/** Keys while a box is typed in: only those that end it. */
function typing(desk: Desk, facts: Facts, key: string): Pressed {
  if (key === 'Escape') return now({ ...desk, mode: 'look' });
  if (key !== 'Enter') return now(desk);
  if (desk.mode !== 'edit') return now({ ...desk, mode: 'look' });
  const field = fieldAt(desk, facts);
  const value = field === undefined ? undefined : desk.values[field];
  if (field === undefined || value === undefined) return now({ ...desk, mode: 'look' });
  const { [field]: _, ...values } = desk.values;
  const looking: Desk = { ...desk, mode: 'look', values };
  const moved = desk.pane === 'fields' ? looking : { ...looking, at: after(facts, [`field:${field}`], desk) };
  return now(moved, { do: 'correct', field, value });
}

/** The field that `e` corrects. */
export function fieldAt(desk: Desk, facts: Facts): string | undefined {
  if (desk.pane === 'fields') return desk.field;
  const point = pointAt(desk, facts);
  return point?.kind === 'field' ? point.subject.slice('field:'.length) : undefined;
}

/** Where the person stands once `answered` are no longer open. */
function after(facts: Facts, answered: readonly string[], desk: Desk): Desk['at'] {
  const points = facts.points.map((point) =>
    answered.includes(point.subject) ? { ...point, open: false } : point,
  );
  const from = desk.at.on === 'point' ? desk.at.subject : undefined;
  return next({ ...facts, points }, from) ?? { on: 'decision' };
}

function enter(desk: Desk, facts: Facts): Pressed {
  if (desk.pane !== 'points') return now({ ...desk, pane: 'points' });
  if (desk.at.on === 'decision') return conclude(desk, facts);
  const from = desk.at.on === 'point' ? desk.at.subject : undefined;
  const found = next(facts, from);
  // Where only this point is open, ENTER goes on to the decision, and comes back from there.
  const at = found && found.subject !== from ? found : { on: 'decision' as const };
  return now({ ...desk, at });
}

function conclude(desk: Desk, facts: Facts): Pressed {
  const choice = choiceOf(desk, facts);
  if (!choice) return now(desk, { do: 'say', what: 'not-yours' });
  // What the last answers make of the filing may change what is suggested.
  if (!desk.choice && !facts.settled) return now(desk, { do: 'await', suggested: facts.suggested });
  const note = desk.note.trim();
  if (choice === 'agree') return now(desk, { do: 'check', agree: true, note });
  if (choice === 'give-back')
    return note === ''
      ? now({ ...desk, mode: 'note' }, { do: 'say', what: 'note' })
      : now(desk, { do: 'check', agree: false, note });
  const reasons = reasonsOf(desk, facts);
  if ((choice === 'return' || choice === 'reject') && reasons.length === 0)
    return now(desk, { do: 'say', what: 'reason' });
  return now(desk, { do: 'decide', kind: choice, reasons, note });
}

function choose(desk: Desk, facts: Facts, choice: Choice): Pressed {
  const may =
    choice === 'agree' || choice === 'give-back'
      ? facts.may.includes('check')
      : facts.may.includes('decide') || facts.may.includes('settle');
  if (!may) return now(desk, { do: 'say', what: 'not-yours' });
  return now({
    ...desk,
    at: { on: 'decision' },
    pane: 'points',
    choice,
    // What a return names is no reason of a pass.
    reasons: choice === 'pass' ? [] : desk.reasons,
    mode: choice === 'give-back' && desk.note.trim() === '' ? 'note' : 'look',
  });
}

function digit(desk: Desk, facts: Facts, index: number): Pressed {
  if (desk.at.on !== 'decision') return answer(desk, facts, index);
  const rule = facts.reasons[index];
  const choice = choiceOf(desk, facts);
  if (!rule || choice === undefined || choice === 'pass' || choice === 'agree' || choice === 'give-back')
    return now(desk);
  // The first change starts from what is suggested, as it is shown.
  const picked = reasonsOf(desk, facts);
  return now({
    ...desk,
    choice,
    reasons: picked.includes(rule) ? picked.filter((one) => one !== rule) : [...picked, rule],
  });
}

function answer(desk: Desk, facts: Facts, index: number): Pressed {
  const point = pointAt(desk, facts);
  const value = point?.answers[index];
  if (!point || value === undefined) return now(desk);
  // Nothing is answered that is not in sight.
  if (desk.pane !== 'points') return now({ ...desk, pane: 'points' });
  if (!facts.may.includes('rule')) return now(desk, { do: 'say', what: 'not-yours' });
  return ruled(desk, facts, [{ subject: point.subject, value }]);
}

function ruled(
  desk: Desk,
  facts: Facts,
  answers: readonly { readonly subject: string; readonly value: string }[],
): Pressed {
  const subjects = answers.map(({ subject }) => subject);
  const notes = Object.fromEntries(
    Object.entries(desk.notes).filter(([subject]) => !subjects.includes(subject)),
  );
  return now(
    { ...desk, notes, at: after(facts, subjects, desk), pane: 'points' },
    {
      do: 'rule',
      rulings: answers.map(({ subject, value }) => ({
        subject,
        value,
        note: desk.notes[subject]?.trim() ?? '',
      })),
    },
  );
}

function correct(desk: Desk, facts: Facts): Pressed {
  if (fieldAt(desk, facts) !== undefined)
    return facts.may.includes('correct')
      ? now({ ...desk, mode: 'edit' })
      : now(desk, { do: 'say', what: 'not-yours' });
  const point = pointAt(desk, facts);
  if (!point) return now(desk);
  // Of two answers the other one; of more the digits choose.
  return point.answers.length === 2 ? answer(desk, facts, 1) : now(desk, { do: 'say', what: 'no-other' });
}

function allAsExpected(desk: Desk, facts: Facts): Pressed {
  const open = facts.points.filter(
    (point) => point.kind === 'check' && point.open && point.answers.length > 0,
  );
  if (open.length === 0) return now(desk);
  if (!facts.may.includes('rule')) return now(desk, { do: 'say', what: 'not-yours' });
  return ruled(
    desk,
    facts,
    open.map(({ subject, answers: [value = ''] }) => ({ subject, value })),
  );
}

function step(desk: Desk, { points }: Facts, by: 1 | -1): Pressed {
  const { at } = desk;
  const here =
    at.on === 'point'
      ? points.findIndex(({ subject }) => subject === at.subject)
      : by > 0
        ? -1
        : points.length;
  const to = points[here + by];
  return to ? now({ ...desk, at: { on: 'point', subject: to.subject }, pane: 'points' }) : now(desk);
}

function pane(desk: Desk, by: 1 | -1): Desk {
  const to = panes[(panes.indexOf(desk.pane) + by + panes.length) % panes.length];
  return { ...desk, pane: to ?? 'points' };
}
