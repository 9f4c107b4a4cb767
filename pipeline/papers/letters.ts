import type { Desk } from '../../core/desk.ts';
import type { Text } from '../../core/lang.ts';
import { convertAllToPdf } from '../../extractors/word/office/convert-office.ts';
import { fillTemplate } from '../../report/letters/fill-template.ts';
import { type LetterContent, type LetterKind, letterNames, letterOf } from '../../report/letters/letter.ts';
import { merged } from '../../report/letters/merge.ts';
import { draftNumber, letterDate } from '../../report/letters/number.ts';
import type { OfficeSettings } from '../../report/letters/office.ts';
import { toldBy } from '../../report/letters/shortfalls.ts';
import { fillingOf } from '../../report/letters/tags.ts';
import { readTemplate } from '../../report/letters/templates.ts';
import { stageWords } from '../../report/words.ts';
import { lastRulings } from '../../review/desk/doubts.ts';
import type { Letter, Store } from '../../store/ports.ts';
import { type FilingRecords, type OpenBatch, type Person, recordsOf, unknownFiling } from '../desk/office.ts';
import { nameOfRole } from '../outcome-facts.ts';
import { type BesideStore, readOffice } from './beside.ts';
import { type MadePapers, nothingMade, PaperFolder, type SaidOf } from './paper.ts';
import { sendLetter } from './send-letter.ts';
import { toldLate } from './told-late.ts';

/** What letters are made with. */
export interface LetterMaking {
  readonly store: Store;
  readonly open: OpenBatch;
  readonly person: Person;
  readonly beside: BesideStore;
  /** `YYYY-MM-DD`: the day that the letters bear. */
  readonly day: string;
  /** LibreOffice, for PDFs beside the letters; absent: none are made. */
  readonly soffice?: string;
}

export interface LetterOrder {
  /** Absent: all that are decided and not sent. */
  readonly filings?: readonly string[];
  /** Numbers the letters, keeps them and marks their filings as sent; without it they are drafts. */
  readonly send: boolean;
}

