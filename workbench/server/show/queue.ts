import type { Pack } from '../../../calls/schema/index.ts';
import { filingStates } from '../../../core/filing-state.ts';
import { regionName } from '../../../core/normalise/region.ts';
import { filingStateWords } from '../../../report/words.ts';
import type { DeskFacets, DeskQuery, DeskRow, DeskTally } from '../../../store/ports.ts';
import type { Queue, QueueQuery, QueueRow, View } from '../../api/queue.ts';

/** Which desks a saved view holds; the same words tell its count. */
export const views: Readonly<Record<View, (user: string) => Omit<DeskQuery, 'run'>>> = {
  all: () => ({}),
  accepted: () => ({ states: filingStates.filter((state) => state !== 'unread') }),
  todo: () => ({ stages: ['todo'] }),
  doubts: () => ({ stages: ['todo', 'doubt'], doubtful: true }),
  mend: () => ({ stages: ['todo', 'doubt'], nows: ['mend'] }),
  repeats: () => ({ stages: ['todo', 'doubt'], repeats: true }),
  decided: () => ({ stages: ['decided', 'sent'] }),
  mine: (user) => ({ mine: user }),
  second: () => ({ stages: ['second'] }),
  conflict: () => ({ stages: ['conflict'] }),
  check: () => ({ stages: ['check'] }),
  again: () => ({ again: true }),
  doubt: () => ({ stages: ['doubt'] }),
  unread: () => ({ states: ['unread'] }),
  passed: () => ({ stages: ['decided', 'sent'], decisions: ['pass'] }),
  returned: () => ({ stages: ['decided', 'sent'], decisions: ['return'] }),
  rejected: () => ({ stages: ['decided', 'sent'], decisions: ['reject'] }),
};

/** What the store is asked for a query of the page. */
export function deskQuery(
  query: Omit<QueueQuery, 'sort' | 'offset' | 'limit'>,
  run: string,
  user: string,
): DeskQuery {
  const { view, state, rule, region, unit, labels, below, reviewer, q } = query;
  return {
    run,
    ...views[view](user),
    ...(state ? { states: [state] } : {}),
    ...(rule ? { rule: { id: rule, verdicts: ['fail', 'unknown'] } } : {}),
    ...(region ? { region } : {}),
    ...(unit ? { unit } : {}),
    ...(labels ? { labels: Object.entries(labels).map(([scheme, label]) => ({ scheme, label })) } : {}),
    ...(below === undefined ? {} : { confidenceBelow: below }),
    ...(reviewer ? { reviewer } : {}),
    ...(q ? { words: q } : {}),
  };
}

/** How many desks each view holds, from the tallies of a run: one question to the store for all of them. */
export function viewCounts(tallies: readonly DeskTally[], user: string): Record<View, number> {
  const counts = {} as Record<View, number>;
  for (const [view, query] of Object.entries(views) as [View, (typeof views)[View]][])
    counts[view] = tallies
      .filter((tally) => isIn(tally, query(user)))
      .reduce((sum, { count }) => sum + count, 0);
  return counts;
}

function isIn(tally: DeskTally, query: Omit<DeskQuery, 'run'>): boolean {
  const { stages, states, nows, decisions, doubtful, repeats, again, mine } = query;
  return (
    (!stages || stages.includes(tally.stage)) &&
    (!states || states.includes(tally.state)) &&
    (!nows || nows.includes(tally.now)) &&
    (!decisions || (tally.decision !== undefined && decisions.includes(tally.decision))) &&
    (!doubtful || tally.doubtful) &&
    (!repeats || tally.repeats) &&
    (!again || tally.again) &&
    (mine === undefined || (tally.assignee === mine && tally.stage !== 'decided' && tally.stage !== 'sent'))
  );
}

export function queueRow(row: DeskRow, nameOf: (id: string) => string, now: string): QueueRow {
  const { desk } = row;
  return {
    filing: row.filing,
    version: row.version,
    file: row.file,
    applicant: row.applicant,
    title: row.title,
    region: row.region,
    regionName: regionName(row.region),
    unit: desk.unit,
    state: row.state,
    now: desk.now,
    stage: desk.stage,
    ...(desk.decision && desk.stage !== 'second' ? { decision: desk.decision } : {}),
    doubts: desk.doubts,
    checklist: desk.checklist,
    remarks: row.remarks,
    confidence: row.confidence,
    ...(desk.reason ? { reason: desk.reason } : {}),
    ...(desk.assignee ? { assignee: { id: desk.assignee, name: nameOf(desk.assignee) } } : {}),
    ...(desk.lease && desk.lease.until > now
      ? { lease: { ...desk.lease, name: nameOf(desk.lease.by) } }
      : {}),
    revision: desk.revision,
  };
}

export function facetsShown(
  facets: DeskFacets,
  tallies: readonly DeskTally[],
  pack: Pack,
  nameOf: (id: string) => string,
): Queue['facets'] {
  const titleOf = new Map([
    ...pack.rules.map(({ id, title }) => [id, title] as const),
    ...pack.call.batch.flatMap((rule) =>
      'id' in rule && 'title' in rule ? [[rule.id, rule.title] as const] : [],
    ),
  ]);
  const states = new Map<DeskTally['state'], number>();
  for (const { state, count } of tallies) states.set(state, (states.get(state) ?? 0) + count);
  const plain = (value: string) => ({ zh: value, en: value });
  return {
    states: [...states].map(([value, count]) => ({ value, name: filingStateWords[value], count })),
    rules: facets.rules.map((one) => ({ ...one, name: titleOf.get(one.value) ?? plain(one.value) })),
    regions: facets.regions.map((one) => ({ ...one, name: plain(regionName(one.value)) })),
    units: facets.units.map((one) => ({ ...one, name: plain(one.value) })),
    schemes: pack.schemes.flatMap(({ id, title, labels }) => {
      const nameIn = new Map(labels.map(({ name, en }) => [name, { zh: name, en }]));
      const found = facets.labels.filter(({ scheme }) => scheme === id);
      const shown = found.map(({ value, count }) => ({
        value,
        name: nameIn.get(value) ?? plain(value),
        count,
      }));
      return shown.length > 0 ? [{ id, title, labels: shown }] : [];
    }),
    reviewers: facets.reviewers.map((one) => ({ ...one, name: plain(nameOf(one.value)) })),
  };
}
