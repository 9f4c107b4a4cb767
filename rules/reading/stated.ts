import type { Stated } from '../../calls/rule-language/num.ts';
import { mergePlaces, type Place } from '../../core/place.ts';
import { patternOf } from '../../core/text/statement/find-words.ts';
import { numbersWithUnits } from '../../core/text/statement/numerals.ts';
import { arithmeticOf } from '../../core/text/statement/own-arithmetic.ts';
import { type StatedNumber, statedOf, sumsIn } from '../../core/text/statement/stated-numbers.ts';
import type { Scope } from '../scope.ts';
import type { OwnText } from './own-text.ts';
import { passagesOf } from './passages.ts';
import { amountUnitNames, convert, type Heard, isAmountUnit, type Quantity } from './quantity.ts';
import { isUnsound, numberSoundsOtherwise, passageAt, soundsSure, statementsIn } from './told.ts';
import { soundsSo } from './voice.ts';

interface Found extends StatedNumber {
  /** The next sentence speaks against something. */
  readonly shaken: boolean;
  /** The passage does not sound as if it were so. */
  readonly unsound: boolean;
  /** The passage leaves no doubt by its sound. */
  readonly sure: boolean;
  /** What the passage's other numbers make of it instead. */
  readonly otherwise?: Otherwise;
  readonly quote: string;
  readonly evidence: readonly Place[];
}

interface Otherwise extends Denied {
  readonly least: number;
  readonly most: number;
}

interface Gathered {
  readonly numbers: readonly Found[];
  readonly beside: readonly Found[];
  readonly denials: readonly Denied[];
}

interface Denied {
  readonly quote: string;
  readonly evidence: readonly Place[];
}

/**
 * A number that the narrative states: the one that belongs to a cue in its clause, or in one beside it, and that
 * one of the units follows. Numbers that are planned, aimed at, designed for or denied do not count; where there
 * are only such, or none, the number is unknown. Where the text gives two for the same, or denies the thing, both
 * are told. The value is in the first of the units.
 */
export function readStated(stated: Stated, scope: Scope): Quantity {
  const { texts, gap } = passagesOf(scope, stated.in);
  const cues = stated.near.map(patternOf);
  const around = stated.around.map(patternOf);
  const unit = stated.units[0];
  const named = unit === undefined ? {} : { unit };
  const byCue = gather(cues, stated.units, stated.about.map(patternOf), texts);
  // In other words than the cues a number counts only where the passage leaves no doubt.
  const { numbers, beside, denials } =
    byCue.numbers.length > 0 || byCue.denials.length > 0 || around.length === 0
      ? byCue
      : onlySure(gather(around, stated.units, [], texts));
  const largest = heardOf([...cues, ...around], stated.units, texts);
  const heard = largest ? { heard: largest } : {};
  const actual = numbers.filter(({ mood }) => mood === 'actual');
  // Where all numbers are followed at once by something against them, none is sure.
  const real = actual.every(({ shaken }) => shaken) ? [] : actual;
  const whole = real.filter(({ part }) => !part);
  const counted = whole.length > 0 ? whole : real;
  const chosen = stated.take === 'most' ? counted.toSorted((a, b) => b.value - a.value)[0] : real[0];
  if (chosen) {
    const { value, least, most, hedge } = chosen;
    const others = counted.filter((one) => one !== chosen).toSorted((a, b) => a.value - b.value);
    // Its own numbers may make another one of it, wherever the passage says it.
    const [otherwise] = counted.flatMap((one) => (one.value === chosen.value && one.otherwise) || []);
    // A larger number of the kind beside it may be the one that is meant.
    const [larger] = beside.filter((one) => one.mood === 'actual' && one.value > value);
    const rivals = [otherwise ?? [], others[0] ?? larger ?? []].flat();
    const rival =
      denials.length > 0
        ? { least: 0, most: 0 }
        : {
            least: Math.min(...rivals.map(({ least }) => least)),
            most: Math.max(...rivals.map(({ most }) => most)),
          };
    const against = [denials[0] ?? rivals].flat();
    return {
      known: true,
      value,
      ...named,
      ...(hedge === 'exact' && least === most ? {} : { range: { least, most } }),
      ...(against.length > 0 ? { rival } : {}),
      ...(chosen.unsound ? { unsound: true as const } : {}),
      ...(otherwise ? {} : heard),
      quotes: [chosen.quote, ...against.map(({ quote }) => quote)],
      evidence: mergePlaces([...chosen.evidence, ...against.flatMap(({ evidence }) => evidence)]),
    };
  }
  const [open] = [...numbers, ...denials];
  if (open) {
    const why = {
      zh: `申报书中的数量是计划、目标、设计能力或否定的说法（“${open.quote}”），请人工核对实际数量。`,
      en: `The number given is planned, aimed at, designed for or denied ("${open.quote}"); please check the actual one.`,
    };
    return { known: false, why, ...named, ...heard, evidence: open.evidence, quoted: true };
  }
  if (gap) return { known: false, why: gap.why, ...named, ...heard, evidence: gap.evidence };
  const what = stated.near.slice(0, 3).join('、');
  const why = {
    zh: `申报内容未写明“${what}”的数量（单位：${stated.units.join('、')}），请补充或人工核对。`,
    en: `The text states no number for "${what}" (in ${stated.units.join(', ')}); please add it or check by hand.`,
  };
  return { known: false, why, ...named, ...heard, evidence: [] };
}

