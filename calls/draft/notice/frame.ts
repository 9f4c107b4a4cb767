import { parseDate } from '../../../core/normalise/date.ts';
import { readDocumentNumber } from './file-number.ts';
import { officesBefore, officesOf } from './office-names.ts';

/** What stands around a notice's own words: its head, whom it addresses, and who signs when. */
export interface Frame {
  /** The title as one line; empty where there is none. */
  readonly title: string;
  /** Offices of the letterhead (…文件) and those before 关于 in the title. */
  readonly head: readonly string[];
  /** Offices that sign, in their order. */
  readonly signed: readonly string[];
  /** The file number 文号 of this notice, never one that it cites. */
  readonly number?: string;
  /** Day of signing, `YYYY-MM-DD`. */
  readonly issued?: string;
}

/** Lines that may stand above the first sentence of a notice. */
const longestHead = 16;
const titleEnd =
  /(?:通知书?|公告|公示|决定|通报|批复|通告|启事|函|指南|公开信|倡议书|邀请|方案|办法|细则|须知)(?:[（(][^（）()]{1,16}[）)])?$/u;
const purpose = /申报|征集|遴选|推荐|申请|评选|认定|报送|开展|组织|征求|招募|公布|公示|召开|举办/u;
const addressee = /^[^。；]{2,160}[:：]$/u;
const opening = /^(?:一、|（一）|1[.、]|第一条|为|根据|按照|依据|现|近日|当前|经)/u;
const notTitle = /^(?:附件|发布|信息来源|来源|索引号|文号|发文|签发|【|联系|http|特急|急件|各)/u;

/** Reads the frame from the paragraphs of one notice. Pure; what is not there stays empty. */
export function frameOf(texts: readonly string[]): Frame {
  const headEnd = endOfHead(texts);
  const lines = texts.slice(0, Math.max(1, headEnd));
  const head = lines.flatMap((line) => (line.length > 80 || headEnd === 0 ? headIn(line) : [line]));
  const title = titleOf(head);
  const foot = footOf(texts, headEnd);
  const letterhead = head.flatMap((line) => officesOf(line));
  const titled = head.flatMap((line) => officesBefore(line));
  const named = [...new Set([...letterhead, ...titled, ...officesBefore(title)])];
  // The title without its spaces runs several names together.
  const offices = named.filter(
    (one) => named.filter((other) => other !== one && one.includes(other)).length < 2,
  );
  const number = readDocumentNumber(head);
  return {
    title,
    head: offices,
    signed: ofTwoPlates(withPrinter(foot.offices, texts), offices),
    ...(number !== undefined && { number }),
    ...(foot.date !== undefined && { issued: foot.date }),
  };
}

/** The head ends at the addressees, the first numbered item or the first whole sentence. */
function endOfHead(texts: readonly string[]): number {
  const end = texts
    .slice(0, longestHead)
    .findIndex(
      (text, i) =>
        addressee.test(text) || /[。；]/u.test(text) || (i > 0 && opening.test(text) && !titleEnd.test(text)),
    );
  return end < 0 ? Math.min(texts.length, longestHead) : end;
}

/** Text copied as one run has title, date, number and addressees before its first sentence. */
function headIn(text: string): string[] {
  const [, run] =
    /^([^。；]{6,260}?)(?:各(?:省|市|区|县|地|有关|相关|直属|单位|部门|学院|企业)|有关(?:单位|企业))[^。；]{0,160}?[:：](?!\/\/)/u.exec(
      text,
    ) ?? [];
  if (run === undefined) return [];
  return run
    .replace(
      /(?:发布日期|发布时间)\s*[:：]\s*(?:20\d\d-\d\d-\d\d)?|(?:信息)?来源\s*[:：]\s*(?:[\u4e00-\u9fff]{0,20}?(?:司|局|处|网|办公室|委员会))?/gu,
      '\n',
    )
    .replace(/(?<=的(?:通知|公告|通告|函))/u, '\n')
    .split(/[\s\n]+/u)
    .filter(Boolean);
}

