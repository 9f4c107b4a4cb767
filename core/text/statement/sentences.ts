/** A stretch of a text, with its offset. */
export interface Stretch {
  readonly text: string;
  readonly start: number;
}

const enumerator =
  /^[ \t\u3000]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、．]|\d{1,2}\.(?!\d)|[●•◆■□☐☑▪-])/u;

/** No sentence is longer, in characters with their space; what goes on without a stop is cut where a clause ends. */
const longest = 600;
/** Where nothing else stops a long one. */
const clauseEnd = /[,，、:：\n]/u;

/**
 * Splits a text into sentences: at 。！？；and at line ends before a numbered or an empty line. Other line ends are
 * where print wrapped, or where a heading or a cell ended (`shortLineEnds`), and do not end a sentence. So that the
 * work on one sentence is bounded, none is longer than `longest`.
 */
export function sentencesOf(text: string): Stretch[] {
  const found: Stretch[] = [];
  let start = 0;
  const close = (end: number) => {
    while (end - start > longest) {
      const cut = lastClauseEnd(text, start, start + longest);
      add(start, cut);
      start = cut;
    }
    add(start, end);
    start = end;
  };
  const add = (from: number, to: number) => {
    const piece = text.slice(from, to);
    if (piece.trim() !== '') found.push({ text: piece, start: from });
  };
  for (let i = 0; i < text.length; i++) {
    const letter = text.charAt(i);
    if (/[。！？!?；;]/u.test(letter) && !(/[；;]/u.test(letter) && goesOn.test(text.slice(i + 1, i + 6))))
      close(i + 1);
    else if (letter === '\n' && isBeforeItem(text, i)) close(i + 1);
  }
  close(text.length);
  return found;
}

/** Behind the last end of a clause in a stretch, else its end. */
function lastClauseEnd(text: string, start: number, end: number): number {
  for (let i = end; i > start + longest / 2; i--) {
    if (clauseEnd.test(text.charAt(i - 1))) return i;
  }
  return end;
}

/** What stands behind a semicolon and completes what is said before it. */
const goesOn = /^\s*(?:其余|其他|其它|余下|剩余|但|而(?!且)|然而|不过|只是|却)/u;

/** A label with a short answer: 接入情况：无. */
const answered =
  /[:：][ \t]*(?:[/／\\—–-]{1,4}|[无否有是]|暂无|没有|不涉及|不适用|未[^，。；:：\n]{0,6}|[☑√■✓][^，。；\n]{1,8}|[\d,.]+[^，。；\n]{0,3})[ \t]*$/u;

function isBeforeItem(text: string, at: number): boolean {
  if (answered.test(text.slice(Math.max(text.lastIndexOf('\n', at - 1) + 1, at - 60), at))) return true;
  const next = text.slice(at + 1, at + 12);
  return enumerator.test(next) || next.trim() === '';
}

/** A line with fewer characters is likely a heading or a cell, and print did not have to wrap it. */
const shortLine = 12;

/** Line ends behind a short line: a clause ends there, though words may run on. */
export function shortLineEnds(text: string): number[] {
  const found: number[] = [];
  let start = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (text.slice(start, at).trim().length < shortLine) found.push(at);
    start = at + 1;
  }
  return found;
}
