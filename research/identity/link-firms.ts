import { createHash } from 'node:crypto';
import { checkCreditCode } from '../../core/normalise/credit-code.ts';
import type { RegionEntry } from '../../core/normalise/regions.ts';
import { type CompanyName, parseCompany } from '../../core/parties/company-name.ts';
import { compareNames } from '../../core/parties/compare.ts';
import { relationValue } from '../../core/parties/thresholds.ts';
import { FirmGroups, type FirmLink, type FirmPair, type Node } from './firm-groups.ts';

/** One naming of a firm by a list or a filing. */
export interface Mention {
  readonly name: string;
  readonly creditCode?: string;
  /** GB/T 2260, six digits, by other words than the name: a region column, the recommending unit. Empty: not known. */
  readonly region: string;
  readonly year?: number;
  /** What its contacts are known by, as hashes: telephone and e-mail are compared and never told. */
  readonly contacts?: readonly string[];
  /** Where it stands, for a person. */
  readonly source: string;
}

/** Two names of one legal person, as a list of affiliates or an office says. */
export interface FormerName {
  readonly name: string;
  readonly former: string;
}

export interface LinkedFirms {
  /** The firm of each mention, in their order; `undefined` for a mention without a name. */
  readonly firmOf: readonly (string | undefined)[];
  /** Where a merged id went. */
  readonly mergedInto: ReadonlyMap<string, string>;
  readonly links: readonly FirmLink[];
}

/** What people know besides the namings. */
export interface Known {
  readonly formerNames?: readonly FormerName[];
  /** Namings that a person keeps apart: no merge of others may bring them together. */
  readonly apart?: readonly FirmPair[];
  /** Namings that a person says are one firm, before anything else is asked. */
  readonly joined?: readonly FirmPair[];
}

/**
 * Which namings are of one legal person, in the order of the field: what a person says; credit code; the same name; former
 * names that an office says; then region, legal form and core name, and only where exactly one firm answers to them. What
 * may be the same but is not certain is a link `ambiguous` and never merged, and so is a common contact. Two valid codes
 * that differ are two firms, whatever their names, unless a person says otherwise.
 */
export function linkFirms(
  mentions: readonly Mention[],
  { formerNames = [], apart = [], joined = [] }: Known = {},
): LinkedFirms {
  const nodes = new Map<string, Node>();
  const names = new Map<string, CompanyName>();
  const nodeOf = mentions.map((mention) => nodeFor(mention, nodes, names));
  const groups = new FirmGroups(nodes, apart);
  byPerson(nodes, groups, joined);
  byCode(nodes, groups);
  byName(nodes, groups);
  byFormerName(nodes, groups, formerNames);
  byCore(nodes, groups);
  byContact(nodes, groups);
  return {
    firmOf: nodeOf.map((id) => (id === undefined ? undefined : groups.root(id))),
    mergedInto: new Map(
      [...nodes.keys()].filter((id) => groups.root(id) !== id).map((id) => [id, groups.root(id)]),
    ),
    links: groups.told(),
  };
}

function nodeFor(
  { name, creditCode = '', region, year, contacts = [] }: Mention,
  nodes: Map<string, Node>,
  names: Map<string, CompanyName>,
): string | undefined {
  const parsed = names.get(name) ?? parseCompany(name);
  names.set(name, parsed);
  if (parsed.core === '') return undefined;
  const code = creditCode !== '' && checkCreditCode(creditCode).valid ? creditCode : undefined;
  const id = `F${createHash('sha256')
    .update(`${parsed.full} ${code ?? ''}`)
    .digest('hex')
    .slice(0, 11)}`;
  const known = nodes.get(id);
  if (known) {
    if (region) known.regions.add(region);
    for (const contact of contacts) known.contacts.add(contact);
    known.first = Math.min(known.first, year ?? Number.POSITIVE_INFINITY);
    return id;
  }
  const first = year ?? Number.POSITIVE_INFINITY;
  const regions = new Set(region ? [region] : []);
  const node = { id, name: parsed, written: name, ...(code ? { code } : {}), regions, first };
  nodes.set(id, { ...node, contacts: new Set(contacts) });
  return id;
}

function byPerson(nodes: ReadonlyMap<string, Node>, groups: FirmGroups, joined: readonly FirmPair[]): void {
  for (const [a, b] of joined)
    if (nodes.has(a) && nodes.has(b))
      groups.merge(a, b, { kind: 'same', stage: 'person', score: relationValue.proven }, true);
}

function byCode(nodes: ReadonlyMap<string, Node>, groups: FirmGroups): void {
  for (const same of bucketsOf(nodes, ({ code }) => (code ? [code] : []))) {
    const [first, ...rest] = same;
    for (const other of rest)
      if (first) {
        const kind = first.name.core === other.name.core ? 'same' : 'renamed';
        groups.merge(first.id, other.id, { kind, stage: 'credit-code', score: relationValue.proven });
      }
  }
}

/** One name with and without a code. Under two codes it is two firms, and a naming without a code may be either. */
function byName(nodes: ReadonlyMap<string, Node>, groups: FirmGroups): void {
  for (const same of bucketsOf(nodes, ({ name }) => [name.full])) {
    const coded = new Set(same.flatMap(({ id }) => [...groups.codesOf(id)]));
    const [first, ...rest] = same;
    for (const other of rest) {
      if (!first) continue;
      const link = { stage: 'name' as const, score: relationValue.proven };
      if (coded.size <= 1) groups.merge(first.id, other.id, { kind: 'same', ...link });
      else groups.note(first.id, other.id, { kind: 'ambiguous', ...link });
    }
  }
}

