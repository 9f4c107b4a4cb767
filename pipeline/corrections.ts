import type { Pack, Scheme } from '../calls/schema/index.ts';
import { zonesOfFiling } from '../classifiers/of-filing.ts';
import { foldForClassifying } from '../classifiers/signals/fold.ts';
import type { Labelled } from '../classifiers/train/read-labelled.ts';
import { isCalled } from '../classifiers/train/samples.ts';
import type { Text } from '../core/lang.ts';
import { readResults } from '../core/results.ts';
import { readForm } from '../forms/read-form.ts';
import type { Store } from '../store/store.ts';
import { type ReviewedRow, reviewedRows } from './reviewed-rows.ts';
import { readerVersion } from './versions.ts';

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
) => { readonly title?: string; readonly text: string } | undefined;

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
      const found = correctionOf(values, written.trim(), pack, find);
      if ('zh' in found) unused.push({ row, why: found });
      else texts.push(found);
    }
  }
  return { texts, unused };
}

function correctionOf(values: Row, written: string, pack: Pack, find?: FindFiling): Labelled | Text {
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
    values.text === undefined && values.file !== undefined ? find?.(values.file, scheme) : undefined;
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
export function filingsOfRuns(store: Store, pack: Pack): FindFiling {
  const ids = new Map<string, string>();
  for (const { results } of store.runs(pack.call.id)) {
    const parsed = readResults(JSON.parse(results));
    for (const { file, id } of parsed?.filings ?? []) if (!ids.has(file)) ids.set(file, id);
  }
  return (file, scheme) => {
    const id = ids.get(file);
    const document = id === undefined ? undefined : store.findDocument(id, readerVersion);
    if (id === undefined || !document) return undefined;
    const reading = readForm(document, pack.form, pack.blank);
    const zones = zonesOfFiling(pack, { id, file, document, ...reading, problems: [] }, scheme.from);
    const title = zones.find((zone) => zone.kind === 'title')?.original;
    const text = zones.find((zone) => zone.kind === 'body')?.original;
    return text === undefined ? undefined : { text, ...(title !== undefined && { title }) };
  };
}
