import { classifiersOf } from '../classifiers/of-pack.ts';
import { packageModel } from '../index/model/model.ts';
import { officeCards } from '../index/train/office-cards.ts';
import type { ScreenOptions } from './screen.ts';
import { stages } from './stage-versions/stages.ts';
import { productVersion, stageVersion } from './versions.ts';

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
