import type { UnitKind } from '../../schema/index.ts';

/** Who recommends, by kind, or by the notice's own words for units of no kind of their own: 学院, 园区, 司局. */
export interface QuotaUnit {
  readonly unit: UnitKind;
  readonly named?: string;
}

const applicant =
  /(?:每(?:一)?(?:家|个|户|位|名)?|同一(?:家|个)?|单个|各|一家|一个)(?:人(?=限|只|至|最|可|申)|申报|申请|参评|参赛|参与|独立)?(?:项目|会员)?(?:单位|主体|企业|法人|公司|机构|组织|申请人|申报人|负责人|牵头单位|团队|联合体|供应商|揭榜方|申报方)|^\s*(?:一|每)[企户人]\s*$/u;

const kinds: readonly (readonly [UnitKind, RegExp])[] = [
  ['plan-city', /计划单列市/u],
  ['xpcc', /兵团/u],
  ['central-enterprise', /中央企业|央企|中央管理企业/u],
  ['association', /协会|联合会|学会|商会|行业组织|联盟/u],
  ['city', /设区市|设区的市|各市(?!场)|地级市|地市|市级(?!以上)|市[（(]州|市州|州[（(]?市|盟市|各地市/u],
  ['province', /(?:各|每个?|本)?(?<!副)省(?!属|直|内|外|级以上|委|政府)|自治区|直辖市/u],
];
const nouns =
  /省直管县|省管县|省属[国有]*企业|市属[国有]*企业|国有企业|省直(?:部门|单位)?|市直(?:部门|单位)?|司局|处室|高等院校|高等学校|高校|院校|学院|学校|科研院所|研究院|医院|园区|开发区|高新区|经开区|新区|功能区|县[（(]?市?、?区?[)）]?|区县|旗县|县区|各县|各区|街道|乡镇|镇街|集团|部门|机构|服务商|中心|分会|专委会|支部|社区|事业部|分公司|子公司|班组|项目部/u;

/** 每家企业, 同一申报主体; a 中央企业 or an office that recommends is no applicant. */
export function isApplicant(phrase: string): boolean {
  const part = phrase.split('，').at(-1) ?? phrase;
  const of = applicant.test(part) ? part : phrase;
  return (
    applicant.test(of) && !/推荐(?:单位|主体)|中央企业|央企|主管部门/u.test(of) && !/推荐\s*$/u.test(part)
  );
}

/** The kinds of unit that words name; else the units by the notice's own words for them. */
export function unitsIn(words: string): QuotaUnit[] {
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
export function bareOf(words: string): string {
  return (words.split(/[，。；：:]/u).at(-1) ?? '')
    .replace(
      /(?:原则上|一般|各|均|可|每[个家校省]?|应|须|总计|合计|推荐|申报|报送|的|项目|案例|数量|总数|名额|每年|分别|以集团为单位)+$/gu,
      '',
    )
    .replace(/^(?:[（(、]|其中|每[个家]?|各|由|请|对|以及|和|单位)+/u, '')
    .trim();
}
