const wide = /[^\u0020-\u00ff]/u;
const widthOf = (text: string) => [...text].reduce((sum, char) => sum + (wide.test(char) ? 2 : 1), 0);
const begins =
  /^\s*(?:[一二三四五六七八九十]{1,3}、|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|\d{1,2}[、．.](?!\d)|附\s*件)/u;

/**
 * Text that was cut at one width (a scan's lines, a mail's) made whole again: where nearly half of the lines are of the
 * greatest width, such a line goes on with the next one. Anything else stays as it is.
 */
export function unwrapped(lines: readonly string[]): string[] {
  const widths = lines.map(widthOf);
  const sorted = [...widths].sort((a, b) => a - b);
  const most = sorted[Math.floor(sorted.length * 0.9)] ?? 0;
  const isFull = (width = 0) => width >= most - 2;
  const full = widths.filter(isFull).length;
  if (lines.length < 10 || most < 20 || most > 120 || full < 0.45 * lines.length) return [...lines];
  const joined: string[] = [];
  for (const [i, line] of lines.entries()) {
    const goesOn =
      i > 0 && isFull(widths[i - 1]) && !begins.test(line) && !/[。；：:]$/u.test(lines[i - 1] ?? '');
    if (goesOn) joined.push((joined.pop() ?? '') + line);
    else joined.push(line);
  }
  return joined;
}

/** `企 业 应 在 6 月`, as engines read letter-spaced print: one character a word is no word. */
export function unspacedLine(text: string): string {
  const words = text.split(' ');
  const single = words.filter((word) => [...word].length === 1).length;
  return words.length >= 8 && single >= 0.7 * words.length ? words.join('') : text;
}
