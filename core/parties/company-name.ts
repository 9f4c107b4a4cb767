import type { RegionEntry } from '../normalise/regions.ts';
import { foldText } from '../text/fold.ts';
import { simplify } from '../text/simplify.ts';
import { mayBeOnePlace, type PlaceName, placeKey, placeNameAt } from './places.ts';

/** A company name taken apart. */
export interface CompanyName {
  /** Folded to simplified characters, brackets, spaces and stamp marks taken out, in capitals. */
  readonly full: string;
  /** What is left without place, legal form and branch: what the company is called. */
  readonly core: string;
  /** Legal form in one spelling: 有限公司, 股份有限公司, 集团有限公司, 厂. Empty where none is said. */
  readonly form: string;
  /** The unit within the company: 杭州分公司, 设计分院, 信息事业部. */
  readonly unit?: string;
  /** The likeliest reading first; a second one where the head may be a place or part of the brand. */
  readonly readings: readonly [NameReading, ...NameReading[]];
}

export interface NameReading {
  readonly core: string;
  /** Where the company is by its name; several where places share the name. Empty: not said. */
  readonly places: readonly RegionEntry[];
  /** Every place that is named, by its key, sorted, and zones and districts: 江苏 and 昆山 of 江苏昆山华兴. */
  readonly named: readonly string[];
  /** The place may as well be part of the brand. */
  readonly doubtful: boolean;
}

const legalForms =
  /(?:(?:集团)?(?:股份)?有限(?:责任)?公司|集团(?:公司)?|总公司|公司|\(有限合伙\)|有限合伙|合伙企业|总厂|厂|CO\.?,?LTD\.?|LTD\.?|INC\.?)$/u;
const unitForm = /(?<=公司|集团|厂|院)\(?([\u4e00-\u9fff]{0,8}\)?(?:分公司|分厂|分院|事业部|办事处))\)?$/u;
const stamp = /\((?:盖章|公章|签章|加盖公章)\)/gu;
/** Zones and districts behind a city; a district only where 市 stood before it. */
const zone =
  /^(?:(?:国家级?)?(?:高新技术产业|高新|经济技术|经济|技术|综合)?开发区|高新(?:技术)?(?:产业)?(?:园)?区|经开区|工业园区|(?:综合)?保税区|自贸区|[\u4e00-\u9fff]{2}新区)/u;
const district = /^[\u4e00-\u9fff]{2,3}?区(?!域|块|间)/u;
const leastCore = 2;

/** Takes a company's name apart; never fails. What is no company (a university, a person) is all core. */
export function parseCompany(name: string): CompanyName {
  const folded = simplify(foldText(name).text)
    .toUpperCase()
    .replace(/[〔［【[{<]/gu, '(')
    .replace(/[〕］】\]}>]/gu, ')')
    .replace(/[\s·•"'“”‘’_—–-]/gu, '')
    .replace(stamp, '');
  const full = folded.replace(/[()]/gu, '').replace(/[。.,;:]+$/gu, '');
  const unit = unitForm.exec(folded)?.[1]?.replace(')', '');
  const company = unit === undefined ? folded : folded.replace(unitForm, '');
  const bracketed: PlaceName[] = [];
  const named = company
    .replace(/\(([^()]{2,16})\)/gu, (whole, text: string) => {
      const chain = chainOf(text);
      bracketed.push(...chain);
      return chain.length > 0 ? '' : whole;
    })
    .replace(/\(([^()]*)\)/gu, (whole, text: string) => (text === '有限合伙' ? whole : text))
    .replace(/[。.,;:]+$/gu, '');
  const { rest, form } = withoutForm(named);
  const readings = readHeads(rest, [], false).map((reading) => withBracketed(reading, bracketed));
  const [first = { core: rest, places: [], named: [], doubtful: false }, ...others] = readings;
  return {
    full,
    core: first.core,
    form,
    ...(unit === undefined ? {} : { unit }),
    readings: [first, ...others],
  };
}

function withoutForm(named: string): { rest: string; form: string } {
  let rest = named;
  let form = '';
  for (let i = 0; i < 3; i++) {
    const shorter = rest.replace(legalForms, '');
    if (shorter.length < leastCore || shorter === rest) break;
    form = rest.slice(shorter.length) + form;
    rest = shorter;
  }
  return { rest, form: form.replace('责任', '') };
}

/** A text that is places alone, 江苏 or 江苏昆山市; empty for any other. */
function chainOf(text: string): PlaceName[] {
  const chain: PlaceName[] = [];
  let rest = text;
  while (rest.length > 0) {
    const next = placeNameAt(rest, chain.at(-1)?.places);
    if (!next) return [];
    chain.push(next);
    rest = rest.slice(next.length);
  }
  return chain;
}

/** Cuts places off the head, from the larger to the smaller, as long as a core is left. */
function readHeads(text: string, before: readonly PlaceName[], doubtful: boolean): NameReading[] {
  const whole: NameReading = { core: text, ...placesOf(before), doubtful };
  const head = placeNameAt(text, before.at(-1)?.places);
  const behind = head ? text.slice(head.length) : '';
  if (!head || behind.length < leastCore) return [whole];
  const rest = withoutZone(behind, head.kind === 'full');
  const dropped = behind.slice(0, behind.length - rest.length);
  const cut = readHeads(rest, [...before, head], doubtful || head.kind === 'word').map((reading) =>
    dropped === '' ? reading : { ...reading, named: [...reading.named, dropped].sort() },
  );
  if (head.kind === 'full' || head.places[0]?.level === 'province') return cut;
  // 东方 and 永康 are places and brands; 昆山 is a place, but may stand in a brand of another city.
  const county = head.places.every(({ name }) => !name.endsWith('市'));
  if (head.kind === 'word') return county ? [whole, ...cut] : [...cut, whole];
  return head.places[0]?.level === 'city' ? cut : [...cut, whole];
}

function withoutZone(text: string, behindFullName: boolean): string {
  const zoned = text.replace(zone, '');
  if (zoned !== text && zoned.length >= leastCore) return zoned;
  const rest = behindFullName ? text.replace(district, '') : text;
  return rest.length >= leastCore ? rest : text;
}

function placesOf(chain: readonly PlaceName[]): Pick<NameReading, 'places' | 'named'> {
  const keys = chain.flatMap(({ places: [largest] }) => (largest ? [placeKey(largest)] : []));
  return { places: chain.at(-1)?.places ?? [], named: [...new Set(keys)].sort() };
}

/** 昆山华兴(江苏) is in 昆山; of 苏州华兴(上海) both count. */
function withBracketed(reading: NameReading, bracketed: readonly PlaceName[]): NameReading {
  if (bracketed.length === 0) return reading;
  const { places, named } = placesOf(bracketed);
  const fits = reading.places.length > 0 && mayBeOnePlace(reading.places, places);
  const smaller = [...reading.places, ...places].filter((place) => place.level !== 'province');
  const all = fits && smaller.length > 0 ? smaller : [...reading.places, ...places];
  return { ...reading, places: all, named: [...new Set([...reading.named, ...named])].sort() };
}