function byFormerName(
  nodes: ReadonlyMap<string, Node>,
  groups: FirmGroups,
  names: readonly FormerName[],
): void {
  const byFull = new Map<string, Node[]>();
  for (const node of nodes.values()) {
    const alike = byFull.get(node.name.full);
    if (alike) alike.push(node);
    else byFull.set(node.name.full, [node]);
  }
  for (const { name, former } of names)
    for (const now of byFull.get(parseCompany(name).full) ?? [])
      for (const before of byFull.get(parseCompany(former).full) ?? [])
        groups.merge(now.id, before.id, { kind: 'renamed', stage: 'former', score: relationValue.proven });
}

/** Larger buckets hold a common word and no firm. */
const mostAlike = 60;

/**
 * Names of one core. Merged where the writing is another only (place, form and core agree) and no third firm answers to
 * it as well; branches and what may be the same are told.
 */
function byCore(nodes: ReadonlyMap<string, Node>, groups: FirmGroups): void {
  const buckets = bucketsOf(nodes, ({ name }) => [...new Set(name.readings.map(({ core }) => core))]);
  for (const alike of buckets) {
    if (alike.length < 2 || alike.length > mostAlike) continue;
    const certain = new Map<string, Set<string>>();
    const pairs: { readonly a: Node; readonly b: Node; readonly score: number }[] = [];
    for (const [i, a] of alike.entries())
      for (const b of alike.slice(i + 1)) {
        if (groups.root(a.id) === groups.root(b.id)) continue;
        const score = compareNames(a.name, b.name).value;
        const unit = (a.name.unit ?? '') !== (b.name.unit ?? '');
        if (unit) groups.note(a.id, b.id, { kind: 'branch', stage: 'region-form-core', score });
        else if ((score >= relationValue.rewritten || isOneByPlace(a, b)) && placesAgree(a, b)) {
          pairs.push({ a, b, score });
          for (const [one, other] of [
            [a, b],
            [b, a],
          ] as const)
            certain.set(one.id, (certain.get(one.id) ?? new Set()).add(groups.root(other.id)));
        } else if (score >= relationValue.sameCore || score >= relationValue.slip)
          groups.note(a.id, b.id, { kind: 'ambiguous', stage: 'region-form-core', score });
        else if (score >= relationValue.sameBrand)
          groups.note(a.id, b.id, { kind: 'affiliated', stage: 'region-form-core', score });
      }
    for (const { a, b, score } of pairs) {
      const link = { stage: 'region-form-core' as const, score };
      const alone = (certain.get(a.id)?.size ?? 0) <= 1 && (certain.get(b.id)?.size ?? 0) <= 1;
      const all = sameFirmAll(alike, certain, groups);
      if (!((alone || all) && groups.merge(a.id, b.id, { kind: 'same', ...link })))
        groups.note(a.id, b.id, { kind: 'ambiguous', ...link });
    }
  }
}

/** A contact that more namings have is an agent's who files for many. */
const mostOfOneContact = 8;

/** A common telephone or e-mail: told, and no ground to merge. */
function byContact(nodes: ReadonlyMap<string, Node>, groups: FirmGroups): void {
  for (const same of bucketsOf(nodes, ({ contacts }) => [...contacts])) {
    if (same.length > mostOfOneContact) continue;
    for (const [i, a] of same.entries())
      for (const b of same.slice(i + 1))
        groups.note(a.id, b.id, { kind: 'ambiguous', stage: 'contact', score: relationValue.weakBrand });
  }
}

/** Several writings that all agree with each other are one firm; codes that differ among them make it doubtful. */
function sameFirmAll(
  alike: readonly Node[],
  certain: ReadonlyMap<string, ReadonlySet<string>>,
  groups: FirmGroups,
): boolean {
  const some = alike.filter(({ id }) => certain.has(id));
  const codes = new Set(some.flatMap(({ id }) => [...groups.codesOf(id)]));
  return codes.size <= 1;
}

/** One core and one legal form, and one city or county: by the name, or by the region that a list gives. */
function isOneByPlace(a: Node, b: Node): boolean {
  if (a.name.form === '' || a.name.form !== b.name.form) return false;
  return a.name.readings.some((here) =>
    b.name.readings.some((there) => {
      if (here.core !== there.core) return false;
      const cities = citiesOf(here.places, a.regions);
      return citiesOf(there.places, b.regions).some((city) => cities.includes(city));
    }),
  );
}

/** Four digits of the cities that a name tells of; where it tells of none, of those that lists give. */
function citiesOf(places: readonly RegionEntry[], regions: ReadonlySet<string>): string[] {
  const told = places.flatMap(({ code }) => (code ? [code] : []));
  const codes = told.some(isCity) ? told : [...regions];
  return codes.filter(isCity).map((code) => code.slice(0, 4));
}

const isCity = (code: string) => !code.endsWith('0000');

/** Neither side is known to be in another province than the other. */
function placesAgree(a: Node, b: Node): boolean {
  const [one, other] = [a, b].map(({ regions }) => new Set([...regions].map((code) => code.slice(0, 2))));
  if (!one || !other || one.size === 0 || other.size === 0) return true;
  return [...one].some((code) => other.has(code));
}

function bucketsOf(nodes: ReadonlyMap<string, Node>, keysOf: (node: Node) => readonly string[]): Node[][] {
  const buckets = new Map<string, Node[]>();
  for (const node of nodes.values())
    for (const key of keysOf(node)) {
      const bucket = buckets.get(key);
      if (bucket) bucket.push(node);
      else buckets.set(key, [node]);
    }
  return [...buckets.values()].filter(({ length }) => length > 1);
}
