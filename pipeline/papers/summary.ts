import type { Text } from '../../core/lang.ts';
import { matchList } from '../../index/listed/match-list.ts';
import { type Recommended, unitSheets } from '../../report/summary-sheet/sheet-rows.ts';
import { summaryDocx } from '../../report/summary-sheet/summary-docx.ts';
import { summaryXlsx } from '../../report/summary-sheet/summary-xlsx.ts';
import { lastRulings } from '../../review/desk/doubts.ts';
import { rankOf } from '../../rules/batch/ranks.ts';
import type { Store } from '../../store/ports.ts';
import type { OpenBatch } from '../desk/office.ts';
import { readOfficeLists } from '../office-lists.ts';
import { type MadePapers, nothingMade, PaperFolder, type SaidOf } from './paper.ts';

/**
 * The notice's own summary sheet 推荐汇总表 of the filings that passed, a sheet for each recommending unit: in the order of
 * the lists in `ranking` (their ranks, else their lines), and behind them, in order of arrival, those that no list names.
 */
export async function makeSummary(
  store: Store,
  open: OpenBatch,
  ranking: readonly string[],
  folder: string,
): Promise<MadePapers> {
  const { summary } = open.pack;
  if (!summary) return nothingMade('', noSheet);
  const passed = await passedFilings(store, open);
  if (passed.length === 0) return nothingMade('', nonePassed);
  const ordered = await inRanking(passed, ranking, open);
  if ('refused' in ordered) return nothingMade('', ordered.refused);
  const sheets = unitSheets(ordered.filings, summary, open.pack);
  const remarks: SaidOf[] = [
    ...ordered.remarks,
    ...(summary.printed ? [] : [{ filing: '', why: assumed(summary.title) }]),
    ...sheets.flatMap(({ empty }) => empty.map(({ filing, label }) => ({ filing, why: emptyCell(label) }))),
  ];
  const files = new PaperFolder(folder);
  await files.write(summary.title, 'xlsx', await summaryXlsx(sheets, summary));
  await files.write(summary.title, 'docx', await summaryDocx(sheets, summary));
  return { papers: files.papers, refused: [], remarks };
}

/** Filings decided 通过, in the order in which they came. */
async function passedFilings(store: Store, { batch, run }: OpenBatch): Promise<Recommended[]> {
  const desks = new Map((await store.desks.of(batch.id)).map((desk) => [desk.filing, desk]));
  const passed: Recommended[] = [];
  for (const { filing } of await store.outcomes.rows({ run: run.id })) {
    const desk = desks.get(filing);
    if (desk?.decision !== 'pass' || (desk.stage !== 'decided' && desk.stage !== 'sent')) continue;
    const outcome = await store.outcomes.get(run.id, filing);
    if (!outcome) continue;
    const rulings = lastRulings(await store.rulings.of(filing), outcome.version);
    passed.push({ outcome, rulings });
  }
  return passed;
}

type Ordered = { readonly filings: readonly Recommended[]; readonly remarks: readonly SaidOf[] };

async function inRanking(
  passed: readonly Recommended[],
  ranking: readonly string[],
  { pack }: OpenBatch,
): Promise<Ordered | { readonly refused: Text }> {
  if (ranking.length === 0) return { filings: passed, remarks: [{ filing: '', why: byArrival }] };
  const list = await readOfficeLists(ranking, pack);
  if (list.rows.length === 0) return { refused: noRanking(ranking) };
  const filings = passed.map(({ outcome }) => ({
    id: outcome.filing,
    fields: new Map(outcome.fields.map((field) => [field.key, field])),
  }));
  const { listed } = matchList(list, filings, pack);
  const places = new Map(
    list.rows.map((row, line) => [row, [rankOf(row) ?? Number.POSITIVE_INFINITY, line] as const]),
  );
  const last = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
  const placed = passed.map((one) => {
    const found = listed.get(one.outcome.filing);
    return { one, place: (found?.state === 'row' && places.get(found.row)) || undefined };
  });
  const order = placed.toSorted((a, b) => {
    const [rankA, lineA] = a.place ?? last;
    const [rankB, lineB] = b.place ?? last;
    return compare(rankA, rankB) || compare(lineA, lineB);
  });
  const unplaced = order.filter(({ place }) => !place);
  return {
    filings: order.map(({ one }) => one),
    remarks: unplaced.map(({ one }) => ({ filing: one.outcome.filing, why: notListed })),
  };
}

/** Two infinities are alike, which their difference would not say. */
const compare = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);

const noSheet: Text = {
  zh: '该通知没有推荐汇总表（通知目录中没有 summary.yaml）。',
  en: 'This call has no summary sheet (its folder has no summary.yaml).',
};
const nonePassed: Text = {
  zh: '还没有决定“通过”的申报书，汇总表无可填写。',
  en: 'No filing is decided as passed yet, so there is nothing for the summary sheet.',
};
const byArrival: Text = {
  zh: '没有给出推荐顺序，按收到的先后排列；可用 --order 指明推荐汇总表。',
  en: 'No ranking was given, so the filings stand as they came; name a list with --order.',
};
const notListed: Text = {
  zh: '推荐顺序表中没有此件（或不能确定是哪一行），排在最后。',
  en: 'The list of the ranking does not name this filing for certain, so it stands last.',
};
const noRanking = (files: readonly string[]): Text => ({
  zh: `推荐顺序表“${files.join('、')}”没有读出行；应为含申报单位和项目名称的表格。`,
  en: `No row was read from "${files.join(', ')}": a table with applicant and title is needed.`,
});
const assumed = (title: string): Text => ({
  zh: `通知正文没有印出《${title}》的栏目，本表栏目是按申报书拟定的，报送前请与通知附件核对。`,
  en: `The notice's text does not print the columns of this sheet; they are assumed from the form: compare them with its annex before sending.`,
});
const emptyCell = (label: string): Text => ({
  zh: `“${label}”没有读出，表中留空，请补填。`,
  en: `"${label}" was not read and is left empty: fill it in.`,
});
