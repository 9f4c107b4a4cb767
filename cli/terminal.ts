import type { Lang, Text } from '../core/lang.ts';

/** Where a command speaks: results on stdout, everything for the eye on stderr. */
export interface Terminal {
  readonly lang: Lang;
  /** A result, one line on stdout. */
  print(line: string): void;
  /** A word to the person, on stderr. */
  say(text: Text | string): void;
  readonly interactive: boolean;
}

export function openTerminal(lang: Lang): Terminal {
  return {
    lang,
    // Into a file or a pipe results go as they are.
    print: (line) => void process.stdout.write(`${process.stdout.isTTY ? harmless(line) : line}\n`),
    say: (text) => void process.stderr.write(`${harmless(typeof text === 'string' ? text : text[lang])}\n`),
    interactive: process.stderr.isTTY === true,
  };
}

/**
 * Names of files and values of filings must not steer the terminal (CWE-150): control characters and those that turn
 * the direction of text are shown as �. A line break or tab of our own stays.
 */
export function harmless(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    '\ufffd',
  );
}

/** Wrong use of the command line: exit code 2, a sentence that says what is allowed. */
export class UsageError extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}

/** Columns a terminal gives a text: two for East Asian wide characters (UAX #11). */
export function widthOf(text: string): number {
  let width = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x20 || (code >= 0x300 && code <= 0x36f) || (code >= 0x200b && code <= 0x200f)) continue;
    const wide =
      (code >= 0x1100 && code <= 0x115f) ||
      (code >= 0x2e80 && code <= 0xa4cf) ||
      (code >= 0xac00 && code <= 0xd7a3) ||
      (code >= 0xf900 && code <= 0xfaff) ||
      (code >= 0xfe30 && code <= 0xfe6f) ||
      (code >= 0xff00 && code <= 0xff60) ||
      (code >= 0xffe0 && code <= 0xffe6) ||
      code >= 0x1f300;
    width += wide ? 2 : 1;
  }
  return width;
}

/** Cuts a text to so many columns, with … where something was cut. */
export function cutTo(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  let kept = '';
  for (const char of text) {
    if (widthOf(kept + char) > columns - 1) break;
    kept += char;
  }
  return `${kept}…`;
}

export function padTo(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - widthOf(text)));
}

/** A plain table whose columns line up for Chinese too. */
export function formatTable(rows: readonly (readonly string[])[], most = 40): string[] {
  const cut = rows.map((row) => row.map((cell) => cutTo(cell.replace(/\s+/gu, ' '), most)));
  const columns = Math.max(0, ...cut.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, i) =>
    Math.max(...cut.map((row) => widthOf(row[i] ?? ''))),
  );
  return cut.map((row) =>
    row
      .map((cell, i) => (i === columns - 1 ? cell : padTo(cell, widths[i] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
