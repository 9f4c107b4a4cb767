import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * The rooms of the house in the order in which data flows: a file imports only from its own room and from
 * rooms before it. Rooms that ship come first; those after `cli` make data, measure and test.
 */
export const rooms = [
  'core',
  'store',
  'extractors',
  'calls',
  'language-model',
  'forms',
  'lists',
  'classifiers',
  'index',
  'rules',
  'review',
  'jobs',
  'report',
  'pipeline',
  'research',
  'workbench',
  'web',
  'cli',
  'corpus',
  'scripts',
  'tests',
] as const;

/** What the workbench's page may take: its own, the contract with the server, and pure words and schemas. */
const inBrowser = /^(?:web|workbench\/api|core)\/|^report\/words\.ts$/;

/** An import that goes against the order. */
export interface Trespass {
  readonly file: string;
  readonly target: string;
}

/** Imports of one file against the order of rooms. `file` and the targets told are paths from the root with `/`. */
export function trespasses(file: string, source: string): Trespass[] {
  // A test may stand its subject beside any room.
  if (/\.test\.tsx?$|(?:^|\/)testing\.ts$/.test(file)) return [];
  const here = roomOf(file);
  return [...source.matchAll(/(?:\bfrom|\bimport\()\s*'(\.\.?\/[^']+)'/g)]
    .map(([, path = '']) => normalize(join(dirname(file), path)).replaceAll('\\', '/'))
    .filter((target) => roomOf(target) > here || (file.startsWith('web/') && !inBrowser.test(target)))
    .map((target) => ({ file, target }));
}

function roomOf(file: string): number {
  const room = file.split('/')[0] ?? '';
  const at = (rooms as readonly string[]).indexOf(room);
  return at < 0 ? rooms.length : at;
}

function main(): void {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const found = rooms.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .flatMap((path) => trespasses(relative(root, path).replaceAll('\\', '/'), readFileSync(path, 'utf8'))),
  );
  for (const { file, target } of found)
    console.error(`${file} imports ${target}, which ${file.split('/')[0]}/ may not: see the order of rooms`);
  if (found.length > 0) process.exit(1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
