import { foldText } from '../../core/text/fold.ts';
import { mix } from '../search/fingerprint/winnow.ts';

const patterns: readonly RegExp[] = [
  // Patents and software copyrights name one thing in the world.
  /ZL\s?\d{9,13}[.\dX]*/giu,
  /20\d{2}SR\d{6,7}/giu,
  /软著登字第?\d{6,8}号?/gu,
  // Names of products and systems: capitals with digits or hyphens, mixed case.
  /\b(?=[A-Za-z0-9-]{4,24}\b)[A-Za-z]+[A-Za-z0-9]*(?:-[A-Za-z0-9]+)*\b/gu,
  // 「…」 names quoted in the text.
  /[“「『"]([\p{L}\p{N}·-]{3,16})[”」』"]/gu,
  // Numbers of three digits and more, and decimals, with the word that follows.
  /\d{1,3}(?:,\d{3})+(?:\.\d+)?[\u4e00-\u9fff%]{0,2}|\d{3,}(?:\.\d+)?[\u4e00-\u9fff%]{0,2}|\d+\.\d+[\u4e00-\u9fff%]{0,2}/gu,
];

const year = /^(?:19|20)\d{2}年?$|^(?:19|20)\d{2}[年-]/u;

/** What a narrative states that another would not state by chance: numbers, product names, patents. */
export function factsOf(narrative: string): string[] {
  const text = foldText(narrative).text;
  const facts = new Set<string>();
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const fact = (match[1] ?? match[0]).replace(/[\s,]/g, '').toLowerCase();
      if (fact.length >= 3 && !year.test(fact)) facts.add(fact);
    }
  }
  return [...facts].sort();
}

/** Facts as numbers of 32 bits, in their order: two facts are taken for one in a few of a million filings. */
export function factKeys(facts: readonly string[]): Uint32Array {
  return Uint32Array.from(facts, (fact) => {
    let hash = 0x811c9dc5;
    for (let i = 0; i < fact.length; i++) hash = Math.imul(hash ^ fact.charCodeAt(i), 0x01000193);
    return mix(hash);
  });
}

/** How rare each fact is among the filings at hand. All are added before any is compared. */
export class FactScale {
  private keys = new Uint32Array(1024);
  private size = 0;
  private isSorted = true;
  private filings = 0;

  add(facts: Uint32Array): void {
    this.filings++;
    while (this.size + facts.length > this.keys.length) {
      const larger = new Uint32Array(2 * this.keys.length);
      larger.set(this.keys);
      this.keys = larger;
    }
    this.keys.set(facts, this.size);
    this.size += facts.length;
    this.isSorted = false;
  }

  /** Weighted share of the smaller side's facts that both state, drawn towards 0 where there are few; 0..1. */
  compare(a: Uint32Array, b: Uint32Array): number {
    const there = new Set(b);
    const total = (facts: Uint32Array) => facts.reduce((sum, fact) => sum + this.weightOf(fact), 0);
    const shared = total(a.filter((fact) => there.has(fact)));
    return shared / (Math.min(total(a), total(b)) + 2);
  }

  private weightOf(fact: number): number {
    const beyondTwo = Math.max(0, this.frequencyOf(fact) - 2);
    return 1 / (1 + (8 * beyondTwo) / Math.max(20, this.filings));
  }

  private frequencyOf(fact: number): number {
    if (!this.isSorted) this.keys.subarray(0, this.size).sort();
    this.isSorted = true;
    return this.firstFrom(fact + 1) - this.firstFrom(fact);
  }

  /** The place of the first fact that is not below a number. */
  private firstFrom(fact: number): number {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.keys[middle] ?? 0) < fact) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
