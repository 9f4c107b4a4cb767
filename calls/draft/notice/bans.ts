import type { Resubmission } from '../../schema/index.ts';
import type { DraftClause } from '../clauses.ts';
import { numeral, wholeOf } from './number-words.ts';
import { sentencesOf } from './sentences.ts';

/** What a notice says of earlier winners, and every sentence that bears on it. */
export interface Bans {
  readonly resubmission: Resubmission;
  /** Sentences read as the ban, the duty to apply again or the time an award is valid. */
  readonly said: readonly string[];
  /** Sentences that may restrict who applies again and were not read as a ban. */
  readonly open: readonly string[];
  /** Programmes as the ban names them, where it names any. */
  readonly programmes: readonly string[];
  /** Words that exempt from the ban. */
  readonly exemptions: readonly string[];
}

/** A refusal: 不得, 不再, 不予… and what is refused, in either order. */
const refusal =
  /(?:不(?:得|可以?|能|再|予|宜|应|支持|接受|受理|纳入|安排|参与|参加|列入|属于|享受|允许|考虑|推荐|具备)|禁止|严禁|谢绝|无需再?|不必再?|勿|不在[^，。；]{0,10}(?:范围|之列)|取消[^，。；]{0,6}资格)/u;
const again =
  /(?:[不勿](?:得|可以?|能|再|予|应|允许|支持|接受|受理)?[^，。；]{0,10}(?:重复|再次|重新|多次)(?:申报|支持|认定|推荐|报送|提交|参评|申请|评选|享受|参加|参与|奖励|资助|遴选|立项)?)/u;
const act =
  /申报|申请|推荐|报送|上报|参评|参选|参加|参与|评选|认定|支持|受理|遴选|纳入|资助|奖励|立项|报名|征集/u;
/** Standing won before: the project or its applicant was chosen, funded or is still running. */
const won =
  /(?:已(?:经)?|曾(?:经)?|过往|之前|此前|往年|历年|以往|前期|上一?年度?|近[一二两三四五六\d]+年(?:内|来)?|[一二两三四五六\d]+年内|20\d\d年?(?:以来|度)?|前[一二两三四五六\d]+批|首批|第[一二三四五六七八九十]+批|在(?:建|研)|仍在)[^，。；]{0,40}?(?:接受过|享受过|获|入选|列入|入围|认定|评为|评定|纳入|享受|公布|批复|立项|通过|授予|支持|资助|承担|示范|试点|中标|推荐|结题|验收|有效期|收录|表彰|表扬|刊发|汇编)|获(?:得|评|奖|批|选|认定)?(?:过|的)|入选(?:过|的|项目|企业|名单)?|获得(?:过)?[^，。；]{0,30}(?:支持|称号|荣誉|认定|立项|资助|奖|项目|案例|名单)|被(?:认定|评为|列入|授予|评定|确定)|已有[^，。；]{0,16}(?:称号|资质)/u;
/** A ban worded as what is asked, or as what need not be done: 仅限首次申报, 间隔两年方可, 未获得过…, 免于申报. */
const asAsked =
  /(?:仅限|须为|应为|限于?)[^，。；]{0,6}首次|首次(?:申报|参评|参加)的|间隔[^，。；]{0,6}年|未(?:曾|被)?(?:获得?|入选|享受|列入|纳入|承担|得到)过?[^。；]{2,40}(?:方可|才可|才能|的(?:企业|单位|项目|案例|产品))|(?:未|尚未)(?:曾)?(?:获|入选|享受|列入|纳入|承担)[^，。；]{2,30}(?:支持|称号|目录|名单|名录|认定|项目|资金|案例)|(?:有效期内|已[^，。；]{0,20}|国家级|省级)[^。；]{0,30}(?:免于|免予|无需|不需|不必|无须)[^，。；]{0,4}(?:申报|认定|评审|申请)/u;
/** Bad standing bars by another rule, not as a repeat. */
const badStanding =
  /失信|处罚|违法|违规|事故|不良|黑名单|异常名录|造假|弄虚作假|舞弊|知识产权纠纷|涉密|侵权|犯罪/u;
const sameThing = /同一|同类|相同|多头|多个渠道|多渠道|其他渠道|同时申报/u;

