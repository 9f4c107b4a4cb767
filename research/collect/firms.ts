import { parseCompany } from '../../core/parties/company-name.ts';
import type { FirmLink } from '../identity/firm-groups.ts';
import type { LinkedFirms, Mention } from '../identity/link-firms.ts';
import type { ResearchRow } from '../schema/table.ts';
import type { Profile, Told } from './filings.ts';
import { industryColumns, industryOfName } from './industries.ts';
import { type Placing, placeColumns } from './places.ts';

/** A listing or a filing as one appearance of a firm. */
export interface Appearance {
  readonly kind: 'award' | 'filing';
  readonly mention: Mention;
  readonly placing: Placing;
  /** Of a filing. */
  readonly profile?: Profile;
}

/** One row for each firm of its own, and a tombstone for each id that was merged into another. */
export function firmRows(
  appearances: readonly Appearance[],
  { firmOf, mergedInto }: LinkedFirms,
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
  const tombstones = [...mergedInto].map(([firm, into]) => ({ ...tombstone, firm, merged_into: into }));
  return [...own, ...tombstones];
}

/** A merged id tells nothing but where it went: its columns do not apply. */
const tombstone: ResearchRow = {
  ...{ name: null, credit_code: null, legal_form: null, first_year: null, last_year: null, times_listed: 0 },
  ...{ region: null, province: null, region_by: null, region_missing: 'not-applicable' },
  ...industryColumns(undefined, 'not-applicable'),
  ...{ founded_year: null, founded_missing: 'not-applicable' },
  ...{ registered_capital: null, capital_missing: 'not-applicable' },
  ...{ employees: null, employees_missing: 'not-applicable' },
};

function firmRow(firm: string, seen: readonly Appearance[]): ResearchRow {
  const byYear = [...seen].sort((a, b) => (a.mention.year ?? 0) - (b.mention.year ?? 0));
  const last = byYear.at(-1)?.mention;
  const years = seen.flatMap(({ mention }) => mention.year ?? []);
  const parsed = parseCompany(last?.name ?? '');
  const { region, province, region_by, region_missing } = placeColumns(bestPlace(seen));
  const profiles = byYear.flatMap(({ profile }) => profile ?? []).reverse();
  const [founded, capital, employees] = (['founded', 'capital', 'employees'] as const).map((of) =>
    latestTold(profiles.map((profile) => profile[of])),
  );
  const stated = profiles.find(({ industry }) => industry)?.industry;
  const industryMissing = profiles[0]?.industryMissing ?? 'not-asked';
  return {
    firm,
    name: last?.name ?? null,
    credit_code: seen.find(({ mention }) => mention.creditCode)?.mention.creditCode ?? null,
    legal_form: parsed.form || null,
    ...{ region, province, region_by, region_missing },
    ...industryColumns(stated ?? industryOfName(parsed.core), industryMissing),
    ...{ founded_year: numberIn(founded), founded_missing: missingIn(founded) },
    ...{ registered_capital: numberIn(capital), capital_missing: missingIn(capital) },
    ...{ employees: numberIn(employees), employees_missing: missingIn(employees) },
    first_year: years.length > 0 ? Math.min(...years) : null,
    last_year: years.length > 0 ? Math.max(...years) : null,
    times_listed: seen.filter(({ kind }) => kind === 'award').length,
    merged_into: null,
  };
}

/** What the latest filing that has it says; else why the latest has not. A firm that only lists name was not asked. */
function latestTold(told: readonly Told[]): Told {
  return told.find((one) => 'number' in one) ?? told[0] ?? { missing: 'not-asked' };
}

const numberIn = (told: Told | undefined) => (told && 'number' in told ? told.number : null);
const missingIn = (told: Told | undefined) => (told && 'missing' in told ? told.missing : null);

/** The deepest place of the surest kind; where there is none, the reason that says most. */
function bestPlace(seen: readonly Appearance[]): Placing {
  const depth = ({ region, by }: Placing) =>
    region.replace(/(?:00)+$/u, '').length - (by === 'credit-code' ? 10 : 0);
  const [best] = seen
    .map(({ placing }) => placing)
    .filter(({ region }) => region !== '')
    .sort((a, b) => depth(b) - depth(a));
  if (best) return best;
  const reasons = new Set(seen.map(({ placing }) => placing.missing));
  const missing =
    (['unreadable', 'blank', 'not-asked'] as const).find((one) => reasons.has(one)) ?? 'not-asked';
  return { region: '', inYear: '', missing };
}

/** Every writing of a firm's name, with the years and the source in which it was seen first. */
export function nameRows(mentions: readonly Mention[], firmOf: LinkedFirms['firmOf']): ResearchRow[] {
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

export const linkRow = ({ firm, other, kind, stage, score, evidence }: FirmLink): ResearchRow => ({
  ...{ firm, other, kind, stage, score, evidence },
});
