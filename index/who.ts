import { foldText } from '../core/text/fold.ts';
import { simplify } from '../core/text/simplify.ts';
import { regions } from './regions.ts';

export interface Party {
  readonly company: string;
  readonly creditCode?: string;
  /** What the office's own list says of it. */
  readonly affiliations?: readonly { readonly name: string; readonly former: boolean }[];
}

/** `same`: one legal person; `likely`: one but for a slip of the pen; `affiliated`: of one group or brand. */
export type Relation = 'same' | 'likely' | 'affiliated' | 'different';

export interface Who {
  readonly relation: Relation;
  /** 0..1 */
  readonly value: number;
}

/** A company name taken apart. */
export interface CompanyName {
  /** Folded, brackets and spaces taken out, in capitals. */
  readonly full: string;
  /** What is left without region, legal form and branch: what the company is called. */
  readonly core: string;
  readonly regions: readonly string[];
  /** Legal form in one spelling: 有限公司, 股份有限公司, 集团有限公司. */
  readonly form: string;
  readonly branch: boolean;
}

const legalForms =
  /(?:(?:集团)?(?:股份)?有限(?:责任)?公司|集团(?:公司)?|总公司|公司|\(有限合伙\)|有限合伙|合伙企业|总厂|CO\.?,?LTD\.?|LTD\.?|INC\.?)$/u;
const branchForm = /(?<=公司|集团|厂|院)[\u4e00-\u9fff]{0,8}(?:分公司|分厂|分院|事业部|办事处)$/u;
const regionAlternatives = [...regions].sort((a, b) => b.length - a.length).join('|');
const leadingRegion = new RegExp(
  `^(?:(${regionAlternatives})(?:维吾尔自治区|壮族自治区|回族自治区|自治区|省|市)?|([\\u4e00-\\u9fff]{2,4}?)(?:自治州|自治县|地区|省|市|县))`,
  'u',
);
const bracketedRegion = new RegExp(`\\((${regionAlternatives})(?:省|市)?\\)`, 'gu');

