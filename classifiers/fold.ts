/** A text folded for comparing, with the way back. */
export interface Folded {
  readonly text: string;
  /** For each UTF-16 unit of `text`, the offset in the original of the character it came from. */
  readonly from: Int32Array;
  /** End in the original of the character that unit came from. */
  readonly to: Int32Array;
}

/**
 * NFKC, lower case, no white space: `５Ｇ 全连接` and `5G全连接` become one. Line breaks go too, since a form
 * breaks lines inside words. Traditional characters stay.
 */
export function foldWithOffsets(original: string): Folded {
  const parts: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const character of original) {
    const end = at + character.length;
    const folded = foldCharacter(character);
    if (folded) {
      parts.push(folded);
      for (let i = 0; i < folded.length; i++) {
        from.push(at);
        to.push(end);
      }
    }
    at = end;
  }
  return { text: parts.join(''), from: Int32Array.from(from), to: Int32Array.from(to) };
}

export function foldForClassifying(original: string): string {
  return original.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

function foldCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0x4e00 && code <= 0x9fff) return character;
  return foldForClassifying(character);
}
