import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Text } from '../core/lang.ts';
import { mistake, type PackMistake, pathText } from './mistake.ts';
import { sayIssues } from './zod-mistakes.ts';

/** Reads the files of one pack and collects what is wrong with them. */
export class PartReader {
  readonly mistakes: PackMistake[] = [];
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  add(file: string, said: { path?: string; line?: number; message: Text; mend: Text }): void {
    this.mistakes.push(mistake(this.folder, file, said));
  }

  async text(file: string): Promise<string | undefined> {
    try {
      return await readFile(join(this.folder, file), 'utf8');
    } catch {
      this.add(file, {
        message: { zh: '文件不存在或无法读取。', en: 'The file is missing or cannot be read.' },
        mend: { zh: '请在文件夹中补上此文件。', en: 'Add this file to the folder.' },
      });
      return undefined;
    }
  }

  async yaml<T>(file: string, schema: z.ZodType<T>): Promise<T | undefined> {
    const source = await this.text(file);
    if (source === undefined) return undefined;
    const lines = new LineCounter();
    const document = parseDocument(source, { lineCounter: lines });
    const error = document.errors[0];
    if (error) {
      // What follows the first error of syntax is mostly its echo.
      const { line } = lines.linePos(error.pos[0]);
      const reason = error.message.split('\n')[0]?.replace(/ at line \d+.*$/, '') ?? error.code;
      this.add(file, {
        line,
        message: {
          zh: `第 ${line} 行不是正确的 YAML（${reason}）。`,
          en: `Line ${line} is not valid YAML (${reason}).`,
        },
        mend: {
          zh: '请检查缩进、冒号后的空格，以及花括号内含标点的文字是否加了引号。',
          en: 'Check indentation, the space behind colons, and quotes around texts with punctuation inside braces.',
        },
      });
      return undefined;
    }
    const parsed = schema.safeParse(plainOf(document));
    if (parsed.success) return parsed.data;
    for (const { path, message, mend } of sayIssues(parsed.error.issues)) {
      const line = lineOf(document, path, lines);
      this.add(file, { path: pathText(path), ...(line !== undefined && { line }), message, mend });
    }
    return undefined;
  }
}

/** The data of a document; one whose anchors multiply beyond measure is taken as empty. */
function plainOf(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    return undefined;
  }
}

/** The line of the entry that a path names, or of the nearest one above it that is there. */
function lineOf(
  document: ReturnType<typeof parseDocument>,
  path: readonly PropertyKey[],
  lines: LineCounter,
): number | undefined {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return undefined;
}
