import { createHash } from 'node:crypto';
import type { Pack } from '../../calls/schema/index.ts';
import { sureEnough } from '../../core/filing.ts';
import type { FilingOutcome } from '../../core/outcome.ts';
import { latestDone } from '../../pipeline/latest-run.ts';
import { nameOfRole } from '../../pipeline/outcome-facts.ts';
import type { Store } from '../../store/ports.ts';
import type { Mention } from '../identity/link-firms.ts';
import type { ResearchRow } from '../schema/table.ts';
import { fieldRows, indicatorsOf, isOfPersons, placeOf } from './fields.ts';
import { industryColumns, industryOfField, type ToldIndustry } from './industries.ts';
import { type Placing, placeColumns, type placer } from './places.ts';
import { type NamingText, termRows } from './terms.ts';

/** A filing before its firm is known, and what it tells of the firm. */
export interface CollectedFiling {
  readonly row: ResearchRow;
  readonly placing: Placing;
  readonly mention: Mention;
  readonly profile: Profile;
}

/** What a filing tells of its applicant; each is the number or why there is none. */
export interface Profile {
  readonly founded: Told;
  readonly capital: Told;
  readonly employees: Told;
  readonly industry?: ToldIndustry;
  readonly industryMissing: string;
}

export type Told = { readonly number: number } | { readonly missing: string };

export interface CollectedFilings {
  readonly rows: CollectedFiling[];
  readonly fields: ResearchRow[];
  readonly findings: ResearchRow[];
  readonly labels: ResearchRow[];
  readonly decisions: ResearchRow[];
  readonly terms: ResearchRow[];
}

/** The filings of the latest run of every batch, with all that is told of them. */
export async function filingsOf(
  store: Store,
  packs: ReadonlyMap<string, Pack>,
  place: ReturnType<typeof placer>,
): Promise<CollectedFilings> {
  const all: CollectedFilings = { rows: [], fields: [], findings: [], labels: [], decisions: [], terms: [] };
  const indicators = indicatorsOf(packs);
  const batches = [...(await store.batches.all())].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const batch of batches) {
    const pack = packs.get(batch.call);
    const run = await latestDone(store, batch.id);
    if (!pack || !run) continue;
    const desks = new Map((await store.desks.of(batch.id)).map((desk) => [desk.filing, desk]));
    for await (const outcome of store.outcomes.stream(run.id)) {
      const year = Number(run.settings.asOf.slice(0, 4));
      all.rows.push(filingRow(outcome, pack, { batch: batch.name, run: run.id, year }, place));
      all.fields.push(...fieldRows(outcome, pack, indicators));
      all.findings.push(...findingRows(outcome));
      all.labels.push(...labelRows(outcome));
      all.terms.push(...termRows(textsOf(outcome, pack, year)));
      const desk = desks.get(outcome.filing);
      if (desk?.decision && (desk.stage === 'decided' || desk.stage === 'sent'))
        all.decisions.push({
          filing: outcome.filing,
          decision: desk.decision,
          decided_on: desk.decidedAt?.slice(0, 10) ?? null,
        });
    }
  }
  return all;
}

function filingRow(
  outcome: FilingOutcome,
  pack: Pack,
  { batch, run, year }: { batch: string; run: string; year: number },
  place: ReturnType<typeof placer>,
): CollectedFiling {
  const byKey = new Map(outcome.fields.map((field) => [field.key, field]));
  const role = (name: Parameters<typeof nameOfRole>[2]) => nameOfRole({ fields: byKey }, pack, name);
  const applicant = role('applicant');
  const creditCode = role('credit-code');
  const asked = pack.form.fields.some((field) => field.role === 'region');
  const column = asked ? role('region') : undefined;
  const placing = place({
    name: applicant,
    creditCode,
    year,
    ...(column === undefined ? {} : { column }),
  });
  const { filing, version, judged } = outcome;
  const call = pack.call.id;
  const profile = profileOf(outcome, pack);
  return {
    row: {
      ...{ filing, call, batch, year, version },
      title: role('title') || null,
      applicant: applicant || null,
      firm: null,
      ...placeColumns(placing),
      unit: role('recommending-unit') || null,
      ...industryColumns(profile.industry, profile.industryMissing),
      state: judged.state,
      run,
    },
    mention: {
      name: applicant,
      creditCode,
      region: placing.by === 'credit-code' ? '' : placing.region,
      year,
      contacts: contactsOf(outcome, pack),
      source: `${call}/${filing}`,
    },
    placing,
    profile,
  };
}

