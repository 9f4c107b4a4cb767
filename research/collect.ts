import { type Crosswalk, type CrosswalkEnd, loadCrosswalk } from '../calls/crosswalk.ts';
import { builtInPacksDir } from '../calls/load.ts';
import type { FormField, Pack } from '../calls/schema/index.ts';
import type { Field } from '../core/filing.ts';
import { findRegion, regionCode } from '../core/normalise/region.ts';
import type { FilingOutcome } from '../core/outcome.ts';
import { parseCompany } from '../core/parties/company-name.ts';
import { describePlace, isPagePlace } from '../core/place.ts';
import { type Award, awardSchema } from '../lists/awards/award.ts';
import { issuerName, unknownIssuer } from '../lists/awards/issuer.ts';
import { latestDone } from '../pipeline/latest-run.ts';
import { nameOfRole } from '../pipeline/outcome-facts.ts';
import type { Store } from '../store/ports.ts';
import { type FirmLink, type FormerName, linkFirms, type Mention } from './identity/link-firms.ts';
import { panelOfFirms, panelOfRegions } from './panels.ts';
import type { ResearchRow } from './schema/table.ts';

/** All tables of the research data, by name. */
export type Collected = Readonly<Record<string, readonly ResearchRow[]>>;

export interface CollectOptions {
  readonly store: Store;
  readonly packs: ReadonlyMap<string, Pack>;
  /** What the office's lists say of former names. */
  readonly formerNames?: readonly FormerName[];
  /** Firms that a person keeps apart. */
  readonly apart?: readonly (readonly [string, string])[];
}

/** A listing event or a filing before its firm is known. */
interface Appearance {
  readonly mention: Mention;
  readonly kind: 'award' | 'filing';
}

/**
 * Makes the research tables of everything that the store holds: imported award lists, and the latest run of every batch.
 * The same store gives the same rows in the same order.
 */
export async function collect({ store, packs, formerNames, apart }: CollectOptions): Promise<Collected> {
  const awards = await awardsOf(store);
  const regionOf = rememberedCodes();
  const filings = await filingsOf(store, packs);
  const appearances: Appearance[] = [
    ...awards.map(({ award, source }) => ({
      kind: 'award' as const,
      mention: mentionOfAward(award, source, regionOf),
    })),
    ...filings.rows.map(({ mention }) => ({ kind: 'filing' as const, mention })),
  ];
  const mentions = appearances.map(({ mention }) => mention);
  const linked = linkFirms(mentions, formerNames, apart);
  const firmAt = (i: number) => linked.firmOf[i] ?? null;
  const awardRows = awards.map((one, i) => awardRow(one, mentions[i], firmAt(i)));
  const filingRows = filings.rows.map((one, i) => ({ ...one.row, firm: firmAt(awards.length + i) }));
  const firmRows = firmsOf(appearances, linked.firmOf, linked.mergedInto);
  const { crosswalk } = await loadCrosswalk([builtInPacksDir()], packs);
  return {
    awards: sorted(awardRows, ['award']),
    firms: sorted(firmRows, ['firm']),
    firm_names: sorted(namesOf(mentions, linked.firmOf), ['firm', 'name']),
    firm_links: sorted(linked.links.map(linkRow), ['firm', 'other', 'kind']),
    filings: sorted(filingRows, ['filing']),
    fields: filings.fields,
    findings: filings.findings,
    labels: filings.labels,
    decisions: sorted(filings.decisions, ['filing']),
    panel_firm_year: panelOfFirms(awardRows, filingRows, firmRows),
    panel_region_year: panelOfRegions(awardRows, filingRows),
    crosswalk_labels: crosswalkRows(crosswalk),
  };
}

async function awardsOf(store: Store): Promise<{ award: Award; source: string }[]> {
  return (await store.awards.all()).flatMap(({ data, source }) => {
    const parsed = awardSchema.safeParse(data);
    return parsed.success ? [{ award: parsed.data, source }] : [];
  });
}

