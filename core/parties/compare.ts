import { foldText } from '../text/fold.ts';
import { type CompanyName, type NameReading, parseCompany } from './company-name.ts';
import { commonPrefix, editDistance } from './edit-distance.ts';
import { type Party, partiesIn } from './party.ts';
import { mayBeOnePlace } from './places.ts';
import { relationValue as value } from './thresholds.ts';

/** `same`: one legal person; `likely`: one but for a slip of the pen; `affiliated`: of one group or brand. */
export type Relation = 'same' | 'likely' | 'affiliated' | 'different';

export interface Who {
  readonly relation: Relation;
  /** 0..1; see `thresholds.ts` */
  readonly value: number;
}

const different: Who = { relation: 'different', value: 0 };
const validCode = /^[0-9A-HJ-NPQRTUWXY]{18}$/;

/** Whether two parties are the same applicant. A credit code that is the same settles it. */
export function compareParties(a: Party, b: Party): Who {
  const codeA = normalCode(a.creditCode);
  const codeB = normalCode(b.creditCode);
  if (codeA && codeA === codeB) return { relation: 'same', value: value.proven };
  let best = byAffiliation(a, b) ?? byAffiliation(b, a) ?? different;
  if (best.relation === 'same') return best;
  const namesA = partiesIn(a.company).map(parseCompany);
  const namesB = partiesIn(b.company).map(parseCompany);
  for (const nameA of namesA) {
    for (const nameB of namesB) best = closer(best, compareNames(nameA, nameB));
  }
  const differ = codeA !== undefined && codeB !== undefined;
  // Two legal persons of one name do not exist; a wrong digit in a code does.
  if (differ && best.relation === 'same') return { relation: 'likely', value: value.sameButForCode };
  if (differ && best.relation === 'likely') return { relation: 'affiliated', value: value.weakBrand };
  return best;
}

/** The office's list outweighs what the names look like. */
function byAffiliation(a: Party, b: Party): Who | undefined {
  const names = partiesIn(b.company).map((name) => parseCompany(name).full);
  const known = (a.affiliations ?? []).filter(({ name }) => names.includes(parseCompany(name).full));
  if (known.length === 0) return undefined;
  return known.some(({ former }) => former)
    ? { relation: 'same', value: value.proven }
    : { relation: 'affiliated', value: value.listedAffiliate };
}

/** How two names stand to each other; where a head is place or brand, the closer reading counts. Symmetric. */
export function compareNames(a: CompanyName, b: CompanyName): Who {
  if (!a.core || !b.core) return different;
  if (a.full === b.full) return { relation: 'same', value: value.proven };
  const oneCore = pairsOfOneCore(a, b).map(([here, there]) => compareForms(a, b, here, there));
  // A second reading is only there to find the same core; what is merely like it is judged by the first.
  const like = a.core === b.core ? [] : [compareCores(a.readings[0], b.readings[0])];
  return [...oneCore, ...like].reduce(closer, different);
}

export function pairsOfOneCore(a: CompanyName, b: CompanyName): (readonly [NameReading, NameReading])[] {
  return a.readings.flatMap((here) =>
    b.readings.filter((there) => there.core === here.core).map((there) => [here, there] as const),
  );
}

/** Both names say where they are, and no place of the one holds one of the other. */
export function isApart(a: NameReading, b: NameReading): boolean {
  return a.places.length > 0 && b.places.length > 0 && !mayBeOnePlace(a.places, b.places);
}

/** Two names with one core: 江苏云帆有限公司 and 云帆股份有限公司 may still be two legal persons. */
function compareForms(a: CompanyName, b: CompanyName, here: NameReading, there: NameReading): Who {
  // 钢铁 of 武汉钢铁 and 鞍山钢铁 names a trade and no company.
  const weak = here.core.length < 3 || tradeWord.test(here.core);
  if (isApart(here, there)) return weak ? different : { relation: 'affiliated', value: value.sameBrand };
  const onePlace = here.named.join() === there.named.join();
  if (here.doubtful || there.doubtful) return compareDoubtful(here, there, weak, a.unit === b.unit);
  if (a.unit !== b.unit) return { relation: 'affiliated', value: value.branch };
  if (onePlace && a.form === b.form) return { relation: 'same', value: value.rewritten };
  if (!weak) return { relation: 'likely', value: value.sameCore };
  return onePlace && here.named.length > 0
    ? { relation: 'likely', value: value.sameButForCode }
    : { relation: 'affiliated', value: value.weakBrand };
}

/** The core is only the same if the head is a place: it must be told of both where they are. */
function compareDoubtful(here: NameReading, there: NameReading, weak: boolean, oneUnit: boolean): Who {
  if (here.places.length === 0 || there.places.length === 0) {
    if (weak) return different;
    // A prefecture heads more names than a brand of its name does; of a county the contrary is true.
    const prefecture = [...here.places, ...there.places].some(({ level }) => level !== 'county');
    if (!prefecture || !oneUnit) return { relation: 'affiliated', value: value.sameBrand };
    return { relation: 'likely', value: value.slip };
  }
  if (!oneUnit) return { relation: 'affiliated', value: value.branch };
  if (here.named.join() === there.named.join()) return { relation: 'likely', value: value.sameCore };
  return weak
    ? { relation: 'affiliated', value: value.weakBrand }
    : { relation: 'likely', value: value.slip };
}

function compareCores(a: NameReading, b: NameReading): Who {
  const [short, long] = a.core.length <= b.core.length ? [a.core, b.core] : [b.core, a.core];
  const slip = long.length >= 5 && long.length - short.length <= 1 && editDistance(a.core, b.core) === 1;
  if (slip && !isApart(a, b)) {
    // 祺霖 and 祺启 are two brands; a wrong character further on is a slip of the pen.
    return commonPrefix(a.core, b.core) >= 4
      ? { relation: 'likely', value: value.slip }
      : { relation: 'affiliated', value: value.weakBrand };
  }
  if (short.length >= 3 && long.startsWith(short) && !tradeWord.test(short)) {
    return { relation: 'affiliated', value: short.length >= 4 ? value.sameBrand : value.weakBrand };
  }
  if (commonPrefix(a.core, b.core) >= 4) return { relation: 'affiliated', value: value.sharedBeginning };
  return different;
}

/** Words that name a trade, not a company. */
const tradeWord =
  /^(?:工业互联网|工业技术|信息技术|智能制造|机械制造|数字科技|电力|钢铁|石化|汽车|航空|航天|电子|软件)+$/u;

const closeness = { same: 3, likely: 2, affiliated: 1, different: 0 } as const;

function closer(a: Who, b: Who): Who {
  if (a.value !== b.value) return a.value > b.value ? a : b;
  return closeness[a.relation] >= closeness[b.relation] ? a : b;
}

/** A credit code as it is compared; `undefined` where it is none. */
export function normalCode(code: string | undefined): string | undefined {
  const folded = code ? foldText(code).text.toUpperCase().replace(/[\s-]/g, '') : '';
  return validCode.test(folded) ? folded : undefined;
}
