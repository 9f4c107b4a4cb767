import { readFile } from 'node:fs/promises';
import type { Pack, Scheme } from '../calls/schema/index.ts';
import { foldForClassifying } from '../classifiers/fold.ts';
import { zonesOfFiling } from '../classifiers/of-filing.ts';
import type { Labelled } from '../classifiers/train/read-labelled.ts';
import { isCalled } from '../classifiers/train/samples.ts';
import type { Text } from '../core/lang.ts';
import { resultsSchema } from '../core/results.ts';
import { readForm } from '../extractors/form/read-form.ts';
import { decodeText } from '../extractors/markup/decode-text.ts';
import { parseCsv } from '../index/awards/csv.ts';
import { sheetsOfXlsx } from '../index/awards/xlsx.ts';
import type { Store } from '../store/store.ts';
import { readerVersion } from './versions.ts';

/** What the columns of a list of corrections are called; the first that is there counts. */
const columns = {
  label: ['纠正后标签', '纠正后类别', '正确类别', 'corrected label', 'label'],
  text: ['文本', '正文', '内容', '项目简介', '描述', 'text'],
  title: ['项目名称', '案例名称', '解决方案名称', '平台名称', '标题', 'project title', 'title'],
  scheme: ['分类体系', '体系', 'scheme'],
  file: ['文件', 'file'],
} as const;
type Column = keyof typeof columns;
type Row = Readonly<Partial<Record<Column, string>>>;

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
  for (const { row, values } of await rowsOf(file)) {
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

async function rowsOf(file: string): Promise<{ row: number; values: Row }[]> {
  const bytes = await readFile(file);
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') {
    return (await sheetsOfXlsx(bytes)).flatMap((sheet) => fromTable(sheet.rows));
  }
  const text = decodeText(bytes);
  if (!text.trimStart().startsWith('{')) return fromTable(parseCsv(text));
  return text.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    const entries = Object.entries(JSON.parse(line) as object);
    return [{ row: i + 1, values: valuesOf(entries.map(([name, value]) => [name, String(value ?? '')])) }];
  });
}

/** The header is the first row that names the column of labels; a sheet without one holds no corrections. */
function fromTable(rows: readonly (readonly string[])[]): { row: number; values: Row }[] {
  const at = rows.findIndex((row) => row.some((cell) => isColumn('label', cell)));
  const header = rows[at];
  if (!header) return [];
  return rows.slice(at + 1).map((cells, i) => ({
    row: at + i + 2,
    values: valuesOf(header.map((name, c) => [name, cells[c] ?? ''])),
  }));
}

function isColumn(column: Column, name: string): boolean {
  return columns[column].some((known) => foldForClassifying(known) === foldForClassifying(name));
}

function valuesOf(entries: readonly (readonly [name: string, value: string])[]): Row {
  const row: Partial<Record<Column, string>> = {};
  for (const column of Object.keys(columns) as Column[]) {
    const value = entries.find(([name, value]) => isColumn(column, name) && value.trim() !== '')?.[1];
    if (value !== undefined) row[column] = value.trim();
  }
  return row;
}

/** Looks filings up in the store by the file names of the runs of one call, the latest run first. */
export function filingsOfRuns(store: Store, pack: Pack): FindFiling {
  const ids = new Map<string, string>();
  for (const { results } of store.runs(pack.call.id)) {
    const parsed = resultsSchema.safeParse(JSON.parse(results));
    for (const { file, id } of parsed.data?.filings ?? []) if (!ids.has(file)) ids.set(file, id);
  }
  return (file, scheme) => {
    const id = ids.get(file);
    const document = id === undefined ? undefined : store.getDocument(id, readerVersion);
    if (id === undefined || !document) return undefined;
    const reading = readForm(document, pack.form, pack.blank);
    const zones = zonesOfFiling(pack, { id, file, document, ...reading, problems: [] }, scheme.from);
    const title = zones.find((zone) => zone.kind === 'title')?.original;
    const text = zones.find((zone) => zone.kind === 'body')?.original;
    return text === undefined ? undefined : { text, ...(title !== undefined && { title }) };
  };
}