function mentionOfAward(award: Award, source: string, regionOf: typeof codeOf): Mention {
  const { company, creditCode, region, year } = award;
  return {
    name: company,
    ...(creditCode ? { creditCode } : {}),
    region: regionOf(region ?? '', company),
    ...(year === undefined ? {} : { year }),
    source,
  };
}

/** `codeOf`, asked once for the same texts: lists of many years name the same firms. */
function rememberedCodes(): typeof codeOf {
  const known = new Map<string, string>();
  return (...texts) => {
    const key = texts.join('\u0000');
    const code = known.get(key) ?? codeOf(...texts);
    known.set(key, code);
    return code;
  };
}

/** The region that a column tells, else the name; deeper of the two where one lies in the other. */
function codeOf(...texts: readonly string[]): string {
  const codes = texts.flatMap((text) => {
    const found = findRegion(text);
    return (found && regionCode(found)) ?? [];
  });
  const [first = '', ...others] = codes;
  const inside = others.find((code) => code.startsWith(first.replace(/(?:00)+$/u, '')) && code !== first);
  return first.endsWith('00') && inside ? inside : first;
}

function awardRow(
  { award, source }: { award: Award; source: string },
  mention: Mention | undefined,
  firm: string | null,
): ResearchRow {
  const issuer = award.issuer ?? unknownIssuer;
  const level = { ministry: 'national', local: 'local', association: 'association', unknown: 'unknown' }[
    issuer.kind
  ];
  const region = mention?.region || null;
  return {
    award: award.id,
    scheme: award.programme ?? null,
    scheme_name: award.programmeName ?? null,
    year: award.year ?? null,
    list_date: award.listedOn ?? null,
    level,
    issuer: issuerName(issuer).zh,
    category: award.category ?? null,
    project: award.title || null,
    applicant: award.company || null,
    firm,
    region,
    province: region?.slice(0, 2) ?? null,
    source_file: source,
    source_sheet: award.from?.sheet ?? null,
    source_row: award.from?.row ?? null,
  };
}

interface CollectedFilings {
  readonly rows: { readonly row: ResearchRow; readonly mention: Mention }[];
  readonly fields: ResearchRow[];
  readonly findings: ResearchRow[];
  readonly labels: ResearchRow[];
  readonly decisions: ResearchRow[];
}

async function filingsOf(store: Store, packs: ReadonlyMap<string, Pack>): Promise<CollectedFilings> {
  const all: CollectedFilings = { rows: [], fields: [], findings: [], labels: [], decisions: [] };
  const indicators = indicatorsOf(packs);
  const batches = [...(await store.batches.all())].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const batch of batches) {
    const pack = packs.get(batch.call);
    const run = await latestDone(store, batch.id);
    if (!pack || !run) continue;
    const desks = new Map((await store.desks.of(batch.id)).map((desk) => [desk.filing, desk]));
    for await (const outcome of store.outcomes.stream(run.id)) {
      const year = Number(run.settings.asOf.slice(0, 4));
      const byKey = new Map(outcome.fields.map((field) => [field.key, field]));
      const role = (name: Parameters<typeof nameOfRole>[2]) => nameOfRole({ fields: byKey }, pack, name);
      const applicant = role('applicant');
      const region = codeOf(role('region'), applicant) || null;
      const { filing, version, judged } = outcome;
      all.rows.push({
        row: {
          ...{ filing, call: batch.call, batch: batch.name, year, version },
          title: role('title') || null,
          applicant: applicant || null,
          firm: null,
          region,
          province: region?.slice(0, 2) ?? null,
          unit: role('recommending-unit') || null,
          state: judged.state,
          run: run.id,
        },
        mention: {
          name: applicant,
          creditCode: role('credit-code'),
          region: region ?? '',
          year,
          source: `${batch.call}/${filing}`,
        },
      });
      all.fields.push(...fieldRows(outcome, pack, indicators));
      all.findings.push(...findingRows(outcome));
      all.labels.push(...labelRows(outcome));
      const desk = desks.get(filing);
      if (desk?.decision && (desk.stage === 'decided' || desk.stage === 'sent'))
        all.decisions.push({
          filing,
          decision: desk.decision,
          decided_on: desk.decidedAt?.slice(0, 10) ?? null,
        });
    }
  }
  return all;
}

