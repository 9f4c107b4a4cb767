import { resolve } from 'node:path';
import type { Pack } from '../../calls/schema/index.ts';
import type { Batch, FilingVersion } from '../../core/records.ts';
import { type Identified, identify, type SaidCorrections } from '../../review/identify.ts';
import type { Store } from '../../store/ports.ts';
import { nameOfRole } from '../outcome-facts.ts';
import { keyOf } from './key.ts';
import type { Prepared } from './prepare.ts';

export interface FilingToJudge {
  readonly prepared: Prepared;
  readonly version: FilingVersion;
  /** Files of former versions that lie in the batch too. */
  readonly formers: readonly string[];
}

export interface IdentifiedFilings {
  readonly filings: FilingToJudge[];
  /** Former versions whose files lie in the batch too. */
  readonly former: Prepared[];
  /** Former versions of the batch's filings whose files are gone or written over: they count against nobody either. */
  readonly gone: readonly { readonly id: string; readonly file: string }[];
  /** Files that a person named as corrected or as corrections, and that are none of the batch. */
  readonly unknown: readonly string[];
  /** Forms of the batch that a person named as corrections, where it is not certain of which filing. */
  readonly unfollowed: readonly string[];
}

/** A person says that one file takes the place of another; paths as the person writes them. */
export interface Corrects {
  readonly file: string;
  readonly of: string;
}

/** Gives every filing its identity and keeps new versions; former ones are set apart. */
export async function identifyFilings(
  all: readonly Prepared[],
  batch: Batch,
  pack: Pack,
  store: Store,
  corrects: readonly Corrects[] = [],
): Promise<IdentifiedFilings> {
  const forms = all.map((one) => ({
    form: one.assembled.form.read.id,
    file: one.assembled.form.read.file,
    applicant: nameOfRole(one, pack, 'applicant'),
    title: nameOfRole(one, pack, 'title'),
  }));
  const known = await store.filings.of(batch.id);
  const { said, unknown } = saidOf(corrects, forms, known);
  const found = identify(known, forms, said);
  const addedAt = new Date().toISOString();
  const versions = found.map((one, at): FilingVersion => {
    const { form = '', file = '', applicant = '', title = '' } = forms[at] ?? {};
    const filing = one.filing ?? idOf(batch, found, forms, at);
    return {
      filing,
      batch: batch.id,
      version: one.version,
      form,
      file,
      applicant,
      title,
      by: one.by,
      addedAt,
    };
  });
  for (const [at, version] of versions.entries()) {
    const one = found[at];
    if (one?.fresh) {
      await store.filings.put(version);
      if (version.version > 1) await store.filings.replace(version.filing, version.version - 1, addedAt);
    }
  }
  const former = all.filter((_, at) => found[at]?.former);
  const filings = all.flatMap((prepared, at): FilingToJudge[] => {
    const version = versions[at];
    if (!version || found[at]?.former) return [];
    const formers = versions
      .filter((other, i) => found[i]?.former && other.filing === version.filing)
      .map(({ file }) => file);
    return [{ prepared, version, formers }];
  });
  const present = new Set(forms.map(({ form }) => form));
  const gone = (await store.filings.of(batch.id))
    .filter(({ form, replacedAt }) => replacedAt !== undefined && !present.has(form))
    .map(({ form, file }) => ({ id: form, file }));
  const unfollowed = forms.flatMap(({ file }, at) =>
    said.has(file) && found[at]?.by !== 'person' ? [file] : [],
  );
  return { filings, former, gone, unknown, unfollowed };
}

function saidOf(
  corrects: readonly Corrects[],
  forms: readonly { readonly file: string }[],
  known: readonly FilingVersion[],
): { readonly said: SaidCorrections; readonly unknown: readonly string[] } {
  const named = (path: string, among: readonly { readonly file: string }[]) =>
    among.find(({ file }) => resolve(file) === resolve(path))?.file;
  const pairs = corrects.map(({ file, of }) => ({
    file: named(file, forms),
    of: named(of, [...forms, ...known]),
    unknown: [
      ...(named(file, forms) === undefined ? [file] : []),
      ...(named(of, [...forms, ...known]) === undefined ? [of] : []),
    ],
  }));
  return {
    said: new Map(
      pairs.flatMap(({ file, of }) => (file === undefined || of === undefined ? [] : [[file, of]])),
    ),
    unknown: pairs.flatMap((pair) => pair.unknown),
  };
}

/** A filing's id is made of the batch and its first version, so that the same batch has the same ids in any store. */
function idOf(
  batch: Batch,
  found: readonly Identified[],
  forms: readonly { readonly form: string; readonly file: string }[],
  at: number,
): string {
  const first = found[at]?.corrects ?? at;
  return keyOf(batch.id, forms[first]?.form, forms[first]?.file).slice(0, 12);
}
