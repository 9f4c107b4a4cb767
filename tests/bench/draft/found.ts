import { cleanLabel } from '../../../calls/draft/form/labels.ts';
import type { FormField, Pack } from '../../../calls/schema/index.ts';
import { foldText } from '../../../core/text/fold.ts';

/** What a draft or the baseline found in a notice, in the terms in which it is compared. */
export interface Found {
  readonly title: string;
  readonly issuer: string;
  readonly number?: string;
  readonly published?: string;
  readonly issued?: string;
  /** `level` absent: the baseline cannot tell. */
  readonly deadlines: readonly { readonly at: string; readonly level?: string }[];
  readonly quotas: readonly { readonly max: number; readonly unit?: string }[];
  readonly labels: readonly string[];
  readonly clauses: readonly { readonly text: string; readonly ref?: string }[];
  readonly fields: readonly Pick<FormField, 'label' | 'under' | 'aliases' | 'type'>[];
  readonly form?: readonly FormField[];
}

/** Hits of the hand-made things asked for, and of those the draft has. */
export interface Share {
  readonly hit: number;
  readonly all: number;
  /** How many the draft holds, right or wrong; for precision. */
  readonly drafted: number;
}

export interface Scores {
  readonly facts: Share;
  readonly dates: Share;
  readonly quotas: Share;
  readonly labels: Share;
  readonly clauses: Share;
  /** Clauses whose words are in some clause of the draft, however it was cut. */
  readonly words: Share;
  readonly refs: Share;
  readonly fields: Share;
  readonly types: Share;
  readonly limits: Share;
  readonly options: Share;
}

/** A text without what printing adds: folded, no spaces, marks or signs. */
export const bare = (text: string) => foldText(text).text.replace(/[\s\p{P}\p{S}]/gu, '');

export function grams(text: string, n = 3): Set<string> {
  const plain = bare(text);
  return new Set(Array.from({ length: Math.max(1, plain.length - n + 1) }, (_, i) => plain.slice(i, i + n)));
}

/** Share of the first set that is in the second. */
export function inside(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  let common = 0;
  for (const one of first) if (second.has(one)) common++;
  return first.size === 0 ? 0 : common / first.size;
}

const alike = (a: ReadonlySet<string>, b: ReadonlySet<string>) => Math.min(inside(a, b), inside(b, a));

/**
 * Compares what was found with the pack that people made. Things that rest on clauses the notice does not hold
 * (a pack may be made from more than one source) are not asked for.
 */
export function scoreDraft(pack: Pack, found: Found, notice: string): Scores {
  const source = grams(notice);
  const held = new Set(
    [...pack.clauses.values()].filter((one) => inside(grams(one.text), source) >= 0.9).map((one) => one.ref),
  );
  const { call } = pack;
  const facts: [string | undefined, string | undefined][] = [
    [call.title.zh, found.title],
    [call.issuer.zh, found.issuer],
    [call.number, found.number],
    [call.published, found.published],
    [call.issued, found.issued],
  ];
  const asked = facts.filter(
    ([wanted]) =>
      wanted !== undefined && (isDate(wanted) || inside(grams(wanted, 2), grams(notice, 2)) > 0.7),
  );
  const deadlines = call.deadlines.filter((one) => held.has(one.clause));
  const quotas = call.quotas.filter((one) => held.has(one.clause));
  const labels = pack.schemes
    .flatMap((scheme) => scheme.labels)
    .filter((label) => held.has(label.clause) || inside(grams(label.name, 2), grams(notice, 2)) === 1);
  const clauses = [...pack.clauses.values()].filter((one) => held.has(one.ref) && !formClause(one.ref, pack));
  const drafted = found.clauses.map((one) => ({ ...one, grams: grams(one.text) }));
  const all = new Set(drafted.flatMap((one) => [...one.grams]));
  const matched = clauses.map((one) => {
    const own = grams(one.text);
    return { one, own, hit: drafted.find((other) => alike(own, other.grams) >= 0.8) };
  });
  return {
    facts: share(
      asked,
      ([wanted = '', got = '']) =>
        isDate(wanted) ? wanted === got : alike(grams(wanted, 2), grams(got, 2)) >= 0.7,
      asked.length,
    ),
    dates: share(
      deadlines,
      (one) =>
        found.deadlines.some(
          (got) => got.at === one.at && (got.level === undefined || got.level === one.level),
        ),
      found.deadlines.length,
    ),
    quotas: share(
      quotas,
      (one) =>
        found.quotas.some((got) => got.max === one.max && (got.unit === undefined || got.unit === one.unit)),
      found.quotas.length,
    ),
    labels: share(
      labels,
      (one) => [one.name, ...one.aliases].some((name) => found.labels.some((got) => sameLabel(name, got))),
      found.labels.length,
    ),
    clauses: share(matched, ({ hit }) => hit !== undefined, drafted.length),
    words: share(matched, ({ own }) => inside(own, all) >= 0.9, drafted.length),
    refs: share(
      matched.filter(({ hit }) => hit),
      ({ one, hit }) => bare(hit?.ref ?? '') === bare(one.ref),
      drafted.length,
    ),
    ...scoreFields(pack, found),
  };
}

