import type { DecisionKind } from '../../workbench/api/common.ts';
import type { Doubt, Draft, FilingDetail } from '../../workbench/api/filing.ts';

/** The panes beside the page picture, in the order in which `.` goes through them. */
export const panes = ['points', 'fields', 'findings', 'labels', 'matches', 'history'] as const;
export type Pane = (typeof panes)[number];

/** What a person may end a filing with: a decision, or a head's word on one. */
export type Choice = DecisionKind | 'agree' | 'give-back';

/** What keys act upon, from the server's answer and what is on its way to it. */
export interface Facts {
  /** Doubts, then the checklist, in the order of ENTER. */
  readonly points: readonly Point[];
  /** Rules that a decision may name, in the order of the digits. */
  readonly reasons: readonly string[];
  readonly suggestedReasons: readonly string[];
  readonly suggested: DecisionKind;
  readonly may: readonly FilingDetail['may'][number][];
  /** Nothing is on its way, so that what is suggested is the last word. */
  readonly settled: boolean;
}

export interface Point {
  readonly subject: string;
  readonly kind: Doubt['kind'];
  readonly answers: readonly string[];
  readonly open: boolean;
}

/** Where a person stands on the filing, and what was typed and not yet said. */
export interface Desk {
  /** A point by its subject, the decision, or the filing as it was opened with nothing open. */
  readonly at: { readonly on: 'point'; readonly subject: string } | { readonly on: 'start' | 'decision' };
  /** What the keys go to: `look` the commands, the others a box that is typed in. */
  readonly mode: 'look' | 'edit' | 'note' | 'reopen';
  readonly pane: Pane;
  /** The field chosen among all fields. */
  readonly field?: string;
  readonly help: boolean;
  /** Chosen by a key; otherwise what is suggested stands. */
  readonly choice?: Choice;
  readonly reasons: readonly string[];
  readonly note: string;
  /** Values being corrected, by field. */
  readonly values: Readonly<Record<string, string>>;
  /** Notes to answers, by subject. */
  readonly notes: Readonly<Record<string, string>>;
}

export function factsOf(filing: FilingDetail, pending: ReadonlySet<string>): Facts {
  return {
    points: [...filing.doubts, ...filing.checklist].map(({ subject, kind, answers, ruling }) => ({
      subject,
      kind,
      answers: answers.map(({ value }) => value),
      open: ruling === undefined && !pending.has(subject),
    })),
    reasons: filing.reasonChoices.map(({ rule }) => rule),
    suggestedReasons: filing.reasonChoices.filter(({ suggested }) => suggested).map(({ rule }) => rule),
    suggested: filing.suggested,
    may: filing.may,
    settled: pending.size === 0,
  };
}

/** The desk as a filing is opened: at the first open point, with what was typed before. */
export function opened(facts: Facts, draft: Draft | undefined): Desk {
  return {
    at: next(facts, undefined) ?? { on: 'start' },
    mode: 'look',
    pane: 'points',
    help: false,
    ...(draft?.kind ? { choice: draft.kind } : {}),
    reasons: (draft?.reasons ?? []).filter((rule) => facts.reasons.includes(rule)),
    note: draft?.note ?? '',
    values: draft?.fields ?? {},
    notes: draft?.notes ?? {},
  };
}

/** What of a desk is kept as a draft. */
export function draftOf({ choice, reasons, note, values, notes }: Desk): Draft {
  return {
    ...(choice && choice !== 'agree' && choice !== 'give-back' ? { kind: choice } : {}),
    reasons: [...reasons],
    note,
    fields: { ...values },
    notes: { ...notes },
  };
}

/** What ENTER would end the filing with. */
export function choiceOf(desk: Desk, facts: Facts): Choice | undefined {
  if (desk.choice) return desk.choice;
  if (facts.may.includes('check')) return 'agree';
  return facts.may.includes('decide') || facts.may.includes('settle') ? facts.suggested : undefined;
}

/** The reasons that would be named: picked, or suggested where nothing was picked; a pass has none. */
export function reasonsOf(desk: Desk, facts: Facts): readonly string[] {
  const choice = choiceOf(desk, facts);
  if (choice !== 'return' && choice !== 'reject' && choice !== 'doubt') return [];
  if (desk.reasons.length > 0 || choice === 'doubt') return desk.reasons;
  return facts.suggestedReasons;
}

/** The next open point behind `subject`, from the top again after the last; none for who may answer none. */
export function next(
  { points, may }: Pick<Facts, 'points' | 'may'>,
  subject: string | undefined,
): { readonly on: 'point'; readonly subject: string } | undefined {
  if (!may.includes('rule')) return undefined;
  const from = points.findIndex((point) => point.subject === subject) + 1;
  const found = [...points.slice(from), ...points.slice(0, from)].find(({ open }) => open);
  return found && { on: 'point', subject: found.subject };
}

/** What each box needs to be written in: any of these rights. */
const needs = {
  note: ['rule', 'decide', 'settle', 'check'],
  edit: ['correct'],
  reopen: ['reopen'],
} as const;

/** Whether a box may be written in; a note is on whatever may be said of the filing. */
export function mayWrite(box: keyof typeof needs, { may }: Pick<Facts, 'may'>): boolean {
  return needs[box].some((right) => may.includes(right));
}

/** The desk once rights changed: a box that is no longer to be written in takes no keys, or nothing else would. */
export function unboxed(desk: Desk, facts: Pick<Facts, 'may'>): Desk {
  return desk.mode === 'look' || mayWrite(desk.mode, facts) ? desk : { ...desk, mode: 'look' };
}