/** One letter as it is written, or why there is none. */
interface Written {
  readonly kind: LetterKind;
  readonly applicant: string;
  /** Absent of a draft. */
  readonly number?: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes the letters that follow from decisions: one file each, and all of them behind each other for printing; PDFs beside
 * them where LibreOffice is. Drafts take no number: it is given where a letter is sent, once, and what was sent is handed
 * out again as it was.
 */
export async function makeLetters(
  making: LetterMaking,
  order: LetterOrder,
  folder: string,
): Promise<MadePapers> {
  const settings = await readOffice(making.beside);
  if ('refused' in settings) return nothingMade('', settings.refused);
  const refused: SaidOf[] = [];
  const remarks: SaidOf[] = [];
  const written: Written[] = [];
  for (const desk of await desksFor(making, order, refused)) {
    const made = await letterFor(making, desk, settings.office, order.send);
    const say = (why: Text) => ({ filing: desk.filing, why });
    remarks.push(...made.remarks.map(say));
    if ('refused' in made) refused.push(say(made.refused));
    else written.push(made.written);
  }
  return { papers: await lay(written, folder, making.soffice), refused, remarks };
}

async function desksFor(
  { store, open }: LetterMaking,
  { filings }: LetterOrder,
  refused: SaidOf[],
): Promise<Desk[]> {
  const desks = new Map((await store.desks.of(open.batch.id)).map((desk) => [desk.filing, desk]));
  const arrived = (await store.outcomes.rows({ run: open.run.id })).map(({ filing }) => filing);
  const wanted = filings ?? arrived.filter((filing) => desks.get(filing)?.stage === 'decided');
  return [...new Set(wanted)].flatMap((filing) => {
    const desk = desks.get(filing);
    if (!desk) refused.push({ filing, why: unknownFiling.message });
    return desk ? [desk] : [];
  });
}

type LetterMade = { readonly remarks: readonly Text[] } & (
  | { readonly written: Written }
  | { readonly refused: Text }
);

async function letterFor(
  making: LetterMaking,
  desk: Desk,
  office: OfficeSettings,
  send: boolean,
): Promise<LetterMade> {
  const { store, open, beside, day } = making;
  if (desk.stage === 'sent') return sentBefore(store, desk);
  const kind = desk.stage === 'decided' && desk.decision ? letterOf(desk.decision) : undefined;
  if (!kind) return { remarks: [], refused: notDecided(desk) };
  const records = await recordsOf(store, open, desk.filing);
  if (!records) return { remarks: [], refused: unknownFiling.message };
  const said = saidIn(records, kind, open);
  if (said.unknown.length > 0) return { remarks: [], refused: notOfFiling(said.unknown) };
  const template = await readTemplate(kind, beside.templates);
  const content = contentOf(records, kind, said.items, open, day);
  const write = (number: string | undefined) =>
    fillTemplate(template, fillingOf({ ...content, number: number ?? '' }, office));
  const mark = office.mark;
  const draft = await write(mark && draftNumber(mark, yearOf(day)));
  if ('refused' in draft) return { remarks: [], refused: draft.refused };
  const remarks = [
    ...(await toldLate(store, open, records, said.items)),
    ...(kind === 'accept' || said.leftOut.length === 0
      ? []
      : [leftOut(said.leftOut.map(({ title }) => title))]),
  ];
  const { applicant } = content;
  if (!send || !mark) return { remarks, written: { kind, applicant, bytes: draft.bytes } };
  const told = said.items.map(({ source }) => source).filter((source) => source !== '');
  const sent = await sendLetter(making, records, { kind, mark, applicant, told, write });
  if ('refused' in sent) return { remarks, refused: sent.refused };
  return { remarks, written: { kind, applicant, number: sent.number, bytes: sent.bytes } };
}

const yearOf = (day: string) => Number(day.slice(0, 4));

function saidIn(records: FilingRecords, kind: LetterKind, { pack }: OpenBatch) {
  const { outcome, standing, decisions, rulings } = records;
  if (kind === 'accept') return { items: [], unknown: [], leftOut: [] };
  const made = decisions.findLast(
    (one) =>
      one.version === outcome.version &&
      one.kind === standing.decision &&
      one.step !== 'check' &&
      one.step !== 'again',
  );
  const decision = { reasons: standing.reasons, note: made?.note ?? '' };
  return toldBy(decision, outcome, pack, lastRulings(rulings, outcome.version));
}

function contentOf(
  { outcome }: FilingRecords,
  kind: LetterKind,
  items: LetterContent['items'],
  { pack }: OpenBatch,
  day: string,
): Omit<LetterContent, 'number'> {
  const fields = new Map(outcome.fields.map((field) => [field.key, field]));
  const name = (role: Parameters<typeof nameOfRole>[2]) => nameOfRole({ fields }, pack, role);
  const { title, number } = pack.call;
  return {
    kind,
    applicant: name('applicant'),
    title: name('title'),
    recommender: name('recommending-unit'),
    notice: `${noticeOf(title.zh)}${number ? `（${number}）` : ''}`,
    items,
    date: letterDate(day),
  };
}

/** A call is named by what it calls for; only some are named as the notice itself. */
const noticeOf = (title: string) => (/通知$/u.test(title) ? `《${title}》` : `“${title}”通知`);

/** A letter that was sent is handed out as it was. */
async function sentBefore(store: Store, desk: Desk): Promise<LetterMade> {
  const letter = (await store.letters.of(desk.filing)).findLast(({ version }) => version === desk.version);
  const bytes = letter && (await store.blobs.get(letter.blob));
  if (!letter || !bytes) return { remarks: [], refused: lost };
  const { kind, number } = letter;
  return { remarks: [], written: { kind, applicant: applicantIn(letter), number, bytes } };
}

/** The name of a kept letter ends with whom it is to. */
const applicantIn = ({ kind, number, name }: Letter) =>
  name.slice(`${letterNames[kind].zh}-${number}-`.length).replace(/\.docx$/u, '');

async function lay(written: readonly Written[], folder: string, soffice: string | undefined) {
  const files = new PaperFolder(folder);
  if (written.length === 0) return files.papers;
  const drafts = written.some(({ number }) => number === undefined);
  const stems = written.map(({ kind, applicant, number }) =>
    [number === undefined ? '草稿' : undefined, letterNames[kind].zh, number, applicant]
      .filter((part) => part !== undefined)
      .join('-'),
  );
  const all = written.length > 1 ? await merged(written.map(({ bytes }) => bytes)) : [];
  const laid = [
    ...written.map(({ bytes }, i) => ({ stem: stems[i] ?? '', bytes })),
    ...all.map((bytes) => ({ stem: `${drafts ? '草稿-' : ''}合订-通知书${written.length}份`, bytes })),
  ];
  for (const { stem, bytes } of laid) await files.write(stem, 'docx', bytes);
  const drawn = soffice
    ? await convertAllToPdf(
        laid.map(({ bytes }) => bytes),
        soffice,
      )
    : undefined;
  if (drawn?.ok)
    for (const [i, pdf] of drawn.files.entries()) await files.write(laid[i]?.stem ?? '', 'pdf', pdf);
  return files.papers;
}

function notDecided({ stage, decision }: Desk): Text {
  if (decision === 'doubt' || stage === 'doubt')
    return {
      zh: '存疑件不发公文，请先作出决定。',
      en: 'No letter is sent for what is in doubt: decide first.',
    };
  return {
    zh: `此件尚未定（${stageWords[stage].zh}），不能制发公文。`,
    en: `This filing is not decided yet (${stageWords[stage].en}), so no letter follows.`,
  };
}

const notOfFiling = (reasons: readonly string[]): Text => ({
  zh: `决定所列理由“${reasons.join('、')}”不是本件现有的审查条件，无法写入公文；请重新办理并选定理由。`,
  en: `The decision's reasons "${reasons.join(', ')}" are no condition of this filing as it is: reopen it and name others.`,
});

function leftOut(titles: readonly Text[]): Text {
  return {
    zh: `另有${titles.length}项未通过的条件不在决定的理由中，公文没有写：${titles.map(({ zh }) => zh).join('、')}。应当一次告知的，请重新办理并补选。`,
    en: `${titles.length} more conditions fail and are no reason of the decision, so the letter does not tell of them: ${titles.map(({ en }) => en).join(', ')}. Where they belong into it, reopen the filing and name them.`,
  };
}

const lost: Text = {
  zh: '此件已标为发文，但库中没有它的公文原件。',
  en: 'This filing is marked as sent, yet the store does not hold its letter.',
};
