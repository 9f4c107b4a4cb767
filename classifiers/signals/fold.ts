import { foldText } from '../../core/text/fold.ts';

/** A text folded for classifying, with the way back. */
export interface Folded {
  readonly text: string;
  /** For each UTF-16 unit of `text`, where the character it came from begins and ends in the original. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/**
 * `foldText`, lower case and no white space: `５Ｇ 全连接` and `5G全连接` become one. Line breaks go too, since a
 * form breaks lines inside words. Traditional characters stay.
 */
export function foldWithOffsets(original: string): Folded {
  const folded = foldText(original);
  const kept: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  for (let i = 0; i < folded.text.length; i++) {
    const unit = folded.text.charAt(i);
    if (/\s/.test(unit)) continue;
    const lower = unit.toLowerCase();
    kept.push(lower.length === 1 ? lower : unit);
    from.push(folded.offsets[i] ?? 0);
    to.push(Math.max(folded.offsets[i + 1] ?? original.length, (folded.offsets[i] ?? 0) + 1));
  }
  return { text: kept.join(''), from: Uint32Array.from(from), to: Uint32Array.from(to) };
}

export function foldForClassifying(original: string): string {
  return foldWithOffsets(original).text;
}
