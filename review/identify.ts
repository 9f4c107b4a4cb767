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

/**
 * Gives each form of a batch its filing. The same bytes under the same path are the version they were. Else a form
 * corrects a filing under the same path; or one of the same applicant and title whose own file is gone, or whose
 * file the new one's name says it corrects (补正, 修改, V2). Anything less, and where two could be meant, it is a
 * filing of its own: a wrong "corrected" would take a filing out of the batch.
 */
export function identify(known: readonly FilingVersion[], forms: readonly PresentForm[]): Identified[] {
  const current = currentVersions(known);
  const found = new Map<number, Identified>();
  const taken = new Set<string>();
  const present = new Set(forms.map(keyOf));
  const each = (find: (form: PresentForm, at: number) => Identified | undefined) => {
    forms.forEach((form, at) => {
      const one = found.has(at) ? undefined : find(form, at);
      if (!one) return;
      found.set(at, one);
      if (one.filing !== undefined && !one.former) taken.add(one.filing);
    });
  };
  const next = (of: FilingVersion, by: VersionBy): Identified => ({
    filing: of.filing,
    version: of.version + 1,
    by,
    fresh: true,
    former: false,
  });
  each((form) => {
    const same = current.find((one) => keyOf(one) === keyOf(form) && !taken.has(one.filing));
    return same && { filing: same.filing, version: same.version, by: same.by, fresh: false, former: false };
  });
  each((form) => {
    const before = known.find((one) => one.replacedAt !== undefined && keyOf(one) === keyOf(form));
    const later = before && current.find((one) => one.filing === before.filing && present.has(keyOf(one)));
    return later && { ...next(before, before.by), version: before.version, fresh: false, former: true };
  });
  each((form) => {
    const same = current.filter((one) => one.file === form.file && !taken.has(one.filing));
    return same.length === 1 && same[0] ? next(same[0], 'file-name') : undefined;
  });
  each((form) => {
    const gone = current.filter((one) => sameNames(form, one) && !present.has(keyOf(one)));
    const free = gone.filter((one) => !taken.has(one.filing));
    return gone.length === 1 && free[0] ? next(free[0], 'applicant-and-title') : undefined;
  });
  const told = forms.map(
    (_, at): Identified => found.get(at) ?? { version: 1, by: 'first', fresh: true, former: false },
  );
  return withCorrections(told, forms);
}

/** Where a form and its correction lie side by side, as their names say, the first is the second's former version. */
function withCorrections(told: readonly Identified[], forms: readonly PresentForm[]): Identified[] {
  const result = [...told];
  forms.forEach((form, at) => {
    const own = told[at];
    if (!own?.fresh || own.by !== 'first') return;
    const others = forms.flatMap((other, i) =>
      i !== at && sameNames(form, other) && saysCorrected(form.file, other.file) ? [i] : [],
    );
    const [only] = others;
    const before = only === undefined || others.length > 1 ? undefined : result[only];
    if (only === undefined || !before || before.former) return;
    result[only] = { ...before, former: true };
    result[at] = {
      ...(before.filing === undefined ? {} : { filing: before.filing }),
      corrects: only,
      version: before.version + 1,
      by: 'applicant-and-title',
      fresh: true,
      former: false,
    };
  });
  return result;
}

/** Of each filing the version that nothing has replaced yet. */
export function currentVersions(known: readonly FilingVersion[]): FilingVersion[] {
  return known.filter((one) => one.replacedAt === undefined);
}

const keyOf = ({ form, file }: { readonly form: string; readonly file: string }) => `${form} ${file}`;

function sameNames(
  a: PresentForm,
  b: { readonly applicant: string; readonly title: string },
): boolean {
  const same = (x: string, y: string) => x.trim() !== '' && foldLetters(x) === foldLetters(y);
  return same(a.applicant, b.applicant) && same(a.title, b.title);
}

const corrected =
  /补正|补充|修改|修订|更新|更正|订正|第[二三四五六七八九2-9]次|重新|(?:^|[^a-z])v(?:er)?[2-9]|revised|corrected/iu;

/** Whether a file's name says that it corrects, where the other's does not. */
function saysCorrected(name: string, other: string): boolean {
  const base = (file: string) => file.split(/[\\/]/u).at(-1) ?? file;
  return corrected.test(base(name)) && !corrected.test(base(other));
}
