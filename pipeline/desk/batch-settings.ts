import { z } from 'zod';
import { plainPolicy } from '../../core/desk.ts';
import type { Store } from '../../store/ports.ts';

/** How the office set a batch up. A batch of the command line has none of it until somebody opens it in the workbench. */
export const batchSettings = z.object({
  /** `YYYY-MM-DD`; absent: the day of the run. */
  asOf: z.string().optional(),
  reading: z.string().optional(),
  complete: z.boolean().default(false),
  policy: z
    .object({
      blind: z.enum(['none', 'sample', 'all']),
      blindShare: z.number(),
      check: z.enum(['none', 'refusals', 'all']),
      redraw: z.number(),
      target: z.number(),
    })
    .default(plainPolicy),
  /** Folder of the batch's files, where the workbench keeps them. */
  inbox: z.string().optional(),
  /** The threshold that the office's own corrections gave; absent: the usual one. */
  threshold: z.number().optional(),
  /** The run whose filings have their desks. */
  seated: z.string().optional(),
});

export type BatchSettings = z.infer<typeof batchSettings>;

export async function settingsOfBatch(store: Store, batch: string): Promise<BatchSettings> {
  const parsed = batchSettings.safeParse((await store.batches.settings(batch)) ?? {});
  return parsed.success ? parsed.data : batchSettings.parse({});
}
