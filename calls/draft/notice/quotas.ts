import type { Call, UnitKind } from '../../schema/index.ts';
import type { DraftClause } from '../clauses.ts';
import type { Part } from '../parts.ts';
import { counter, limitsIn } from './limits.ts';
import { numeral, wholeOf } from './number-words.ts';
import { allocatedIn, isPlace, quotaTable } from './quota-tables.ts';
import { bareOf, bodyEnd, isApplicant, type QuotaUnit, unitsIn } from './quota-units.ts';
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

/** What is limited that is no filing of a unit: who is chosen, who belongs to it, what is attached. */
const noFiling =
  /成员|人数|教师|材料|视频|图片|附件|证书|论文|专利|遴选|评选|支持|资助|奖|额度|确定|评定|立项|全省|全国|全市|入选|入围|认定|联合单位|合作单位|参与单位|字/u;
const filing = /推荐|名额|限报|限额|报送|申报|选送|推报|指标|上报|举荐/u;
const topic = /推荐|名额|申报|限报|限额|报送|指标|选送|推报|参评|参赛|参选|参加|举荐/u;
/** Words that count filings in no form of words known here. */
const counting =
  /(?:推荐|申报)?(?:名额|指标)[^。；]{0,20}(?:\d|[一二两三四五六七八九十]+[个项家名件])|推荐[^，。；]{0,16}(?:\d{1,3}|[一二两三四五六七八九十]{1,2})\s*[个项家名件](?!方向|领域|月|工作日)|限申?[报推]|(?:增加|增报|追加|上浮|另增|多报)[^，。；]{0,8}?(?:\d{1,3}|[一二两三四五])\s*[个项家名]/u;

const numbered = new RegExp(`${numeral}\\s*${counter}`, 'gu');

/** 南京市、苏州市各10个，无锡市8个: counts for places, whatever they count. */
const allotting =
  /[市县区州省盟旗校院][各均]?\d{1,3}[个项家名][，、；].*[市县区州省盟旗校院][各均]?\d{1,3}[个项家名]/u;

/** `…所在市可增加1家`: what some may file on top; without a name where the words name none. */
function added(passage: string, limited: boolean): { named: string; max: number }[] {
  return [...passage.matchAll(adding)].flatMap((match) => {
    const [, who = '', number = ''] = match;
    const max = wholeOf(number);
    if (max === undefined || (limited && /(?:放宽|提高)/u.test(match[0]))) return [];
    const name = bareOf(who.replace(/(?:可|应)?(?:另行|额外|适当|单独|再)*$/u, ''));
    return [{ named: bodyEnd.test(name) && name.length <= 26 ? `${name}（另增）` : '', max }];
  });
}
const adding = new RegExp(
  `([^，。；（()]{2,30}?)(?:可|应)?(?:另行|额外|适当|单独|再)*(?:另增|增加|增报|追加|多报|加推|上浮)(?:推荐|申报|报送)?\\s*${numeral}\\s*${counter}`,
  'gu',
);

/** 每家企业推荐… in a notice that speaks to enterprises: they recommend, and are no applicants. */
function addressedIn(part: Part, phrase: string): QuotaUnit[] | undefined {
  const noun = /企业|公司|学院|部门|学校/u.exec(phrase)?.[0];
  const heads = part.pieces.flatMap((piece) =>
    piece.kind === 'para' && /^[^。；]{0,12}各[^。；]{2,120}[:：]$/u.test(piece.text) ? [piece.text] : [],
  );
  const [words = ''] = heads;
  if (noun === undefined || !words.includes(noun) || /有关|相关|局|厅|委/u.test(words)) return undefined;
  const units = unitsIn(words);
  return units.length === 1 ? units : [{ unit: 'other', named: noun }];
}

/** One limit of a sentence with the units it is for and what of theirs it limits: 企业类, 优秀场景, or all. */
interface Read {
  readonly units: readonly QuotaUnit[];
  readonly phrase: string;
  readonly thing: string;
  readonly max: number;
  readonly usual: boolean;
  /** 每个方向, or 另增 for what comes on top. */
  readonly part?: string;
}

