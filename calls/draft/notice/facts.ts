import { parseDate } from '../../../core/normalise/date.ts';
import type { DraftClause } from '../clauses.ts';
import type { Part } from '../parts.ts';
import type { Piece } from '../pieces.ts';
import { type Frame, frameOf } from './frame.ts';

/** What the head and the foot of a notice say of it. */
export interface Facts {
  /** The subject without 关于 and 的通知. */
  readonly subject: string;
  /** Who speaks: who signs, else the letterhead, else the words before 关于 in the title; empty when none is named. */
  readonly issuers: readonly string[];
  /** Offices that head or signature name besides. */
  readonly disputed: readonly string[];
  readonly forwarder?: string;
  readonly number?: string;
  readonly year?: number;
  /** `false`: no year stands in title, number or date, or the title's is not that of the signing. */
  readonly yearSaid: boolean;
  /** Date of signing, and of publication, as `YYYY-MM-DD`. */
  readonly issued?: string;
  readonly published?: string;
  /** Why this may be no call for filings: words of its title, else of its text. */
  readonly notACall?: string;
  /** Nothing to read, or no word that asks for a filing. */
  readonly silent?: 'empty' | 'asks-nothing';
}

/** What a title does when it calls for nothing: it announces who was chosen, invites, or answers. */
const announcing =
  /公布|公示|名单|结果|表彰|表扬|通报|授予|命名|入选|获奖|立项的|认定的|关于(?:认定|确定|同意|批准|印发)|批复|决定$|撤销|废止|举办|召开|参加|参会|培训|研讨|会议|大会|论坛|沙龙|宣讲|观摩|对接|邀请|活动安排|答复|解读/u;
/** The verb of a title that calls: 关于组织申报…, 关于征集…; or a contest, which is entered. */
const calling =
  /关于(?:联合|组织|开展|做好|启动|继续|公开|再次|进一步|面向[^，。]{2,12}|\d{4}年度?)*(?:申报|征集|遴选|推荐|申请|评选|报送|招募|选拔|揭榜|申领)|(?:组织|开展|做好|启动)[^，。]{0,40}认定|(?:大赛|竞赛|比赛|申报|征集|遴选|推荐|评选|招募)(?:工作|活动|事项)?的?(?:通知|公告|通告|启事|函|预?通知)/u;
/** Sentences that say so where the title does not. */
const announces =
  /现(?:将[^，。；]{0,40}(?:名单|结果)[^，。；]{0,10})?予以?(?:公布|公示|通报|表彰)|经[^。；]{0,60}(?:评审|审核|研究|审定)[^。；]{0,60}(?:确定|认定|授予|拟认定|拟确定)[^。；]{2,80}(?:为|称号|名单)|(?:会议|培训|活动|论坛)时间\s*[:：]|(?:诚邀|邀请)[^，。；]{0,20}(?:参加|出席|参会)/u;

/** Somebody is asked to file, or told how. */
const asking =
  /(?:请|须|应|可|将|欢迎)[^。；]{0,60}(?:申报(?!情况)|推荐|报送|提交|填报|报名|揭榜|投稿|发送)|(?:申报|推荐|征集|报送|申请|报名|受理)(?:条件|时间|程序|要求|方式|截止|材料|范围|对象|方向|主体|期限)/u;