/** Types and roles that tell of a person, and free text, which may: their values stay in the office. */
const personal = new Set(['person', 'phone', 'email', 'section', 'long-text', 'table', 'text']);
const shownRoles = new Set(['title', 'applicant', 'credit-code', 'recommending-unit', 'region', 'industry']);
const hiddenRoles = new Set(['contact', 'phone', 'email', 'legal-person', 'address']);

function isWithheld({ type, role }: FormField): boolean {
  if (role !== undefined && shownRoles.has(role)) return false;
  return personal.has(type) || (role !== undefined && hiddenRoles.has(role));
}

/** Indicators that any call asks for, each with the calls that do. */
function indicatorsOf(packs: ReadonlyMap<string, Pack>): ReadonlySet<string> {
  return new Set(
    [...packs.values()].flatMap(({ form }) => form.fields.flatMap(({ indicator }) => indicator ?? [])),
  );
}

function fieldRows(
  { filing, fields }: FilingOutcome,
  { form }: Pack,
  indicators: ReadonlySet<string>,
): ResearchRow[] {
  const byKey = new Map(form.fields.map((field) => [field.key, field]));
  const rows = fields.flatMap((field): ResearchRow[] => {
    const own = byKey.get(field.key);
    if (!own) return [];
    const base = {
      filing,
      field: field.key,
      label: field.label,
      indicator: own.indicator ?? null,
      figure_year: null,
      unit: field.unit ?? null,
      confidence: field.confidence,
      place: placeOf(field),
    };
    if (isWithheld(own))
      return [
        { ...base, value: null, number: null, missing: field.state === 'filled' ? 'withheld' : field.state },
      ];
    const empty = { value: null, number: null };
    if (field.state !== 'filled') return [{ ...base, ...empty, missing: field.state }];
    return valuesOf(field).map(({ year, value, number }) => ({
      ...base,
      field: year === null ? field.key : `${field.key}.${year}`,
      figure_year: year,
      value,
      number,
      missing: value === null && number === null ? 'blank' : null,
    }));
  });
  const asked = new Set(form.fields.flatMap(({ indicator }) => indicator ?? []));
  const notAsked = [...indicators].filter((one) => !asked.has(one)).sort();
  return [
    ...rows,
    ...notAsked.map((indicator) => ({
      ...{ filing, field: `not-asked.${indicator}`, label: null, indicator, figure_year: null, unit: null },
      ...{ value: null, number: null, missing: 'not-asked', confidence: null, place: null },
    })),
  ];
}

function valuesOf({ value }: Field): { year: number | null; value: string | null; number: number | null }[] {
  if (typeof value === 'number') return [{ year: null, value: null, number: value }];
  if (typeof value === 'string') return [{ year: null, value, number: null }];
  if (Array.isArray(value))
    return [{ year: null, value: value.filter((one) => typeof one === 'string').join('；'), number: null }];
  return Object.entries(value ?? {})
    .filter(([year]) => /^\d{4}$/u.test(year))
    .map(([year, figure]) => ({
      year: Number(year),
      value: typeof figure === 'string' ? figure : null,
      number: typeof figure === 'number' ? figure : null,
    }));
}

function placeOf({ where }: Field): string | null {
  const [place] = where;
  if (!place) return null;
  if (!isPagePlace(place)) return `${place.part}#${place.path}`;
  return `${describePlace(place).en} [${place.box.map((n) => Math.round(n)).join(', ')}]`;
}

const findingRows = ({ filing, findings }: FilingOutcome): ResearchRow[] =>
  findings.map(({ rule, title, clause, verdict, consequence }) => ({
    ...{ filing, rule, verdict, consequence },
    rule_title: title.zh,
    clause: clause.ref,
  }));

