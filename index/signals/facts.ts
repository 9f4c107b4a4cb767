import { foldText } from '../../core/text/fold.ts';

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

/** How rare each fact is among the filings at hand. */
export class FactScale {
  private readonly frequency = new Map<string, number>();
  private filings = 0;

  add(facts: readonly string[]): void {
    this.filings++;
    for (const fact of facts) this.frequency.set(fact, (this.frequency.get(fact) ?? 0) + 1);
  }

  /** Weighted share of the smaller side's facts that both state, drawn towards 0 where there are few; 0..1. */
  compare(a: readonly string[], b: readonly string[]): number {
    const there = new Set(b);
    const total = (facts: readonly string[]) => facts.reduce((sum, fact) => sum + this.weightOf(fact), 0);
    const shared = total(a.filter((fact) => there.has(fact)));
    return shared / (Math.min(total(a), total(b)) + 2);
  }

  private weightOf(fact: string): number {
    const beyondTwo = Math.max(0, (this.frequency.get(fact) ?? 0) - 2);
    return 1 / (1 + (8 * beyondTwo) / Math.max(20, this.filings));
  }
}
