import { isModal } from './affirmed.ts';
import { capable } from './marks.ts';
import { type NumberWithUnit, numberOfLabel, numbersWithUnits } from './numerals.ts';
import type { Mood, Statement } from './statement.ts';

/** A number that a sentence states of a thing. */
export interface StatedNumber extends NumberWithUnit {
  readonly mood: Mood;
  /** It counts only a part (其中, 新增), an earlier day or the best one, and not the whole. */
  readonly part: boolean;
}

export interface StatedOf {
  readonly numbers: readonly StatedNumber[];
  /** Others of the kind in the sentence, of which it is not told that they are of the thing. */
  readonly beside: readonly StatedNumber[];
  /** Where the thing is denied and no number stands with it: 没有在任何企业部署. */
  readonly denials: readonly { readonly start: number; readonly end: number }[];
}

const partly =
  /其中|包括|包含|新增|首批|第[一二三]批|一期|二期|最[早近高多低]|同比|环比|增长|较上|较去|提高了|降低了|下降了|分别|每年|年均|没有一年|每家|单家|平均每|户均|单个|注册资本|员工|峰值|另外|另有/u;
const earlier =
  /最初|当初|首年|(?:19|20)\d\d年(?!以来|起|至今|底前)|前[一两二三]年|上半年|下半年|去年|前年|一季度|从(?=\d|[一二三四五六七八九十])|由(?=\d|[一二三四五六七八九十])/u;
const now = /目前|现有|截至|截止|累计|现已|共/u;

/** What a sentence states of the things that `cues` name, in one of the units. */
export function statedOf(
  statement: Statement,
  cues: readonly RegExp[],
  units: readonly string[],
  about: readonly RegExp[] = [],
): StatedOf {
  const { text } = statement;
  const wider = deniedAbout(statement, about, units);
  const places = cues.flatMap((cue) =>
    [...text.matchAll(cue)].map(({ index, 0: { length } }) => ({ start: index, end: index + length })),
  );
  if (places.length === 0) return { numbers: [], beside: [], denials: wider };
  const { clauses } = statement;
  const clauseAt = (at: number) => statement.clauseAt(at);
  const all = numbersWithUnits(text, units);
  const chosen = new Map<number, NumberWithUnit>();
  const denials: { start: number; end: number }[] = [];
  for (const cue of places) {
    const labelled = numberOfLabel(text, cue.end, units);
    const here = all.filter(({ start }) => clauseAt(start) === clauseAt(cue.start));
    const near = labelled ?? grownTo(nearest(here, cue) ?? beside(all, cue, statement, clauseAt), all, text);
    if (near) chosen.set(near.start, near);
    else if (statement.moodAt(cue.start, cue.end) === 'denied') denials.push(cue);
  }
  // 另一车间只有38%, 实际为4.7%: said of the same thing, and lower.
  for (const one of all) {
    if (lower.test(text.slice(Math.max(0, one.start - 16), one.start))) chosen.set(one.start, one);
  }
  // 在册52人，但…32人: what stands behind a turn counts too.
  const turnedTo = new Set<number>();
  for (const one of all) {
    const before = [...chosen.values()].find(({ end }) => end <= one.start);
    if (before && turned.test(text.slice(before.end, one.start)) && !chosen.has(one.start)) {
      chosen.set(one.start, one);
      turnedTo.add(one.start);
    }
  }
  // 2019年投入610万元, 2020年980万元, 合计1590万元: the sum is what there is, the others are its parts.
  const total = totalOf(all, [...chosen.values()], text);
  if (total) chosen.set(total.start, total);
  const together = [...chosen.values()];
  const largest = together.filter(
    (number) => !besideOf(number, together, text).some((one) => one.value > number.value),
  );
  const tell = (number: NumberWithUnit): StatedNumber => {
    const span = clauses[clauseAt(number.start)];
    const before = all.findLast((one) => one.end <= number.start && grownTo(one, all, text) === number);
    const ahead = text
      .slice(before?.end ?? span?.start ?? 0, number.start)
      .replace(before ? /增[长加至]|提高|降/gu : /(?!)/u, '');
    const items = itemsWith(number, all, text);
    const counted = items.length > 1 && allOfThem.test(text.slice(items.at(-1)?.end ?? number.end));
    const itemSum = items.reduce((sum, one) => sum + one.value, 0);
    const listed = /、[^,;。、]{1,16}(?:及|以及|和|与)$/u.test(ahead);
    return {
      ...number,
      // 与哈工大、浙大及两所院校: those named before it come on top.
      ...(listed ? { hedge: 'above' as const } : {}),
      // 注塑机600台、冲床350台都已联网: together they are what is connected.
      ...(counted ? { value: itemSum, least: itemSum } : {}),
      most: Math.max(
        items.length > 1 ? itemSum : 0,
        (listed ? 10 : 0) +
          besideOf(number, together, text).reduce((sum, one) => sum + one.value, number.most),
      ),
      mood: grown(
        moodOf(statement, number, ahead, text.slice(span?.start ?? 0, span?.end)),
        before !== undefined,
      ),
      part:
        (total !== undefined && number !== total && number.end <= total.start) ||
        (!lower.test(ahead) && (partly.test(ahead) || (earlier.test(ahead) && !now.test(ahead)))),
    };
  };
  const told = largest.map(tell);
  // Where a turn brings a number that is planned, past or a part, what stands before it is held back.
  const undone = told.filter((one) => turnedTo.has(one.start) && (one.mood !== 'actual' || one.part));
  const numbers = told.map((one) =>
    one.mood === 'actual' && undone.some(({ start }) => start > one.start)
      ? { ...one, mood: 'partly' as const }
      : one,
  );
  const others = all.filter(({ start }) => !chosen.has(start)).map(tell);
  return { numbers, beside: others, denials: [...denials, ...wider] };
}

