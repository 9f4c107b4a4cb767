import { frameOf } from './notice/frame.ts';
import { annexHead, type Piece } from './pieces.ts';

/** One notice or annex of a document: the ministry's notice, the city's that forwards it, 附件1, the form. */
export interface Part {
  readonly kind: 'notice' | 'forwarding' | 'annex' | 'form' | 'summary';
  /** What its clauses are cited by: `` for the notice itself, `转发通知`, `附件1`. */
  readonly name: string;
  readonly title: string;
  readonly pieces: readonly Piece[];
}

const formTitle = /(?:申报书|申请书|申报表|申请表|推荐书|推荐表|登记表|报名表)$/u;
const summaryTitle = /(?:汇总表|统计表|信息表|名单)$/u;
const noticeTitle = /关于[^。；]{4,80}?的?(?:通知|公告|通告|启事|函)/u;

/** Cuts a document into its notices and annexes, by `附件 N` standing alone and by the titles of notices. */
export function partsOf(pieces: readonly Piece[]): Part[] {
  const sections: { annex?: string; pieces: Piece[] }[] = [{ pieces: [] }];
  let signed = false;
  for (const [i, piece] of pieces.entries()) {
    const annex =
      piece.kind === 'para' ? (annexHead.exec(piece.text) ?? (signed ? titledAnnex(pieces, i) : null)) : null;
    if (piece.kind === 'para' && dateAlone.test(piece.text)) signed = true;
    if (annex?.[2] !== undefined)
      sections.push({ annex: annex[1] ?? '', pieces: [{ kind: 'para', text: annex[2] }] });
    else if (annex) sections.push({ annex: annex[1] ?? '', pieces: [] });
    else sections.at(-1)?.pieces.push(piece);
  }
  const [main, ...annexes] = sections;
  return [
    ...noticesOf(main?.pieces ?? []),
    ...annexes.map((section, i) => annexPart(section.annex || String(i + 1), section.pieces)),
  ];
}

const dateAlone = /^[^，。；：:]{0,40}20\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$/u;
const annexTitle = /^附\s*件\s*([0-9一二三四五六七八九十]{0,2})\s*[:：\s]\s*(\S{3,40})$/u;

/** `附件1：申报指南` behind the signature heads the annex, unless a line beside it names another one. */
function titledAnnex(pieces: readonly Piece[], at: number): RegExpExecArray | null {
  const [piece, next] = pieces.slice(at, at + 2);
  if (piece?.kind !== 'para' || next === undefined) return null;
  const listed = [pieces[at - 1], next].some(
    (one) => one?.kind === 'para' && /^附\s*件\s*\S*\s*[:：\s]\s*\S/u.test(one.text),
  );
  if (listed || (next.kind === 'para' && /^附\s*件/u.test(next.text))) return null;
  return annexTitle.exec(piece.text);
}

/** A notice that forwards another one is followed by it: the second title that stands by itself begins it. */
function noticesOf(pieces: readonly Piece[]): Part[] {
  const starts = pieces.flatMap((_, i) => {
    const title = titleAt(pieces, i);
    return title === undefined ? [] : [{ at: i, title }];
  });
  const [first] = starts;
  const second = starts.find(({ at, title }) => first && at > first.at + 2 && title !== first.title);
  if (second === undefined) return [{ kind: 'notice', name: '', title: titleOf(pieces), pieces }];
  const own = pieces.slice(0, second.at);
  const rest = pieces.slice(second.at);
  return [
    { kind: 'forwarding', name: '转发通知', title: titleOf(own), pieces: own },
    { kind: 'notice', name: '', title: titleOf(rest), pieces: rest },
  ];
}

/** The title that begins at a paragraph, over up to three lines: 关于转发《关于…的通知》的通知 is one, 《…》 alone is cited. */
function titleAt(pieces: readonly Piece[], at: number): string | undefined {
  let joined = '';
  for (const piece of pieces.slice(at, at + 3)) {
    if (
      piece.kind !== 'para' ||
      dateAlone.test(piece.text) ||
      /[。；：:]/u.test(piece.text) ||
      /^[附《]/u.test(piece.text)
    )
      return undefined;
    joined += piece.text.replace(/\s/gu, '');
    if (joined.length >= 120) return undefined;
    const outside = joined.replace(/《[^》]*》/gu, '');
    if (outside.includes('《')) continue;
    if (noticeTitle.test(joined) && /(?:通知|公告|通告|函)$/u.test(outside)) return joined;
  }
  return undefined;
}

function titleOf(pieces: readonly Piece[]): string {
  return frameOf(pieces.flatMap((piece) => (piece.kind === 'para' ? [piece.text] : []))).title;
}

function annexPart(number: string, pieces: readonly Piece[]): Part {
  const head = pieces
    .slice(0, 3)
    .flatMap((piece) => (piece.kind === 'para' && piece.text.length < 60 ? [piece.text] : []))
    .filter((text) => !/[。；]$/u.test(text));
  const title = head.find((text) => formTitle.test(text) || summaryTitle.test(text)) ?? head[0] ?? '';
  const kind = summaryTitle.test(title) ? 'summary' : formTitle.test(title) ? 'form' : 'annex';
  return { kind, name: `附件${number}`, title, pieces };
}

/** A blank form that came as a document of its own. */
export function formPart(pieces: readonly Piece[]): Part {
  const named = (pattern: RegExp) =>
    pieces.find((piece) => piece.kind === 'para' && pattern.test(piece.text.replace(/\s/gu, '')));
  const title = named(formTitle) ?? named(/^[^，。；：:]{4,40}(?:表|书|清单)$/u);
  return { kind: 'form', name: '申报书', title: title?.kind === 'para' ? title.text : '申报书', pieces };
}
