import type { Call } from '../../schema/index.ts';
import type { DraftClause } from '../clauses.ts';
import { isCited } from './cited.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { datesIn, type OwnTime, type When } from './when.ts';

export type Level = Call['deadlines'][number]['level'];

export interface FoundDeadline {
  readonly level: Level;
  /** `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`. */
  readonly at: string;
  readonly passage: string;
  readonly clause: string;
}

export interface Deadlines {
  readonly found: readonly FoundDeadline[];
  /** Sentences that may set a deadline and were not read for certain. */
  readonly open: readonly string[];
}

/** Between a date and 前: a weekday, a time of day, nothing that begins another span. */
const dayPart =
  '(?:[（(][^（）()]{0,16}[）)]|\\d{1,2}(?:[:：]\\d{2}|[时点])(?:\\d{1,2}分)?整?|上午|下午|中午|晚上?|当[日天]|下班|零时|北京时间|周[一-日]|星期[一-日]|[\\s，])';
/** Words behind a date that make it an end. */
const until = new RegExp(
  `^${dayPart}{0,4}(?:之?前(?!往|来|期)|以前)|^\\s*[^，。；（）()\\d至到起—-]{0,14}?(?:截止|截至|为止|结束|停止受理|关闭)|^${dayPart}{0,3}止|^将(?=[^，。；]{2,40}(?:送至|寄|报送|交至))`,
  'u',
);
/** Words before a date that make it an end: 截止时间为, 不晚于, 至 of a span. */
const before =
  /(?:截止|截至|截止到|截止至|不晚于|不迟于|最迟|延长至|延期至|推迟至|顺延至|(?:开放|开通|持续|延续)(?:至|到))[^，。；]{0,14}$|(?:时间|日期|期限|期)(?:为|是|:|：)?[^，。；]{0,30}(?:至|到|[-—－~～]{1,2})\s*$|(?:即日起|日|起)\s*(?:至|到|[-—－~～]{1,2})\s*$/u;
const handingIn =
  /报送|函报|送至|送达|送到|寄|提交|递交|申报|填报|上报|报(?=[至到我省市县区州局厅部委属所镇街乡园])|交(?=[至到给我省市县区]|[^，。；]{1,12}(?:局|处|科|室|办|部|中心|委))|上传|受理|推荐|发送|发至|发到|发给|交到|交给|寄达|寄往|报名|反馈|登录|汇总|交至|投递|征集|网上|材料/u;
/** What a date is about when it is no deadline: since when a firm exists, which money counts. */
const eligibility =
  /计算|统计|成立(?:满|时间|于|日期)|注册(?:成立|登记|时间|满)|有效期|建设期|实施期|执行期|周岁|出生|发生|起算|缴纳|投产|竣工|验收|完工|建成|获得|授权|取得|签订|签署|开具|上线|投入运行|投用|投入使用|颁发|发表|聘任|开工|立项|营业收入|研发投入|数据(?:截至|截止)|截至[^，。；]{0,12}(?:已|的|底)|公示期|期间/u;

/** What is handed in, or done, once it is known who was chosen; or by people who file nothing. */
const afterwards =
  /入选|入围|获批|获评|获奖|立项(?:后|项目)|试点单位|示范单位|验收|中期|进展|总结|绩效|结题|拨付|兑现|答辩|路演|PPT|异议|反馈|(?<!审核|推荐|初审|审查)意见(?!书)|回执|参会|宣讲|说明会|对接会|培训|会议|整改|退出|复核|补正|申诉|撤回|领回|取回|咨询|宣传|动员|自评|展[出示板]|公示|奖励资金/iu;