/** 从改造前的52%提高到87%: the second number is of today, though the clause begins in the past. */
function grown(mood: Mood, isGrown: boolean): Mood {
  return isGrown && mood === 'elsewhere' ? 'actual' : mood;
}

const saidSum = /(?:合计|总计|共计|总共|合共|一共|累计|加起来|加在一起)[^,;。、\d]{0,6}$/u;
const allOfThem = /^[^,;。、\d]{0,4}(?:都|均|全部|全都|全)(?!无|未|没|不)/u;

/** The sum that stands behind two or more numbers of other clauses and is no less than any of them. */
function totalOf(
  all: readonly NumberWithUnit[],
  chosen: readonly NumberWithUnit[],
  text: string,
): NumberWithUnit | undefined {
  return all.find((one) => {
    const parts = chosen.filter(({ end }) => end <= one.start);
    const ahead = text.slice(Math.max(0, one.start - 12), one.start);
    return parts.length > 1 && saidSum.test(ahead) && parts.every(({ value }) => value <= one.value);
  });
}

/** The numbers of one list, each with its own name: 注塑机600台、冲床350台、机械手280台. */
function itemsWith(number: NumberWithUnit, all: readonly NumberWithUnit[], text: string): NumberWithUnit[] {
  const at = all.indexOf(number);
  if (at < 0) return [];
  const linked = (one: NumberWithUnit | undefined, next: NumberWithUnit | undefined) =>
    one !== undefined &&
    next !== undefined &&
    one.unit === next.unit &&
    /^(?:、|和|及|以及)[\u4e00-\u9fffa-z]{2,8}$/u.test(text.slice(one.end, next.start));
  let [from, to] = [at, at];
  while (linked(all[from - 1], all[from])) from -= 1;
  while (linked(all[to], all[to + 1])) to += 1;
  return all.slice(from, to + 1);
}

const turned = /(?:但|不过|然而|却|实际上|其实)/u;
const lower =
  /(?:只有?|仅有?|才|降至|降到|跌至|跌到|降为|减至|减到|减为|缩至|缩减[至到]|下降到|回落[至到]|变为|变成|剩下?|尚余|余下|还有|现为|现只|如今[是为有]?|真正[^,;。]{0,8}|真实[^,;。]{0,6}|实[有付装存到缴]|实际[^,;。]{0,8}|有效的?[^,;。]{0,6}|后台[^,;。]{0,8}|其中(?:能|可|真正?|实际|有效|在用|活跃|正常)[^,;。\d]{0,8}|正式[^,;。\d]{0,6}|自身[^,;。]{0,8}|分摊到[^,;。]{0,8}|本项目的?|核实[^,;。]{0,6}|核定[^,;。]{0,6}|不足|不到|不及)(?:的?[是为])?(?:日均|大?约|近)?$/u;

