import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Lang } from '../../core/lang.ts';
import type { Run } from '../../core/records.ts';
import type { Results } from '../../core/results.ts';
import { productVersion } from '../../pipeline/versions.ts';
import { outputNames } from './screen-outputs.ts';

/** What the terminal says of all filings together. */
export interface Summary {
  readonly total: number;
  readonly counts: ReadonlyMap<string, number>;
  /** A file could not be read. */
  readonly failed: boolean;
}

const status = z.object({ status: z.string() });
const summedSchema = z.object({
  schema: z.literal('chushen.results/2'),
  run: z.object({ id: z.string(), lang: z.string(), versions: z.record(z.string(), z.string()) }),
  filings: z.array(z.object({ status: z.string(), state: z.string(), files: z.array(status) })),
  unassigned: z.array(status),
});
type Summed = z.infer<typeof summedSchema>;

export function summaryOf({ filings, unassigned }: Pick<Summed, 'filings' | 'unassigned'>): Summary {
  const counts = new Map<string, number>();
  for (const { state } of filings) counts.set(state, (counts.get(state) ?? 0) + 1);
  const files = [...filings, ...filings.flatMap((filing) => filing.files), ...unassigned];
  return { total: filings.length, counts, failed: files.some((file) => file.status === 'failed') };
}

/** The results in an output folder, where all its reports are of this run, language and program. */
export async function writtenReports(
  out: string,
  run: Run,
  lang: Lang,
): Promise<{ readonly results: Results; readonly summary: Summary } | undefined> {
  if (!outputNames.every((name) => existsSync(join(out, name)))) return undefined;
  try {
    const json: unknown = JSON.parse(await readFile(join(out, 'results.json'), 'utf8'));
    const { data } = summedSchema.safeParse(json);
    if (data?.run.id !== run.id || data.run.lang !== lang) return undefined;
    if (data.run.versions.chushen !== productVersion()) return undefined;
    // Written whole by `writeOutputs` for this very run: the shape is ours, and checking all of it takes long.
    return { results: json as Results, summary: summaryOf(data) };
  } catch {
    return undefined;
  }
}
