import type { Call, UnitKind } from '../schema/index.ts';
import type { DraftClause } from './clauses.ts';
import { numeral, wholeOf } from './number-words.ts';

export interface FoundQuota {
  readonly unit: UnitKind;
  readonly max: number;
  /** 一般不超过, 原则上不超过 */
  readonly usual: boolean;
  readonly passage: string;
  readonly clause: string;
}

const limit = new RegExp(
  `(?:不(?:得)?(?:超过|多于)|限报|限推荐?|最多(?:可)?(?:推荐|申报)?|至多(?:推荐|申报)?)\\s*${numeral}\\s*(?:个|项|家|名|件|份)`,
  'gu',
);

/** Right before the number: what is usual is no limit. */
const usually = /(?:一般|原则上|通常)[^，。；]{0,6}$/u;

const kinds: readonly (readonly [UnitKind, RegExp])[] = [
  ['province', /省(?!属)|自治区|直辖市/u],
  ['plan-city', /计划单列市/u],
  ['xpcc', /兵团/u],
  ['central-enterprise', /中央企业|央企/u],
  ['association', /协会|联合会|行业组织|协会组织/u],
  ['city', /设区市|各市|地级市|市级/u],
];

/** How many each kind of recommending unit may recommend: …推荐…不超过 N 个, read unit by unit. */
export function quotasOf(clauses: readonly DraftClause[]): FoundQuota[] {
  const found: FoundQuota[] = [];
  for (const { text, ref, part } of clauses) {
    if (part.kind !== 'notice' && part.kind !== 'forwarding') continue;
    for (const sentence of text.split(/(?<=。)/u)) {
      if (!/推荐|名额|申报数量/u.test(sentence)) continue;
      let start = 0;
      for (const match of sentence.matchAll(limit)) {
        const max = wholeOf(match[1] ?? '');
        const before = sentence.slice(start, match.index);
        const said = kindsIn(before);
        start = match.index + match[0].length;
        if (max === undefined) continue;
        const passage = sentence.trim();
        for (const unit of said.length > 0 ? said : kindsIn(sentence)) {
          if (!found.some((one) => one.unit === unit))
            found.push({ unit, max, usual: usually.test(before), passage, clause: ref });
        }
      }
    }
  }
  return found;
}

const kindsIn = (words: string): UnitKind[] =>
  kinds.filter(([, pattern]) => pattern.test(words)).map(([unit]) => unit);

export function quotaEntries(found: readonly FoundQuota[]): Call['quotas'] {
  return found.map(({ unit, max, usual, clause }) => ({ unit, max, ...(usual ? { usual } : {}), clause }));
}
