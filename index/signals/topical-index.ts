import { packageRarity, type Rarity, weightAt } from './topical-rarity.ts';
import type { TermBag } from './topical-terms.ts';

/** What the index asks of an entry. `party`: whose it is; entries of one party count once. */
export interface TopicalEntry {
  readonly key: number;
  readonly party: string;
  readonly bag: TermBag;
}

export interface Neighbour {
  readonly key: number;
  /** How alike the two bags are, 0..1. */
  readonly value: number;
}

interface Row {
  readonly party: number;
  /** Numbers of the terms, rising. */
  readonly terms: Uint32Array;
  readonly counts: Uint8Array;
  readonly length: number;
}

/** Entries listed for one term; a term that more have tells little apart. */
const mostPostings = 1500;
/** Nearest entries that are kept of a filing. */
const mostNeighbours = 24;
/** As if so many more parties had been seen, none of which has the term: few filings tell little of rarity. */
const unseenParties = 20;

/**
 * How rare terms are among the filings at hand and in the background, and which entries share rare ones with a
 * filing of the batch: an inverted index over the terms of the batch, through which an archive of any size goes.
 * Entries are added first, in the order of their keys; then it is closed, and asked.
 */
export class TopicalIndex {
  private readonly rarity: Rarity;
  private readonly numbers = new Map<string, number>();
  private readonly background: number[] = [];
  /** How many parties use each term. */
  private parties = new Uint32Array();
  private readonly partyNumbers = new Map<string, number>();
  private readonly rows = new Map<number, Row>();
  private postings = new TermPostings();
  /** What each entry shares with the one whose neighbours are sought; zeros between two searches. */
  private sums = new Float64Array();
  private readonly near = new Map<number, { readonly keys: Uint32Array; readonly values: Float64Array }>();

  constructor(rarity: Rarity = packageRarity()) {
    this.rarity = rarity;
  }

  add({ key, party, bag }: TopicalEntry): void {
    const name = party || `entry ${key}`;
    const number = this.partyNumbers.get(name) ?? this.partyNumbers.size;
    this.partyNumbers.set(name, number);
    const row = this.rowOf(bag, number);
    if (row.terms.length > 0) this.rows.set(key, row);
  }

  /** Nothing is added any more. `batch`: keys of the filings whose neighbours are asked for. */
  close(batch: Iterable<number>): this {
    const terms = this.numbers.size;
    this.parties = new Uint32Array(terms);
    const last = new Int32Array(terms).fill(-1);
    for (const row of [...this.rows.values()].sort((a, b) => a.party - b.party)) {
      for (const term of row.terms) {
        if (last[term] === row.party) continue;
        last[term] = row.party;
        this.parties[term] = (this.parties[term] ?? 0) + 1;
      }
    }
    this.postings = TermPostings.of(this.rows, batch, terms);
    this.sums = new Float64Array(1 + [...this.rows.keys()].reduce((most, key) => Math.max(most, key), -1));
    return this;
  }

  /** Weight of a term in the background, whatever the run holds. */
  backgroundOf(term: string): number {
    return this.background[this.numberOf(term)] ?? 0;
  }

  /** Weight of a term that two entries share, by how many others of the run and of the background use it too. */
  weightBetween(term: string, a: number, b: number): number {
    const own = this.rows.get(a)?.party === this.rows.get(b)?.party ? 1 : 2;
    return this.sharedWeight(this.numberOf(term), own);
  }

  /** How alike the bags of two entries are, 0..1; 0 where one has no text. */
  likeness(a: number, b: number): number {
    const [x, y] = [this.rows.get(a), this.rows.get(b)];
    if (!x || !y) return 0;
    const own = x.party === y.party ? 1 : 2;
    let dot = 0;
    for (let i = 0, j = 0; i < x.terms.length && j < y.terms.length; ) {
      const [p, q] = [x.terms[i] as number, y.terms[j] as number];
      if (p === q)
        dot +=
          amount(x.counts[i++] as number) * amount(y.counts[j++] as number) * this.sharedWeight(p, own) ** 2;
      else if (p < q) i++;
      else j++;
    }
    return normalised(dot, x.length, y.length);
  }

