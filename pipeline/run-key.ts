import type { RunSettings } from '../core/records.ts';
import type { ScreenOptions } from './screen.ts';
import { stages } from './stage-versions/stages.ts';
import { folderKey } from './stages/help.ts';
import { keyOf, packKey } from './stages/key.ts';
import type { KnownFiling } from './stages/known.ts';
import type { ReadFile } from './stages/read.ts';
import { stageVersion } from './versions.ts';

/** What the office chose for a run, as it is kept with it. */
export function settingsOf({ asOf, reading, complete, lists }: ScreenOptions): RunSettings {
  return {
    asOf,
    ...(reading ? { reading } : {}),
    complete: complete ?? false,
    lists: Object.fromEntries(Object.entries(lists ?? {}).map(([kind, list]) => [kind, list?.files ?? []])),
  };
}

/** Everything that the outcomes of a run depend on. */
export function inputsKey(
  reads: readonly ReadFile[],
  known: readonly KnownFiling[],
  options: ScreenOptions,
): string {
  const { pack, asOf, reading, awards, lists, complete, affiliates, models, corrects } = options;
  return keyOf(
    stages.map(stageVersion),
    (['form', 'labels', 'policy', 'rules'] as const).map((part) => packKey(pack, part)),
    reads.map(({ id, file, key, problems }) => [id, file, key ?? problems]),
    known,
    [asOf, reading ?? '', complete ?? false, corrects ?? []],
    [awards ?? 'none', lists ?? {}, affiliates ?? ''].map((one) => keyOf(one)),
    [models === undefined ? '' : folderKey(models), options.modelServer ?? '', options.embeddingServer ?? ''],
  );
}
