import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { z } from 'zod';
import { importsOf, packageOf } from './imports.ts';

/** The tree that versions are computed of. All paths are from `root`, with `/`. */
export interface SourceTree {
  readonly root: string;
  readonly dataOf: Readonly<Record<string, readonly string[]>>;
}

/** What a stage is made of: paths of files (code and data) and `name@version` of packages, both sorted. */
export interface Parts {
  readonly files: readonly string[];
  readonly packages: readonly string[];
}

interface SourceFile {
  readonly files: readonly string[];
  readonly packages: readonly string[];
}

/**
 * Versions of stages, computed of the sources. Comments count; absolute paths, times of files and line endings
 * do not. Each file is read once, whichever stages import it.
 */
export class StageVersions {
  private readonly tree: SourceTree;
  private readonly pinned: ReadonlyMap<string, string>;
  private readonly sources = new Map<string, SourceFile>();
  private readonly hashes = new Map<string, string>();

  constructor(tree: SourceTree) {
    this.tree = tree;
    this.pinned = pinnedPackages(this.text('package.json'));
  }

  /** 12 hexadecimal digits. `entries`: files, and folders with `/` behind them. */
  version(entries: readonly string[]): string {
    const { files, packages } = this.parts(entries);
    const lines = [...files.map((file) => `${file} ${this.hashes.get(file)}`), ...packages];
    return sha256(lines.join('\n')).slice(0, 12);
  }

  parts(entries: readonly string[]): Parts {
    const files = new Set<string>();
    const packages = new Set<string>();
    const ahead = entries.flatMap((entry) => this.filesOf(entry, isCode));
    for (let file = ahead.pop(); file !== undefined; file = ahead.pop()) {
      if (files.has(file)) continue;
      files.add(file);
      const source = this.source(file);
      for (const name of source.packages) packages.add(name);
      ahead.push(...source.files);
      for (const data of (this.tree.dataOf[file] ?? []).flatMap((path) => this.filesOf(path, isData))) {
        this.text(data);
        files.add(data);
      }
    }
    return { files: [...files].sort(), packages: [...packages].sort() };
  }

  private source(file: string): SourceFile {
    const known = this.sources.get(file);
    if (known) return known;
    const { files, modules } = importsOf(this.text(file));
    const source = {
      files: files.map((path) => posix.join(posix.dirname(file), path)),
      packages: modules.flatMap((module) => {
        const name = packageOf(module);
        const version = name === undefined ? undefined : this.pinned.get(name);
        return version === undefined ? [] : [`${name}@${version}`];
      }),
    };
    this.sources.set(file, source);
    return source;
  }

  private filesOf(path: string, wanted: (name: string) => boolean): string[] {
    if (!path.endsWith('/')) return [path];
    return readdirSync(`${this.tree.root}/${path}`, { recursive: true, encoding: 'utf8' })
      .map((name) => path + name.replaceAll('\\', '/'))
      .filter(wanted);
  }

  private text(file: string): string {
    const text = readFileSync(`${this.tree.root}/${file}`, 'utf8').replaceAll('\r\n', '\n');
    this.hashes.set(file, sha256(text));
    return text;
  }
}

function isCode(name: string): boolean {
  return name.endsWith('.ts') && !/(?:\.test|\/testing|\/arbitrary)\.ts$/.test(name);
}

function isData(name: string): boolean {
  return name.endsWith('.json');
}

const manifestSchema = z.object({
  dependencies: z.record(z.string(), z.string()).default({}),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
  devDependencies: z.record(z.string(), z.string()).default({}),
});

/**
 * Packages are pinned to one version each in the product's manifest, so it tells what runs; among those for
 * development is the runtime that the packed product brings as a copy.
 */
function pinnedPackages(manifest: string): ReadonlyMap<string, string> {
  const { dependencies, optionalDependencies, devDependencies } = manifestSchema.parse(JSON.parse(manifest));
  return new Map(Object.entries({ ...dependencies, ...optionalDependencies, ...devDependencies }));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
