import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Text } from '../core/lang.ts';
import { readHtml } from '../extractors/html/read-html.ts';
import { parseXml } from '../extractors/markup/parse-xml.ts';
import { checkPack } from './check.ts';
import { type PackMistake, pathText } from './mistake.ts';
import { callSchema } from './schema/call.ts';
import { clausesSchema } from './schema/clauses.ts';
import { formSchema } from './schema/form.ts';
import type { Pack } from './schema/index.ts';
import { rulesSchema } from './schema/rule.ts';
import { schemesSchema } from './schema/schemes.ts';
import { sayIssues } from './zod-mistakes.ts';

export type { PackMistake } from './mistake.ts';

export interface LoadedPacks {
  /** By the call's id, in the order of the folders. */
  readonly packs: Map<string, Pack>;
  readonly mistakes: PackMistake[];
}

/**
 * Reads every pack of some folders. A folder is a pack itself when it holds `call.yaml`, else its subfolders
 * that do are packs. A later pack replaces an earlier one with the same id. A pack with mistakes is left out,
 * and so is the one it would have replaced: an office that words a call anew must not be served the old one.
 */
export async function loadPacks(dirs: readonly string[]): Promise<LoadedPacks> {
  const packs = new Map<string, Pack>();
  const mistakes: PackMistake[] = [];
  for (const dir of dirs) {
    const folders = await packFolders(dir);
    if (folders === undefined) {
      mistakes.push(
        mistake(dir, '', {
          message: { zh: `文件夹“${dir}”无法读取。`, en: `The folder "${dir}" cannot be read.` },
          mend: { zh: '请检查路径和权限。', en: 'Check its path and permissions.' },
        }),
      );
      continue;
    }
    for (const folder of folders) {
      const loaded = await loadPack(folder);
      mistakes.push(...loaded.mistakes);
      if (loaded.mistakes.length === 0 && loaded.pack) packs.set(loaded.pack.call.id, loaded.pack);
      else packs.delete(loaded.id ?? basename(folder));
    }
  }
  return { packs, mistakes };
}

/** `calls/packs` of this product, from source as well as from `dist`. */
export function builtInPacksDir(): string {
  for (let dir = dirname(fileURLToPath(import.meta.url)); ; dir = dirname(dir)) {
    const manifest = join(dir, 'package.json');
    if (existsSync(manifest) && /"name"\s*:\s*"chushen"/.test(readFileSync(manifest, 'utf8'))) {
      return join(dir, 'calls', 'packs');
    }
    if (dirname(dir) === dir) throw new Error('the product has no package.json');
  }
}

async function packFolders(dir: string): Promise<string[] | undefined> {
  if (existsSync(join(dir, 'call.yaml'))) return [dir];
  try {
    const entries = await readdir(dir, { withFileTypes: true });
    return entries
      .map((entry) => join(dir, entry.name))
      .filter((folder) => existsSync(join(folder, 'call.yaml')))
      .sort();
  } catch {
    return undefined;
  }
}

export interface LoadedPack {
  /** The call's id, where `call.yaml` could be read. */
  readonly id?: string;
  readonly pack?: Pack;
  readonly mistakes: PackMistake[];
}

/** Reads one pack; it is given back even with mistakes of meaning, but not when a part has not its form. */
export async function loadPack(folder: string): Promise<LoadedPack> {
  const reader = new PartReader(folder);
  const call = await reader.yaml('call.yaml', callSchema);
  const clauses = await reader.yaml('clauses.yaml', clausesSchema);
  const form = await reader.yaml('form.yaml', formSchema);
  const rules = await reader.yaml('rules.yaml', rulesSchema);
  const schemes = existsSync(join(folder, 'schemes.yaml'))
    ? await reader.yaml('schemes.yaml', schemesSchema)
    : { schemes: [] };
  const html = await reader.text('blank-form.html');
  if (html !== undefined && !parseXml(html, new Map()).whole) {
    reader.add('blank-form.html', {
      message: { zh: '空白表不是完整的 XHTML。', en: 'The blank form is not well-formed XHTML.' },
      mend: {
        zh: '请检查是否有未闭合的标签；单个标签写作 <br/>。',
        en: 'Look for tags left open; write single tags as <br/>.',
      },
    });
  }
  const { mistakes } = reader;
  if (!call || !clauses || !form || !rules || !schemes || html === undefined)
    return { ...(call && { id: call.id }), mistakes };
  const pack: Pack = {
    call,
    clauses: new Map(clauses.clauses.map((clause) => [clause.ref, clause])),
    schemes: schemes.schemes,
    form,
    blank: readHtml(html),
    rules: rules.rules,
    folder,
  };
  return { id: call.id, pack, mistakes: [...mistakes, ...checkPack(pack, clauses.clauses)] };
}

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

function mistake(
  folder: string,
  file: string,
  said: { path?: string; line?: number; message: Text; mend: Text },
): PackMistake {
  const { path = '', line, message, mend } = said;
  return { pack: basename(folder), file, path, ...(line !== undefined && { line }), message, mend };
}
