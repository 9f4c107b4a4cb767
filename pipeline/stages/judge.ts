import type { Pack } from '../../calls/schema/index.ts';
import type { Filing } from '../../core/filing.ts';
import type { Finding, Match } from '../../core/judgement.ts';
import type { FilingOutcome } from '../../core/outcome.ts';
import type { Problem } from '../../core/problem.ts';
import { matchList } from '../../index/listed/match-list.ts';
import type { OfficeList } from '../../lists/office/office-list.ts';
import { stateOf } from '../../review/state-of.ts';
import type { BatchContext } from '../../rules/batch/judge-batch.ts';
import type { Companion, JudgeContext } from '../../rules/scope.ts';
import { type Assembled, fileOutcome, statusOf } from '../grouping/assemble.ts';
import { isWhole } from '../grouping/is-whole.ts';
import { nameDisagrees } from '../grouping/name-disagrees.ts';
import type { ScreenOptions } from '../screen.ts';
import { judgeWeighed } from './entailed.ts';
import { loadFiling } from './extract.ts';
import { keyOf, packKey } from './key.ts';
import type { Outputs } from './outputs.ts';
import type { Classified, Prepared } from './prepare.ts';

export type MatchedLists = NonNullable<BatchContext['lists']>;

/** What judging a filing rests on besides the filing. */
export interface Judging {
  readonly pack: Pack;
  readonly options: Pick<ScreenOptions, 'asOf' | 'awards' | 'complete'>;
  readonly lists: MatchedLists;
  /** An annex of nobody known may be anybody's, so then no filing is certain to be whole. */
  readonly strays: boolean;
}

/** A filing's outcome before it is known which filing of the batch it is. */
export type Judged = Omit<FilingOutcome, 'filing' | 'version'>;

/** Whose row is whose in each list that was given. */
export function matchLists(
  filings: readonly Prepared[],
  pack: Pack,
  lists: ScreenOptions['lists'],
): MatchedLists {
  const known = filings.map(({ assembled, fields }) => ({ id: assembled.form.read.id, fields }));
  const matched = (list: OfficeList) => ({ list, match: matchList(list, known, pack) });
  return {
    ...(lists?.summary ? { summary: matched(lists.summary) } : {}),
    ...(lists?.registry ? { registry: matched(lists.registry) } : {}),
  };
}

/**
 * The outcome of one filing, kept by all that it rests on but the batch; `extra`: what earlier stages said of it;
 * `ofBatch`: what the rules on the batch found against it.
 */
export async function judgeFiling(
  prepared: Prepared,
  matches: readonly Match[],
  extra: readonly Problem[],
  ofBatch: readonly Finding[],
  judging: Judging,
  outputs: Outputs,
): Promise<Judged> {
  const { assembled, classifyKey } = prepared;
  const { pack, options, lists, strays } = judging;
  const listed = listedIn(lists, assembled.form.read.id);
  const awards = awardsAmong(matches);
  const inputs = [
    filesKey(assembled),
    packKey(pack, 'form'),
    packKey(pack, 'rules'),
    classifyKey ?? '',
    keyOf(awards),
    extra,
    options.asOf,
    options.awards !== undefined,
    options.complete ?? false,
    keyOf(listed),
    assembled.package ?? '',
    strays,
  ];
  const judged = await outputs.of('judge', inputs, async () => {
    const value = await judgeNow(prepared, awards, extra, listed, judging, outputs);
    return { value, keep: !value.problems.some(({ code }) => passing.has(code)) };
  });
  const { status, problems } = judged;
  const findings = [...judged.findings, ...ofBatch];
  return { ...judged, findings, judged: stateOf({ status, findings, matches, problems }), matches };
}

/** What may be otherwise in the next run. */
const passing: ReadonlySet<string> = new Set(['stage-failed', 'entailment-unavailable']);

/**
 * What the rules may look at: how like a filing is to others of the batch moves a little with every file that is added,
 * and must not have all of them judged anew.
 */
const awardsAmong = (matches: readonly Match[]) => matches.filter(({ kind }) => kind === 'award');

async function judgeNow(
  { assembled, classifyKey }: Prepared,
  awards: readonly Match[],
  extra: readonly Problem[],
  listed: NonNullable<JudgeContext['lists']>,
  { pack, options, strays }: Judging,
  outputs: Outputs,
): Promise<Omit<Judged, 'matches' | 'judged'>> {
  const { read, card } = assembled.form;
  const classified =
    classifyKey === undefined ? undefined : await outputs.get<Classified>('classify', classifyKey);
  const plain = await loadFiling(read, pack, outputs);
  const filing = plain && withAsked(plain, classified);
  const problems = [...read.problems, ...card.problems, ...(classified?.problems ?? []), ...extra];
  if (filing && card.kind !== 'form') {
    const total = pack.form.fields.length;
    problems.push({ code: 'fields-scarce', values: { found: Math.round(card.found * total), total } });
  }
  const annexes = assembled.annexes.map(({ file, by }) => fileOutcome(file, 'annex', { by }));
  const form = fileOutcome(assembled.form, 'form', { problems: problems.slice(read.problems.length) });
  for (const { status, file } of annexes)
    if (status === 'failed') problems.push({ code: 'annex-unread', values: { file } });
  if (filing) problems.push(...nameDisagrees(filing, pack, assembled.package?.name));
  const classification = classified?.classification ?? [];
  const context: JudgeContext = {
    asOf: options.asOf,
    classifications: classification,
    matches: awards,
    awardsChecked: options.awards !== undefined,
    companions: await companionsOf(assembled, pack, outputs),
    lists: listed,
    ...(assembled.package ? { package: assembled.package } : {}),
  };
  const { judgesOf } = await import('../../rules/evaluate.ts');
  const whole =
    !strays && filing !== undefined && isWhole(assembled, filing, pack, context, options.complete);
  const findings = filing
    ? await judgeWeighed(
        read.key ?? read.id,
        outputs,
        problems,
        judgesOf(pack, filing, { ...context, companionsComplete: whole }),
      )
    : [];
  const status = statusOf(filing !== undefined, problems);
  return {
    id: read.id,
    file: read.file,
    status,
    problems,
    fields: filing ? [...filing.fields.values()] : [],
    classification,
    findings,
    files: [form, ...annexes],
  };
}

function withAsked(filing: Filing, classified: Classified | undefined): Filing {
  if (!classified?.asked) return filing;
  const fields = new Map(filing.fields);
  for (const field of classified.asked) fields.set(field.key, field);
  return { ...filing, fields };
}

async function companionsOf({ annexes }: Assembled, pack: Pack, outputs: Outputs): Promise<Companion[]> {
  const companions: Companion[] = [];
  for (const { file } of annexes) {
    const filing = await loadFiling(file.read, pack, outputs);
    const scanned = filing?.document.pages.some(({ readBy }) => readBy === 'ocr') ?? false;
    companions.push({ file: file.read.file, ...(filing ? { text: filing.text, scanned } : {}) });
  }
  return companions;
}

function filesKey({ form, annexes }: Assembled): unknown[] {
  return [
    [form.read.key ?? form.read.id, form.read.file, form.read.problems],
    ...annexes.map(({ file, by }) => [file.read.key ?? file.read.id, file.read.file, by]),
  ];
}

function listedIn(lists: MatchedLists, id: string): NonNullable<JudgeContext['lists']> {
  const [summary, registry] = [lists.summary, lists.registry].map((one) => one?.match.listed.get(id));
  return { ...(summary ? { summary } : {}), ...(registry ? { registry } : {}) };
}
