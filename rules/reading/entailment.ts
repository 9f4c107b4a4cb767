/** A passage and a claim that it may bear out. */
export interface EntailmentPair {
  readonly claim: string;
  readonly passage: string;
}

/**
 * How surely passages bear out claims (文本蕴含, textual entailment), as log-odds. `undefined` for a pair that has not
 * been weighed (yet).
 */
export interface Entailment {
  scoreOf(pair: EntailmentPair): number | undefined;
}

/** Weighs pairs: log-odds, one for each pair in their order. */
export type WeighPairs = (pairs: readonly EntailmentPair[]) => Promise<readonly number[]>;

const keyOf = ({ claim, passage }: EntailmentPair) => `${claim}\n${passage}`;

/** Scores that are known, and the pairs that were asked for and are not. */
export class KnownEntailment implements Entailment {
  private readonly known: Map<string, number>;
  private wanted = new Map<string, EntailmentPair>();

  /** `known`: as `entries` gave it. */
  constructor(known: Iterable<readonly [string, number]> = []) {
    this.known = new Map(known);
  }

  scoreOf(pair: EntailmentPair): number | undefined {
    const key = keyOf(pair);
    const score = this.known.get(key);
    if (score === undefined) this.wanted.set(key, pair);
    return score;
  }

  /** What was asked for in vain since the last call. */
  takeWanted(): EntailmentPair[] {
    const wanted = [...this.wanted.values()];
    this.wanted = new Map();
    return wanted;
  }

  learn(pairs: readonly EntailmentPair[], scores: readonly number[]): void {
    for (const [i, pair] of pairs.entries()) {
      const score = scores[i];
      if (score !== undefined) this.known.set(keyOf(pair), score);
    }
  }

  get entries(): [string, number][] {
    return [...this.known];
  }
}

/** A judgement may ask for more once it has heard the first answers, but not for ever. */
const mostRounds = 8;

/**
 * What a judgement comes to when every pair that it asks for is weighed. Judging is pure and does not wait: it is done
 * again until it asks for nothing new.
 */
export async function judgeEntailed<T>(
  judge: (entails: Entailment) => T,
  weigh: WeighPairs,
  known = new KnownEntailment(),
): Promise<T> {
  let judged = judge(known);
  for (let round = 1; round < mostRounds; round++) {
    const wanted = known.takeWanted();
    if (wanted.length === 0) break;
    known.learn(wanted, await weigh(wanted));
    judged = judge(known);
  }
  return judged;
}
