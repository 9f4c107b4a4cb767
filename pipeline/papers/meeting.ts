import { basename } from 'node:path';
import type { Desk } from '../../core/desk.ts';
import type { Lang, Text } from '../../core/lang.ts';
import type { Conflict, Meeting, UnitRow } from '../../report/meeting/meeting.ts';
import { meetingDocx } from '../../report/meeting/meeting-docx.ts';
import { meetingHtml } from '../../report/meeting/meeting-html.ts';
import { decisionWords } from '../../report/words.ts';
import { flowOf } from '../../review/desk/flow.ts';
import { quotaOf } from '../../rules/batch/quota.ts';
import { recommendingUnit } from '../../rules/reading/unit-key.ts';
import type { Store } from '../../store/ports.ts';
import { doublesOf } from '../desk/doubles.ts';
import type { OpenBatch } from '../desk/office.ts';
import { type MadePapers, PaperFolder } from './paper.ts';

/** The paper for the meeting 会议材料, as DOCX and as a page to print. */
export async function makeMeeting(
  store: Store,
  open: OpenBatch,
  { lang, day }: { readonly lang: Lang; readonly day: string },
  folder: string,
): Promise<MadePapers> {
  const meeting = await meetingOf(store, open, day);
  const files = new PaperFolder(folder);
  const name = { zh: `会议材料-${meeting.batch}`, en: `meeting-${meeting.batch}` }[lang];
  await files.write(name, 'docx', await meetingDocx(meeting, lang));
  await files.write(name, 'html', Buffer.from(meetingHtml(meeting, lang)));
  return { papers: files.papers, refused: [], remarks: [] };
}

/** What the records of a batch come to. */
export async function meetingOf(store: Store, open: OpenBatch, day: string): Promise<Meeting> {
  const { batch, run, pack } = open;
  const desks = await store.desks.of(batch.id);
  const tallies = await store.desks.tallies(run.id);
  const decided = await reasonsOfDecisions(store, open, desks);
  return {
    call: pack.call.title,
    // The command line names a batch by its folder.
    batch: basename(batch.name),
    day,
    asOf: open.settings.asOf ?? run.settings.asOf,
    flow: flowOf(tallies, await doublesOf(store, batch.id)),
    reasons: decided.length > 0 ? decided : await failingRules(store, open),
    reasonsOf: decided.length > 0 ? 'decisions' : 'findings',
    units: unitsOf(desks, open),
    conflicts: await conflictsOf(store, open, desks),
  };
}

const isFinal = ({ stage }: Desk) => stage === 'decided' || stage === 'sent';

/** Conditions by how many filings were returned or refused for them, most first; each filing counts once for each. */
async function reasonsOfDecisions(store: Store, open: OpenBatch, desks: readonly Desk[]) {
  const counts = new Map<string, { readonly title: Text; count: number }>();
  for (const desk of desks) {
    if (!isFinal(desk) || (desk.decision !== 'return' && desk.decision !== 'reject')) continue;
    const made = (await store.decisions.of(desk.filing)).findLast(
      (one) => one.version === desk.version && one.kind === desk.decision && one.step !== 'again',
    );
    const reasons = made && made.reasons.length > 0 ? made.reasons : [''];
    for (const reason of new Set(reasons)) {
      const known = counts.get(reason);
      if (known) known.count++;
      else counts.set(reason, { title: titleOf(reason, open), count: 1 });
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}

function titleOf(reason: string, { pack }: OpenBatch): Text {
  if (reason === '') return { zh: '其他（见说明）', en: 'other (see the remark)' };
  if (reason.startsWith('match:')) return { zh: '不得重复申报', en: 'repeats another' };
  const rule = [...pack.rules, ...pack.call.batch].find(({ id }) => id === reason);
  return rule?.title ?? { zh: reason, en: reason };
}

/** Conditions by how many filings fail them by the machine, which is all there is before anybody decided. */
async function failingRules(store: Store, open: OpenBatch) {
  const counted: { readonly title: Text; readonly count: number }[] = [];
  for (const { id, title, consequence } of open.pack.rules) {
    if (consequence !== 'bars' && consequence !== 'mend') continue;
    const rule = { id, verdicts: ['fail' as const] };
    const states = await store.outcomes.count({ run: open.run.id, rule });
    const count = Object.values(states).reduce((sum, one) => sum + one, 0);
    if (count > 0) counted.push({ title, count });
  }
  return counted.sort((a, b) => b.count - a.count);
}

/** Recommending units with what came of theirs, the largest first, those that name none last. */
function unitsOf(desks: readonly Desk[], { pack }: OpenBatch): UnitRow[] {
  const units = new Map<string, { readonly name: string; readonly desks: Desk[] }>();
  for (const desk of desks) {
    const key = recommendingUnit(desk.unit)?.key ?? desk.unit;
    const known = units.get(key);
    if (known) known.desks.push(desk);
    else units.set(key, { name: desk.unit, desks: [desk] });
  }
  const rows = [...units.values()].map(({ name, desks: of }): UnitRow => {
    const count = (decision: Desk['decision']) =>
      of.filter((desk) => isFinal(desk) && desk.decision === decision).length;
    const unit = recommendingUnit(name);
    const quota = unit && quotaOf(unit, pack);
    return {
      unit: name,
      received: of.length,
      passed: count('pass'),
      returned: count('return'),
      rejected: count('reject'),
      ...(quota ? { quota: quota.max } : {}),
      usual: quota?.usual ?? false,
    };
  });
  return rows.sort((a, b) => Number(a.unit === '') - Number(b.unit === '') || b.received - a.received);
}

async function conflictsOf(store: Store, { run }: OpenBatch, desks: readonly Desk[]): Promise<Conflict[]> {
  const names = new Map((await store.users.all()).map(({ id, name }) => [id, name]));
  const rows = new Map((await store.outcomes.rows({ run: run.id })).map((row) => [row.filing, row]));
  const conflicts: Conflict[] = [];
  for (const { filing, version, stage } of desks) {
    if (stage !== 'conflict') continue;
    const row = rows.get(filing);
    const opinions = (await store.decisions.of(filing)).flatMap((one) =>
      one.version === version && (one.step === 'first' || one.step === 'second') && one.kind in decisionWords
        ? [{ step: one.step, by: names.get(one.by) ?? one.by, kind: one.kind }]
        : [],
    );
    const last = (['first', 'second'] as const).flatMap(
      (step) => opinions.findLast((one) => one.step === step) ?? [],
    );
    conflicts.push({
      title: row?.title || row?.file || filing,
      applicant: row?.applicant ?? '',
      opinions: last.flatMap(({ by, kind }) =>
        kind === 'reopen' || kind === 'undo' ? [] : [{ by, decision: decisionWords[kind] }],
      ),
    });
  }
  return conflicts;
}
