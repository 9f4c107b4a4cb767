import type { z } from 'zod';
import type { Flow, Policy } from '../../workbench/api/batches.ts';
import type { DecisionKind, Role, Stage } from '../../workbench/api/common.ts';
import type { ActShown, DecisionShown, Doubt, Draft, FilingDetail } from '../../workbench/api/filing.ts';
import type { Change } from '../../workbench/api/office.ts';
import type { Bulk, BulkPreview, Queue, QueueRow, queueQuery, View } from '../../workbench/api/queue.ts';
import {
  checklistOf,
  detailOf,
  doubtsOf,
  fieldsOf,
  kindOf,
  places,
  reasonOf,
  rules,
  who,
} from './made-up.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}
export const people: readonly Person[] = [
  { id: 'zhang', name: '张敏', role: 'clerk' },
  { id: 'li', name: '李强', role: 'clerk' },
  { id: 'wang', name: '王主任', role: 'head' },
  { id: 'root', name: '管理员', role: 'admin' },
];

/** What people did to one filing. */
interface Standing {
  revision: number;
  stage: Stage;
  decision?: DecisionKind | undefined;
  decidedBy?: string | undefined;
  rulings: Map<string, { value: string; note: string; by: string; at: string }>;
  corrections: Map<string, { value: string; by: string; at: string; why: string }>;
  decisions: DecisionShown[];
  history: ActShown[];
  assignee?: Person | undefined;
  lease?: { by: string; name: string; until: string } | undefined;
  draft?: Draft | undefined;
}

export class Stale extends Error {}

/** The office of the tests, in memory: what the page asks of a server, on made-up filings. */
export class TestOffice {
  readonly count: number;
  readonly listeners = new Set<(change: Change) => void>();
  policy: Policy = { blind: 'none', blindShare: 0.1, check: 'refusals', redraw: 0.02, target: 0.98 };
  private readonly standings = new Map<number, Standing>();
  private readonly undos = new Map<string, () => void>();
  private acts = 0;

  constructor(count: number) {
    this.count = count;
  }

  private standing(n: number): Standing {
    let standing = this.standings.get(n);
    if (!standing) {
      standing = {
        revision: 1,
        stage: 'todo',
        rulings: new Map(),
        corrections: new Map(),
        decisions: [],
        history: [],
      };
      this.standings.set(n, standing);
    }
    return standing;
  }

  numberOf(filing: string): number {
    const n = Number(/^f(\d+)$/.exec(filing)?.[1] ?? -1);
    return n >= 0 && n < this.count ? n : -1;
  }

  /** Changes one filing; refuses where somebody was quicker. */
  private change(
    n: number,
    by: Person,
    kind: string,
    zh: string,
    en: string,
    revision: number | undefined,
    work: (s: Standing) => void,
  ) {
    const standing = this.standing(n);
    if (revision !== undefined && revision !== standing.revision) throw new Stale();
    const before: Standing = {
      ...standing,
      rulings: new Map(standing.rulings),
      corrections: new Map(standing.corrections),
      decisions: [...standing.decisions],
    };
    work(standing);
    standing.revision += 1;
    this.acts += 1;
    const id = `act${this.acts}`;
    standing.history = [
      { id, at: new Date().toISOString(), by: by.id, byName: by.name, kind, text: { zh, en } },
      ...standing.history,
    ];
    this.undos.set(id, () =>
      Object.assign(standing, before, { revision: standing.revision + 1, history: standing.history }),
    );
    this.tell([n], by);
    return id;
  }

  private tell(numbers: readonly number[], by: Person) {
    const told: Change = {
      batch: 'b1',
      kind: 'filings',
      filings: numbers.slice(0, 100).map((n) => `f${n}`),
      by: by.id,
    };
    for (const listener of this.listeners) listener(told);
  }

  undo(act: string, by: Person): boolean {
    const undo = this.undos.get(act);
    if (!undo) return false;
    this.undos.delete(act);
    undo();
    this.tell([], by);
    return true;
  }

  rule(
    n: number,
    by: Person,
    revision: number,
    rulings: readonly { subject: string; value: string; note: string }[],
  ) {
    this.change(n, by, 'ruling', '逐点核对', 'Points looked at', revision, (s) => {
      for (const { subject, value, note } of rulings)
        s.rulings.set(subject, { value, note, by: by.name, at: new Date().toISOString() });
    });
  }