/** The run of lines of the head that together end like a title; one with a purpose (申报, 征集…) goes before others. */
function titleOf(head: readonly string[]): string {
  const found: { readonly title: string; readonly weight: number }[] = [];
  for (let start = 0; start < head.length; start++) {
    let joined = '';
    for (let end = start; end < Math.min(head.length, start + 5); end++) {
      const line = head[end] ?? '';
      if (notTitle.test(line) || /[。；:：]/u.test(line)) break;
      joined += line.replace(/\s+/gu, '');
      if (joined.length > 120) break;
      if (!titleEnd.test(joined) || joined.length < 6) continue;
      const weight =
        (/关于/u.test(joined) ? 4 : 0) +
        (purpose.test(joined) ? 2 : 0) +
        (officesOf(head[start] ?? '').length > 0 ? -1 : 0);
      found.push({ title: joined, weight });
      break;
    }
  }
  const best = found.sort((a, b) => b.weight - a.weight)[0]?.title;
  return best ?? head.find((line) => line.length < 60 && purpose.test(line) && !notTitle.test(line)) ?? '';
}

/** The last line that is nothing but a date, with the offices that stand above it; or offices alone at the end. */
function footOf(texts: readonly string[], from: number): { offices: string[]; date?: string } {
  for (let i = texts.length - 1; i >= from; i--) {
    const signed = signatureDate(texts[i] ?? '');
    if (signed === undefined) continue;
    const offices = signed.rest === '' ? [] : officesOf(signed.rest);
    if (signed.rest !== '' && offices.length === 0) continue;
    return { offices: offices.length > 0 ? offices : above(texts, i, from), date: signed.date };
  }
  for (let i = texts.length - 1; i >= Math.max(from, 1); i--) {
    if (officesOf(texts[i] ?? '').length > 0) return { offices: above(texts, i + 1, from) };
  }
  return { offices: [] };
}

/** A signature's offices, where those that the title names as one (某委员会、某管理委员会) are one. */
function ofTwoPlates(signed: string[], head: readonly string[]): string[] {
  let line = signed.join('\n');
  for (const one of head) if (one.includes('、')) line = line.replace(one.replaceAll('、', '\n'), one);
  return line.split('\n').filter(Boolean);
}

function above(texts: readonly string[], end: number, from: number): string[] {
  const offices: string[] = [];
  for (let i = end - 1; i >= from; i--) {
    const line = officesOf(texts[i] ?? '');
    if (line.length === 0) break;
    offices.unshift(...line);
  }
  return offices;
}

/** `（某某公司科技部印）` gives a signature's full name, and the only one where nobody signs. */
function withPrinter(signed: string[], texts: readonly string[]): string[] {
  const line = texts.findLast((text) => /^[（(][^（）()]{4,40}印发?[）)]$/u.test(text));
  const full = line?.replace(/^[（(]|印发?[）)]$/gu, '') ?? '';
  const [printer] = officesOf(full.replace(/(?:秘书处|办公室)$/u, '') || full);
  if (printer === undefined) return signed;
  const [one, other] = signed;
  if (one === undefined) return [printer];
  return other === undefined && full.endsWith(one) && full !== one ? [full] : signed;
}

const dateLine =
  /^(?<rest>.*?)\s*(?<date>(?:20\d\d|[二2][〇○零0O]\s*[一二三四五六七八九〇○零0-9]{2})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日)\s*$/u;

function signatureDate(line: string): { readonly rest: string; readonly date: string } | undefined {
  if (line.length > 90) return undefined;
  const { rest = '', date = '' } = dateLine.exec(line)?.groups ?? {};
  const iso = parseDate(date);
  return iso?.length === 10 ? { rest: rest.trim(), date: iso } : undefined;
}
