import { readFile } from 'node:fs/promises';
import type { OcrModels } from './model-folder.ts';
import { onnxMetadata } from './onnx-metadata.ts';

/**
 * The characters of PP-OCR's classes in order: class 0 is the CTC blank, then the dictionary's lines, then the space.
 * The space is a class of the model but not a line of the dictionary; without it every character shifts by one.
 * Read from the dictionary file, else from the recogniser itself, which carries it as `character`.
 */
export async function loadDictionary({ dictionary, recognition }: OcrModels): Promise<readonly string[]> {
  if (dictionary) return parseDictionary(await readFile(dictionary, 'utf8'));
  const carried = onnxMetadata(await readFile(recognition)).get('character');
  if (carried === undefined) throw new Error('no dictionary: neither a .txt file nor in the recogniser');
  return parseDictionary(carried);
}

export function parseDictionary(content: string): readonly string[] {
  const lines = content.replace(/\r/g, '').replace(/\n$/, '').split('\n');
  if (lines.at(-1) !== ' ') lines.push(' ');
  return ['', ...lines];
}