export function factsOf(parts: readonly Part[]): Facts {
  const notice = parts.find((part) => part.kind === 'notice');
  const forwarding = parts.find((part) => part.kind === 'forwarding');
  const texts = textsOf(notice?.pieces ?? []);
  const all = texts.join('\n');
  const frame = frameOf(texts);
  const sender = forwarding && frameOf(textsOf(forwarding.pieces));
  const forwarder = sender && issuersOf(sender).join('、');
  const printed = parseDate(/20\d\d\s*年[^。]{0,10}日(?=\s*印发)/u.exec(all)?.[0] ?? '');
  const [, listed] = /发布(?:日期|时间)\s*[:：]\s*(20\d\d-\d\d-\d\d)/u.exec(all) ?? [];
  const published = listed ?? sender?.issued ?? printed;
  const title = frame.title || (parts.find((part) => part.kind === 'annex')?.title ?? '');
  const subject = subjectOf(title) || subjectInText(texts);
  const said =
    /20\d\d(?=\s*(?:年|[-—－~～]))/u.exec(title)?.[0] ??
    (frame.issued ?? published)?.slice(0, 4) ??
    /[〔[［（(【]\s*(20\d\d)/u.exec(frame.number ?? '')?.[1];
  const year = said ?? /20\d\d(?=\s*年度)/u.exec(all)?.[0] ?? /20\d\d(?=\s*年)/u.exec(all)?.[0];
  const told = announcing.exec(title)?.[0];
  const calls = calling.test(
    title.replace(/申报(?:结果|名单)|(?:推荐|评选|遴选|征集|申报|认定)(?:结果|名单)/gu, ''),
  );
  const kind = calls ? undefined : (told ?? announces.exec(all)?.[0].slice(0, 24));
  const issuers = issuersOf(frame);
  const whole = parts.flatMap((part) => textsOf(part.pieces)).join('\n');
  const length = whole.replace(/\s/gu, '').length;
  const asks = calls || asking.test(whole);
  const silent = length < 20 ? 'empty' : asks || kind !== undefined ? undefined : 'asks-nothing';
  return {
    subject,
    issuers,
    disputed: differing(frame),
    ...(forwarder && { forwarder }),
    ...(frame.number !== undefined && { number: frame.number }),
    ...(year !== undefined && { year: Number(year) }),
    yearSaid: said !== undefined && (frame.issued === undefined || frame.issued.startsWith(said)),
    ...(frame.issued !== undefined && { issued: frame.issued }),
    ...(published !== undefined && { published }),
    ...(kind !== undefined && { notACall: kind }),
    ...(silent !== undefined && { silent }),
  };
}

export const textsOf = (pieces: readonly Piece[]): string[] =>
  pieces.flatMap((piece) => (piece.kind === 'para' ? [piece.text] : []));

/** An office that only signs for the one of the letterhead (…厅办公室 under …厅文件) is not who speaks. */
function issuersOf({ head, signed }: Frame): readonly string[] {
  const [one, other] = signed;
  if (one === undefined) return head;
  const [above] = head;
  const signsFor =
    above !== undefined &&
    other === undefined &&
    /办公室$/u.test(one) &&
    one.slice(0, 3) === above.slice(0, 3);
  return signsFor && one !== above ? [above] : signed;
}

/** Offices of head and signature that none of those taken holds: 某省工业和信息化厅 is held by its 办公室. */
function differing(frame: Frame): string[] {
  if (frame.signed.length === 0) return [];
  const taken = issuersOf(frame);
  return [...new Set([...frame.head, ...frame.signed])].filter(
    (one) => !taken.some((other) => other.includes(one) || one.includes(other)),
  );
}

/** `关于组织开展2022年度…申报工作的通知` → `2022年度…`. */
function subjectOf(title: string): string {
  return title
    .replace(/^.*?关于/u, '')
    .replace(/[（(][^（）()]{1,16}[）)]$/u, '')
    .replace(/的?(?:通知|公告|通告|启事|函)$/u, '')
    .replace(/^(?:组织|开展|做好|申报|推荐|征集|报送|遴选|进一步|公开|启动|继续|的)+/u, '')
    .replace(/(?:的?(?:征集|遴选|申报|推荐|评选|认定|组织|和|活动|工作|指南))+$/u, '');
}

/** A notice without title says it in its first words: `现组织开展2024年度省标杆工厂申报工作`. */
function subjectInText(texts: readonly string[]): string {
  for (const text of texts.slice(0, 6)) {
    const own = text.replace(/《[^》]*》/gu, '');
    const [, what] =
      /(?:组织开展|开展|组织|启动|征集|做好)([^，。；：]{4,50}?)(?:的?(?:申报|推荐|征集|遴选|评选|认定|申请))(?:工作|活动)?/u.exec(
        own,
      ) ?? [];
    if (what !== undefined) return what;
  }
  return '';
}

/** The contact lines of the notices, as the pack's notes. */
export function contactNotes(clauses: readonly DraftClause[]): string[] {
  return clauses.filter((clause) => clause.ref.endsWith('联系方式')).map((clause) => clause.text);
}
