import { isCited } from './cited.ts';
import { numeral, wholeOf } from './number-words.ts';

/** Words that count filings. */
export const counter = '(?:个|榜|项|家|名|件|份|篇|组|支|所|例|款|门|人|条|本|部|户|批)';
const range = `${numeral}(?:\\s*(?:—|-|－|～|~|至)\\s*${numeral})?`;
const limit = new RegExp(
  `(?:(?:不(?:得|能|要)?(?:超过|多于|超出?|高于)|限额?(?:主持|牵头)?(?:申?报|推荐?|荐|报送|揭|选|提交|于|为)?(?:[A-Z]类|(?:重点|一般|面上)(?:项目|课题))?|(?:最多|至多|上限)(?:可|只能|不超过|为)?(?:推荐|申报|报送|上报|提交|选报|揭|报)?|(?:放宽|增加|扩大|提高|调整|控制)(?:到|至|在|为)|(?:可|只能|仅能|应|须)?(?:择优|遴选|各|统一)?(?:推荐|报送|申报|上报|推报|选送|选报|报名)(?:上报)?(?:申报)?(?:[A-Z]类|(?:重点|一般|面上)(?:项目|课题))?(?:企业|项目|案例|数量|总数|名额)?(?:为|共)?|名额(?:各|共|为|是)*|指标(?:各|共|为)*)\\s*${range}\\s*${counter}|${range}\\s*${counter}\\s*(?:以内|以下(?!的)|之内)|以${range}\\s*${counter}为(?:上)?限)`,
  'gu',
);
/** Things counted that are no filings; what is counted is the last word of what follows the number. */
const otherThings =
  /^(?:(?:子?方向|专题|类别|领域|赛道|批次)(?=$|[，。；、（）])|专家|成员|负责人|联系人|字|页|附件|图片|单位以上|以上|工作日|年|月|天)|^[\u4e00-\u9fff]{0,6}(?:行业|人员|月份)(?:$|[，。；、（）])/u;
/** Words right before a limit that count something else: 字数, 页数, 企业成立年限. */
const otherCounted =
  /(?:字数?|页数?|篇幅|时长|图片|大小|用户|合同|周期|年限|专家|成员|人员|参与单位|联合体|配套|聚焦|选择|包含|涉及|覆盖|(?<!可)参与(?!申报))[^，。；]{0,6}$/u;
/** Right before the number. */
const usually = /(?:一般|原则上|通常)[^，。；]{0,8}$/u;

/** A limit on the filings of each class, of the same direction…. */
const partly =
  /((?:同一|每[个一类]?|各)(?:(?!报送|推荐|申报|上报|[市省区县州])[\u4e00-\u9fff]){0,4}(?:类别|类型|类|方向|任务|领域|专题|赛道|行业|场景))(?:示范|企业|产品|平台|项目|案例|推荐|申报|报送|数量|总数|名额|原则上|一般|最多|至多|限|可|的|均|应)*$/u;

export interface Limit {
  readonly max: number;
  /** The words that say for whom. */
  readonly phrase: string;
  /** What is limited, where it stands between the verb and the number: A类, 重点项目. */
  readonly what: string;
  readonly usual: boolean;
  /** Another notice's, or one of two alternatives. */
  readonly doubtful: boolean;
  /** The part of the filings that it is for, in the notice's words: 每个方向, 各专题. */
  readonly part?: string;
}

/** The limits of a sentence in their order; those on pages, words and people are none. */
export function limitsIn(passage: string): Limit[] {
  const limits: Limit[] = [];
  let start = 0;
  for (const match of passage.matchAll(limit)) {
    // 推荐2—3个: the greater number is the limit.
    const numbers = match.slice(1).filter((one) => one !== undefined);
    const max = wholeOf(numbers.at(-1) ?? '');
    const said = passage.slice(start, match.index);
    const end = match.index + match[0].length;
    const rest = passage.slice(end);
    if (max === undefined || otherThings.test(rest) || otherCounted.test(said)) continue;
    const phrase =
      said.split(/[；。：:]|(?<=[个项家名件份户条][）)]?)[，、]/u).findLast((part) => part !== '') ?? '';
    const part = partly.exec(said)?.[1];
    limits.push({
      max,
      phrase,
      what: /[A-Z]类|(?:重点|一般|面上)(?:项目|课题)/u.exec(match[0])?.[0] ?? '',
      usual: usually.test(said),
      doubtful: /^[^。；]{0,14}[，、]?或/u.test(rest) || isCited(passage.slice(0, match.index)),
      ...(part !== undefined && { part }),
    });
    start = end;
  }
  return limits;
}
