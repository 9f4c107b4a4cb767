import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { StageVersions } from './stage-versions/compute.ts';
import { dataOf, entries, type Stage, stages } from './stage-versions/stages.ts';

/** The product's folder: the nearest one above this file whose package.json is chushen's. */
export function productFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    if (packageName(folder) === 'chushen') return folder;
    const parent = dirname(folder);
    if (parent === folder) throw new Error('the package.json of chushen is missing');
    folder = parent;
  }
}

const packageSchema = z.object({ name: z.string(), version: z.string() });

function packageName(folder: string): string | undefined {
  try {
    return packageSchema.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).name;
  } catch {
    return undefined;
  }
}

export function productVersion(): string {
  return packageSchema.parse(JSON.parse(readFileSync(join(productFolder(), 'package.json'), 'utf8'))).version;
}

/**
 * Version of a stage's code, 12 hexadecimal digits: of its files and all they import, the packages they name,
 * and the models they read. It changes with any of them, and what was stored under another is made again. The
 * build computes it (`dist/stage-versions.json`); code run from source computes the same of itself, when asked.
 */
export function stageVersion(stage: Stage): string {
  const known = versions.get(stage);
  if (known !== undefined) return known;
  const version = fromSource ? ofSource(stage) : ofBuild()[stage];
  versions.set(stage, version);
  return version;
}

/** Computes the versions of all stages of the sources in the product's folder, for the build. */
export function computeStageVersions(): Record<Stage, string> {
  const computed = new StageVersions({ root: productFolder(), dataOf });
  return builtSchema.parse(
    Object.fromEntries(stages.map((stage) => [stage, computed.version(entries[stage])])),
  );
}

/** Where the build puts the versions of its stages. */
export function stageVersionsFile(): string {
  return join(productFolder(), 'dist', 'stage-versions.json');
}

const fromSource = import.meta.url.endsWith('.ts');
const versions = new Map<Stage, string>();
const builtSchema = z.record(z.enum(stages), z.string().regex(/^[0-9a-f]{12}$/));
let computing: StageVersions | undefined;

function ofSource(stage: Stage): string {
  computing ??= new StageVersions({ root: productFolder(), dataOf });
  return computing.version(entries[stage]);
}

function ofBuild(): Record<Stage, string> {
  const file = stageVersionsFile();
  if (!existsSync(file)) throw new Error(`${file} is missing: build with "npm run build"`);
  return builtSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}