  correct(n: number, by: Person, revision: number, field: string, value: string, why: string) {
    this.change(n, by, 'correction', '更正字段', 'Field corrected', revision, (s) => {
      s.corrections.set(field, { value, why, by: by.name, at: new Date().toISOString() });
      s.rulings.set(`field:${field}`, {
        value: 'corrected',
        note: why,
        by: by.name,
        at: new Date().toISOString(),
      });
    });
  }

  decide(
    n: number,
    by: Person,
    revision: number | undefined,
    kind: DecisionKind,
    reasons: readonly string[],
    note: string,
  ) {
    return this.change(n, by, 'decision', '作出决定', 'Decided', revision, (s) => {
      const refusal = kind === 'return' || kind === 'reject';
      s.stage = kind === 'doubt' ? 'doubt' : refusal && this.policy.check !== 'none' ? 'check' : 'decided';
      s.decision = kind;
      s.decidedBy = by.id;
      s.draft = undefined;
      s.decisions = [
        ...s.decisions,
        {
          id: `d${s.decisions.length + 1}`,
          version: 1,
          step: 'first',
          kind,
          reasons: [...reasons],
          note,
          by: by.id,
          byName: by.name,
          at: new Date().toISOString(),
        },
      ];
    });
  }

  check(n: number, by: Person, revision: number, agree: boolean, note: string) {
    this.change(
      n,
      by,
      'check',
      agree ? '复核同意' : '复核退回',
      agree ? 'Approved' : 'Given back',
      revision,
      (s) => {
        s.stage = agree ? 'decided' : 'todo';
        const kind = s.decision ?? 'doubt';
        s.decisions = [
          ...s.decisions,
          {
            id: `d${s.decisions.length + 1}`,
            version: 1,
            step: 'check',
            kind,
            reasons: [],
            note,
            by: by.id,
            byName: by.name,
            at: new Date().toISOString(),
          },
        ];
        if (!agree) s.decision = undefined;
      },
    );
  }

  reopen(n: number, by: Person, revision: number, why: string) {
    this.change(n, by, 'reopen', `重新打开：${why}`, `Reopened: ${why}`, revision, (s) => {
      s.stage = 'todo';
      s.decision = undefined;
    });
  }

  assign(n: number, by: Person, revision: number | undefined, assignee: string) {
    return this.change(n, by, 'assign', '分派', 'Assigned', revision, (s) => {
      s.assignee = people.find(({ id }) => id === assignee);
    });
  }

  lease(n: number, by: Person | undefined) {
    const standing = this.standing(n);
    standing.lease = by && { by: by.id, name: by.name, until: new Date(Date.now() + 600_000).toISOString() };
  }

  draft(n: number, draft: Draft) {
    this.standing(n).draft = draft;
  }

  detail(n: number, by: Person): FilingDetail {
    const s = this.standing(n);
    const ruled = (doubt: Doubt): Doubt => {
      const ruling = s.rulings.get(doubt.subject);
      return ruling ? { ...doubt, ruling } : doubt;
    };
    const base = detailOf(n);
    const open = s.stage === 'todo' || s.stage === 'doubt';
    const mayCheck = s.stage === 'check' && by.role !== 'clerk' && s.decidedBy !== by.id;
    return {
      ...base,
      now: base.state,
      stage: s.stage,
      may: [
        ...(open ? (['rule', 'correct', 'decide', 'assign'] as const) : []),
        ...(mayCheck ? (['check'] as const) : []),
        ...(open ? [] : (['reopen'] as const)),
        'undo',
      ],
      revision: s.revision,
      fields: fieldsOf(n).map((field) => {
        const put = s.corrections.get(field.key);
        return put
          ? {
              ...field,
              value: put.value,
              confidence: 1,
              corrected: { from: field.value, by: put.by, at: put.at, why: put.why },
            }
          : field;
      }),
      doubts: doubtsOf(n).map(ruled),
      checklist: checklistOf(n).map(ruled),
      decisions: s.decisions,
      history: s.history,
      ...(s.lease ? { lease: s.lease } : {}),
      ...(s.assignee ? { assignee: { id: s.assignee.id, name: s.assignee.name } } : {}),
      ...(s.draft ? { draft: s.draft } : {}),
    };
  }

  private row(n: number): QueueRow {
    const s = this.standing(n);
    const { filing, file, applicant, title, region, regionName, unit } = who(n);
    const { state, doubts, checks } = kindOf(n);
    const ruled = (kind: string) =>
      [...s.rulings.keys()].filter((subject) => subject.startsWith('check:') === (kind === 'check')).length;
    const reason = reasonOf(n);
    return {
      filing,
      version: 1,
      file,
      applicant,
      title,
      region,
      regionName,
      unit,
      state,
      now: state,
      stage: s.stage,
      ...(s.decision ? { decision: s.decision } : {}),
      doubts: Math.max(0, doubts - ruled('doubt')),
      checklist: Math.max(0, checks - ruled('check')),
      remarks: state === 'remarked' ? 1 : 0,
      confidence: doubts > 0 ? 0.62 : 0.97,
      ...(reason ? { reason } : {}),
      ...(s.assignee ? { assignee: { id: s.assignee.id, name: s.assignee.name } } : {}),
      ...(s.lease ? { lease: s.lease } : {}),
      revision: s.revision,
    };
  }