/** Of those, what may well come before a filing: whoever assessed itself hands in all the same. */
const beforehand = /自评|宣传|动员|培训|宣讲|说明会|对接会|会议|咨询/gu;
/** Who acts is the office that issued the notice. */
const byOffice = /(?:我[部厅局委办会]|省厅|市局|区局|部里)(?:将|拟|会|统一|汇总|负责)[^，。；]*$/u;
/** What must have been the case by that day. */
const standing =
  /^[^，。；\u4e00-\u9fff]{0,4}(?:之?前|以前)(?:已|经)?(?:[依合]法)?(?:成立|设立|注册(?!账)|登记(?!报名)|认定|获|取得|入选|建成|投产|投用|投入|通过(?!系统|平台|邮|网|[^，。；]{1,16}(?:系统|平台|邮箱|网站)|[^，。；]*(?:报送|报至|上报|提交|递交|寄|发送))|开工|签订)/u;

/** What was done first by that day is followed in the same clause by what is handed in: 前登记并报送. */
const handsInAfter = /^[^，。；]*(?:并|后|再)[^，。；]{0,6}(?:报送|提交|上报|报至|寄送|申报)/u;

/** What is handed in by a call's deadline, whatever else the sentence tells. */
const ofFiling =
  /申报(?:书|表|材料|截止|文件)|推荐(?:函|表|名单|文件|汇总|材料|意见)|申请(?:书|表|材料)|报名表/u;
/** A step of the filing on its way up: schools, districts and towns check and pass on. */
const wayUp =
  /(?:县|区|街道|镇|乡|园区|平台|学院|学校|系|部门|推荐单位|主管部门|集团|分会|协会|市[州]?|地市|市局|州|各地|各单位)[^，。；]{0,16}(?:审核|初审|审查|排序|汇总|择优|推荐|初评|核实|把关)/u;
const issuersOwn = /我[部省市厅局委办]|省厅|专家|评审|公布|发布|命名|择优确定/u;

/** What offices do among themselves is no deadline for a filing. */
const officeWork = /提请|审定|评审|公示|公布|发布|批复|下达|兑现|现场核查|初审|复审|验收|印发/u;

