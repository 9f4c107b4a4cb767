/** A stretch of a text, with its offset. */
export interface Stretch {
  readonly text: string;
  readonly start: number;
}

const enumerator =
  /^[ \t\u3000]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、．]|\d{1,2}\.(?!\d)|[●•◆■□☐☑▪-])/u;

/**
 * Splits a text into sentences: at 。！？；and at line ends before a numbered line or behind a short line. Other
 * line ends are where print wrapped and do not end a sentence.
 */
export function sentencesOf(text: string): Stretch[] {
  const found: Stretch[] = [];
  let start = 0;
  const close = (end: number) => {
    if (text.slice(start, end).trim() !== '') found.push({ text: text.slice(start, end), start });
    start = end;
  };
  for (let i = 0; i < text.length; i++) {
    const letter = text.charAt(i);
    if (/[。！？!?；;]/u.test(letter)) close(i + 1);
    else if (letter === '\n' && endsLine(text, i)) close(i + 1);
  }
  close(text.length);
  return found;
}

function endsLine(text: string, at: number): boolean {
  const next = text.slice(at + 1, at + 12);
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return line.trim().length < 12 || enumerator.test(next) || next.trim() === '';
}

/** The clause (between commas) of a sentence around an offset in it. */
export function clauseAround(sentence: string, at: number): string {
  const before = Math.max(sentence.lastIndexOf('，', at - 1), sentence.lastIndexOf(',', at - 1));
  const behind = sentence.slice(at).search(/，|,(?!\d)/u);
  return sentence.slice(before + 1, behind < 0 ? sentence.length : at + behind);
}
