import type { EntailmentPair, WeighPairs } from '../../core/entailment.ts';

/** How surely passages bear out claims; `undefined` for a pair that has not been weighed (yet). */
export interface Entailment {
  scoreOf(pair: EntailmentPair): number | undefined;
}

const keyOf = ({ claim, passage }: EntailmentPair) => `${claim}\n${passage}`;

/** Scores that are known, and the pairs that were asked for and are not. */
export class KnownEntailment implements Entailment {
  private readonly known: Map<string, number>;
  private readonly wanted = new Map<string, EntailmentPair>();
  private missed = false;

  /** `known`: as `entries` gave it. */
  constructor(known: Iterable<readonly [string, number]> = []) {
    this.known = new Map(known);
  }

  scoreOf(pair: EntailmentPair): number | undefined {
    const key = keyOf(pair);
    const score = this.known.get(key);
    if (score === undefined) {
      this.wanted.set(key, pair);
      this.missed = true;
    }
    return score;
  }

  /** Whether anything was asked for in vain since the last call. */
  takeMissed(): boolean {
    const missed = this.missed;
    this.missed = false;
    return missed;
  }

  /** Weighs what was asked for in vain; whether anything came of it. */
  async learn(weigh: WeighPairs): Promise<boolean> {
    const wanted = [...this.wanted];
    this.wanted.clear();
    const scores = await weigh(wanted.map(([, pair]) => pair));
    for (const [i, [key]] of wanted.entries()) {
      const score = scores[i];
      if (score !== undefined) this.known.set(key, score);
    }
    return scores.length > 0;
  }

  get entries(): [string, number][] {
    return [...this.known];
  }
}

/** A judgement may ask for more once it has heard the first answers, but not for ever. */
const mostRounds = 8;

/**
 * What judgements come to when every pair that they ask for is weighed. Judging is pure and does not wait: those that
 * asked in vain are done again until they ask for nothing new.
 */
export async function judgeEntailed<T>(
  judges: readonly ((entails: Entailment) => T)[],
  weigh: WeighPairs,
  known = new KnownEntailment(),
): Promise<T[]> {
  const judged: T[] = [];
  let open = [...judges.entries()];
  for (let round = 1; open.length > 0; round++) {
    open = open.filter(([i, judge]) => {
      judged[i] = judge(known);
      return known.takeMissed();
    });
    if (open.length === 0 || round === mostRounds || !(await known.learn(weigh))) break;
  }
  return judged;
}
