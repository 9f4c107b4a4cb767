/** A claim and a passage that may bear it out. */
export interface EntailmentPair {
  readonly claim: string;
  readonly passage: string;
}

/**
 * Weighs how surely passages bear out claims (文本蕴含, textual entailment): log-odds, one for each pair in their order.
 * Rejects where the model does not work on this machine.
 */
export type WeighPairs = (pairs: readonly EntailmentPair[]) => Promise<readonly number[]>;
