import type { Pack, Role } from '../../calls/schema/index.ts';
import type { Document } from '../../core/document.ts';
import type { Field, Filing } from '../../core/filing.ts';
import { parseCompany } from '../../core/parties/company-name.ts';
import type { Problem } from '../../core/problem.ts';
import { foldLetters } from '../../core/text/fold-for-matching.ts';
import type { readForm } from '../../forms/read-form.ts';
import { annexesIn } from '../../rules/annexes/annex-names.ts';
import { namesAnnex } from '../grouping/annex-words.ts';
import { baseOf } from '../grouping/containers.ts';
import type { GroupingFile } from '../grouping/group-files.ts';
import type { FormSought } from '../pictures/join-runs.ts';
import { packKey } from './key.ts';
import type { Outputs } from './outputs.ts';
import { documentOf, type ReadFile } from './read.ts';

/** What one file is by the call's form; small, so that those of a whole batch may be in memory. */
export interface FileCard extends GroupingFile {
  /** Share of the form's fields that were found, 0..1. */
  readonly found: number;
  /**
   * Its fields without chapters, long texts and tables, each with what it says and how surely: what lists, quotas and
   * names are compared by.
   */
  readonly fields: readonly Field[];
  /** Keys of the call's annexes that the file is. */
  readonly annexes: readonly string[];
  readonly format?: string;
  readonly pages: number;
  readonly ocrPages: number;
  /** Of reading its fields; those of reading the file stand in `ReadFile`. */
  readonly problems: readonly Problem[];
}

/** A file of the batch: how it was read, and what it is. */
export interface BatchFile {
  readonly read: ReadFile;
  readonly card: FileCard;
}

/** Below this share of its fields a document may be something else than the call's form. */
const scarce = 0.3;
/** More of its fields than another document has by chance. */
const someFields = 0.15;

/** What a file is by the call's form, kept by document, name and form. */
export async function cardOf(
  read: ReadFile,
  document: () => Promise<Document | undefined>,
  pack: Pack,
  outputs: Outputs,
): Promise<FileCard> {
  if (read.key === undefined) return unreadCard(read.file, pack);
  const card = await outputs.of('extract', [read.key, read.file, packKey(pack, 'form')], async () => {
    const whole = await document();
    if (!whole) return { value: unreadCard(read.file, pack), keep: false };
    const problems: Problem[] = [];
    const reading = await formReader();
    const filing = attempt(undefined, 'fields', problems, () => filingIn(read, whole, pack, reading));
    const value = filing ? cardIn(filing, pack) : unreadCard(read.file, pack, problems);
    return { value, keep: problems.length === 0 };
  });
  return toHold(card);
}

/**
 * The same card, as one of thousands is held: a value cut from a document would keep the whole document's text in
 * memory, and of labels and names of parts, which all cards have, one text does for all.
 */
function toHold(card: FileCard): FileCard {
  const slim = (name: string, value: unknown) =>
    common.has(name) && typeof value === 'string' ? theOne(value, value) : value;
  const held = JSON.parse(JSON.stringify(card), slim) as FileCard;
  return { ...held, fields: held.fields.map(fieldToHold) };
}

function fieldToHold(field: Field): Field {
  // One that is not filled is the same in all cards that have it so.
  if (field.state !== 'filled') return theOne(JSON.stringify(field), field);
  return { ...field, raw: field.raw === field.value ? field.value : field.raw, where: nowhere };
}

const common: ReadonlySet<string> = new Set(['key', 'label', 'state', 'format', 'kind']);
const nowhere: Field['where'] = [];
const ones = new Map<string, unknown>();

/** The first of its kind, in whose place all others may stand. */
function theOne<T extends string | Field>(kind: string, one: T): T {
  const first = ones.get(kind) as T | undefined;
  if (first === undefined) ones.set(kind, one);
  return first ?? one;
}

/** The form of a call, as pages that came as pictures are told by it. */
export function formSought({ form, blank }: Pack): FormSought {
  return {
    title: form.title,
    async isForm(document) {
      const reading = await formReader();
      const fields = attempt(undefined, 'fields', [], () => reading(document, form, blank).fields);
      return fields !== undefined && foundShare(fields, form.fields.length) >= scarce;
    },
  };
}

