import { placeNameAt } from '../../../core/parties/places.ts';
import type { UnitKind } from '../../schema/index.ts';

/** Who recommends, by kind, or by the notice's own words for units of no kind of their own: 学院, 园区, 司局. */
export interface QuotaUnit {
  readonly unit: UnitKind;
  readonly named?: string;
}

const applicant =
  /(?:每(?:一)?(?:家|个|户|位|名)?|同一(?:家|个)?|单个|各|一家|一个)(?:人(?=限|只|至|最|可|申)|申报|申请|参评|参赛|参与|独立|揭榜|牵头)?(?:项目|会员)?(?:单位|主体|企业|法人|公司|机构|组织|申请人|申报人|负责人|牵头单位|团队|联合体|供应商|服务商|厂商|揭榜方|申报方)|^\s*(?:一|每)[企户人]\s*$|(?:^|[，。；：、）\s])(?:申报|申请|牵头|参评|揭榜)(?:单位|主体|企业|人|方)(?:原则上|只能|仅能|最多|至多|可|仅可)*$/u;

const kinds: readonly (readonly [UnitKind, RegExp])[] = [
  ['plan-city', /计划单列市/u],
  ['xpcc', /兵团/u],
  ['central-enterprise', /中央企业|央企|中央管理企业/u],
  ['association', /协会|联合会|学会|商会|行业组织|联盟/u],
  [
    'city',
    /设区市|设区的市|[各每]个?市(?!场)|地级以上市|地级及以上|地级市|地市|市级(?!以上)|市[（(]州|市州|州[（(]?市|盟市|各地市/u,
  ],
  [
    'province',
    /(?:各|每个?|本)?(?<!副)省(?!会|属|直|内|外|级?通信管理局|级(?!经信|工信|工业|通信|科技|发展|主管|行业|财政|农业|商务|[^，。；]{0,4}(?:部门|厅|局))|委|政府|份?有|名额|推荐数)|自治区|直辖市/u,
  ],
];
const nouns =
  /省直管县|省管县|各地(?:区|方)?|每地|推荐(?:单位|主体|机构)|分署|直属海关|通信管理局|省属[国有]*企业|市属[国有]*企业|国有企业|省直(?:部门|单位)?|市直(?:部门|单位)?|司局|处室|高等院校|高等学校|高校|院校|学院|学校|科研院所|研究院|医院|园区|开发区|高新区|经开区|新区|功能区|县[（(]?市?、?区?[)）]?|区县|旗县|县区|各县|各区|街道|乡镇|镇街|集团|部门|机构|服务商|中心|分会|专委会|支部|社区|事业部|分公司|子公司|班组|项目部|每区|各(?:有关)?单位|省份|(?<=[\u4e00-\u9fff])协调部门/u;

/** 每家企业, 同一申报主体; a 中央企业 or an office that recommends is no applicant. */
export function isApplicant(phrase: string): boolean {
  const part = phrase.split('，').at(-1) ?? phrase;
  // 各单位组织遴选，每省…: who is nearest to the number.
  const of = applicant.test(part) || unitsIn(part).length > 0 ? part : phrase;
  return (
    applicant.test(of) &&
    !/推荐(?:单位|主体)|中央企业|央企|主管部门|集团/u.test(of) &&
    !/推荐\s*$/u.test(part)
  );
}

/** The kinds of unit that words name; else the units by the notice's own words for them. */
export function unitsIn(words: string): QuotaUnit[] {
  const known = kinds.filter(([, pattern]) => pattern.test(words)).map(([unit]) => ({ unit }));
  if (known.length > 0) return known;
  const noun = nouns.exec(words)?.[0].replace(/^[各每](?!地)/u, '');
  if (noun !== undefined) return [{ unit: 'other', named: noun }];
  const each = eachOf.exec(words)?.[1];
  if (each !== undefined && !notUnit.test(each)) return [{ unit: 'other', named: each }];
  const [, told] = described.exec(words.split('，').at(-1) ?? '') ?? [];
  if (told !== undefined) return [{ unit: 'other', named: told }];
  return namesIn(words).map((named) => ({ unit: 'other', named }));
}

/** 主业处于制造业、能源领域的企业推荐, 其他企业推荐: enterprises told apart among those that recommend. */
const described =
  /^((?:[^，。；]{4,40}的|其他|其余)(?:企业|单位|高校|学校|地区|机构))(?:可|应|原则上|一般|各|均|推荐|数量)*$/u;

/** What the name of a place or a body ends with. */
export const bodyEnd =
  /(?:市|州|盟|省份?|区|县|协|联|委|办|旗|镇|院|校|会|部|局|厅|处|司|署|中心|集团|公司|企业|单位|所|站|库|师|团|海关|兵团|部门|大学|机构|园|平台|地方|地区)$/u;

/** 每个区镇推荐, 各事业部原则上: whoever 每 or 各 stands before, up to the verb. */
const eachOf =
  /(?:每[个家所户]?|各)([\u4e00-\u9fff（）]{2,12}?)(?=可|应|原则上|一般|限|推荐|申报|报送|上报|选送|最多|至多|不|的|各|均|名额|数量|总数|$)/u;
const notUnit = /项目|案例|方向|类|奖|专家|人$|材料|附件|产品|成员|企业$|年|次|批|[图页字]/u;

/** `广州、深圳各` → 广州, 深圳: places and bodies that nothing but their names tells. */
function namesIn(words: string): string[] {
  const names = bareOf(words)
    .split('、')
    .map((name) => name.trim());
  const isUnit = (name: string) =>
    /^[\u4e00-\u9fff]{2,20}$/u.test(name) &&
    (name.length <= 4 || bodyEnd.test(name)) &&
    !/推荐|申报|不|项目|同一|每|主持|参与|企业$|人$|方向|类别|限(?!公司)|^的|类|示范$|[应须可]|聚焦|选择|确定|遴选/u.test(
      name,
    );
  // 服务不超过5项: a short word that is no place may be what is counted.
  const known = names.some((name) => bodyEnd.test(name) || placeNameAt(name)?.length === name.length);
  return known && names.every(isUnit) ? names : [];
}

/** The last words before a limit without those that only lead to it. */
export function bareOf(words: string): string {
  return (words.split(/[，。；：:]/u).at(-1) ?? '')
    .replace(
      /(?:原则上|一般|各|均|可|每[个家校省]?|应|须|总计|合计|推荐|申报|报送|的|项目|案例|数量|总数|名额|每年|分别|控制|以集团为单位)+$/gu,
      '',
    )
    .replace(/^(?:[（(、]|其中|每[个家]?|各|由|请|对|以及|和|单位)+/u, '')
    .trim();
}
