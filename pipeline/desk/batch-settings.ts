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
  /** Grows with every save of a person. */
  revision: z.number().default(0),
  /** The run whose filings have their desks. */
  seated: z.string().optional(),
});

export type BatchSettings = z.infer<typeof batchSettings>;

export async function settingsOfBatch(store: Store, batch: string): Promise<BatchSettings> {
  return understood(await store.batches.settings(batch));
}

function understood(settings: unknown): BatchSettings {
  const parsed = batchSettings.safeParse(settings ?? {});
  return parsed.success ? parsed.data : batchSettings.parse({});
}

/**
 * Changes how a batch is set up, by what it is at that moment: what another saves at the same time is not lost. `change` gives
 * `undefined` where nothing is to be written any more; so does this then.
 */
export async function changeSettings(
  store: Store,
  batch: string,
  change: (now: BatchSettings) => BatchSettings | undefined,
): Promise<BatchSettings | undefined> {
  for (;;) {
    const read = await store.batches.settings(batch);
    const changed = change(understood(read));
    if (!changed) return undefined;
    if (await store.batches.replaceSettings(batch, read, changed)) return changed;
  }
}

/** Saves what a person set, if nobody saved anything since they read it; else `undefined`. */
export function saveSettings(
  store: Store,
  batch: string,
  revision: number,
  set: Partial<BatchSettings>,
): Promise<BatchSettings | undefined> {
  return changeSettings(store, batch, (now) =>
    now.revision === revision ? { ...now, ...set, revision: revision + 1 } : undefined,
  );
}