export function bansOf(clauses: readonly DraftClause[], programme: string): Bans {
  const sentences = sentencesOf(clauses, 'with annexes').map(({ words, clause }) => ({
    words,
    ref: clause.ref,
  }));
  const bans = sentences.filter(({ words }) => isBan(words));
  const ban = bans.find(({ words }) => won.test(words)) ?? bans[0];
  const reapply = sentences.find(
    ({ words }) =>
      /20\d\d\s*年|有效期(?:已)?(?:届?满|到期)/u.test(words) &&
      /(?:需|须|应|可)(?:当)?(?:重新|再次)申报/u.test(words),
  );
  const years = ban && (windowIn(ban.words) ?? validityIn(sentences.map(({ words }) => words)));
  const whileValid = ban !== undefined && /示范期|有效期|试点期|建设期|培育期|周期/u.test(ban.words);
  const last = ban && lastYears(ban.words);
  const open = sentences
    .filter(({ words }) => !bans.some((one) => one.words === words) && words !== reapply?.words)
    .filter(
      ({ words }) =>
        (again.test(words) || (won.test(words) && refusal.test(words)) || asAsked.test(words)) &&
        !isOnlyBadStanding(words),
    )
    .map(({ words }) => words);
  const said = [...bans.map(({ words }) => words), ...(reapply ? [reapply.words] : [])];
  const why = said[0] ?? '程序没有认出限制重复申报的文字，通知中仍可能有，须由人通读确定。';
  const named = bans.flatMap(({ words }) => programmesIn(words));
  const exemptions = bans.flatMap(({ words }) => exemptionIn(words) ?? []);
  const window =
    last !== undefined
      ? ({ kind: 'last-years', years: last } as const)
      : whileValid || years !== undefined
        ? ({ kind: 'while-valid' } as const)
        : ({ kind: 'unlimited' } as const);
  const valid = window.kind === 'while-valid' ? years : undefined;
  const id = window.kind === 'unlimited' ? 'as-drafted' : window.kind;
  return {
    resubmission: {
      bars: ban ? barredIn(ban.words) : 'nothing',
      programmes: [programme],
      ...(valid !== undefined && { validityYears: valid }),
      readings: [
        {
          id,
          title: { zh: '草稿读法', en: 'As drafted' },
          window,
          why: { zh: why, en: 'Drafted from the notice; see the words in Chinese.' },
        },
      ],
      reading: id,
      exemptLabels: [],
      mustReapply: mustReapplyOf(reapply?.words, programme),
      clause: (ban ?? reapply)?.ref ?? clauses[0]?.ref ?? '引言',
    },
    said,
    open: [...new Set(open)],
    programmes: [...new Set(named)],
    exemptions: [...new Set(exemptions)],
  };
}

/** A refusal of those who won before, or of repeating as such; not of those in bad standing, nor of one thing by two ways. */
function isBan(words: string): boolean {
  const bare = words.replace(/不得(?:超过|少于|低于|多于)|不予受理|不超过/gu, '');
  if (isOnlyBadStanding(words)) return false;
  if (won.test(words) && refusal.test(bare) && act.test(words)) return true;
  return again.test(words) && won.test(words) && !sameThing.test(words);
}

function isOnlyBadStanding(words: string): boolean {
  return badStanding.test(words) && !/入选|示范|试点|获评|案例|称号|重复/u.test(words);
}

const yearsOf = (pattern: string, words: string): number | undefined =>
  wholeOf(new RegExp(pattern, 'u').exec(words)?.[1] ?? '');

/** `有效期三年`, `（2年有效期）`, `示范期为两年`. */
function windowIn(words: string): number | undefined {
  return (
    yearsOf(`(?:有效期|示范期|试点期|培育期|周期)[^。；，]{0,6}?${numeral}\\s*年`, words) ??
    yearsOf(`${numeral}\\s*年(?:的)?(?:有效期|示范期|试点期|内有效)`, words)
  );
}

function validityIn(sentences: readonly string[]): number | undefined {
  for (const words of sentences) {
    const years = /有效期|示范期/u.test(words) ? windowIn(words) : undefined;
    if (years !== undefined) return years;
  }
  return undefined;
}

/** `近三年内已获…`, `三年内不得`: only awards of that many years count. */
function lastYears(words: string): number | undefined {
  return (
    yearsOf(`(?:近|最近|过去|前)\\s*${numeral}\\s*年`, words) ??
    yearsOf(`${numeral}\\s*年(?:之)?内[^。；]{0,24}(?:不|已|曾|获|入选|重复)`, words)
  );
}

/** What the refused words name nearest before the refusal: …优秀案例的项目不得…. */
function barredIn(words: string): Resubmission['bars'] {
  const before = words.slice(0, refusal.exec(words)?.index ?? words.length);
  const place = before.length > 4 ? before : words;
  const last =
    [
      ...place.matchAll(
        /解决方案|案例|项目|平台|产品|课题|企业|单位|主体|公司|工厂|车间|团队|机构|园区|基地/gu,
      ),
    ].at(-1)?.[0] ?? '';
  if (/解决方案|案例|产品/u.test(last)) return 'solution';
  return /项目|平台|课题|工厂|车间|基地/u.test(last) ? 'project' : 'applicant';
}

function programmesIn(words: string): string[] {
  const quoted = [...words.matchAll(/[“《]([^”》]{3,40})[”》]/gu)].map(([, name = '']) => name);
  if (quoted.length > 0) return quoted;
  const [, name] =
    /(?:获得?(?:过|评)?|入选(?:过)?|列入|认定为?|评为|纳入|被授予|享受(?:过)?)(?:过|的)?((?:国家|省|市|部|工业和信息化部|我[部省市厅局])?[^，。；的不]{3,36}?)(?:的|称号|名单|等|企业|单位|不|，|。|；)/u.exec(
      words,
    ) ?? [];
  return name === undefined || /申报|支持|参评/u.test(name) ? [] : [name];
}

function exemptionIn(words: string): string | undefined {
  return /(?:但|除)[^。；]{2,60}?(?:除外|外|不受此限|不在此限|可(?:以)?(?:再次|重新|继续)?申报)/u.exec(
    words,
  )?.[0];
}

function mustReapplyOf(words: string | undefined, programme: string): Resubmission['mustReapply'] {
  const year = Number(/(20\d\d)\s*年/u.exec(words ?? '')?.[1]);
  if (words === undefined || !Number.isInteger(year) || !/(?:需|须|应)(?:当)?重新申报/u.test(words))
    return [];
  return [{ programme, year, usesQuota: !/不占[^。]{0,8}名额/u.test(words) }];
}
