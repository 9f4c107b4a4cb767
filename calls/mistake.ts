import { basename } from 'node:path';
import type { Text } from '../core/lang.ts';

/** What is wrong with a call pack, said so that the person who wrote the pack can mend it. */
export interface PackMistake {
  /** Name of the pack's folder. */
  readonly pack: string;
  readonly file: string;
  /** Where in the file, as `fields[3].unit`; `''` for the file as a whole. */
  readonly path: string;
  /** 1-based line of the file, where it is known. */
  readonly line?: number;
  readonly message: Text;
  readonly mend: Text;
}

/** `['fields', 3, 'unit']` as `fields[3].unit`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part, i) => (typeof part === 'number' ? `[${part}]` : `${i === 0 ? '' : '.'}${String(part)}`))
    .join('');
}

/** A mistake in a file of a pack. */
export function mistake(
  folder: string,
  file: string,
  said: { path?: string; line?: number; message: Text; mend: Text },
): PackMistake {
  const { path = '', line, message, mend } = said;
  return { pack: basename(folder), file, path, ...(line !== undefined && { line }), message, mend };
}