/** How many each kind of recommending unit may recommend, read unit by unit, and how many one applicant. */
export function quotasOf(clauses: readonly DraftClause[]): Quotas {
  const found: FoundQuota[] = [];
  const open = new Set<string>();
  let perApplicant: ApplicantLimit | undefined;
  for (const { words: passage, clause } of sentencesOf(clauses, 'with annexes')) {
    const under = clause.headings.join(' ');
    const about = topic.test(`${under} ${clause.text}`);
    const spoken = topic.test(`${under} ${passage}`);
    const reads: Read[] = [];
    const limits = limitsIn(passage);
    const numbers = passage.match(numbered)?.length ?? 0;
    const allotted = numbers > limits.length ? allocatedIn(passage, under) : [];
    if (allotted.length > 0) {
      for (const quota of allotted) found.push({ ...quota, usual: false, passage, clause: clause.ref });
      continue;
    }
    const applicants: ApplicantRead[] = [];
    for (const { max, phrase, what, usual, doubtful, part } of limits) {
      if (doubtful || (noFiling.test(phrase) && !filing.test(phrase))) {
        if (about) open.add(passage);
        continue;
      }
      const addressed =
        isApplicant(phrase) && /推荐/u.test(passage) ? addressedIn(clause.part, phrase) : undefined;
      // 每个单位每个类别1个，总数不超过2个: the second is the applicant's as well.
      const again = applicants.length > 0 && reads.length === 0 && unitsOf(phrase, '', false).every(isClass);
      if ((isApplicant(phrase) && addressed === undefined) || again) {
        const total = /(?:合计|总计|总数|累计|共)/u.test(phrase);
        applicants.push({
          max,
          phrase,
          again,
          total,
          partly:
            part !== undefined ||
            ofOneKind.test(phrase) ||
            (again && eachOfSome.test(phrase.split('，').at(-1) ?? '')),
        });
        continue;
      }
      const before = reads.at(-1);
      const alone = before === undefined && applicants.length === 0;
      const own = addressed ?? unitsOf(phrase, alone ? passage : '', about);
      // 推荐企业类3个、城市类1个: the unit goes on for the second class.
      const goesOn = before !== undefined && (own.length === 0 || own.every(isClass));
      const units = goesOn ? before.units : own;
      const more = /(?:额外|另行|另|再|增加|追加|另增)(?:推荐|申报|增报)?$/u.test(phrase)
        ? '另增'
        : undefined;
      const [, sort] =
        /(?:推荐|申报|报送)((?:国家|部|省|市|自治区)级[^，。推申报的]{0,8}|[^，。推申报]{2,10}[类型])的?[，,]/u.exec(
          phrase,
        ) ?? [];
      const kept = part ?? more ?? sort;
      // 西安市原则上不超过二十个: nothing but the unit stands before its number.
      const told =
        spoken ||
        phrase
          .replace(/不少于[^，。；]{1,6}?[、，]?$/u, '')
          .split(/[，,]/u)
          .some((words) => isPlace(bareOf(words)));
      if (units.length === 0 || !told) {
        if (about || units.length > 0) open.add(passage);
      } else
        reads.push({
          units,
          phrase,
          thing: thingOf(phrase, what, goesOn),
          max,
          usual,
          ...(kept !== undefined && { part: kept }),
        });
    }
    const others = reads.filter(({ phrase }) => /^(?:而|但)?非/u.test(bareOf(phrase)));
    if (others.length > 0 && applicants.length === 1 && applicants[0]) {
      // 会员单位2个，非会员单位1个: two kinds of applicants have no one limit.
      const { max, phrase } = applicants.splice(0)[0] ?? applicants[0];
      const unit = { unit: 'other' as const, named: bareOf(phrase).replace(/^每[个家]/u, '') };
      reads.unshift({ units: [unit], phrase, thing: '', max, usual: false });
    }
    const limit = limitOf(applicants);
    if (limit !== undefined) perApplicant ??= { max: limit, passage, clause: clause.ref };
    else if (applicants.length > 0) open.add(passage);
    for (const one of added(passage, limits.length > 0)) {
      if (one.named === '' || !spoken) open.add(passage);
      else found.push({ unit: 'other', ...one, usual: false, passage, clause: clause.ref });
    }
    for (const { phrase, ...read } of separate(reads)) {
      const quota = { ...read, passage, clause: clause.ref };
      const own = { ...quota, unit: 'other' as const, named: bareOf(phrase) };
      const held = heldBy(found, quota);
      // 其他地区每省 beside 每省: told by the notice's own words, where they are no more than a name.
      if (!held) found.push(quota);
      else if (held.max === quota.max) continue;
      else if (own.named !== '' && !heldBy(found, own)) found.push(own);
      else open.add(passage);
    }
    if (
      limits.length === 0 &&
      (counting.test(passage) || (about && allotting.test(passage))) &&
      !found.some((one) => one.passage === passage)
    )
      open.add(passage);
  }
  for (const part of new Set(clauses.map((clause) => clause.part))) {
    const table = quotaTable(part.pieces);
    const own = clauses.filter((clause) => clause.part === part);
    const clause =
      own.find(({ text, headings }) => /名额|限额|指标/u.test(`${headings.join(' ')} ${text}`)) ?? own[0];
    if (!clause) continue;
    for (const quota of table.found) found.push({ ...quota, usual: false, clause: clause.ref });
    for (const words of table.open) open.add(words);
  }
  return { found, ...(perApplicant && { perApplicant }), open: [...open] };
}

