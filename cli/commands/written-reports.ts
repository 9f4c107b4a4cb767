import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Lang } from '../../core/lang.ts';
import type { Run } from '../../core/records.ts';
import { type Totals, totalsSchema } from '../../core/results.ts';
import { productVersion } from '../../pipeline/versions.ts';
import { outputNames } from '../../report/write-reports.ts';

/** Bytes at the beginning of `results.json` in which all that stands before its filings has room. */
const headBytes = 16_384;

const headSchema = z.object({
  schema: z.literal('chushen.results/2'),
  run: z.object({
    id: z.string(),
    lang: z.string(),
    versions: z.record(z.string(), z.string()),
    decided: z.string().optional(),
  }),
  totals: totalsSchema,
});

/** What the reports in an output folder come to, where all are of this run, language, program and state of decisions (a hash). */
export async function writtenReports(
  out: string,
  run: Run,
  lang: Lang,
  decided?: string,
): Promise<Totals | undefined> {
  if (!outputNames.every((name) => existsSync(join(out, name)))) return undefined;
  const head = await headOf(join(out, outputNames[0]));
  if (head?.run.id !== run.id || head.run.lang !== lang || head.run.decided !== decided) return undefined;
  return head.run.versions.chushen === productVersion() ? head.totals : undefined;
}

/** What stands before the filings; the file itself is large, and is not read for it. */
async function headOf(file: string): Promise<z.infer<typeof headSchema> | undefined> {
  try {
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
      const text = buffer.toString('utf8', 0, bytesRead);
      const end = text.indexOf('\n "filings": [');
      if (end < 0) return undefined;
      return headSchema.safeParse(JSON.parse(`${text.slice(0, end)} "filings": []}`)).data;
    } finally {
      await handle.close();
    }
  } catch {
    return undefined;
  }
}
