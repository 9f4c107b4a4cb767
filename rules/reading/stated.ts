import type { Stated } from '../../calls/rule-language/num.ts';
import { readDigits, readNumeral } from '../../core/normalise/numeral.ts';
import type { Place } from '../../core/place.ts';
import type { Scope } from '../scope.ts';
import { passagesOf } from './passages.ts';
import { amountUnitNames, convert, isAmountUnit, type Quantity } from './quantity.ts';
import { clauseAround, sentencesOf } from './sentence.ts';

interface Found {
  /** In the first of the units asked for. */
  readonly value: number;
  readonly planned: boolean;
  readonly sentence: string;
  readonly evidence: readonly Place[];
}

/**
 * A number that the narrative states: in a sentence with one of the cues, the number nearest to the cue that
 * one of the units follows. Numbers that are planned, aimed at or denied do not count; where there are only
 * such, or none, the number is unknown. The value is in the first of the units.
 */
export function readStated(stated: Stated, scope: Scope): Quantity {
  const { texts, gap } = passagesOf(scope, stated.in);
  const found = texts.flatMap((own) =>
    sentencesOf(own.text).flatMap((sentence) =>
      numbersNear(sentence.text, stated).map(
        ({ at, length, ...rest }): Found => ({
          ...rest,
          sentence: sentence.text.replace(/\s+/gu, ' ').trim(),
          evidence: own.placesOf(sentence.start + at, sentence.start + at + length),
        }),
      ),
    ),
  );
  const real = found.filter(({ planned }) => !planned);
  const chosen = stated.take === 'most' ? real.toSorted((a, b) => b.value - a.value)[0] : real[0];
  const unit = stated.units[0];
  const named = unit === undefined ? {} : { unit };
  if (chosen) return { known: true, value: chosen.value, ...named, evidence: chosen.evidence };
  const [planned] = found;
  if (planned) {
    const quote = planned.sentence.slice(0, 80);
    const why = {
      zh: `申报书中的数量是计划、目标或否定的说法（“${quote}”），请人工核对实际数量。`,
      en: `The number given is planned, aimed at or denied ("${quote}"); please check the actual one.`,
    };
    return { known: false, why, ...named, evidence: planned.evidence };
  }
  if (gap) return { known: false, why: gap.why, ...named, evidence: gap.evidence };
  const what = stated.near.slice(0, 3).join('、');
  const why = {
    zh: `申报内容未写明“${what}”的数量（单位：${stated.units.join('、')}），请补充或人工核对。`,
    en: `The text states no number for "${what}" (in ${stated.units.join(', ')}); please add it or check by hand.`,
  };
  return { known: false, why, ...named, evidence: [] };
}

interface Hit {
  readonly at: number;
  readonly length: number;
  readonly value: number;
  readonly planned: boolean;
}

/** For each cue of a sentence the nearest number with a unit. */
function numbersNear(sentence: string, { near, units }: Stated): Hit[] {
  const cues = near.flatMap((word) => occurrences(sentence, word));
  if (cues.length === 0) return [];
  const hits = numbersIn(sentence, units);
  const chosen = cues.flatMap(({ start, end }) => {
    const distance = (hit: Hit) => (hit.at >= end ? hit.at - end : start - (hit.at + hit.length));
    return hits.toSorted((a, b) => distance(a) - distance(b))[0] ?? [];
  });
  return [...new Set(chosen)];
}

function occurrences(text: string, word: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    found.push({ start: at, end: at + word.length });
  }
  return found;
}

const begin =
  /(?<![\d.第年月])(?:\d|[一二两三四五六七八九十百千][一二三四五六七八九十百千万亿零余多个类项家台套种条座]?)/gu;

function numbersIn(sentence: string, units: readonly string[]): Hit[] {
  const text = sentence.replace(/[\uff01-\uff5e]/gu, (letter) =>
    String.fromCharCode(letter.charCodeAt(0) - 0xfee0),
  );
  const hits: Hit[] = [];
  let after = 0;
  for (const { index } of text.matchAll(begin)) {
    if (index < after) continue;
    const hit = numberAt(text, index, units);
    if (!hit) continue;
    hits.push(hit);
    after = hit.at + hit.length;
  }
  return hits;
}

const scales: Readonly<Record<string, number>> = {
  百: 100,
  千: 1000,
  万: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
};

/** `1200台`, `1.2万余台`, `100多万台`, `三千余 台`: the number, a vague word, perhaps a scale, then the unit. */
function numberAt(text: string, at: number, units: readonly string[]): Hit | undefined {
  const rest = text.slice(at);
  const wanted = units[0];
  const accepted = units.some(isAmountUnit) ? [...new Set([...units, ...amountUnitNames])] : units;
  const names = accepted.toSorted((a, b) => b.length - a.length);
  for (const numeral of [readDigits(rest), readNumeral(rest)]) {
    if (!numeral) continue;
    const behind = /^\s?[余多来]?\s?(?:(百万|千万|百|千|万|亿)[余多]?\s?)?/u.exec(rest.slice(numeral.length));
    const variants = [
      { length: numeral.length + (behind?.[0].length ?? 0), factor: scales[behind?.[1] ?? ''] ?? 1 },
      {
        length: numeral.length + (/^\s?[余多来]?\s?/u.exec(rest.slice(numeral.length))?.[0].length ?? 0),
        factor: 1,
      },
    ];
    for (const { length, factor } of variants) {
      const unit = names.find((name) => rest.startsWith(name, length));
      if (unit === undefined) continue;
      const value = convert(Number((numeral.value * factor).toPrecision(15)), unit, wanted);
      return { at, length: length + unit.length, value, planned: isPlanned(text, at) };
    }
  }
  return undefined;
}

const plan =
  /(?<!按|原|既定)计划(?!内|完成)|预计|预期|预测|目标|力争|争取|拟(?!合)|规划|有望|未来|即将|将(?:达|新增|接入|建|实现|覆盖|突破|超|完成|形成|服务|连接|带动|推广)|下一步|远期/u;
const done = /已|累计|目前|现有|截至|截止|实现了|完成了|现已|建成|共有/u;
const denied = /(?:不足|不到|少于|低于|未满|尚未|没有|未能|缺少|无)[^，。]{0,4}$/u;

/** Whether the number is not one that is there: the clause's own words count first, then the sentence before it. */
function isPlanned(sentence: string, at: number): boolean {
  if (denied.test(sentence.slice(Math.max(0, at - 8), at))) return true;
  const clause = clauseAround(sentence, at);
  if (plan.test(clause)) return true;
  if (done.test(clause)) return false;
  return plan.test(sentence.slice(0, at));
}
