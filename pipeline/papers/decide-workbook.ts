import { randomUUID } from 'node:crypto';
import type { Text } from '../../core/lang.ts';
import type { DecisionKind } from '../../core/records.ts';
import { decisionWords } from '../../report/words.ts';
import type { Store } from '../../store/ports.ts';
import { decide, needsReason } from '../desk/acts.ts';
import { type FilingRecords, type OpenBatch, type Person, recordsOf, refusalOf } from '../desk/office.ts';
import { nameOfRole } from '../outcome-facts.ts';
import { reviewedRows } from '../reviewed-rows.ts';

const columns = {
  decision: ['人工决定', 'decision'],
  grounds: ['理由', 'grounds'],
  reviewer: ['审核人', 'reviewer'],
  remark: ['备注', 'remark'],
  filing: ['申报编号', 'filing id'],
  version: ['版本', 'version'],
} as const;

/** One row of a workbook in which a decision stands. */
export interface FilledRow {
  /** As a person counts it in the sheet. */
  readonly row: number;
  readonly decision: string;
  readonly grounds: string;
  readonly reviewer: string;
  readonly remark: string;
  readonly filing: string;
  readonly version: string;
}

/** The rows with a decision of `初审结果.xlsx` as reviewers filled it, or of a CSV with its columns. Rejects where it cannot be read. */
export async function filledRows(file: string): Promise<FilledRow[]> {
  const rows = await reviewedRows(file, columns, 'decision');
  return rows.flatMap(({ row, values }) => {
    const of = (column: keyof typeof columns) => unmarked(values[column] ?? '');
    if (of('decision') === '') return [];
    return [
      {
        row,
        decision: of('decision'),
        grounds: of('grounds'),
        reviewer: of('reviewer'),
        remark: of('remark'),
        filing: of('filing'),
        version: of('version'),
      },
    ];
  });
}