function labelRows({ filing, classification }: FilingOutcome): ResearchRow[] {
  return classification.flatMap(({ scheme, label, declared, candidates, model }) =>
    candidates.map((candidate) => ({
      ...{ filing, scheme },
      label: candidate.label,
      probability: candidate.score,
      given: candidate.label === label,
      declared: candidate.label === declared,
      model: model ?? null,
    })),
  );
}

function firmsOf(
  appearances: readonly Appearance[],
  firmOf: readonly (string | undefined)[],
  mergedInto: ReadonlyMap<string, string>,
): ResearchRow[] {
  const firms = new Map<string, Appearance[]>();
  for (const [i, one] of appearances.entries()) {
    const id = firmOf[i];
    if (id === undefined) continue;
    const known = firms.get(id);
    if (known) known.push(one);
    else firms.set(id, [one]);
  }
  const own = [...firms].map(([firm, seen]) => firmRow(firm, seen));
  const none = { name: null, credit_code: null, legal_form: null, region: null, province: null };
  const tombstones = [...mergedInto].map(([firm, into]) => ({
    ...{ firm, ...none, first_year: null, last_year: null, times_listed: 0, merged_into: into },
  }));
  return [...own, ...tombstones];
}

function firmRow(firm: string, seen: readonly Appearance[]): ResearchRow {
  const byYear = [...seen].sort((a, b) => (a.mention.year ?? 0) - (b.mention.year ?? 0));
  const last = byYear.at(-1)?.mention;
  const years = seen.flatMap(({ mention }) => mention.year ?? []);
  const region = longest(seen.map(({ mention }) => mention.region)) || null;
  return {
    firm,
    name: last?.name ?? null,
    credit_code: seen.find(({ mention }) => mention.creditCode)?.mention.creditCode ?? null,
    legal_form: parseCompany(last?.name ?? '').form || null,
    region,
    province: region?.slice(0, 2) ?? null,
    first_year: years.length > 0 ? Math.min(...years) : null,
    last_year: years.length > 0 ? Math.max(...years) : null,
    times_listed: seen.filter(({ kind }) => kind === 'award').length,
    merged_into: null,
  };
}

/** The deepest region that was seen. */
const longest = (codes: readonly string[]) =>
  [...codes].sort((a, b) => b.replace(/(?:00)+$/u, '').length - a.replace(/(?:00)+$/u, '').length)[0] ?? '';

function namesOf(mentions: readonly Mention[], firmOf: readonly (string | undefined)[]): ResearchRow[] {
  const names = new Map<string, { firm: string; name: string; years: number[]; source: string }>();
  for (const [i, { name, year, source }] of mentions.entries()) {
    const firm = firmOf[i];
    if (firm === undefined) continue;
    const key = `${firm} ${name}`;
    const known = names.get(key) ?? { firm, name, years: [], source };
    if (year !== undefined) known.years.push(year);
    names.set(key, known);
  }
  return [...names.values()].map(({ firm, name, years, source }) => ({
    firm,
    name,
    from_year: years.length > 0 ? Math.min(...years) : null,
    to_year: years.length > 0 ? Math.max(...years) : null,
    source,
  }));
}

const linkRow = ({ firm, other, kind, stage, score, evidence }: FirmLink): ResearchRow => ({
  ...{ firm, other, kind, stage, score, evidence },
});

function crosswalkRows({ links }: Crosswalk): ResearchRow[] {
  const side = (name: 'from' | 'to', { call, scheme, label, item, quote }: CrosswalkEnd) => ({
    [`${name}_call`]: call,
    [`${name}_scheme`]: scheme ?? null,
    [`${name}_label`]: item ?? label ?? null,
    [`${name}_quote`]: quote,
  });
  return links.map(({ from, to, relation }) => ({ ...side('from', from), ...side('to', to), relation }));
}

/** Rows in the order of their key, so that the same store gives the same bytes. */
function sorted(rows: readonly ResearchRow[], key: readonly string[]): ResearchRow[] {
  const of = (row: ResearchRow) => key.map((name) => String(row[name] ?? '')).join('\u0000');
  return rows
    .map((row) => ({ row, at: of(row) }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ row }) => row);
}
