import type { Annex } from '../../calls/schema/index.ts';
import type { AnnexedBy } from '../../core/outcome.ts';
import { foldLetters } from '../../core/text/fold-for-matching.ts';
import { isCommonName, namesAnnex, stemOf } from './annex-words.ts';
import { baseOf, containersOf, nameOfContainer, namesBetween } from './containers.ts';
import { isOfOffice } from './office-folders.ts';

/** A file of the batch as grouping sees it. */
export interface GroupingFile {
  readonly file: string;
  /**
   * `form`: the call's form was read in it; `doubtful`: it may be a form that was read badly, so it is never
   * another's annex; `other`: read and no form; `unread`: nothing, or next to nothing, could be read.
   */
  readonly kind: 'form' | 'doubtful' | 'other' | 'unread';
  /** Of a form: names that only its files bear, as read: applicant, its core, title, credit code. */
  readonly names: readonly string[];
  /** Of other files: the text. */
  readonly text: string;
  /** Plain text that is no form, such as a mail's own words: nobody's filing, whatever becomes of it. */
  readonly note?: true;
}

export interface Grouping<F extends GroupingFile> {
  readonly annexes: ReadonlyMap<F, readonly { readonly file: F; readonly by: AnnexedBy }[]>;
  /** Outermost archive, or else folder, that holds files of this form only, where there is one. */
  readonly packages: ReadonlyMap<F, string>;
  /** Files that are annexes by their name, but whose cannot be told; and notes. */
  readonly unassigned: readonly F[];
}

/**
 * Puts the files of a batch together to filings. A folder or archive with one form is one filing; where several
 * forms lie together an annex goes to the form whose applicant, title or code its name bears, whose file's
 * stem it shares, or whom its text names; to none when two could be meant. What is no form and no annex by any
 * sign stays a file of its own. `roots` are the paths given by the user: nothing is sought above them.
 */
export function groupFiles<F extends GroupingFile>(
  files: readonly F[],
  roots: readonly string[],
  annexes: readonly Annex[],
): Grouping<F> {
  const forms = files.filter(({ kind }) => kind === 'form' || kind === 'doubtful');
  const found = new Map<F, { file: F; by: AnnexedBy }[]>();
  const unassigned: F[] = [];
  for (const file of files) {
    if (forms.includes(file)) continue;
    const outermost = containersOf(file.file, roots).at(-1) ?? '';
    const named = [...namesBetween(outermost, file.file), baseOf(file.file)].some((name) =>
      namesAnnex(name, annexes),
    );
    const owner = ownerOf(file, forms, roots, named);
    if (owner) found.set(owner.form, [...(found.get(owner.form) ?? []), { file, by: owner.by }]);
    else if (file.note || (named && forms.length > 0)) unassigned.push(file);
  }
  const packages = new Map<F, string>();
  for (const form of forms) {
    const own = containersOf(form.file, roots).filter(
      (container) =>
        !isOfOffice(nameOfContainer(container)) &&
        forms.filter((other) => other.file.startsWith(container)).length === 1,
    );
    const annexed = found.get(form) ?? [];
    // An archive is what the applicant named; the folder it lies in is whoever's.
    const archive = own.findLast(
      (container) => /!\/$/u.test(container) && annexed.every(({ file }) => file.file.startsWith(container)),
    );
    const outermost = archive ?? own.at(-1);
    if (outermost !== undefined && outermost !== '') packages.set(form, outermost);
  }
  return { annexes: found, packages, unassigned };
}

function ownerOf<F extends GroupingFile>(
  file: F,
  forms: readonly F[],
  roots: readonly string[],
  named: boolean,
): { form: F; by: AnnexedBy } | undefined {
  let nearest = true;
  for (const container of containersOf(file.file, roots)) {
    const inside = forms.filter((form) => form.file.startsWith(container));
    if (inside.length === 0) continue;
    const [only] = inside;
    if (nearest && only && inside.length === 1 && isOneFiling(container, file, only, named)) {
      return { form: only, by: 'folder' };
    }
    const path = foldLetters(file.file.slice(container.length));
    const byName = namedOnce(inside, (name) => path.includes(name), 3);
    if (byName) return { form: byName, by: 'name' };
    const byStem = nearest ? stemmedOnce(file, inside) : undefined;
    if (byStem) return { form: byStem, by: 'stem' };
    const text = foldLetters(file.text);
    const byText = namedOnce(inside, (name) => text.includes(name), 6);
    if (byText) return { form: byText, by: 'content' };
    nearest = false;
  }
  return undefined;
}

/**
 * A folder is one filing's when nothing between it and the two files names anybody else. A file that could not
 * be read might be another applicant's form: it must call itself an annex.
 */
function isOneFiling(container: string, file: GroupingFile, form: GroupingFile, named: boolean): boolean {
  if (form.kind !== 'form' || (file.kind === 'unread' && !named)) return false;
  if (!named && namesOther(baseOf(file.file), form)) return false;
  return [file, form].every((one) => namesBetween(container, one.file).every(isCommonName));
}

/** 乙公司.docx beside the form of 甲公司 may be the filing of 乙公司, however it is laid out. */
function namesOther(base: string, form: GroupingFile): boolean {
  const folded = foldLetters(base);
  return (
    /(?:公司|集团|研究院|大学)/u.test(base) && !form.names.some((name) => folded.includes(foldLetters(name)))
  );
}

/** The only form all of whose rivals are named by no more than it is: two different applicants named is a tie. */
function namedOnce<F extends GroupingFile>(
  forms: readonly F[],
  isNamed: (name: string) => boolean,
  least: number,
): F | undefined {
  const hits = forms.map((form) => ({
    form,
    names: form.names.map(foldLetters).filter((name) => name.length >= least && isNamed(name)),
  }));
  const all = hits.flatMap(({ names }) => names);
  // 江苏华兴 is not named where 江苏华兴科技 is.
  const whole = hits.map(({ form, names }) => ({
    form,
    names: new Set(
      names.filter((name) => !all.some((other) => other.length > name.length && other.includes(name))),
    ),
  }));
  const winners = whole.filter(
    ({ form, names }) =>
      names.size > 0 &&
      whole.every(
        (other) =>
          other.form === form ||
          (other.names.size < names.size && [...other.names].every((name) => names.has(name))),
      ),
  );
  return winners[0]?.form;
}

/** The form whose own name without 申报书 and the like begins the file's name: `003 审计报告` of `003 申报书`. */
function stemmedOnce<F extends GroupingFile>(file: F, forms: readonly F[]): F | undefined {
  const base = baseOf(file.file);
  const fits = forms
    .map((form) => ({ form, stem: stemOf(baseOf(form.file)) }))
    .filter(({ stem }) => (stem.length >= 2 || /^\d$/u.test(stem)) && beginsWith(base, stem));
  const longest = Math.max(0, ...fits.map(({ stem }) => stem.length));
  const best = fits.filter(({ stem }) => stem.length === longest);
  return best.length === 1 ? best[0]?.form : undefined;
}

/** `12` does not begin `123`. */
function beginsWith(base: string, stem: string): boolean {
  return base.startsWith(stem) && !(/\d$/u.test(stem) && /^\d/u.test(base.slice(stem.length)));
}