/** Text that would be a formula stands in the workbook behind a mark of its own, which is no part of it. */
const unmarked = (cell: string) => cell.replace(/^'(?=[=+\-@])/u, '');

/** What becomes of a row: a decision, nothing since it stands already, or nothing and why. */
export type PlannedRow = { readonly row: number; readonly filing: string; readonly title: string } & (
  | {
      readonly change: {
        readonly old: DecisionKind | undefined;
        readonly kind: DecisionKind;
        readonly reasons: readonly string[];
        /** Titles of the reasons. */
        readonly grounds: readonly Text[];
        readonly note: string;
        readonly person: Person;
        readonly version: number;
        readonly revision: number;
      };
    }
  | { readonly same: true }
  | { readonly why: Text }
);

/** What the rows of a workbook would change, row by row; nothing is written. `personOf`: who a name stands for, or why nobody. */
export async function planRows(
  store: Store,
  open: OpenBatch,
  rows: readonly FilledRow[],
  personOf: (name: string) => Person | Text,
): Promise<PlannedRow[]> {
  const planned: PlannedRow[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    const base = { row: row.row, filing: row.filing, title: '' };
    const records = row.filing === '' ? undefined : await recordsOf(store, open, row.filing);
    if (!records) planned.push({ ...base, why: row.filing === '' ? noId : noSuchFiling(row.filing) });
    else if (seen.has(row.filing)) planned.push({ ...base, title: titleOf(records, open), why: twice });
    else planned.push({ ...base, title: titleOf(records, open), ...planOne(row, records, personOf) });
    seen.add(row.filing);
  }
  return planned;
}

type Plan =
  | Pick<Extract<PlannedRow, { change: unknown }>, 'change'>
  | { readonly same: true }
  | { readonly why: Text };

function planOne(row: FilledRow, records: FilingRecords, personOf: (name: string) => Person | Text): Plan {
  const { outcome, desk, standing } = records;
  const kind = kindOf(row.decision);
  if (!kind) return { why: unknownWord(row.decision) };
  if (row.version !== String(outcome.version)) return { why: otherVersion(row.version, outcome.version) };
  const named = groundsIn(row.grounds, records);
  if ('unknown' in named) return { why: noGround(named.unknown) };
  const reasons = kind === 'pass' || kind === 'doubt' ? [] : named.reasons;
  if (
    (desk.stage === 'decided' || desk.stage === 'sent' || desk.stage === 'doubt') &&
    desk.decision === kind &&
    (row.grounds === '' || sameReasons(reasons, standing.reasons))
  )
    return { same: true };
  const person = personOf(row.reviewer);
  if ('zh' in person) return { why: person };
  if (needsReason({ kind, reasons, note: row.remark })) return { why: nameGround };
  const refused = refusalOf(person, records, ['decide', 'settle'], new Date().toISOString());
  if (refused) return { why: refused.message };
  const note = row.remark;
  const { revision, version } = desk;
  const titles = new Map(outcome.findings.map(({ rule, title }) => [rule, title]));
  const grounds = reasons.flatMap((reason) => titles.get(reason) ?? []);
  return { change: { old: desk.decision, kind, reasons, grounds, note, person, version, revision } };
}

const sameReasons = (a: readonly string[], b: readonly string[]) =>
  [...a].sort().join('\n') === [...b].sort().join('\n');

/** The decision that a word stands for, in either language. */
function kindOf(word: string): DecisionKind | undefined {
  const plain = word.trim().toLowerCase();
  return (Object.keys(decisionWords) as DecisionKind[]).find((kind) =>
    [kind, decisionWords[kind].zh, decisionWords[kind].en.toLowerCase()].includes(plain),
  );
}

/** Conditions by id or title, as the workbook lists them: one on each line, or with ； between them. */
function groundsIn(
  cell: string,
  { outcome }: FilingRecords,
): { readonly reasons: readonly string[] } | { readonly unknown: string } {
  const reasons: string[] = [];
  for (const name of cell.split(/[\n；;]/u).map((part) => unmarked(part.trim()))) {
    if (name === '') continue;
    const found = outcome.findings.find(({ rule, title }) => [rule, title.zh, title.en].includes(name));
    if (!found) return { unknown: name };
    reasons.push(found.rule);
  }
  return { reasons: [...new Set(reasons)] };
}

/** Writes what was planned as acts of one group, which is undone in one go; gives the rows that somebody was quicker at. */
export async function decideRows(
  store: Store,
  open: OpenBatch,
  planned: readonly PlannedRow[],
): Promise<{ readonly group: string; readonly changed: number; readonly refused: readonly PlannedRow[] }> {
  const group = randomUUID();
  let changed = 0;
  const refused: PlannedRow[] = [];
  for (const one of planned) {
    if (!('change' in one)) continue;
    const { person, version, revision, kind, reasons, note } = one.change;
    const acting = { store, open, person, filing: one.filing, revision };
    const done = await decide(acting, version, { kind, reasons, note }, group);
    if ('code' in done)
      refused.push({ row: one.row, filing: one.filing, title: one.title, why: done.message });
    else changed++;
  }
  return { group, changed, refused };
}

function titleOf({ outcome }: FilingRecords, { pack }: OpenBatch): string {
  const fields = new Map(outcome.fields.map((field) => [field.key, field]));
  return nameOfRole({ fields }, pack, 'title') || outcome.file;
}

const noId: Text = {
  zh: '没有“申报编号”，不能确定是哪一份；请在导出的初审结果.xlsx 中填写，不要删去末尾的列。',
  en: 'There is no "Filing id", so nobody can tell which filing it is: fill in the workbook as it was written, with its last columns.',
};
const noSuchFiling = (id: string): Text => ({
  zh: `本批次没有申报编号“${id}”。`,
  en: `The batch has no filing "${id}".`,
});
const twice: Text = {
  zh: '同一份申报书出现了两次，只按第一行办理。',
  en: 'The same filing stands here twice: the first row counts.',
};
const unknownWord = (word: string): Text => ({
  zh: `不认识决定“${word}”，可写：${Object.values(decisionWords)
    .map(({ zh }) => zh)
    .join('、')}。`,
  en: `"${word}" is no decision; write one of ${Object.values(decisionWords)
    .map(({ en }) => en)
    .join(', ')}.`,
});
const otherVersion = (seen: string, now: number): Text => ({
  zh: `表中是第 ${seen || '？'} 版，现在是第 ${now} 版；请看过新版再决定。`,
  en: `The row is of version ${seen || '?'}, and there is version ${now} now: look at that before deciding.`,
});
const noGround = (name: string): Text => ({
  zh: `理由“${name}”不是本件的审查条件；请照“逐条意见”中的名称填写，其他说明写在备注。`,
  en: `"${name}" is no condition of this filing: write its title as in the sheet of findings, and anything else under Remark.`,
});
const nameGround: Text = {
  zh: '退回补正或不予受理须在“理由”写明条件，或在“备注”写明说明。',
  en: 'A return or rejection names a condition under Grounds, or says why under Remark.',
};