const isDate = (text: string) => /^\d{4}-\d\d-\d\d$/u.test(text);

/** A clause that only strings the form's labels together is measured by the fields. */
const formClause = (ref: string, pack: Pack) => pack.form.fields.some((field) => field.clause === ref);

function scoreFields(pack: Pack, found: Found): Pick<Scores, 'fields' | 'types' | 'limits' | 'options'> {
  const used = new Set<Found['fields'][number]>();
  const pairs = pack.form.fields.map((field) => {
    const names = [field.label, ...field.aliases].map((name) => bare(cleanLabel(name)));
    const hit = found.fields.find((got) => {
      if (used.has(got)) return false;
      const own = [got.label, ...got.aliases].map((name) => bare(cleanLabel(name)));
      const deep = bare(cleanLabel(got.under.at(-1) ?? '') + cleanLabel(got.label));
      return names.some((name) => own.includes(name) || deep === name) || sameOptions(field, got);
    });
    if (hit) used.add(hit);
    return { field, hit };
  });
  const hits = pairs.filter(({ hit }) => hit !== undefined);
  const limited = pairs.filter(({ field }) => limitOf(field) !== undefined);
  const options = pairs.flatMap(({ field, hit }) =>
    'options' in field ? field.options.map((option) => ({ text: option.text, hit })) : [],
  );
  return {
    fields: share(pairs, ({ hit }) => hit !== undefined, found.fields.length),
    types: share(hits, ({ field, hit }) => kind(field.type) === kind(hit?.type ?? ''), hits.length),
    limits: share(limited, ({ field, hit }) => limitOf(hit) === limitOf(field), limited.length),
    options: share(
      options,
      ({ text, hit }) => textsOf(hit).some((one) => bare(one) === bare(text)),
      options.length,
    ),
  };
}

/** A chapter and a long text differ in where they stand, not in what is asked. */
const kind = (type: string) => (type === 'section' ? 'long-text' : type);
const limitOf = (field: object | undefined) => (field && 'limit' in field ? field.limit : undefined);

function textsOf(field: object | undefined): string[] {
  if (!field || !('options' in field) || !Array.isArray(field.options)) return [];
  return field.options.map((option: { text: string }) => option.text);
}

function sameOptions(field: FormField, got: object): boolean {
  const wanted = 'options' in field ? field.options.map((option) => bare(option.text)) : [];
  const own = textsOf(got).map(bare);
  return wanted.length > 2 && wanted.filter((one) => own.includes(one)).length >= 0.8 * wanted.length;
}

/** The same words, or one holds the other and little more (平台化设计, 平台化设计应用模式). */
function sameLabel(a: string, b: string): boolean {
  const [one, two] = [bare(a), bare(b)];
  if (one === two) return true;
  const [short = '', long = ''] = one.length < two.length ? [one, two] : [two, one];
  return short.length >= 2 && long.includes(short) && short.length >= 0.5 * long.length;
}

function share<T>(wanted: readonly T[], right: (one: T) => boolean, drafted: number): Share {
  return { hit: wanted.filter(right).length, all: wanted.length, drafted };
}
