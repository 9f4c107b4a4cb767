import type { Pack } from '../../calls/schema/index.ts';
import type { AnnexedBy, FileOutcome, ReadStatus } from '../../core/outcome.ts';
import { type Problem, problemGravity } from '../../core/problem.ts';
import type { BatchFile } from '../stages/extract.ts';
import { nameOfContainer } from './containers.ts';
import { type GroupingFile, groupFiles } from './group-files.ts';

/** The files of one filing. */
export interface Assembled {
  readonly form: BatchFile;
  readonly annexes: readonly { readonly file: BatchFile; readonly by: AnnexedBy }[];
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
  readonly unassigned: readonly BatchFile[];
}

/** Puts the files of a batch together to filings, in the order of their forms. `roots`: the paths given. */
export function assemble(files: readonly BatchFile[], roots: readonly string[], pack: Pack): Assembly {
  // The same path given twice has two cards, and each is a file of its own.
  const cards = files.map((file) => ({ ...file.card, of: file }));
  const { annexes, packages, unassigned } = groupFiles(cards, roots, pack.call.annexes);
  const inside = byContainer(cards, new Set(packages.values()));
  const apart = new Set([...[...annexes.values()].flat().map(({ file }) => file), ...unassigned]);
  const filings = cards
    .filter((card) => !apart.has(card))
    .map((card): Assembled => {
      const own = annexes.get(card) ?? [];
      const container = packages.get(card);
      const mine = new Set([card, ...own.map(({ file }) => file)]);
      return {
        form: withoutText(card.of),
        annexes: own.map(({ file, by }) => ({ file: withoutText(file.of), by })),
        ...(container === undefined
          ? {}
          : {
              package: {
                name: nameOfContainer(container),
                archive: /!\/$/u.test(container),
                unmixed: inside(container).every((card) => mine.has(card)),
              },
            }),
      };
    });
  return { filings, unassigned: unassigned.map(({ of }) => withoutText(of)) };
}

/** The files in each of these folders and archives, found by the beginnings of their paths that end where one ends. */
function byContainer<F extends GroupingFile>(
  files: readonly F[],
  containers: ReadonlySet<string>,
): (container: string) => readonly F[] {
  const lengths = [...new Set([...containers].map(({ length }) => length))];
  const found = new Map<string, F[]>();
  for (const file of files)
    for (const length of lengths) {
      const beginning = file.file.slice(0, length);
      if (beginning.length < length || !containers.has(beginning)) continue;
      const known = found.get(beginning);
      if (known) known.push(file);
      else found.set(beginning, [file]);
    }
  return (container) => found.get(container) ?? [];
}

/** What is left of a file once its text has told whose it is. */
const withoutText = ({ read, card }: BatchFile): BatchFile => ({ read, card: { ...card, text: '' } });

/** A file as the store and the reports tell of it. */
export function fileOutcome(
  { read, card }: BatchFile,
  role: FileOutcome['role'],
  more: { readonly by?: AnnexedBy; readonly problems?: readonly Problem[] } = {},
): FileOutcome {
  const problems = [...read.problems, ...card.problems, ...(more.problems ?? [])];
  return {
    id: read.id,
    ...(read.key === undefined || card.format === undefined ? {} : { document: read.key }),
    file: read.file,
    role,
    ...(more.by ? { by: more.by } : {}),
    annexes: role === 'form' ? [] : card.annexes,
    status: statusOf(card.format !== undefined, problems),
    ...(card.format === undefined ? {} : { format: card.format }),
    pages: card.pages,
    ocrPages: card.ocrPages,
    problems,
  };
}

export function statusOf(read: boolean, problems: readonly Problem[]): ReadStatus {
  if (!read) return 'failed';
  return problems.some((problem) => problemGravity(problem) !== 'note') ? 'partial' : 'done';
}
