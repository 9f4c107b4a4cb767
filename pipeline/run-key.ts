import { classifiersOf } from '../classifiers/of-pack.ts';
import type { RunSettings } from '../core/records.ts';
import { packageModel } from '../index/model/model.ts';
import { officeCards } from '../index/train/office-cards.ts';
import type { ScreenOptions } from './screen.ts';
import { stages } from './stage-versions/stages.ts';
import { folderKey } from './stages/help.ts';
import { keyOf, packKey } from './stages/key.ts';
import type { KnownFiling } from './stages/known.ts';
import type { ReadFile } from './stages/read.ts';
import { productVersion, stageVersion } from './versions.ts';

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
  const { pack, asOf, reading, awards, lists, complete, affiliates, models } = options;
  return keyOf(
    stages.map(stageVersion),
    (['form', 'labels', 'policy', 'rules'] as const).map((part) => packKey(pack, part)),
    reads.map(({ id, file, key, problems }) => [id, file, key ?? problems]),
    known,
    [asOf, reading ?? '', complete ?? false],
    [awards ?? 'none', lists ?? {}, affiliates ?? ''].map((one) => keyOf(one)),
    [models === undefined ? '' : folderKey(models), options.modelServer ?? '', options.embeddingServer ?? ''],
  );
}

/** Everything that judged, by its version. */
export function versionsOf({
  pack,
  models,
  modelServer,
  embeddingServer,
}: ScreenOptions): Record<string, string> {
  return {
    chushen: productVersion(),
    node: process.versions.node,
    ...Object.fromEntries(stages.map((stage) => [`stage ${stage}`, stageVersion(stage)])),
    repeats: (officeCards(models) ?? packageModel()).trained,
    ...(modelServer ? { model: modelServer.model } : {}),
    ...(embeddingServer ? { embeddings: embeddingServer.model } : {}),
    ...Object.fromEntries(
      classifiersOf(pack, models).map(({ scheme, version }) => [`classifier ${scheme.id}`, version]),
    ),
  };
}
