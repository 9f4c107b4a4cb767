import { groupBy } from '../core/group-by.ts';
import type { FilingVersion, VersionBy } from '../core/records.ts';
import { foldLetters } from '../core/text/fold-for-matching.ts';

/** A form that lies in the batch now. */
export interface PresentForm {
  /** File id of the form. */
  readonly form: string;
  readonly file: string;
  readonly applicant: string;
  readonly title: string;
}

/** Which filing a form is, and which version of it. */
export interface Identified {
  /** Filing of an earlier run; absent for one not seen before. */
  readonly filing?: string;
  /** The present form, by its number, whose filing it corrects; then `filing` is that one's. */
  readonly corrects?: number;
  readonly version: number;
  readonly by: VersionBy;
  /** The version is not in the store yet. */
  readonly fresh: boolean;
  /** A later version lies in the batch too: this one counts against nobody. */
  readonly former: boolean;
}

/** Files that a person said are corrected versions, each with the file that it takes the place of. */
export type SaidCorrections = ReadonlyMap<string, string>;

/**
 * Gives each form of a batch its filing. What a person said counts first. The same bytes under the same path are the
 * version they were. Else a form corrects a filing under the same path; or one of the same applicant and title whose
 * own file is gone, or whose file the new one's name says it corrects (补正, 修改, V2). Anything less, and where two
 * could be meant, it is a filing of its own: a wrong "corrected" would take a filing out of the batch.
 */
export function identify(
  known: readonly FilingVersion[],
  forms: readonly PresentForm[],
  said: SaidCorrections = new Map(),
): Identified[] {
  const current = currentVersions(known);
  const byPlace = groupBy(current, placeOf);
  const byFile = groupBy(current, ({ file }) => file);
  const byNames = groupBy(current, namesOf);
  const replaced = groupBy(
    known.filter((one) => one.replacedAt !== undefined),
    placeOf,
  );
  const ofFiling = new Map(current.map((one) => [one.filing, one]));
  const present = new Set(forms.map(placeOf));
  const found = new Map<number, Identified>();
  const taken = new Set<string>();
  const each = (find: (form: PresentForm) => Identified | undefined) => {
    forms.forEach((form, at) => {
      const one = found.has(at) ? undefined : find(form);
      if (!one) return;
      found.set(at, one);
      if (one.filing !== undefined && !one.former) taken.add(one.filing);
    });
  };
  const free = (one: FilingVersion) => !taken.has(one.filing);
  for (const [at, form] of forms.entries()) {
    const old = said.get(form.file);
    const [before, ...others] = (old === undefined ? [] : (byFile.get(old) ?? [])).filter(free);
    if (!before || others.length > 0 || placeOf(before) === placeOf(form)) continue;
    found.set(at, next(before, 'person'));
    taken.add(before.filing);
    const { filing, version, by } = before;
    const there = forms.findIndex((one) => placeOf(one) === placeOf(before));
    if (there >= 0) found.set(there, { filing, version, by, fresh: false, former: true });
  }
  each((form) => {
    const places = byPlace.get(placeOf(form))?.filter(free) ?? [];
    // A form that was a filing of its own until a person said what it corrects is two.
    const same = places.find(({ by }) => by === 'person') ?? places[0];
    return same && { filing: same.filing, version: same.version, by: same.by, fresh: false, former: false };
  });
  each((form) => {
    const before = replaced.get(placeOf(form))?.[0];
    const later = before && ofFiling.get(before.filing);
    if (!before || !later || !present.has(placeOf(later))) return undefined;
    return { filing: before.filing, version: before.version, by: before.by, fresh: false, former: true };
  });
  each((form) => {
    const same = byFile.get(form.file)?.filter(free) ?? [];
    return same.length === 1 && same[0] ? next(same[0], 'file-name') : undefined;
  });
  each((form) => {
    const names = namesOf(form);
    const gone = (names && byNames.get(names)?.filter((one) => !present.has(placeOf(one)))) || [];
    return gone.length === 1 && gone[0] && free(gone[0]) ? next(gone[0], 'applicant-and-title') : undefined;
  });
  const told = forms.map(
    (_, at): Identified => found.get(at) ?? { version: 1, by: 'first', fresh: true, former: false },
  );
  return withCorrections(told, forms, said);
}

const next = (of: FilingVersion, by: VersionBy): Identified => ({
  filing: of.filing,
  version: of.version + 1,
  by,
  fresh: true,
  former: false,
});

/** Where a form and its correction lie side by side, as their names say, the first is the second's former version. */
function withCorrections(
  told: readonly Identified[],
  forms: readonly PresentForm[],
  said: SaidCorrections,
): Identified[] {
  const result = [...told];
  const byNames = groupBy(forms.keys(), (at) => namesOf(forms[at]));
  forms.forEach((form, at) => {
    const own = told[at];
    const names = namesOf(form);
    const old = said.get(form.file);
    if (!own?.fresh || own.by !== 'first' || (names === undefined && old === undefined)) return;
    const others =
      old === undefined
        ? (byNames.get(names) ?? []).filter((i) => i !== at && saysCorrected(form.file, forms[i]?.file ?? ''))
        : [...forms.keys()].filter((i) => i !== at && forms[i]?.file === old);
    const [only] = others;
    const before = only === undefined || others.length > 1 ? undefined : result[only];
    if (only === undefined || !before || before.former) return;
    result[only] = { ...before, former: true };
    result[at] = {
      ...(before.filing === undefined ? {} : { filing: before.filing }),
      corrects: only,
      version: before.version + 1,
      by: old === undefined ? 'applicant-and-title' : 'person',
      fresh: true,
      former: false,
    };
  });
  return result;
}

/** Of each filing the version that nothing has replaced yet. */
function currentVersions(known: readonly FilingVersion[]): FilingVersion[] {
  return known.filter((one) => one.replacedAt === undefined);
}

const placeOf = ({ form, file }: { readonly form: string; readonly file: string }) => `${form} ${file}`;

/** Applicant and title as they are compared; `undefined` where one of them is not known. */
function namesOf(
  one: { readonly applicant: string; readonly title: string } | undefined,
): string | undefined {
  const [applicant, title] = [foldLetters(one?.applicant ?? ''), foldLetters(one?.title ?? '')];
  return applicant && title ? `${applicant}|${title}` : undefined;
}

const corrected =
  /补正|补充|修改|修订|更新|更正|订正|第[二三四五六七八九2-9]次|重新|(?:^|[^a-z])v(?:er)?[2-9]|revised|corrected/iu;

/** Whether a file's name says that it corrects, where the other's does not. */
function saysCorrected(name: string, other: string): boolean {
  const base = (file: string) => file.split(/[\\/]/u).at(-1) ?? file;
  return corrected.test(base(name)) && !corrected.test(base(other));
}
