import type { Pack } from '../../calls/schema/index.ts';
import type { AnnexedBy, FileOutcome, ReadStatus } from '../../core/outcome.ts';
import { type Problem, problemGravity } from '../../core/problem.ts';
import type { BatchFile } from '../stages/extract.ts';
import { nameOfContainer } from './containers.ts';
import { groupFiles } from './group-files.ts';

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
  const apart = new Set([...[...annexes.values()].flat().map(({ file }) => file), ...unassigned]);
  const filings = cards
    .filter((card) => !apart.has(card))
    .map((card): Assembled => {
      const own = annexes.get(card) ?? [];
      const container = packages.get(card);
      const inside = (file: string) => container !== undefined && file.startsWith(container);
      const mine = new Set([card, ...own.map(({ file }) => file)]);
      return {
        form: card.of,
        annexes: own.map(({ file, by }) => ({ file: file.of, by })),
        ...(container === undefined
          ? {}
          : {
              package: {
                name: nameOfContainer(container),
                archive: /!\/$/u.test(container),
                unmixed: cards.every((other) => !inside(other.file) || mine.has(other)),
              },
            }),
      };
    });
  return { filings, unassigned: unassigned.map(({ of }) => of) };
}

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
