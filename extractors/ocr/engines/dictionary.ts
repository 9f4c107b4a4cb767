import { readFile } from 'node:fs/promises';

/**
 * The characters of PP-OCR's classes in order: class 0 is the CTC blank, then the file's lines, then the space.
 * The space is a class of the model but not a line of the file; without it every character shifts by one.
 */
export async function loadDictionary(path: string): Promise<readonly string[]> {
  return parseDictionary(await readFile(path, 'utf8'));
}

export function parseDictionary(content: string): readonly string[] {
  const lines = content.replace(/\r/g, '').replace(/\n$/, '').split('\n');
  if (lines.at(-1) !== ' ') lines.push(' ');
  return ['', ...lines];
}
