import { createHash } from 'node:crypto';
import { creditCodeCheckDigit } from '../../core/normalise/credit-code.ts';
import { orgCodeCheckDigit } from '../../core/normalise/org-code.ts';
import { regions } from '../../core/normalise/regions.ts';
import type { FormerName, Mention } from '../../research/identity/link-firms.ts';
import { Random } from '../generate/random.ts';

/** Lists of invented firms over many years, and which naming is whose: for tests and measurements. */
export interface GeneratedLists {
  readonly mentions: readonly Mention[];
  /** The firm of each mention. */
  readonly truth: readonly number[];
  /** What an office knows of former names. */
  readonly formerNames: readonly FormerName[];
}

const syllables =
  '华兴东方恒瑞天成宏达新源鼎盛嘉禾博远启明中航凌云泰和永利金石长青海川德润优特佳宇'.match(/./gu) ?? [];
const trades = [
  '机械制造',
  '智能科技',
  '精密铸造',
  '信息技术',
  '纺织',
  '食品',
  '新材料',
  '电子',
  '装备',
  '化工',
];
const forms = ['有限公司', '有限责任公司', '股份有限公司', '集团有限公司'];
const cities = regions.filter(({ level }) => level === 'city');
/** Traditional letters of what the names are made of. */
const traditional: Readonly<Record<string, string>> = {
  华: '華',
  兴: '興',
  东: '東',
  达: '達',
  云: '雲',
  远: '遠',
  长: '長',
  润: '潤',
  电: '電',
  机: '機',
};

/**
 * `firms` invented firms, each named in some of `years` years: with and without 市, the province before the city, the city
 * in brackets, traditional letters, 有限责任公司 for 有限公司, a branch of it (another firm), a new name (by its code or by
 * the office's list), a move to another city under the same code.
 */
export function generatedLists(seed: number, firms = 400, years = 20): GeneratedLists {
  const source = new Random(seed);
  const random = () => source.next();
  const pick = <T>(list: readonly T[]) => source.pick(list);
  const mentions: Mention[] = [];
  const truth: number[] = [];
  const formerNames: FormerName[] = [];
  const taken = new Set<string>();
  let next = firms;
  for (let firm = 0; firm < firms; firm++) {
    let city = pick(cities);
    let brand = '';
    do brand = pick(syllables) + pick(syllables) + (random() < 0.6 ? pick(syllables) : '') + pick(trades);
    while (taken.has(brand + city.short) || (random() < 0.9 && taken.has(brand)));
    taken.add(brand + city.short).add(brand);
    const form = pick(forms);
    const creditCode = random() < 0.6 ? codeOf(`${seed} ${firm}`) : undefined;
    const renamedIn = creditCode && random() < 0.1 ? 5 + Math.floor(random() * 10) : years;
    const formerly = !creditCode && random() < 0.08 ? 5 + Math.floor(random() * 10) : years;
    for (let year = 0; year < years; year++) {
      if (random() > 0.25) continue;
      if (year === renamedIn || year === formerly) {
        const old = `${city.short}${brand}${form}`;
        brand = pick(syllables) + pick(syllables) + pick(syllables) + pick(trades);
        if (year === formerly) formerNames.push({ name: `${city.short}${brand}${form}`, former: old });
      } else if (creditCode && random() < 0.01) city = pick(cities);
      const withCode = creditCode !== undefined && random() < 0.7;
      mentions.push({
        name: written(city, brand, form, random),
        ...(withCode && creditCode ? { creditCode } : {}),
        region: random() < 0.5 ? (city.code ?? '') : '',
        year: 2005 + year,
        source: `list ${2005 + year}`,
      });
      truth.push(firm);
      if (random() < 0.01) {
        const branch = pick(cities.filter(({ name }) => name !== city.name));
        mentions.push({
          name: `${city.short}${brand}${form}${branch.short}分公司`,
          region: branch.code ?? '',
          year: 2005 + year,
          source: `list ${2005 + year}`,
        });
        truth.push(next++);
      }
    }
  }
  return { mentions, truth, formerNames };
}

function written(
  { name, short, province }: (typeof cities)[number],
  brand: string,
  form: string,
  random: () => number,
): string {
  const way = random();
  const plain = `${short}${brand}${form}`;
  if (way < 0.5) return plain;
  if (way < 0.65) return `${name}${brand}${form}`;
  if (way < 0.75) return `${province}${short}${brand}${form}`;
  if (way < 0.83) return `${brand}（${short}）${form}`;
  if (way < 0.9) return [...plain].map((letter) => traditional[letter] ?? letter).join('');
  if (way < 0.95 && form === '有限公司') return `${short}${brand}有限责任公司`;
  return `${plain} `;
}

/** A credit code whose check characters hold (GB 32100-2015, GB 11714-1997), from some words. */
export function codeOf(words: string): string {
  const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const digest = createHash('sha256').update(words).digest();
  const drawn = (from: number, to: number) =>
    [...digest.subarray(from, to)].map((byte) => letters[byte % letters.length]).join('');
  const region = drawn(0, 6).replace(/[A-Z]/gu, '1');
  const organisation = drawn(9, 17);
  const body = `91${region}${organisation}${orgCodeCheckDigit(organisation)}`;
  return body + creditCodeCheckDigit(body);
}

/** How well firms were put together, over pairs of mentions: of pairs put together the true ones, of true pairs those found. */
export function pairScores(
  firmOf: readonly (string | undefined)[],
  truth: readonly number[],
): { readonly precision: number; readonly recall: number } {
  const pairs = (sizes: Iterable<number>) => [...sizes].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  const count = <K>(keys: readonly K[]) => {
    const sizes = new Map<K, number>();
    for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1);
    return pairs(sizes.values());
  };
  const both = count(truth.map((one, i) => `${one} ${firmOf[i]}`));
  return { precision: both / Math.max(1, count(firmOf)), recall: both / Math.max(1, count(truth)) };
}
