import type { Text } from '../core/lang.ts';
import { type Terminal, UsageError } from './terminal.ts';

interface Read {
  readonly unused: readonly { readonly row: number; readonly why: Text }[];
}

/** Reads files that reviewers filled in, one after the other, and says which of their rows could not be used. */
export async function readReviewed<Result extends Read>(
  files: readonly string[],
  read: (file: string) => Promise<Result>,
  terminal: Terminal,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const file of files) {
    const result = await read(file).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new UsageError({
        zh: `无法读取“${file}”（${reason}）。`,
        en: `"${file}" cannot be read (${reason}).`,
      });
    });
    results.push(result);
    for (const { row, why } of result.unused)
      terminal.say({
        zh: `${file} 第 ${row} 行未用：${why.zh}。`,
        en: `${file} row ${row} unused: ${why.en}.`,
      });
  }
  return results;
}

/** `12/13 (92.3%)`; a dash where there is nothing to share. */
export function shareOf(right: number, all: number): string {
  return all === 0 ? '–' : `${right}/${all} (${((100 * right) / all).toFixed(1)}%)`;
}
