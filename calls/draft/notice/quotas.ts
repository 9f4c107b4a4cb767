import type { Call, UnitKind } from '../../schema/index.ts';
import type { DraftClause } from '../clauses.ts';
import { isCited } from './cited.ts';
import { numeral, wholeOf } from './number-words.ts';
import { sentencesOf } from './sentences.ts';

export interface FoundQuota {
  readonly unit: UnitKind;
  /** The notice's word for units of no kind of their own: 学院, 园区, 司局. */
  readonly named?: string;
  readonly max: number;
  /** 一般不超过, 原则上不超过: what is usual is no limit. */
  readonly usual: boolean;
  readonly passage: string;
  readonly clause: string;
}

/** How many filings one applicant may hand in. */
export interface ApplicantLimit {
  readonly max: number;
  readonly passage: string;
  readonly clause: string;
}

export interface Quotas {
  readonly found: readonly FoundQuota[];
  readonly perApplicant?: ApplicantLimit;
  /** Sentences that count what is recommended and were not read for certain. */
  readonly open: readonly string[];
}

const counter = '(?:个|项|家|名|件|份|篇|组|支|所|例|款|门|人|条|本|部|户|批)';
const limit = new RegExp(
  `(?:(?:不(?:得|能|要)?(?:超过|多于|超出?|高于)|限额?(?:申?报|推荐?|荐|报送|于)?|(?:最多|至多|上限)(?:可|只能|不超过|为)?(?:推荐|申报|报送|上报|报)?|(?:可|只能|仅能|应|须)?(?:择优|遴选|各|统一)?(?:推荐|报送|申报|上报|推报|选送|选报|报名)(?:上报)?(?:申报)?(?:数量|总数|名额)?(?:为|共)?|名额(?:各|共|为|是)*|指标(?:各|共|为)*)\\s*${numeral}\\s*(?:—|-|～|~|至)?\\s*(?:\\d+)?\\s*${counter}|(?:推荐|报送|申报|选送)?[^，。；]{0,8}?${numeral}\\s*${counter}\\s*(?:以内|以下|之内)|以${numeral}\\s*${counter}为(?:上)?限)`,
  'gu',
);
/** Things counted that are no filings. */
const otherThings = /^(?:专家|成员|负责人|联系人|字|页|附件|图片|单位以上|以上|工作日|年|月|天)/u;
/** Words right before a limit that count something else: 字数, 页数, 企业成立年限. */
const otherCounted =
  /(?:字数?|页数?|篇幅|时长|图片|大小|用户|合同|周期|年限|专家|成员|人员|参与单位|联合体|配套)[^，。；]{0,6}$/u;
const topic = /推荐|名额|申报|限报|限额|报送|指标|选送|推报|参评|参赛|参选|参加|举荐/u;
/** Words that count filings in no form of words known here. */
const counting =
  /(?:推荐|申报)?(?:名额|指标)[^。；]{0,20}(?:\d|[一二两三四五六七八九十]+[个项家名件])|推荐[^，。；]{0,16}(?:\d{1,3}|[一二两三四五六七八九十]{1,2})\s*[个项家名件](?!方向|领域|月|工作日)|限[报推]/u;
const applicant =
  /(?:每(?:一)?(?:家|个|户|位|名)?|同一(?:家|个)?|单个|各|一家|一个)(?:人(?=限|只|至|最|可|申)|申报|申请|参评|参赛|参与|独立)?(?:单位|主体|企业|法人|公司|机构|组织|申请人|申报人|负责人|牵头单位|团队|联合体|供应商)/u;