/** A number that is asked for, and not what there is: 与10万次的要求相差甚远. */
const asked =
  /^(?:以上|以下|左右)?的?(?:门槛|要求|标准(?!体系|起草|制定)|红线|底线|下限|上限|条件|规定|指标(?!体系)|目标|线(?!路|体|上|下)|及格线|考核)/u;
/** Signed for, and not there yet: 与11家企业签订部署协议. */
const agreed = /^[^,;。]{0,6}(?:签订|签署|签下|达成|签了)[^,;。]{0,8}(?:协议|意向|合同|备忘)/u;
/** The rest, told behind a number, that is not there or still on trial. */
const heldBack =
  /(?:其余|其他|另外(?!有)|剩余|余下|另[一二两三四五六七八九十\d])[^;。]{0,24}(?:尚|仍(?!有|超|达)|还|未(?!计入|统计|含)|没|暂|试|调试|待)|仍(?:在|处)[^,;。]{0,6}(?:试|调)|试运行/u;
/** How few of those counted are so in truth: 填报1500台，能读到数据的不足三分之一. */
const fewOf =
  /(?:活跃|真正|实际|有效|真实|去重)[^,;。]{0,8}(?:不到|不足|仅|只|寥寥|没|为)|(?:不足|不到|只有?|仅有?)(?:[一二三四五六七八九两]成|一半|半数|[二三四五六七八九十]分之|百分之|\d+%)/u;
/** 三家高校仅为我公司提供生源: what the counted are is held back. */
const onlyBehind = /^[^,;。]{0,10}(?:仅|只(?!要|需|占))/u;
/** Told of others or of what the notice asks. */
const ofOthers =
  /(?:行业|同行|同类|业内|全国|全省|竞品|友商|对手|其他企业|集团(?!内)|通知|文件)[^,;。]{0,10}$/u;
/** Only promised, claimed or true once: 签了二十家, 曾有3000余个. */
const claimed =
  /(?:宣称|号称|声称|自称|据称|宣传|吹|对外称|手册|写着|写的是|名义|名单|账面|册上|挂名|曾|一度|高峰|最多时|原有|原来|原定|原计划|起初|最初|验收时|上线时|立项时|合同[签约]|签了|签约|签订|意向|注册过|批复|概算|预算|计划)[^,;。]{0,10}$/u;

/** 四所高校、两家研究院 may be six: what stands beside a number in a list of the same kind. */
function besideOf(number: NumberWithUnit, others: readonly NumberWithUnit[], text: string): NumberWithUnit[] {
  return others.filter((one) => {
    const between =
      one.start > number.start ? text.slice(number.end, one.start) : text.slice(one.end, number.start);
    return one !== number && /[、和及与]/u.test(between) && !/[,;:。]/u.test(between);
  });
}

/** Wider words in clauses that deny them and hold no number of the kind. */
function deniedAbout(statement: Statement, about: readonly RegExp[], units: readonly string[]): Place[] {
  const { text, clauses } = statement;
  return about.flatMap((word) =>
    [...text.matchAll(word)].flatMap(({ index, 0: { length } }) => {
      const span = clauses[statement.clauseAt(index)];
      if (numbersWithUnits(text.slice(span?.start ?? 0, span?.end), units).length > 0) return [];
      const denied = statement.moodAt(index, index + length) === 'denied';
      return denied ? [{ start: index, end: index + length }] : [];
    }),
  );
}

