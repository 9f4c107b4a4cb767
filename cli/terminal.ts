import type { Lang, Text } from '../core/lang.ts';
import { cutTo, widthOf } from '../core/text/width.ts';

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

export { cutTo, widthOf };

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
