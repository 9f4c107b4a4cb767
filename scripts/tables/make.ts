import { writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { districtTable, regionTable } from './region-table.ts';
import { simplifiedData } from './simplified-data.ts';

/** Tables made of packages that are pinned for development: where each lies, and what makes its text. */
export const tables = [
  { file: 'core/normalise/region-table.ts', make: regionTable },
  { file: 'core/normalise/district-table.ts', make: districtTable },
  { file: 'core/text/simplified-data.ts', make: simplifiedData },
] as const;

export function pathOf(file: string): string {
  return fileURLToPath(new URL(`../../${file}`, import.meta.url));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  for (const { file, make } of tables) writeFileSync(pathOf(file), make());