const foundShare = (fields: ReadonlyMap<string, Field>, all: number) =>
  [...fields.values()].filter((field) => field.state !== 'absent').length / all;

/** The filing in a document read before; `undefined` where it cannot be read by this form. */
export async function loadFiling(read: ReadFile, pack: Pack, outputs: Outputs): Promise<Filing | undefined> {
  const document = await documentOf(read, outputs);
  const reading = await formReader();
  return document && attempt(undefined, 'fields', [], () => filingIn(read, document, pack, reading));
}

/** Loaded where a form is read: a run that finds nothing new is over sooner. */
const formReader = async () => (await import('../../forms/read-form.ts')).readForm;

function filingIn(
  { id, file, problems }: ReadFile,
  document: Document,
  pack: Pack,
  reading: typeof readForm,
): Filing {
  return { id, file, document, ...reading(document, pack.form, pack.blank), problems: [...problems] };
}

function unreadCard(file: string, pack: Pack, problems: readonly Problem[] = []): FileCard {
  return {
    file,
    kind: 'unread',
    names: [],
    text: '',
    found: 0,
    fields: [],
    annexes: annexesIn({ file }, pack.call.annexes),
    pages: 0,
    ocrPages: 0,
    problems,
  };
}

function cardIn(filing: Filing, pack: Pack): FileCard {
  const { file, document } = filing;
  const share = foundShare(filing.fields, pack.form.fields.length);
  const { text } = filing.text;
  const base = {
    file,
    names: [],
    text: '',
    found: share,
    fields: shortFields(filing, pack),
    annexes: annexesIn({ file, text: filing.text }, pack.call.annexes),
    format: document.format,
    pages: document.pages.length,
    ocrPages: document.pages.filter((page) => page.readBy === 'ocr').length,
    problems: [],
  };
  if (share >= scarce) return { ...base, kind: 'form', names: namesIn(filing, pack) };
  if (document.format === 'txt' && share < someFields) return { ...base, kind: 'other', text, note: true };
  // A scan that was not read may be a form: it must call itself an annex, as a damaged file must.
  if (foldLetters(text).length < 20) return { ...base, kind: 'unread', text };
  const doubtful = !namesAnnex(baseOf(file), pack.call.annexes) && looksLikeForm(text, share, pack);
  return { ...base, kind: doubtful ? 'doubtful' : 'other', text };
}

const longTypes: ReadonlySet<string> = new Set(['section', 'long-text', 'table']);

function shortFields(filing: Pick<Filing, 'fields'>, pack: Pack): Field[] {
  return pack.form.fields.flatMap(({ key, type }) =>
    longTypes.has(type) ? [] : briefly(filing.fields.get(key)),
  );
}

/** What others compare a field by: what it says and how surely. Places, units, codes and conflicts stay with the filing. */
function briefly(field: Field | undefined): Field[] {
  if (!field) return [];
  const { key, label, value, raw, state, confidence } = field;
  return [{ key, label, value, raw, state, confidence, where: [] }];
}

/** Under the form's own title, or with more of its fields than another document has by chance. */
function looksLikeForm(text: string, found: number, pack: Pack): boolean {
  const title = foldLetters(pack.form.title);
  const top = text.split('\n').slice(0, 40).map(foldLetters);
  return found >= someFields || top.some((line) => line.includes(title) && line.length <= title.length + 8);
}

const naming: readonly Role[] = ['applicant', 'title', 'credit-code'];

function namesIn(filing: Filing, pack: Pack): string[] {
  return pack.form.fields.flatMap(({ key, role }) => {
    const value = role && naming.includes(role) ? filing.fields.get(key)?.value : undefined;
    if (typeof value !== 'string' || value.trim() === '') return [];
    return role === 'applicant' ? [value, parseCompany(value).core] : [value];
  });
}

/** A stage that fails on one filing is a bug, but never ends the batch: the rest stands, and says so. */
export function attempt<T>(otherwise: T, stage: string, problems: Problem[], work: () => T): T {
  try {
    return work();
  } catch (error) {
    problems.push(stageFailed(stage, error));
    return otherwise;
  }
}

export function stageFailed(stage: string, error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  return { code: 'stage-failed', values: { stage, reason } };
}
