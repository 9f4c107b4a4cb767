import { z } from 'zod';
import { formatNumber } from '../../core/format-value.ts';
import type { Text } from '../../core/lang.ts';
import { both, join, listed, quoted, t } from '../../core/say.ts';
import { key } from '../schema/common.ts';
import { type Explainable, quotedField } from './explainable.ts';
import { noReferences, type Operator, operator } from './operator.ts';
import { boxes, numbers, type Ref, refOfField, refsOfFields } from './ref.ts';

/** Number expressions of the rule language: fields, sums, ratios, counts, and numbers that the text states. */

/** 字数: `word` as Word counts (each Han character and each run of Latin letters or digits), `han` Han only. */
const counting = z.enum(['word', 'han', 'characters']);

/** A number that the narrative states: the one nearest to a cue, followed by one of the units. */
const stated = z.strictObject({
  /** Regular words to stand in the same sentence, any one of them. */
  near: z.array(z.string()).min(1),
  units: z.array(z.string()).min(1),
  /** Section or field keys; empty: the whole narrative. */
  in: z.array(key).default([]),
  /** Wider words that only count where the text denies them and states no number: 没有在任何企业部署. */
  about: z.array(z.string()).default([]),
  /** Words of its field: where no cue stands, the number of a sentence with one of these counts if it sounds sure. */
  around: z.array(z.string()).default([]),
  /** What the notice asks to be so, with its limit, as a statement: a number in a passage that bears it out is sure. */
  claim: z.string().min(4).optional(),
  /** `most`: the largest number found counts. */
  take: z.enum(['most', 'first']).default('most'),
});
export type Stated = z.infer<typeof stated>;

/** The expressions that hold no other, each under the key that tells it. */
const simple = {
  field: operator({
    schema: z.strictObject({ field: key, year: z.int().optional() }),
    references: ({ field, year }, path) => [
      refOfField(`${path}.field`, field, numbers),
      { kind: 'year', path, key: field, year },
    ],
    explain: ({ field, year }, pack) =>
      join(quotedField(field, pack), year === undefined ? t('', '') : t(`${year}年`, ` of ${year}`)),
  }),
  ticks: operator({
    schema: z.strictObject({ ticks: z.strictObject({ field: key, group: z.string().optional() }) }),
    references: ({ ticks: { field, group } }, path) => [
      refOfField(`${path}.ticks.field`, field, boxes),
      ...(group === undefined
        ? []
        : [{ kind: 'group', path: `${path}.ticks.group`, key: field, name: group } as const]),
    ],
    explain: ({ ticks: { field, group } }, pack) => {
      const within = group ? t(`中${group}`, ` (${group})`) : t('', '');
      return join(quotedField(field, pack), within, t('的勾选数', ' ticks'));
    },
  }),
  rows: operator({
    schema: z.strictObject({ rows: key }),
    references: ({ rows }, path) => [refOfField(`${path}.rows`, rows, ['table'])],
    explain: ({ rows }, pack) => join(quotedField(rows, pack), t('的行数', ' rows')),
  }),
  words: operator({
    schema: z.strictObject({
      words: z.strictObject({
        of: z.array(key),
        as: counting.default('word'),
        tables: z.boolean().default(true),
        headings: z.boolean().default(false),
      }),
    }),
    references: ({ words }, path) => refsOfFields(`${path}.words.of`, words.of),
    explain: ({ words: { of, as, tables, headings } }, pack) => {
      const which =
        of.length > 0 ? listed(of.map((key) => quotedField(key, pack))) : t('全文', 'the whole text');
      const how = t(
        `（${countings[as].zh}，${tables ? '含' : '不含'}表格，${headings ? '含' : '不含'}标题）`,
        ` (${countings[as].en}, ${tables ? 'with' : 'without'} tables, ${headings ? 'with' : 'without'} headings)`,
      );
      return join(which, t('的字数', ' words'), how);
    },
  }),
  stated: operator({
    schema: z.strictObject({ stated }),
    references: ({ stated }, path) => refsOfFields(`${path}.stated.in`, stated.in),
    explain: ({ stated }) => {
      const cues = both(stated.near.join('/'));
      return join(t('文中写明的', 'the number stated for '), quoted(cues), t('数量', ''));
    },
  }),
};

type Simple = { [K in keyof typeof simple]: z.output<(typeof simple)[K]['schema']> };

/** The number expressions by the key that tells them; a bare number stands for itself. */
export interface Nums extends Simple {
  sum: { sum: Num[] };
  ratio: { ratio: [Num, Num] };
}
export type NumName = keyof Nums;
export type Num = number | Nums[NumName];

export const num: z.ZodType<Num> = z.lazy(() =>
  z.union([z.number(), ...Object.values(nums).map(({ schema }) => schema)]),
) as z.ZodType<Num>;

const nums: { readonly [K in NumName]: Operator<Nums[K]> } = {
  field: simple.field,
  sum: operator({
    schema: z.strictObject({ sum: z.array(num).min(1) }),
    references: ({ sum }, path) => sum.flatMap((part, i) => refsOfNum(part, `${path}.sum[${i}]`)),
    explain: ({ sum }, pack) => {
      const parts = sum.map((part) => explainNum(part, pack));
      return t(
        `${parts.map(({ zh }) => zh).join('＋')}之和`,
        `the sum of ${parts.map(({ en }) => en).join(' + ')}`,
      );
    },
  }),
  ratio: operator({
    schema: z.strictObject({ ratio: z.tuple([num, num]) }),
    references: ({ ratio }, path) => ratio.flatMap((part, i) => refsOfNum(part, `${path}.ratio[${i}]`)),
    explain: ({ ratio }, pack) => {
      const [above, below] = [explainNum(ratio[0], pack), explainNum(ratio[1], pack)];
      return t(`${above.zh}占${below.zh}的比例`, `${above.en} divided by ${below.en}`);
    },
  }),
  ticks: simple.ticks,
  rows: simple.rows,
  words: simple.words,
  stated: simple.stated,
};

/** Takes a number expression other than a bare number by its name, with its parts typed as that name's. */
export function visitNum<R>(num: Nums[NumName], visit: <K extends NumName>(name: K, num: Nums[K]) => R): R {
  // Each expression has exactly one of these keys: the schemas are strict.
  const name = (Object.keys(nums) as NumName[]).find((one) => Object.hasOwn(num, one)) as NumName;
  return visit(name, num as Nums[typeof name]);
}

/** Every reference in a number expression, with its path below `path`. */
export function refsOfNum(num: Num, path: string): Ref[] {
  return typeof num === 'number'
    ? noReferences()
    : visitNum(num, (name, parts) => [...nums[name].references(parts, path)]);
}

/** A number expression in words. */
export function explainNum(num: Num, pack: Explainable): Text {
  return typeof num === 'number'
    ? both(formatNumber(num))
    : visitNum(num, (name, parts) => nums[name].explain(parts, pack));
}

const countings = {
  word: t('按Word字数', "as Word's word count"),
  han: t('只计汉字', 'Chinese characters only'),
  characters: t('计字符', 'characters'),
} as const;
