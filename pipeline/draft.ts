import type { Pack } from '../calls/schema/index.ts';
import { classifyFiling } from '../classifiers/of-filing.ts';
import { cutDocument } from '../core/cut-document.ts';
import type { Filing } from '../core/filing.ts';
import type { Classification } from '../core/judgement.ts';
import { limits } from '../core/limits.ts';
import type { Problem } from '../core/problem.ts';
import { problemGravity } from '../core/problem.ts';
import { readForm } from '../forms/read-form.ts';
import { type IndexedFiling, indexFiling, isCut } from '../index/indexed-filing.ts';
import type { ReadFile } from './read-files.ts';

/** One file on its way through the stages. */
export interface Draft {
  readonly read: ReadFile;
  readonly problems: Problem[];
  readonly filing?: Filing;
  /** Share of the form's fields that were found, 0..1. */
  readonly found: number;
  readonly classification: readonly Classification[];
  readonly indexed?: IndexedFiling;
}

/** Below this share of its fields a document may be something else than the call's form. */
const scarce = 0.3;

export function isForm(draft: Draft): boolean {
  return draft.filing !== undefined && draft.found >= scarce;
}

/** What a document is by the call's form; nothing is classified yet. */
export function draftOf(whole: ReadFile, pack: Pack): Draft {
  // What a reader or the store gives is within the limits already; a caller's own document may not be.
  const read = withinLimits(whole);
  const problems = [...read.problems];
  const { document, id, file } = read;
  const nothing: Draft = { read, problems, found: 0, classification: [] };
  if (!document) return nothing;
  const reading = attempt(undefined, 'fields', problems, () => readForm(document, pack.form, pack.blank));
  if (!reading) return nothing;
  const found = [...reading.fields.values()].filter((field) => field.state !== 'absent').length;
  const total = pack.form.fields.length;
  return { ...nothing, found: found / total, filing: { id, file, document, ...reading, problems } };
}

function withinLimits(read: ReadFile): ReadFile {
  const document = read.document && cutDocument(read.document);
  if (!document || document === read.document) return read;
  const known = new Set(read.problems);
  return {
    ...read,
    document,
    problems: [...read.problems, ...document.problems.filter((one) => !known.has(one))],
  };
}

/** A draft that stands for a filing of its own: classified and indexed, and told when it may be no form. `models`: folder of the office's own. */
export function completeDraft(draft: Draft, pack: Pack, models?: string): Draft {
  const { filing, problems } = draft;
  if (!filing) return draft;
  if (!isForm(draft)) {
    const total = pack.form.fields.length;
    problems.push({ code: 'fields-scarce', values: { found: Math.round(draft.found * total), total } });
  }
  const classification = attempt([], 'classification', problems, () => classifyFiling(pack, filing, models));
  const indexed = attempt(undefined, 'index', problems, () => indexFiling(pack, filing));
  if (indexed && isCut(indexed)) {
    problems.push({ code: 'partly-compared', values: { characters: limits.compared } });
  }
  return { ...draft, classification, ...(indexed ? { indexed } : {}) };
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

export function statusOf(read: boolean, problems: readonly Problem[]): 'done' | 'partial' | 'failed' {
  if (!read) return 'failed';
  return problems.some((problem) => problemGravity(problem) !== 'note') ? 'partial' : 'done';
}