/** Counters that people use for one another. */
const alike = [
  ['家', '户', '所'],
  ['人', '名', '位', '个'],
  ['个', '项', '种', '类', '款', '样', '块', '处'],
  ['台', '套', '台套'],
];

/** The largest number of the kind in passages on the thing that leave no doubt by their sound, at its lower bound. */
function heardOf(
  words: readonly RegExp[],
  units: readonly string[],
  texts: readonly OwnText[],
): Heard | undefined {
  const counters = units.flatMap((unit) => alike.filter((kind) => kind.includes(unit)).flat());
  const accepted = [
    ...new Set([...units, ...counters, ...(units.some(isAmountUnit) ? amountUnitNames : [])]),
  ];
  const heard = texts.flatMap((own) =>
    statementsIn(own).flatMap((statement, at) => {
      if (statement.frame !== undefined || !words.some((word) => statement.text.search(word) >= 0)) return [];
      const numbers = numbersWithUnits(statement.text, accepted);
      if (numbers.length === 0 || (soundsSo(passageAt(own, at)) ?? 0) <= soundsSure) return [];
      return numbers.map(({ least, unit, start, end }) => ({
        value: convert(least, unit, units[0]) ?? least,
        quote: statement.quote(start, 80),
        evidence: own.placesOf(...statement.sourceOf(start, end)),
      }));
    }),
  );
  return heard.toSorted((a, b) => b.value - a.value)[0];
}

function onlySure(found: Gathered): Gathered {
  return { ...found, numbers: found.numbers.filter(({ sure }) => sure), denials: [] };
}

function gather(
  cues: readonly RegExp[],
  units: readonly string[],
  about: readonly RegExp[],
  texts: readonly OwnText[],
): Gathered {
  const numbers: Found[] = [];
  const beside: Found[] = [];
  const denials: Denied[] = [];
  const accepted = units.some(isAmountUnit) ? [...new Set([...units, ...amountUnitNames])] : units;
  for (const own of texts) {
    let counted = false;
    const statements = statementsIn(own);
    for (const [at, statement] of statements.entries()) {
      const found = statedOf(statement, cues, accepted, about);
      const passage = found.numbers.length > 0 || counted ? passageAt(own, at) : '';
      const sound = soundsSo(passage) ?? 0;
      const shaken = sound < soundsSure && (statements[at + 1]?.speaksAgainst() ?? false);
      const unsound = isUnsound(passage, sound, numberSoundsOtherwise);
      const sums = counted && found.numbers.length === 0 ? sumsIn(statement, accepted) : [];
      counted = found.numbers.length > 0;
      const told = (start: number, end: number) => ({
        quote: statement.quote(start, 80),
        evidence: own.placesOf(...statement.sourceOf(start, end)),
      });
      const full = (one: StatedNumber): Found => {
        const inUnit = (value: number) => convert(value, one.unit, units[0]);
        const [value, least, most] = [one.value, one.least, one.most].map(inUnit);
        return {
          ...one,
          shaken,
          unsound,
          sure: sound > soundsSure,
          value: value ?? one.value,
          least: least ?? one.least,
          most: most ?? one.most,
          ...told(one.start, one.end),
        };
      };
      const weigh = found.numbers.length + sums.length > 0 ? arithmeticAt(own, at, units[0]) : undefined;
      const weighed = (one: StatedNumber): Found => {
        const otherwise = weigh?.(one);
        return otherwise ? { ...full(one), otherwise } : full(one);
      };
      numbers.push(...found.numbers.map(weighed), ...sums.map(weighed));
      beside.push(...found.beside.map(full));
      for (const { start, end } of found.denials) denials.push(told(start, end));
    }
  }
  return { numbers, beside, denials };
}

/** What a sentence and the two behind it make of a number of the sentence by their own arithmetic, in `unit`. */
function arithmeticAt(own: OwnText, at: number, unit: string | undefined) {
  const passage = statementsIn(own).slice(at, at + 3);
  const text = passage.map((statement) => statement.text).join('');
  const offsets = passage.flatMap((statement) => statement.offsets.slice(0, statement.text.length));
  const otherThan = arithmeticOf(text);
  return (one: StatedNumber): Otherwise | undefined => {
    const found = one.mood === 'actual' ? otherThan(one) : undefined;
    if (!found) return undefined;
    const evidence = own.placesOf(offsets[found.start] ?? 0, (offsets[found.end - 1] ?? 0) + 1);
    const value = convert(found.value, one.unit, unit);
    return { least: value, most: value, quote: text.slice(found.start, found.end), evidence };
  };
}