/** Telephones and e-mails as hashes: firms are compared by them, and nobody is told them. */
function contactsOf({ fields }: FilingOutcome, { form }: Pack): string[] {
  const contacts = new Set(
    form.fields.filter(({ role }) => role === 'phone' || role === 'email').map(({ key }) => key),
  );
  return fields
    .filter(
      ({ key, state, confidence }) => contacts.has(key) && state === 'filled' && confidence >= sureEnough,
    )
    .map(({ value }) => (typeof value === 'string' ? value.toLowerCase().replace(/[\s-]/gu, '') : ''))
    .filter((contact) => contact.length >= 7)
    .map((contact) => createHash('sha256').update(contact).digest('hex'));
}

function profileOf({ fields }: FilingOutcome, { form }: Pack): Profile {
  const keyOf = (indicator: string) => form.fields.find((field) => field.indicator === indicator)?.key;
  const fieldOf = (indicator: string) => {
    const key = keyOf(indicator);
    return key === undefined ? undefined : fields.find((field) => field.key === key);
  };
  const why = (indicator: string) => {
    if (keyOf(indicator) === undefined) return 'not-asked';
    const state = fieldOf(indicator)?.state ?? 'absent';
    return state === 'filled' ? 'unreadable' : state;
  };
  const told = (indicator: string, number: (value: unknown) => number | undefined): Told => {
    const field = fieldOf(indicator);
    const sure = field?.state === 'filled' && field.confidence >= sureEnough;
    const found = sure ? number(field.value) : undefined;
    return found === undefined ? { missing: why(indicator) } : { number: found };
  };
  const plain = (value: unknown) => (typeof value === 'number' ? value : undefined);
  const industryField = fieldOf('industry');
  const words = typeof industryField?.value === 'string' ? industryField.value : (industryField?.raw ?? '');
  const industry =
    industryField?.state === 'filled' && industryField.confidence >= sureEnough
      ? industryOfField(words)
      : undefined;
  return {
    founded: told('founded', yearIn),
    capital: told('registered_capital', plain),
    employees: told('employees', plain),
    ...(industry ? { industry } : {}),
    industryMissing: why('industry'),
  };
}

/** The year of a date; no firm of these lists is older than the first ones of China's industry. */
function yearIn(value: unknown): number | undefined {
  const year = typeof value === 'string' ? Number(/^(\d{4})/u.exec(value)?.[1]) : Number.NaN;
  return year >= 1860 && year <= 2100 ? year : undefined;
}

const written = new Set(['section', 'long-text', 'text']);

/** Title and narrative of a filing. */
function* textsOf({ filing, fields }: FilingOutcome, { form }: Pack, year: number): Generator<NamingText> {
  const own = new Map(form.fields.map((field) => [field.key, field]));
  for (const { key, value, state } of fields) {
    const field = own.get(key);
    if (!field || state !== 'filled' || typeof value !== 'string') continue;
    if (
      field.role === 'title' ||
      field.role === 'summary' ||
      (written.has(field.type) && !isOfPersons(field))
    )
      yield {
        kind: 'filing',
        source: filing,
        year,
        part: field.role === 'title' ? 'title' : key,
        text: value,
      };
  }
}

const findingRows = ({ filing, findings }: FilingOutcome): ResearchRow[] =>
  findings.map(({ rule, title, clause, verdict, consequence, evidence }) => ({
    ...{ filing, rule, verdict, consequence },
    rule_title: title.zh,
    clause: clause.ref,
    place: placeOf(evidence),
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
      place: placeOf(candidate.evidence.flatMap(({ where }) => where)),
    })),
  );
}