const officeStep =
  /(?:评审|评选|评定|公示|公布|发布|认定|审定|批复|答辩|抽查|核查|验收|命名|授牌)[（(][^（）()，。；]*$/u;

/** The dates by which something must be handed in, with who must have it by then and the sentence that says so. */
export function deadlinesOf(clauses: readonly DraftClause[], issuer: string, own: OwnTime): Deadlines {
  const found: FoundDeadline[] = [];
  const open: string[] = [];
  const guided = clauses.filter(({ part }) => part.kind === 'annex');
  const sentences = [
    ...sentencesOf(clauses, 'notice only'),
    ...sentencesOf(guided, 'with annexes'),
    ...scheduleRows(clauses),
  ];
  for (const sentence of sentences) {
    // An annex that is no guide to filing sets no day for certain.
    const binding =
      sentence.clause.part.kind !== 'annex' || /指南|方案|须知|公告|通知/u.test(sentence.clause.part.title);
    for (const { when, sure: read } of endsIn(sentence, own)) {
      const sure = read && binding && plausible(when, own);
      const { words: passage, clause } = sentence;
      if (!sure || when.at === undefined || !when.exact) {
        if (!open.includes(passage)) open.push(passage);
        if (!sure || when.at === undefined) continue;
      }
      for (const level of levelsOf(phraseAround(passage, when), issuer)) {
        if (found.some((one) => one.level === level && one.at === when.at)) continue;
        found.push({ level, at: when.at, passage, clause: clause.ref });
      }
    }
  }
  return { found, open };
}

/** A notice sets no day that had passed when it was signed, and none in years to come. */
function plausible({ at }: When, { issued }: OwnTime): boolean {
  if (at === undefined || issued === undefined) return true;
  return at.slice(0, 10) >= issued && Number(at.slice(0, 4)) <= Number(issued.slice(0, 4)) + 1;
}

/** The rows of a timetable, each as a sentence: `网上申报 4月1日—4月20日`. */
function scheduleRows(clauses: readonly DraftClause[]): Sentence[] {
  const parts = [...new Set(clauses.map((clause) => clause.part))].filter(
    ({ kind }) => kind === 'notice' || kind === 'forwarding',
  );
  return parts.flatMap((part) => {
    const [clause] = clauses.filter((one) => one.part === part);
    return part.pieces.flatMap((piece) => {
      if (piece.kind !== 'table' || clause === undefined) return [];
      const [head = [], ...rows] = piece.rows;
      const title = head.map((cell) => cell.paras.join('')).join(' ');
      if (!/时间|日期|截止|期限/u.test(title)) return [];
      return rows.map((row) => ({
        words: row.map((cell) => cell.paras.join('')).join(' '),
        clause: { ...clause, headings: [...clause.headings, title] },
      }));
    });
  });
}

/** The dates of a sentence that end something, and whether what they end is certain to be the handing in. */
function endsIn({ words, clause }: Sentence, own: OwnTime): { when: When; sure: boolean }[] {
  const under = clause.headings.join(' ');
  return datesIn(words, own).flatMap((when) => {
    const lead = words.slice(0, when.start);
    const about = `${lead.split(/[，。；]/u).at(-1) ?? ''}${words.slice(when.start).split(/[，。；]/u)[0] ?? ''}`;
    if (/每年|每季度|每月|已于|曾于|已入选|移出/u.test(about) && !/报送申报|提交申报/u.test(about)) return [];
    const counted = /内$/u.test(words.slice(when.start, when.end));
    const after = words.slice(when.end);
    const ends = counted || until.test(after) || before.test(lead);
    const phrase = phraseAround(words, when);
    if (moved(lead, words.slice(when.end))) return [];
    // 市级评审（9月30日前）: the bracket tells when offices do what stands before it.
    if (officeStep.test(lead)) return [{ when, sure: false }];
    const closing = /^[^，。；]{0,8}(?:关闭|停止)/u.test(after) && /系统|平台|端口|通道/u.test(words);
    const closed =
      /(?:申请|申报|报名|提交|推荐|审核|填报|受理|征集|投稿|接收)[^，。；]{0,4}截止[^，。；]{0,8}$/u.test(
        lead,
      );
    const asked = closing || closed || handingIn.test(phrase) || /^\s*[^，。；]{0,6}截止/u.test(after);
    const timed = handingIn.test(words) || /时间|截止|期限|报送|流程|日程|安排|进度/u.test(under);
    const other = eligibility.test(about) && !/报送|提交|申报截止|报至|寄|填报(?!统计|期)/u.test(about);
    if (other || heldBy(lead, after)) return [];
    if (standing.test(after)) return handsInAfter.test(after) ? [{ when, sure: false }] : [];
    if (
      !ends &&
      spanAlone(words, when) &&
      /(?:申报|申请|报名|征集|受理|填报|报送|提交|投稿|推荐)[^，。；]{0,6}(?:时间|期限|日期)/u.test(under)
    )
      return [{ when, sure: true }];
    if (!ends)
      return timed && /\d\s*[日号]/u.test(words.slice(when.start, when.end)) ? [{ when, sure: false }] : [];
    if (isCited(lead) || byOffice.test(lead)) return [{ when, sure: false }];
    const told = `${(lead.split(/[。；]/u).at(-1) ?? '').replace(beforehand, '')}${phrase}`;
    const late =
      afterwards.test(told) ||
      /(?:后续|跟踪|动态|监督)?管理|组织实施|公示|奖励|资金|评审|条件|资格/u.test(under);
    if (asked)
      return [
        {
          when,
          sure:
            !late ||
            ofFiling.test(told) ||
            (!afterwards.test(told) && /报送|寄|送达|提交|填报|上报/u.test(phrase)),
        },
      ];
    if (/(?:延长|延期|推迟|顺延)至\s*$/u.test(lead) && /申报|报送|截止|受理|征集/u.test(words))
      return [{ when, sure: true }];
    if (wayUp.test(phrase) && !issuersOwn.test(phrase) && !/提请|审定|批复|公示|下达|兑现/u.test(phrase))
      return [{ when, sure: !late }];
    if (!timed) return [];
    // 申报截止：4月30日 says nothing besides the day.
    const besides =
      `${words.slice(Math.max(0, when.start - 16), when.start)}${after}`.split(/[，。；]/u)[0] ?? '';
    const bare =
      /截止|截至|关闭|为止/u.test(phrase) || (besides.match(/[\u4e00-\u9fff]/gu)?.length ?? 0) <= 8;
    // 请将申报书报送科技处，时间：6月25日17时前.
    const named =
      /(?:时间|日期|期限|时限)[^，。；]{0,4}$/u.test(lead) &&
      /报送|提交|申报书|申报材料|上报|报[我至]/u.test(lead.split(/[。；]/u).at(-1) ?? '');
    return [
      {
        when,
        sure:
          bare &&
          !late &&
          (named || /申报|报送|提交|截止|受理|征集|报名|填报|申请|投稿/u.test(under)) &&
          !officeWork.test(phrase),
      },
    ];
  });
}

/** 原定4月30日的截止时间延长至…: the day that no longer holds. */
function moved(lead: string, after: string): boolean {
  return (
    /^[^。；]{0,24}(?:延长|延期|推迟|顺延|调整)(?:到|至|为)/u.test(after) &&
    /原|截止|申报时间/u.test(lead.slice(-24))
  );
}

/** 截至某日，企业已…: a day that a state is held against. */
function heldBy(lead: string, after: string): boolean {
  return (
    /截[至止]\s*$/u.test(lead) &&
    /^(?:[^。；，]{0,6}，)?[^。；，]{0,20}(?:已|仍|满|达到|完成|拥有)/u.test(after)
  );
}

/** The end of a span that is the whole paragraph below 申报时间. */
function spanAlone(words: string, when: When): boolean {
  return (
    /^[^，。；]{0,24}(?:至|到|[-—－~～]{1,2})\s*$/u.test(words.slice(0, when.start)) &&
    /^[^，。；]{0,4}[。；]?$/u.test(words.slice(when.end))
  );
}

/** The words from the comma before the date to the next date: what is to be done by then. */
function phraseAround(words: string, { start, end }: When): string {
  const from = Math.max(...['，', '；', '。'].map((mark) => words.lastIndexOf(mark, start))) + 1;
  const next = /[；。]|[，、](?=[^，]{0,20}\d{1,2}\s*月\s*\d{1,2}\s*日)/u.exec(words.slice(end));
  return words.slice(from, next ? end + next.index : undefined);
}

/** Who must have it: told by the words behind 报送至, by 网上 and 系统, else by who issued the notice. */
export function levelsOf(sentence: string, issuer: string): Level[] {
  const levels = new Set<Level>();
  if (/网上|在线|登录|系统(?:填报|申报|提交)|平台(?:填报|提交|上传)/u.test(sentence)) levels.add('online');
  const [, goal = ''] = /(?:报送?|送|寄送?|提交|报)(?:到|至|给)\s*([^，。；]{2,30})/u.exec(sentence) ?? [];
  const level =
    levelOfOffice(goal) ??
    (levels.size === 0 || /纸质|书面|邮寄/u.test(sentence) ? levelOfOffice(issuer) : undefined);
  if (level) levels.add(level);
  return levels.size > 0 ? [...levels] : ['ministry'];
}

/** `我部` and `…部` the ministry, `省…厅` the province, `市…局` the city. */
function levelOfOffice(name: string): Exclude<Level, 'online'> | undefined {
  if (/我部|工业和信息化部|工信部|科技部|发展改革委|国务院|部[（(]|部办公厅/u.test(name)) return 'ministry';
  if (/省|自治区|[工信商务科技财政]厅|我厅|直辖市/u.test(name)) return 'province';
  if (/市|区|县|局|我委|学院|大学/u.test(name)) return 'city';
  return /部$|司$/u.test(name) ? 'ministry' : undefined;
}