  private rows(): QueueRow[] {
    return Array.from({ length: this.count }, (_, n) => this.row(n));
  }

  queue(query: z.infer<typeof queueQuery>, by: Person): Queue {
    const rows = this.rows();
    const found = sorted(
      rows.filter((row) => inView(row, query.view, by) && answers(row, query)),
      query.sort,
    );
    const tally = <T extends string>(values: readonly T[], of: (row: QueueRow) => T) =>
      values.map((value) => ({ value, count: rows.filter((row) => of(row) === value).length }));
    return {
      rows: found.slice(query.offset, query.offset + query.limit),
      total: found.length,
      views: Object.fromEntries(
        allViews.map((view) => [view, rows.filter((row) => inView(row, view, by)).length]),
      ) as Queue['views'],
      facets: {
        states: tally(['open', 'mend', 'failed', 'remarked', 'passed'], ({ now }) => now).map((facet) => ({
          ...facet,
          name: { zh: stateNames[facet.value]![0], en: stateNames[facet.value]![1] },
        })),
        rules: rules.map(({ id, title }) => ({
          value: id,
          name: title,
          count: rows.filter((row) => fails(row, id)).length,
        })),
        regions: tally(
          places.map(([code]) => code),
          ({ region }) => region as (typeof places)[number][0],
        ).map((facet, at) => ({ ...facet, name: { zh: places[at]![1], en: places[at]![1] } })),
        units: tally(
          places.map(([, , unit]) => unit),
          ({ unit }) => unit as (typeof places)[number][2],
        ).map((facet) => ({ ...facet, name: { zh: facet.value, en: facet.value } })),
        labels: [
          {
            scheme: 'direction',
            value: '智能化制造',
            name: { zh: '智能化制造', en: 'Smart manufacturing' },
            count: this.count,
          },
        ],
        reviewers: people.map(({ id, name }) => ({
          value: id,
          name: { zh: name, en: name },
          count: rows.filter(({ assignee }) => assignee?.id === id).length,
        })),
      },
    };
  }

  next(after: string, query: z.infer<typeof queueQuery>, by: Person): string | undefined {
    const { rows } = this.queue({ ...query, offset: 0, limit: this.count }, by);
    const at = rows.findIndex(({ filing }) => filing === after);
    const place = sorted([...rows, this.row(this.numberOf(after))], query.sort).findIndex(
      ({ filing }) => filing === after,
    );
    return (at >= 0 ? rows[at + 1] : rows[place])?.filing;
  }

  private chosen({ which }: Bulk, by: Person): number[] {
    if ('filings' in which) return which.filings.map((filing) => this.numberOf(filing)).filter((n) => n >= 0);
    return this.queue({ ...which.query, sort: 'need', offset: 0, limit: this.count }, by).rows.map(
      ({ filing }) => this.numberOf(filing),
    );
  }

  preview(order: Bulk, by: Person): BulkPreview {
    const kept: BulkPreview['kept'][number][] = [];
    const changes: BulkPreview['changes'][number][] = [];
    let unsound = 0;
    for (const n of this.chosen(order, by)) {
      const row = this.row(n);
      if (row.lease && row.lease.by !== by.id) {
        kept.push({
          filing: row.filing,
          title: row.title,
          why: { zh: `${row.lease.name}正在看`, en: `${row.lease.name} has it open` },
        });
        continue;
      }
      const what: BulkPreview['changes'][number]['what'] = [];
      if (order.decision && order.decision !== row.decision)
        what.push({ field: 'decision', old: row.decision ?? '', new: order.decision });
      if (order.assignee !== undefined && order.assignee !== (row.assignee?.id ?? ''))
        what.push({
          field: 'assignee',
          old: row.assignee?.name ?? '',
          new: people.find(({ id }) => id === order.assignee)?.name ?? '',
        });
      if (what.length === 0) continue;
      if (order.decision === 'pass' && (row.doubts > 0 || row.now === 'failed' || row.now === 'mend'))
        unsound += 1;
      changes.push({ filing: row.filing, title: row.title, applicant: row.applicant, what });
    }
    return { changes: changes.slice(0, 500), count: changes.length, kept, unsound };
  }

