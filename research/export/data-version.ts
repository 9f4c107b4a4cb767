import { createHash } from 'node:crypto';
import type { Collected } from '../collect/collect.ts';
import { tables } from '../schema/tables.ts';
import { csvOf } from './csv.ts';

/** Hash of all rows of the research data, by which they are cited: the same in an export, a picture and the workbench. */
export function dataVersion(collected: Collected): string {
  const hash = createHash('sha256');
  for (const table of tables) hash.update(csvOf(table, collected[table.name] ?? []));
  return hash.digest('hex').slice(0, 16);
}
