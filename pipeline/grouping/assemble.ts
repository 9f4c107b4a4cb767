import type { Pack, Role } from '../../calls/schema/index.ts';
import type { AnnexedBy } from '../../core/outcome.ts';
import { parseCompany } from '../../core/parties/company-name.ts';
import type { Problem } from '../../core/problem.ts';
import { foldLetters } from '../../core/text/fold-for-matching.ts';
import type { BatchFile } from '../../review/screening.ts';
import { annexesIn } from '../../rules/annex-names.ts';
import type { Companion } from '../../rules/scope.ts';
import { type Draft, isForm, statusOf } from '../draft.ts';
import { namesAnnex } from './annex-words.ts';
import { baseOf, nameOfContainer } from './containers.ts';
import { type GroupingFile, groupFiles } from './group-files.ts';

/** The files of one filing. */
export interface Assembled {
  readonly draft: Draft;
  readonly annexes: readonly { readonly draft: Draft; readonly by: AnnexedBy }[];
  /** Folder or archive that holds this filing only. */
  readonly package?: FilingPackage;
}

export interface FilingPackage {
  readonly name: string;
  readonly archive: boolean;
  /** Every file in it is the filing's. */
  readonly unmixed: boolean;
}

export interface Assembly {
  readonly filings: readonly Assembled[];
  /** Annexes of nobody known. */
  readonly unassigned: readonly Draft[];
}

interface Candidate extends GroupingFile {
  readonly draft: Draft;
}

/** Puts the files of a batch together to filings, in the order of their forms. `roots`: the paths given. */
export function assemble(drafts: readonly Draft[], roots: readonly string[], pack: Pack): Assembly {
  const candidates = drafts.map((draft) => candidateOf(draft, pack));
  const { annexes, packages, unassigned } = groupFiles(candidates, roots, pack.call.annexes);
  const apart = new Set([...[...annexes.values()].flat().map(({ file }) => file), ...unassigned]);
  const filings = candidates
    .filter((candidate) => !apart.has(candidate))
    .map((candidate): Assembled => {
      const own = annexes.get(candidate) ?? [];
      const container = packages.get(candidate);
      return {
        draft: candidate.draft,
        annexes: own.map(({ file, by }) => ({ draft: file.draft, by })),
        ...(container === undefined
          ? {}
          : { package: packageOf(container, candidates, [candidate, ...own.map(({ file }) => file)]) }),
      };
    });
  return { filings, unassigned: unassigned.map(({ draft }) => draft) };
}

function packageOf(container: string, all: readonly Candidate[], own: readonly Candidate[]): FilingPackage {
  const inside = all.filter(({ file }) => file.startsWith(container));
  return {
    name: nameOfContainer(container),
    archive: /!\/$/u.test(container),
    unmixed: inside.every((candidate) => own.includes(candidate)),
  };
}

function candidateOf(draft: Draft, pack: Pack): Candidate {
  const { file } = draft.read;
  if (isForm(draft)) return { draft, file, kind: 'form', names: namesIn(draft, pack), text: '' };
  const { filing } = draft;
  if (!filing) return { draft, file, kind: 'unread', names: [], text: '' };
  // A scan that was not read may be a form: it must call itself an annex, as a damaged file must.
  const { text } = filing.text;
  if (foldLetters(text).length < 20) return { draft, file, kind: 'unread', names: [], text };
  const doubtful = !namesAnnex(baseOf(file), pack.call.annexes) && looksLikeForm(draft, pack);
  return { draft, file, kind: doubtful ? 'doubtful' : 'other', names: [], text };
}

/** Under the form's own title, or with more of its fields than another document has by chance. */
function looksLikeForm({ filing, found }: Draft, pack: Pack): boolean {
  const title = foldLetters(pack.form.title);
  const top = (filing?.text.text ?? '').split('\n').slice(0, 40).map(foldLetters);
  return found >= 0.15 || top.some((line) => line.includes(title) && line.length <= title.length + 8);
}

const naming: readonly Role[] = ['applicant', 'title', 'credit-code'];

function namesIn({ filing }: Draft, pack: Pack): string[] {
  return pack.form.fields.flatMap(({ key, role }) => {
    const value = role && naming.includes(role) ? filing?.fields.get(key)?.value : undefined;
    if (typeof value !== 'string' || value.trim() === '') return [];
    return role === 'applicant' ? [value, parseCompany(value).core] : [value];
  });
}

export function companionsOf({ annexes }: Assembled): Companion[] {
  return annexes.map(({ draft: { read, filing } }) => ({
    file: read.file,
    ...(filing ? { text: filing.text } : {}),
  }));
}

/** The files of a filing for the reports: its form first. */
export function filesOf({ draft, annexes }: Assembled, pack: Pack): BatchFile[] {
  const own = draft.problems.filter(({ code }) => code !== 'annex-unread');
  const form = fileOf(draft, 'form', [], own);
  return [form, ...annexes.map(({ draft: one, by }) => ({ ...annexFile(one, 'annex', pack), by }))];
}

export function annexFile(draft: Draft, role: 'annex' | 'unassigned', pack: Pack): BatchFile {
  const { read, filing, problems } = draft;
  const companion = { file: read.file, ...(filing ? { text: filing.text } : {}) };
  return fileOf(draft, role, annexesIn(companion, pack.call.annexes), problems);
}

function fileOf(
  { read, filing }: Draft,
  role: BatchFile['role'],
  annexes: readonly string[],
  problems: readonly Problem[],
): BatchFile {
  return {
    id: read.id,
    file: read.file,
    role,
    annexes,
    status: statusOf(filing !== undefined, problems),
    ...(filing ? { document: filing.document } : {}),
    problems: [...problems],
  };
}