  bulk(order: Bulk, by: Person): { changed: number; act: string } {
    const kept = new Set(this.preview(order, by).kept.map(({ filing }) => filing));
    const chosen = this.chosen(order, by).filter((n) => !kept.has(`f${n}`));
    const listeners = [...this.listeners];
    this.listeners.clear();
    const done = chosen.flatMap((n) => [
      ...(order.decision
        ? [this.decide(n, by, undefined, order.decision, order.reasons ?? [], order.note ?? '')]
        : []),
      ...(order.assignee === undefined ? [] : [this.assign(n, by, undefined, order.assignee)]),
    ]);
    for (const listener of listeners) this.listeners.add(listener);
    this.acts += 1;
    const act = `act${this.acts}`;
    this.undos.set(act, () => {
      for (const id of done.toReversed()) this.undos.get(id)?.();
    });
    this.tell(chosen, by);
    return { changed: chosen.length, act };
  }

  flow(): Flow {
    const rows = this.rows();
    const at = (stage: Stage) => rows.filter((row) => row.stage === stage).length;
    const done = (kind: DecisionKind) =>
      rows.filter((row) => row.stage === 'decided' && row.decision === kind).length;
    return {
      received: this.count + 3,
      doubles: 3,
      unread: 0,
      accepted: this.count,
      todo: at('todo'),
      doubt: at('doubt'),
      second: at('second'),
      conflict: at('conflict'),
      check: at('check'),
      passed: done('pass'),
      returned: done('return'),
      rejected: done('reject'),
    };
  }

  history(): { acts: (ActShown & { batch: string; filing: string; version: number })[] } {
    const acts = [...this.standings].flatMap(([n, { history }]) =>
      history.map((one) => ({ ...one, batch: 'b1', filing: `f${n}`, version: 1 })),
    );
    return { acts: acts.toSorted((a, b) => b.at.localeCompare(a.at)) };
  }
}

const allViews: readonly View[] = [
  'all',
  'todo',
  'doubts',
  'mend',
  'repeats',
  'decided',
  'mine',
  'second',
  'conflict',
  'check',
  'again',
  'doubt',
  'unread',
  'passed',
  'returned',
  'rejected',
];
const stateNames: Record<string, [string, string]> = {
  open: ['待核', 'Open'],
  mend: ['需补正', 'To be mended'],
  failed: ['不符合', 'Fails'],
  remarked: ['通过，有提示', 'Passes with remarks'],
  passed: ['机审通过', 'Passes'],
};

function inView(row: QueueRow, view: View, by: Person): boolean {
  switch (view) {
    case 'all':
      return true;
    case 'todo':
    case 'second':
    case 'conflict':
    case 'check':
    case 'doubt':
      return row.stage === view;
    case 'doubts':
      return row.doubts > 0 && row.stage === 'todo';
    case 'mend':
      return row.now === 'mend' && row.stage === 'todo';
    case 'repeats':
      return kindOf(Number(row.filing.slice(1))).doubts > 1 && row.stage === 'todo';
    case 'decided':
      return row.stage === 'decided';
    case 'mine':
      return row.assignee?.id === by.id;
    case 'passed':
      return row.stage === 'decided' && row.decision === 'pass';
    case 'returned':
      return row.stage === 'decided' && row.decision === 'return';
    case 'rejected':
      return row.stage === 'decided' && row.decision === 'reject';
    default:
      return false;
  }
}

const fails = (row: QueueRow, rule: string) =>
  (rule === 'licence' && row.now === 'mend') || (rule === 'unit-registered' && row.now === 'failed');

function answers(row: QueueRow, query: z.infer<typeof queueQuery>): boolean {
  const { state, rule, region, unit, below, reviewer, q } = query;
  return (
    (!state || row.now === state) &&
    (!rule || fails(row, rule)) &&
    (!region || row.region.startsWith(region)) &&
    (!unit || row.unit === unit) &&
    (below === undefined || row.confidence < below) &&
    (!reviewer || row.assignee?.id === reviewer) &&
    (!q || `${row.applicant}${row.title}${row.file}`.includes(q))
  );
}

function sorted(rows: QueueRow[], by: string): QueueRow[] {
  const at = (row: QueueRow) => Number(row.filing.slice(1));
  const key = (row: QueueRow) => (by === 'need' ? -row.doubts : by === 'confidence' ? row.confidence : 0);
  return rows.toSorted((a, b) => key(a) - key(b) || at(a) - at(b));
}
