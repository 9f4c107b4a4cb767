import type { DraftClause } from './clauses.ts';
import type { Part } from './parts.ts';
import type { Piece } from './pieces.ts';

/** What the head and the foot of a notice say of it. */
export interface Facts {
  /** The subject without 关于 and 的通知. */
  readonly subject: string;
  readonly issuer: string;
  readonly forwarder?: string;
  readonly number?: string;
  readonly year?: number;
  /** Date of signing, and of publication, as `YYYY-MM-DD`. */
  readonly issued?: string;
  readonly published?: string;
}

const fileNumber = /[\u4e00-\u9fff]{2,12}\s*[〔[［（(]\s*20\d\d\s*[〕\]］）)]\s*\d+\s*号/u;
const fullDate = /(20\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/u;
const office = /(?:办公厅|办公室|委员会|厅|局|部|委)(?=(?:文件|函)?$)/u;

export function factsOf(parts: readonly Part[]): Facts {
  const notice = parts.find((part) => part.kind === 'notice');
  const forwarding = parts.find((part) => part.kind === 'forwarding');
  const texts = textsOf(notice?.pieces ?? []);
  const all = texts.join('\n');
  const title = notice?.title ?? '';
  const forwarder = forwarding && issuerOf(forwarding);
  const number = fileNumber.exec(all)?.[0].replace(/\s+/gu, '');
  const issued = isoOf(
    texts.findLast((text) => text.length < 40 && fullDate.test(text) && !/印发|发布/u.test(text)) ?? '',
  );
  const printed = isoOf(/20\d\d\s*年[^。]{0,10}日(?=\s*印发)/u.exec(all)?.[0] ?? '');
  const [, listed] = /发布(?:日期|时间)\s*[:：]\s*(20\d\d-\d\d-\d\d)/u.exec(all) ?? [];
  const sent = forwarding
    ? isoOf(textsOf(forwarding.pieces).findLast((text) => text.length < 40 && fullDate.test(text)) ?? '')
    : undefined;
  const published = listed ?? sent ?? printed;
  const subject = subjectOf(title || (parts.find((part) => part.kind === 'annex')?.title ?? ''));
  const year = /20\d\d(?=\s*年)/u.exec(subject)?.[0] ?? (issued ?? published)?.slice(0, 4);
  return {
    subject,
    issuer: notice ? issuerOf(notice) : '',
    ...(forwarder && { forwarder }),
    ...(number !== undefined && { number }),
    ...(year !== undefined && { year: Number(year) }),
    ...(issued !== undefined && { issued }),
    ...(published !== undefined && { published }),
  };
}

export const textsOf = (pieces: readonly Piece[]): string[] =>
  pieces.flatMap((piece) => (piece.kind === 'para' ? [piece.text] : []));

/** The letterhead, who signs at the foot, or the words before 关于 in the title: the first that is a full name. */
function issuerOf(part: Part): string {
  const texts = textsOf(part.pieces).map((text) => text.replace(/\s+/gu, ''));
  const head = texts.slice(0, 3).find((text) => text.length < 30 && office.test(text) && !/关于/u.test(text));
  const fromTitle = part.title.split('关于')[0] ?? '';
  const foot = texts.findLast((text) => text.length < 25 && office.test(text) && !/[:：。]/u.test(text));
  const name = [head, fromTitle, foot].find((one) => one !== undefined && one.length >= 4) ?? '';
  return name.replace(/文件$/u, '');
}

/** `关于组织开展2022年度…申报工作的通知` → `2022年度…`. */
function subjectOf(title: string): string {
  return title
    .replace(/^.*?关于/u, '')
    .replace(/的?(?:通知|公告|通告|函)$/u, '')
    .replace(/^(?:组织|开展|做好|申报|推荐|征集|报送|遴选|进一步|的)+/u, '')
    .replace(/(?:的?(?:征集|遴选|申报|推荐|评选|认定|组织|和|活动|工作))+$/u, '');
}

function isoOf(text: string): string | undefined {
  const [, year = '', month = '', day = ''] = fullDate.exec(text) ?? [];
  return year === '' ? undefined : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The contact lines of the notices, as the pack's notes. */
export function contactNotes(clauses: readonly DraftClause[]): string[] {
  return clauses.filter((clause) => clause.ref.endsWith('联系方式')).map((clause) => clause.text);
}
