import { compareIssuers, type Issuer, readIssuer, unknownIssuer } from './issuer.ts';
import { findProgramme, type ProgrammeNames, programmeNameIn } from './programmes.ts';

/** What stands around the rows of a list. */
export interface About {
  /** The lines above its header: the list's own title. */
  readonly title: readonly string[];
  readonly sheet: string;
  readonly file: string;
  /** The ministry, where recommending units of several provinces stand in it; see `recommendedAcross`. */
  readonly across?: Issuer | undefined;
  /** Whose list it is, as the office says at import. */
  readonly said?: Issuer;
  /** Which programme its rows are of, as the office says. */
  readonly saidProgramme?: SaidProgramme;
}

export interface SaidProgramme {
  readonly id: string;
  readonly name: string;
}

/** What a row itself says of its list. */
export interface OwnWords {
  readonly programme?: string;
  readonly list?: string;
  readonly issuer?: string;
}

export interface Identity {
  readonly programme?: string;
  readonly programmeName?: string;
  readonly issuer: Issuer;
}

/**
 * Which programme a row is of, and whose list it stands in. What the row says itself goes before what the office
 * says of the whole list, and that before the list's title, its sheet and its file: a table may hold rows of
 * several lists, and an award of a province must not become the ministry's because others of the table are.
 */
export function identify(row: OwnWords, about: About, programmes: readonly ProgrammeNames[]): Identity {
  const known = surest([
    read(row.issuer, 'column'),
    read(row.list, 'list'),
    read(row.programme, 'programme'),
    about.said,
    read(about.title.join(' '), 'title'),
    ofSheetAndFile(about),
  ]);
  const headings = [...about.title, about.title.join(' '), about.sheet, about.file];
  const own = [row.programme, row.list].filter((text) => text !== undefined);
  if (about.saidProgramme && row.programme === undefined)
    return {
      programme: about.saidProgramme.id,
      programmeName: about.saidProgramme.name,
      issuer: known ?? about.across ?? unknownIssuer,
    };
  const texts = own.length > 0 ? own : headings;
  const programme = first(texts, (text) => findProgramme(text, programmes, known ?? unknownIssuer));
  const programmeName = row.programme ?? first(texts, programmeNameIn);
  // Only of a programme that is known by name: another body may be recommended to from all provinces as well.
  const across = programme === undefined ? undefined : about.across;
  return {
    ...(programme === undefined ? {} : { programme }),
    ...(programmeName === undefined ? {} : { programmeName }),
    issuer: known ?? across ?? unknownIssuer,
  };
}

/** The first that is known; one that only says 国家级 is made out by a later one that names the department. */
function surest(told: readonly (Issuer | undefined)[]): Issuer | undefined {
  const known = told.filter((one) => one !== undefined);
  const [first] = known;
  if (first?.kind !== 'ministry' || first.department !== 'untold') return first;
  return known.find((one) => one.kind === 'ministry' && one.department !== 'untold') ?? first;
}

/** A sheet 江苏省企业 in a file 工信部名单: names of files and sheets that contradict each other tell nothing. */
function ofSheetAndFile({ sheet, file }: About): Issuer | undefined {
  const [ofSheet, ofFile] = [read(sheet, 'sheet'), read(file, 'file')];
  if (ofSheet && ofFile && compareIssuers(ofSheet, ofFile) === 'other') return undefined;
  return ofSheet ?? ofFile;
}

const read = (text: string | undefined, from: Parameters<typeof readIssuer>[1]) =>
  text === undefined ? undefined : readIssuer(text, from);

function first<T>(texts: readonly string[], find: (text: string) => T | undefined): T | undefined {
  for (const text of texts) {
    const found = find(text);
    if (found !== undefined) return found;
  }
  return undefined;
}
