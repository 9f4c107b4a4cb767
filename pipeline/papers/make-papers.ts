import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Lang } from '../../core/lang.ts';
import { today } from '../../core/today.ts';
import { findSoffice } from '../../extractors/word/office/find-soffice.ts';
import { resultsSource } from '../../report/results-source.ts';
import { writeReports } from '../../report/write-reports.ts';
import type { Store } from '../../store/ports.ts';
import type { OpenBatch, Person } from '../desk/office.ts';
import { openScreening } from '../open-screening.ts';
import type { BesideStore } from './beside.ts';
import { makeLetters } from './letters.ts';
import { makeMeeting } from './meeting.ts';
import { type MadePapers, PaperFolder } from './paper.ts';
import { makeSummary } from './summary.ts';

/** Which papers of a batch. */
export interface PaperOrder {
  /** `letters` 通知书, `summary` 推荐汇总表, `workbook` 初审结果.xlsx, `page` report.html, `meeting` 会议材料. */
  readonly kind: 'letters' | 'summary' | 'workbook' | 'page' | 'meeting';
  /** For letters: which filings; absent: all that are decided and not sent. */
  readonly filings?: readonly string[] | undefined;
  /** Numbers the letters, keeps them and marks their filings as sent. */
  readonly send: boolean;
  /** Of workbook, page and meeting paper; letters and summary sheets are in Chinese. */
  readonly lang: Lang;
  /** For the summary sheet: lists whose order is the ranking. */
  readonly ranking?: readonly string[] | undefined;
}

/** Makes papers of a batch as files in a folder that is there. `beside`: what the office keeps beside its store. */
export async function makePapers(
  store: Store,
  open: OpenBatch,
  person: Person,
  order: PaperOrder,
  folder: string,
  beside: BesideStore,
): Promise<MadePapers> {
  const { kind, filings, send, lang, ranking = [] } = order;
  const soffice = await findSoffice();
  const day = today();
  switch (kind) {
    case 'letters': {
      const making = { store, open, person, beside, day, ...(soffice ? { soffice } : {}) };
      return makeLetters(making, { send, ...(filings ? { filings } : {}) }, folder);
    }
    case 'summary':
      return makeSummary(store, open, ranking, folder);
    case 'meeting':
      return makeMeeting(store, open, { lang, day }, folder);
    case 'workbook':
      return oneReport(store, open, lang, folder, '初审结果.xlsx');
    case 'page':
      return oneReport(store, open, lang, folder, 'report.html');
  }
}

/** One of the reports that are written together. */
async function oneReport(
  store: Store,
  open: OpenBatch,
  lang: Lang,
  folder: string,
  name: '初审结果.xlsx' | 'report.html',
): Promise<MadePapers> {
  const fresh = await mkdtemp(join(folder, '.reports-'));
  try {
    const scratch = join(fresh, 'spools');
    await mkdir(scratch);
    const source = resultsSource(await openScreening(store, open), lang);
    await writeReports(source, { lang, pack: open.pack }, fresh, scratch);
    const path = join(folder, name);
    await rename(join(fresh, name), path);
    const files = new PaperFolder(folder);
    files.keep(name, path, (await stat(path)).size);
    return { papers: files.papers, refused: [], remarks: [] };
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}