export function parseCompany(name: string): CompanyName {
  const folded = simplify(foldText(name).text)
    .toUpperCase()
    .replace(/[〔［【[]/gu, '(')
    .replace(/[〕］】\]]/gu, ')')
    .replace(/[\s·•"'“”‘’_—–-]/gu, '');
  const found: string[] = [];
  let rest = folded.replace(bracketedRegion, (_, region: string) => {
    found.push(region);
    return '';
  });
  const full = folded.replace(/[()]/gu, '');
  rest = rest.replace(/\(集团\)/gu, '集团').replace(/\([^)]*\)/gu, (group) => group.slice(1, -1));
  const withoutBranch = rest.replace(branchForm, '');
  const branch = withoutBranch !== rest;
  if (branch) rest = withoutBranch;
  let form = '';
  for (let i = 0; i < 3; i++) {
    const shorter = rest.replace(legalForms, '');
    if (shorter.length < 2 || shorter === rest) break;
    form = rest.slice(shorter.length) + form;
    rest = shorter;
  }
  for (let i = 0; i < 2; i++) {
    const region = leadingRegion.exec(rest);
    if (!region || rest.length - region[0].length < 2) break;
    found.push(region[1] ?? region[2] ?? '');
    rest = rest.slice(region[0].length);
  }
  return { full, core: rest, regions: found, form: form.replace('责任', ''), branch };
}

const validCode = /^[0-9A-HJ-NPQRTUWXY]{18}$/;

/** Several names in one cell (a consortium): each of them. */
export function partiesIn(cell: string): string[] {
  return cell
    .split(/[、；;\n/|]|(?<=公司|研究院|研究所|大学|集团|厂)[，,\s]+/u)
    .map((name) => name.trim())
    .filter((name) => name.length > 1);
}

/** Whether two parties are the same applicant. A credit code that is the same settles it. */
export function compareParties(a: Party, b: Party): Who {
  const codeA = normalCode(a.creditCode);
  const codeB = normalCode(b.creditCode);
  if (codeA && codeA === codeB) return { relation: 'same', value: 1 };
  let best = byAffiliation(a, b) ?? byAffiliation(b, a) ?? different;
  if (best.relation === 'same') return best;
  const namesA = partiesIn(a.company).map(parseCompany);
  const namesB = partiesIn(b.company).map(parseCompany);
  for (const nameA of namesA) {
    for (const nameB of namesB) {
      const who = compareNames(nameA, nameB);
      if (who.value > best.value) best = who;
    }
  }
  const differ = codeA !== undefined && codeB !== undefined;
  // Two legal persons of one name do not exist; a wrong digit in a code does.
  if (differ && best.relation === 'same') return { relation: 'likely', value: 0.85 };
  if (differ && best.relation === 'likely') return { relation: 'affiliated', value: 0.5 };
  return best;
}

/** The office's list outweighs what the names look like. */
function byAffiliation(a: Party, b: Party): Who | undefined {
  const names = partiesIn(b.company).map((name) => parseCompany(name).full);
  const known = (a.affiliations ?? []).filter(({ name }) => names.includes(parseCompany(name).full));
  if (known.length === 0) return undefined;
  return known.some(({ former }) => former)
    ? { relation: 'same', value: 1 }
    : { relation: 'affiliated', value: 0.75 };
}

export function compareNames(a: CompanyName, b: CompanyName): Who {
  if (!a.core || !b.core) return { relation: 'different', value: 0 };
  if (a.full === b.full) return { relation: 'same', value: 1 };
  const apart = a.regions.length > 0 && b.regions.length > 0 && !a.regions.some((r) => b.regions.includes(r));
  if (a.core === b.core) return compareForms(a, b, apart);
  const [short, long] = a.core.length <= b.core.length ? [a, b] : [b, a];
  const slip =
    long.core.length >= 5 && long.core.length - short.core.length <= 1 && editDistance(a.core, b.core) === 1;
  if (slip && !apart) {
    // 祺霖 and 祺启 are two brands; a wrong character further on is a slip of the pen.
    return commonPrefix(a.core, b.core) >= 4
      ? { relation: 'likely', value: 0.8 }
      : { relation: 'affiliated', value: 0.5 };
  }
  if (short.core.length >= 3 && long.core.startsWith(short.core) && !tradeWord.test(short.core)) {
    return { relation: 'affiliated', value: short.core.length >= 4 ? 0.6 : 0.5 };
  }
  if (commonPrefix(a.core, b.core) >= 4) return { relation: 'affiliated', value: 0.45 };
  return different;
}

/** Two names with one core: 江苏云帆有限公司 and 云帆股份有限公司 may still be two legal persons. */
function compareForms(a: CompanyName, b: CompanyName, apart: boolean): Who {
  // 钢铁 of 武汉钢铁 and 鞍山钢铁 names a trade and no company.
  const weak = a.core.length < 3 || tradeWord.test(a.core);
  if (apart) return weak ? different : { relation: 'affiliated', value: 0.6 };
  const oneRegion =
    a.regions.length === b.regions.length && a.regions.every((region) => b.regions.includes(region));
  if (a.branch !== b.branch) return { relation: 'affiliated', value: 0.8 };
  if (oneRegion && a.form === b.form) return { relation: 'same', value: 0.98 };
  if (!weak) return { relation: 'likely', value: 0.9 };
  return oneRegion && a.regions.length > 0
    ? { relation: 'likely', value: 0.85 }
    : { relation: 'affiliated', value: 0.5 };
}

const different: Who = { relation: 'different', value: 0 };
/** Words that name a trade, not a company. */
const tradeWord =
  /^(?:工业互联网|工业技术|信息技术|智能制造|机械制造|数字科技|电力|钢铁|石化|汽车|航空|航天|电子|软件)+$/u;

function normalCode(code: string | undefined): string | undefined {
  const folded = code ? foldText(code).text.toUpperCase().replace(/[\s-]/g, '') : '';
  return validCode.test(folded) ? folded : undefined;
}

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** Levenshtein distance. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