const kinds: readonly (readonly [UnitKind, RegExp])[] = [
  ['plan-city', /计划单列市/u],
  ['xpcc', /兵团/u],
  ['central-enterprise', /中央企业|央企|中央管理企业/u],
  ['association', /协会|联合会|学会|商会|行业组织|联盟/u],
  ['city', /设区市|设区的市|各市(?!场)|地级市|地市|市级(?!以上)|市[（(]州|市州|州[（(]?市|盟市|各地市/u],
  ['province', /(?:各|每个?|本)?省(?!属|直|内|外|级以上|委|政府)|自治区|直辖市/u],
];
const nouns =
  /省属[国有]*企业|市属[国有]*企业|国有企业|省直(?:部门|单位)?|市直(?:部门|单位)?|司局|处室|高等院校|高等学校|高校|院校|学院|学校|科研院所|研究院|医院|园区|开发区|高新区|经开区|新区|功能区|县[（(]?市?、?区?[)）]?|区县|旗县|县区|各县|各区|街道|乡镇|镇街|集团|部门|机构|服务商|中心|分会|专委会|支部|社区/u;

/** How many each kind of recommending unit may recommend, read unit by unit, and how many one applicant. */
export function quotasOf(clauses: readonly DraftClause[]): Quotas {
  const found: FoundQuota[] = [];
  const open = new Set<string>();
  let perApplicant: ApplicantLimit | undefined;
  for (const { words: passage, clause } of sentencesOf(clauses, 'with annexes')) {
    const about = topic.test(`${clause.headings.join(' ')} ${clause.text}`);
    let limits = 0;
    for (const { max, phrase, usual, doubtful } of limitsIn(passage)) {
      limits++;
      if (doubtful) {
        if (about) open.add(passage);
      } else if (isApplicant(phrase)) perApplicant ??= { max, passage, clause: clause.ref };
      else {
        const units = unitsIn(phrase);
        const whole = units.length > 0 || !about ? units : unitsIn(passage);
        if (whole.length === 0 && about) open.add(passage);
        for (const read of whole) {
          const unit = notTaken(read, max, phrase, found);
          if (unit) found.push({ ...unit, max, usual, passage, clause: clause.ref });
          else if (!found.some((one) => one.unit === read.unit && one.max === max)) open.add(passage);
        }
      }
    }
    if (limits === 0 && counting.test(passage)) open.add(passage);
  }
  return { found, ...(perApplicant && { perApplicant }), open: [...open] };
}

/** Right before the number. */
const usually = /(?:一般|原则上|通常)[^，。；]{0,8}$/u;

interface Limit {
  readonly max: number;
  /** The words that say for whom. */
  readonly phrase: string;
  readonly usual: boolean;
  /** Another notice's, one of two alternatives, or for a part of the filings only. */
  readonly doubtful: boolean;
}

/** The limits of a sentence in their order; those on pages, words and people are none. */
function limitsIn(passage: string): Limit[] {
  const limits: Limit[] = [];
  let start = 0;
  for (const match of passage.matchAll(limit)) {
    const max = wholeOf(match[1] ?? match[2] ?? match[3] ?? '');
    const said = passage.slice(start, match.index);
    const end = match.index + match[0].length;
    const rest = passage.slice(end);
    if (max === undefined || otherThings.test(rest) || otherCounted.test(said)) continue;
    const phrase = said.split(/[；。：:]|(?<=[个项家名件份])，/u).at(-1) ?? said;
    const part =
      /(?:同一|每[个一]?)(?:类别|类|方向|任务|领域|专题)[^，。；]{0,6}$/u.test(said) ||
      /^[^。；]{0,14}[，、]?或/u.test(rest);
    limits.push({
      max,
      phrase,
      usual: usually.test(said),
      doubtful: part || isCited(passage.slice(0, match.index)),
    });
    start = end;
  }
  return limits;
}

type Unit = Pick<FoundQuota, 'unit' | 'named'>;

/** 其他地区每省 beside 每省: the second is told by the notice's own words, where they are no more than a name. */
function notTaken(read: Unit, max: number, phrase: string, found: readonly FoundQuota[]): Unit | undefined {
  const held = (unit: Unit) => found.find((one) => one.unit === unit.unit && one.named === unit.named);
  const before = held(read);
  if (!before) return read;
  const own: Unit = { unit: 'other', named: bareOf(phrase) };
  return before.max === max || own.named === '' || held(own) ? undefined : own;
}

/** 每家企业, 同一申报主体; a 中央企业 or an office that recommends is no applicant. */
function isApplicant(phrase: string): boolean {
  const part = phrase.split('，').at(-1) ?? phrase;
  const of = applicant.test(part) ? part : phrase;
  return (
    applicant.test(of) && !/推荐(?:单位|主体)|中央企业|央企|主管部门/u.test(of) && !/推荐\s*$/u.test(part)
  );
}

/** The kinds of unit that words name; else the units by the notice's own words for them. */
function unitsIn(words: string): { unit: UnitKind; named?: string }[] {
  const known = kinds.filter(([, pattern]) => pattern.test(words)).map(([unit]) => ({ unit }));
  if (known.length > 0) return known;
  const noun = nouns.exec(words)?.[0].replace(/^各/u, '');
  if (noun !== undefined) return [{ unit: 'other', named: noun }];
  return namesIn(words).map((named) => ({ unit: 'other', named }));
}

/** `广州、深圳各` → 广州, 深圳: places and bodies that nothing but their names tells. */
function namesIn(words: string): string[] {
  const names = bareOf(words)
    .split('、')
    .map((name) => name.trim());
  const isUnit = (name: string) =>
    /^[\u4e00-\u9fff]{2,20}$/u.test(name) &&
    !/推荐|申报|不|项目|同一|每|主持|参与|企业$|人$|方向|类别|限(?!公司)/u.test(name);
  return names.every(isUnit) ? names : [];
}

/** The last words before a limit without those that only lead to it. */
function bareOf(words: string): string {
  return (words.split(/[，。；：:]/u).at(-1) ?? '')
    .replace(
      /(?:原则上|一般|各|均|可|每[个家校省]?|应|须|总计|合计|推荐|申报|报送|的|项目|案例|数量|总数|名额|每年|分别|以集团为单位)+$/gu,
      '',
    )
    .replace(/^(?:其中|每[个家]?|各|由|请|对|以及|和|单位)+/u, '')
    .trim();
}

export function quotaEntries(found: readonly FoundQuota[]): Call['quotas'] {
  return found.map(({ unit, named, max, usual, clause }) => ({
    unit,
    ...(named !== undefined && { named }),
    max,
    ...(usual ? { usual } : {}),
    clause,
  }));
}
