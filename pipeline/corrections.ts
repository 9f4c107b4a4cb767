import type { Pack, Scheme } from '../calls/schema/index.ts';
import { zonesOfFiling } from '../classifiers/of-filing.ts';
import { foldForClassifying } from '../classifiers/signals/fold.ts';
import type { Labelled } from '../classifiers/train/read-labelled.ts';
import { isCalled } from '../classifiers/train/samples.ts';
import type { Text } from '../core/lang.ts';
import type { FileOutcome } from '../core/outcome.ts';
import type { Store } from '../store/ports.ts';
import { outcomesOfCall } from './past-runs.ts';
import { type ReviewedRow, reviewedRows } from './reviewed-rows.ts';
import { loadFiling } from './stages/extract.ts';
import { Outputs } from './stages/outputs.ts';

/** What the columns of a list of corrections are called; the first that is there counts. */
const columns = {
  label: ['纠正后标签', '纠正后类别', '正确类别', 'corrected label', 'label'],
  text: ['文本', '正文', '内容', '项目简介', '描述', 'text'],
  title: ['项目名称', '案例名称', '解决方案名称', '平台名称', '标题', 'project title', 'title'],
  scheme: ['分类体系', '体系', 'scheme'],
  file: ['文件', 'file'],
} as const;
type Row = ReviewedRow<keyof typeof columns>;

/** Written in place of a label where the text belongs to none. */
const noLabel = new Set(['无', '不归类', '不属于任何类别', 'none'].map(foldForClassifying));

export interface Corrections {
  readonly texts: readonly Labelled[];
  /** Rows that name a label but could not be used, as a person counts them. */
  readonly unused: readonly { readonly row: number; readonly why: Text }[];
}

/** The text of a screened filing by the name of its file, for reports in which a reviewer filled the column. */
export type FindFiling = (
  file: string,
  scheme: Scheme,
) => Promise<{ readonly title?: string; readonly text: string } | undefined>;

/**
 * Reads reviewers' corrections from a CSV, JSONL or XLSX file: a column `纠正后标签`, and the text in a column
 * of its own or, in a report of `chushen screen`, in the store. A row without a label corrects nothing.
 * Rejects where the file cannot be read or is none of these.
 */
export async function readCorrections(file: string, pack: Pack, find?: FindFiling): Promise<Corrections> {
  const texts: Labelled[] = [];
  const unused: { row: number; why: Text }[] = [];
  for (const { row, values } of await reviewedRows(file, columns, 'label')) {
    for (const written of (values.label ?? '').split(/[、；;\n]/u)) {
      if (written.trim() === '') continue;
      const found = await correctionOf(values, written.trim(), pack, find);
      if ('zh' in found) unused.push({ row, why: found });
      else texts.push(found);
    }
  }
  return { texts, unused };
}

async function correctionOf(
  values: Row,
  written: string,
  pack: Pack,
  find?: FindFiling,
): Promise<Labelled | Text> {
  const none = noLabel.has(foldForClassifying(written));
  const fitting = pack.schemes.filter(
    (scheme) =>
      (values.scheme === undefined || values.scheme === scheme.id || values.scheme === scheme.title.zh) &&
      (none || scheme.labels.some((label) => isCalled(label, written))),
  );
  const [scheme, another] = fitting;
  if (!scheme) return { zh: `没有类别“${written}”`, en: `there is no label "${written}"` };
  if (another)
    return {
      zh: `“${written}”属于几个分类体系，请加“分类体系”列`,
      en: `several schemes have "${written}": add a column "scheme"`,
    };
  const own =
    values.text === undefined && values.file !== undefined ? await find?.(values.file, scheme) : undefined;
  const title = own?.title ?? values.title;
  const text = own?.text ?? values.text;
  if (text === undefined && title === undefined)
    return { zh: '没有文字，库中也没有这份文件', en: 'it has no text, nor has the store that file' };
  const label = none ? null : (scheme.labels.find((one) => isCalled(one, written))?.name ?? null);
  const kept = {
    scheme: scheme.id,
    label,
    neutral: false,
    fits: [] as string[],
    part: 'train' as const,
    afterCues: true,
  };
  if (text === undefined) return { ...kept, kind: 'title', text: title ?? '' };
  return {
    ...kept,
    kind: text.length <= 100 ? 'sentence' : 'section',
    text,
    ...(title !== undefined && { title }),
  };
}

/** Looks filings up in the store by the file names of the runs of one call, the latest run first. */
export async function filingsOfRuns(store: Store, pack: Pack): Promise<FindFiling> {
  const forms = new Map<string, FileOutcome>();
  for await (const { file, files } of outcomesOfCall(store, pack.call.id)) {
    const form = files.find(({ role }) => role === 'form');
    if (form && !forms.has(file)) forms.set(file, form);
  }
  return async (file, scheme) => {
    const form = forms.get(file);
    const filing =
      form &&
      (await loadFiling(
        { id: form.id, file, ...(form.document ? { key: form.document } : {}), problems: [], kept: true },
        pack,
        new Outputs(store.stages),
      ));
    if (!filing) return undefined;
    const zones = zonesOfFiling(pack, filing, scheme.from);
    const title = zones.find((zone) => zone.kind === 'title')?.original;
    const text = zones.find((zone) => zone.kind === 'body')?.original;
    return text === undefined ? undefined : { text, ...(title !== undefined && { title }) };
  };
}