/** A limit for one applicant: `again` where the applicant was named before, `partly` for one class of its filings. */
interface ApplicantRead {
  readonly max: number;
  readonly phrase: string;
  readonly again: boolean;
  readonly total: boolean;
  readonly partly: boolean;
}

/** 同类型产品, 同一型号: what is limited is less than all that one applicant files. */
const eachOfSome = /^(?:且|其中|但)?(?:每|同一|各|单个)/u;
const ofOneKind =
  /(?:同一?|每[个一]?|各)(?:类型?|型号|规格|系列|产品|项目|领域|批次)(?!单位|主体|企业|负责|牵头|公司|法人)[^，。；]{0,8}$/u;

/** The one limit on all that an applicant files; none where each class of filings has its own. */
function limitOf(applicants: readonly ApplicantRead[]): number | undefined {
  const whole = applicants.filter(({ partly }) => !partly);
  const total = whole.find((one) => one.total) ?? whole[0];
  if (total === undefined || (!total.total && whole.some((one) => one.again))) return undefined;
  return total.max;
}

const heldBy = (found: readonly FoundQuota[], { unit, named }: QuotaUnit) =>
  found.find((one) => one.unit === unit && one.named === named);

const isClass = ({ unit, named = '' }: QuotaUnit) =>
  unit === 'other' && /(?:[类级型]|项目|课题|场景|案例|工厂|车间|产品)$/u.test(named);

function unitsOf(phrase: string, passage: string, about: boolean): readonly QuotaUnit[] {
  // 推荐省级的，每市…: who is nearest to the number.
  const near = /[，,]/u.test(phrase) ? unitsIn(phrase.split(/[，,]/u).at(-1) ?? '') : [];
  // 地方高校由省级教育行政部门推荐，总数…: who recommends, not for whom.
  const [, by] = byWhom.exec(phrase) ?? [];
  if (near.length === 0 && by !== undefined) return [{ unit: 'other', named: by }];
  const units = near.length > 0 ? near : unitsIn(phrase);
  return units.length > 0 || !about || /[\u4e00-\u9fff]{2}/u.test(bareOf(phrase)) ? units : unitsIn(passage);
}

const byWhom =
  /由([^，。；由]{3,20}?(?:部门|厅|局|委|协会|学会|集团|政府|单位))(?:统一|择优|负责|组织|直接|汇总)*(?:推荐|报送|遴选)/u;

/** What is limited: the words behind 推荐 or 申报, or the whole phrase where the unit was named before. */
function thingOf(phrase: string, what: string, goesOn: boolean): string {
  const words =
    what !== ''
      ? what
      : goesOn
        ? phrase
        : (/(?:推荐|申报|报送|限报|上报)([^推申报]*)$/u.exec(phrase)?.[1] ?? '');
  return words
    .replace(/^(?:[（(、，]|其中|的)+/u, '')
    .replace(/(?:原则上|一般|各|均|数量|总数)+$/u, '')
    .replace(/^(?:企业|项目|案例)$/u, '')
    .trim();
}

/**
 * A unit of which a sentence limits several things has no quota for all: each is named with its thing, so that no rule
 * counts all filings against it.
 */
function separate(reads: readonly Read[]): (Omit<FoundQuota, 'passage' | 'clause'> & { phrase: string })[] {
  const same = (a: QuotaUnit, b: QuotaUnit) => a.unit === b.unit && a.named === b.named;
  return reads.flatMap(({ units, phrase, thing, max, usual, part }, i) =>
    units.map((unit) => {
      if (part !== undefined)
        return {
          unit: 'other' as const,
          named: `${unit.named ?? kindNames[unit.unit]}（${part}）`,
          max,
          usual,
          phrase,
        };
      const others = reads.filter(
        (read, j) => j !== i && read.part === undefined && read.units.some((one) => same(one, unit)),
      );
      if (others.length === 0 || others.every((read) => read.max === max))
        return { ...unit, max, usual, phrase };
      const named = `${unit.named ?? kindNames[unit.unit]}${thing === '' ? '' : `（${thing}）`}`;
      return { unit: 'other' as const, named, max, usual, phrase };
    }),
  );
}

const kindNames: Record<UnitKind, string> = {
  province: '省',
  'plan-city': '计划单列市',
  xpcc: '兵团',
  'central-enterprise': '中央企业',
  association: '协会',
  city: '市',
  other: '其他单位',
};

export function quotaEntries(found: readonly FoundQuota[]): Call['quotas'] {
  return found.map(({ unit, named, max, usual, clause }) => ({
    unit,
    ...(named !== undefined && { named }),
    max,
    ...(usual ? { usual } : {}),
    clause,
  }));
}