/** A number that is said to be missed (没有达到5%) is an upper bound and no denial. */
function moodOf(statement: Statement, number: NumberWithUnit, ahead: string, clause: string): Mood {
  if (asked.test(statement.text.slice(number.end, number.end + 8))) return 'planned';
  if (ofOthers.test(ahead) || /^[^,;。]{0,8}[中里](?=,|有)/u.test(statement.text.slice(number.end)))
    return 'elsewhere';
  const mood = statement.moodAt(number.start, number.end);
  const told = mood === 'actual' || mood === 'capable' || mood === 'partly';
  if (told && number.unit !== '%' && fewOf.test(statement.text.slice(number.end))) return 'doubted';
  if (told && (claimed.test(ahead) || agreed.test(statement.text.slice(number.end)))) return 'doubted';
  // A number is itself told as a fact, unless it ought to be.
  if (mood === 'named') return isModal(clause) ? 'planned' : 'actual';
  if (unsettled.test(statement.text)) return mood === 'actual' ? 'partly' : mood;
  if (mood === 'denied' && number.hedge !== 'exact' && number.hedge !== 'about') return 'actual';
  if ((mood === 'actual' || mood === 'partly') && capable.test(ahead)) return 'capable';
  // 只有7家 is a number all the same; a trial is none, nor is what the rest of the sentence holds back.
  const behind = statement.text.slice(number.end);
  if (mood === 'partly' && !/试/u.test(clause) && !heldBack.test(behind) && !onlyBehind.test(behind))
    return 'actual';
  return mood;
}

const unsettled = /不确定|存疑|待核实|待认定|(?:尚|仍)在(?:补充|认定|核实|核对)/u;

type Place = { readonly start: number; readonly end: number };

function nearest(numbers: readonly NumberWithUnit[], cue: Place): NumberWithUnit | undefined {
  const distance = (one: NumberWithUnit) =>
    one.start >= cue.end ? one.start - cue.end : cue.start - one.end;
  return numbers
    .filter((one) => one.start >= cue.end || one.end <= cue.start || one.end > cue.start)
    .toSorted((a, b) => distance(a) - distance(b))[0];
}

/** 从3万台增长到7.4万台: the second number is what there is. */
function grownTo(
  number: NumberWithUnit | undefined,
  all: readonly NumberWithUnit[],
  text: string,
): NumberWithUnit | undefined {
  if (!number) return undefined;
  const next = all.find(({ start }) => start >= number.end);
  const from = /(?:从|由|自)[^,;。]{0,14}$/u.test(text.slice(Math.max(0, number.start - 16), number.start));
  const to = next && /^[^,;。\d]{0,10}(?:到|至|为)[^,;。\d]{0,6}$/u.test(text.slice(number.end, next.start));
  return from && to ? next : number;
}

/** All there are, of which what was counted can only be a part: 公司全体在职员工合计46人. */
const whole = /(?:全体|全厂|全公司|全部)[^,;。\d]{0,12}$/u;
/** The sum that a sentence brings for what the one before it counted: 焦化6家、氯碱5家；合计15家. */
export function sumsIn(statement: Statement, units: readonly string[]): StatedNumber[] {
  return numbersWithUnits(statement.text, units).flatMap((one) => {
    const start = statement.clauses[statement.clauseAt(one.start)]?.start ?? 0;
    const ahead = statement.text.slice(start, one.start);
    return start < one.start && ((/共|合|总/u.test(ahead) && sum.test(ahead)) || whole.test(ahead))
      ? [{ ...one, mood: statement.moodAt(one.start, one.end), part: false }]
      : [];
  });
}

/** The clause behind the cue's may bring the sum: 用户详见清单, 共十四家. Other numbers may be of other things. */
function beside(
  numbers: readonly NumberWithUnit[],
  cue: Place,
  { text, clauses }: Statement,
  clauseAt: (at: number) => number,
): NumberWithUnit | undefined {
  const clause = clauseAt(cue.start);
  return numbers.find(({ start }) => {
    const at = clauseAt(start);
    const ahead = text.slice(clauses[at]?.start ?? start, start);
    return (at === clause + 1 || at === clause + 2) && sum.test(ahead);
  });
}

const sum =
  /^(?:占[^,;。\d]{0,12})?(?:我[司厂]|我?公司|本[公司厂企业单位]{1,3}|本项目)?(?:目前|现|已|累计|至今|一)?(?:共|总|合|累|计|达|为|有|约|近|超|逾|实际|均|都|仅|只|不|且)*(?:计|有|达|到|过|足)*$/u;