  /** The entries nearest to a filing of the batch, nearest first. */
  neighboursOf(key: number): readonly Neighbour[] {
    const known = this.near.get(key);
    if (known) return Array.from(known.keys, (other, i) => ({ key: other, value: known.values[i] ?? 0 }));
    const row = this.rows.get(key);
    const { sums } = this;
    const met: number[] = [];
    row?.terms.forEach((term, i) => {
      const list = this.postings.get(term);
      const weight = this.sharedWeight(term, 2) ** 2 * amount(row.counts[i] as number);
      if (list.length >= mostPostings || weight === 0) return;
      for (const other of list) {
        const sum = sums[other] as number;
        if (sum === 0) met.push(other);
        sums[other] = sum + weight;
      }
    });
    // How often the other side has a term is left for the few that come near.
    const rough: Neighbour[] = [];
    for (const other of met) {
      const value = normalised(sums[other] as number, row?.length ?? 0, this.rows.get(other)?.length ?? 0);
      if (other !== key) rough.push({ key: other, value });
      sums[other] = 0;
    }
    const found = nearest(rough, 2 * mostNeighbours).map((one) => ({
      key: one.key,
      value: this.likeness(key, one.key),
    }));
    const neighbours = nearest(found, mostNeighbours);
    this.near.set(key, {
      keys: Uint32Array.from(neighbours, (one) => one.key),
      values: Float64Array.from(neighbours, (one) => one.value),
    });
    return neighbours;
  }

  private sharedWeight(term: number, own: number): number {
    const others = Math.max(0, (this.parties[term] ?? 0) - own);
    const background = this.background[term] ?? 0;
    const here = others === 0 ? background : weightAt(others / (this.partyNumbers.size + unseenParties));
    const weight = Math.min(background, here);
    return weight < telling ? 0 : weight;
  }

  private rowOf(bag: TermBag, party: number): Row {
    const terms = bag.terms === '' ? [] : bag.terms.split(' ');
    const numbered = terms
      .map((term, i) => [this.numberOf(term), Math.min(255, bag.counts[i] ?? 1)] as const)
      .sort((a, b) => a[0] - b[0]);
    const length = lengthOf(numbered.map(([term, count]) => [this.background[term] ?? 0, count]));
    return {
      party,
      terms: Uint32Array.from(numbered, ([term]) => term),
      counts: Uint8Array.from(numbered, ([, count]) => count),
      length,
    };
  }

  private numberOf(term: string): number {
    const known = this.numbers.get(term);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(term, number);
    this.background.push(this.rarity.weightOf(term));
    return number;
  }
}

/** Which entries have each term of the batch: for each term a stretch of one row of numbers. */
class TermPostings {
  private readonly starts: Uint32Array;
  private readonly keys: Uint32Array;

  constructor(starts = new Uint32Array(1), keys = new Uint32Array()) {
    this.starts = starts;
    this.keys = keys;
  }

  static of(rows: ReadonlyMap<number, Row>, batch: Iterable<number>, terms: number): TermPostings {
    const sizes = new Uint32Array(terms);
    const asked = new Uint8Array(terms);
    for (const key of batch) for (const term of rows.get(key)?.terms ?? []) asked[term] = 1;
    for (const row of rows.values())
      for (const term of row.terms)
        if (asked[term] === 1) sizes[term] = Math.min(mostPostings, (sizes[term] ?? 0) + 1);
    const starts = new Uint32Array(terms + 1);
    sizes.forEach((size, term) => {
      starts[term + 1] = (starts[term] ?? 0) + size;
    });
    const keys = new Uint32Array(starts[terms] ?? 0);
    const ends = starts.slice(0, terms);
    for (const [key, row] of rows)
      for (const term of row.terms) {
        const end = ends[term] ?? 0;
        if (end === starts[term + 1]) continue;
        keys[end] = key;
        ends[term] = end + 1;
      }
    return new TermPostings(starts, keys);
  }

  /** None where the term is not the batch's. */
  get(term: number): Uint32Array {
    return this.keys.subarray(this.starts[term] ?? 0, this.starts[term + 1] ?? 0);
  }
}

/** Terms that more than one text in twenty has tell nothing, however many of them two texts share. */
const telling = 2;
/** Words of every text count in its length as if they were so rare: of set phrases alone no two texts are alike. */
const leastInLength = 4;

/** Length of a text's vector, from the background weight of each term and how often it stands there. */
export function lengthOf(terms: readonly (readonly [weight: number, count: number])[]): number {
  return Math.sqrt(
    terms.reduce((sum, [weight, count]) => sum + (amount(count) * Math.max(leastInLength, weight)) ** 2, 0),
  );
}

/** How much a term counts that stands so often in a text. */
export const amount = (count: number) => 1 + Math.log(count);

/** How much more the shorter side's length counts: a solution may be told among much else. */
const shorterCounts = 1.3;

/** What two texts share by their lengths. For texts of one length it is the cosine. */
export function normalised(dot: number, a: number, b: number): number {
  if (a === 0 || b === 0) return 0;
  return Math.min(1, dot / (Math.min(a, b) ** shorterCounts * Math.max(a, b) ** (2 - shorterCounts)));
}

function nearest(found: readonly Neighbour[], most: number): Neighbour[] {
  return [...found].sort((a, b) => b.value - a.value || a.key - b.key).slice(0, most);
}
