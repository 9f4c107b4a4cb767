import type { Pack } from '../calls/schema/index.ts';
import { type Classifier, createClassifier } from '../classifiers/classify.ts';
import { declaredLabel } from '../classifiers/declared.ts';
import { type Embed, learnMeaning } from '../classifiers/embedding/meaning.ts';
import { loadModel } from '../classifiers/model.ts';
import { zonesOfFiling } from '../classifiers/of-filing.ts';
import type { PlacedZone } from '../classifiers/signals/evidence.ts';
import { keptCorrections } from '../classifiers/train/office.ts';
import { readLabelled } from '../classifiers/train/read-labelled.ts';
import type { Filing } from '../core/filing.ts';
import type { Classification } from '../core/judgement.ts';
import type { Problem } from '../core/problem.ts';
import type { VectorMemory } from '../core/vector-memory.ts';
import { chunksOf } from '../index/search/embed/chunks.ts';
import { embedRemembered } from '../index/search/embed/embed-remembered.ts';
import type { EmbeddingServer } from '../index/search/embed/embedding-server.ts';
import { ServerEmbeddings } from '../index/search/embed/server-embeddings.ts';
import { reasonOf } from '../language-model/asker.ts';

/** Characters of one part of a filing: about as long as the labelled texts it is compared with. */
const partLength = 300;
/** Parts of one filing that are embedded, spread over it. */
const mostParts = 24;

/** The classifiers of a pack with what the office's embedder adds, or why it adds nothing. */
export interface Weighing {
  readonly classifiers: ReadonlyMap<string, Classifier>;
  readonly embed: Embed;
  readonly problem?: Problem;
}

/** Labels with the embedder's say, and what went wrong with it. */
export interface Weighed {
  readonly classification: readonly Classification[];
  readonly problems: readonly Problem[];
}

/** Embeds the labelled texts (once: `memory` keeps their vectors) and learns what the embedder is worth. */
export async function openWeighing(
  pack: Pack,
  server: EmbeddingServer,
  {
    models,
    memory,
  }: { readonly models?: string | undefined; readonly memory?: VectorMemory | undefined } = {},
): Promise<Weighing> {
  const embedder = new ServerEmbeddings(server);
  const embed: Embed = (texts) => embedRemembered(texts, embedder, embedder.name, memory);
  const classifiers = new Map<string, Classifier>();
  const base = readLabelled().filter((text) => text.part === 'train');
  try {
    for (const scheme of pack.schemes) {
      const model = loadModel(scheme, models)?.model;
      if (!model) continue;
      const labelled = [...base, ...(models === undefined ? [] : keptCorrections(models, scheme))];
      const meaning = await learnMeaning(scheme, model, labelled, embed);
      if (!meaning) continue;
      const options = { meaning, ...(models === undefined ? {} : { models }) };
      classifiers.set(scheme.id, createClassifier(scheme, pack.clauses, options));
    }
    return { classifiers, embed };
  } catch (error) {
    return { classifiers: new Map(), embed, problem: unavailable(server, error) };
  }
}

/** Labels of a filing, classified anew with the embedder's say; where the embedder fails they stay as they were. */
export async function weighMeaning(
  classification: readonly Classification[],
  filing: Filing,
  pack: Pack,
  weighing: Weighing,
  server: EmbeddingServer,
): Promise<Weighed> {
  if (weighing.problem) return { classification, problems: [weighing.problem] };
  try {
    const weighed = await Promise.all(
      classification.map(async (one) => {
        const scheme = weighing.classifiers.get(one.scheme)?.scheme;
        if (!scheme) return one;
        const zones = zonesOfFiling(pack, filing, scheme.from);
        return weighOne(one, zones, weighing, declaredLabel(scheme, pack.form, filing.fields));
      }),
    );
    return { classification: weighed, problems: [] };
  } catch (error) {
    return { classification, problems: [unavailable(server, error)] };
  }
}

/** Labels of a text, classified anew with the embedder's say; where the embedder fails they stay as they were. */
export async function weighText(
  classification: readonly Classification[],
  zones: readonly PlacedZone[],
  weighing: Weighing,
  server: EmbeddingServer,
): Promise<Weighed> {
  if (weighing.problem) return { classification, problems: [weighing.problem] };
  try {
    const weighed = await Promise.all(classification.map((one) => weighOne(one, zones, weighing)));
    return { classification: weighed, problems: [] };
  } catch (error) {
    return { classification, problems: [unavailable(server, error)] };
  }
}

async function weighOne(
  one: Classification,
  zones: readonly PlacedZone[],
  { classifiers, embed }: Weighing,
  declared?: string,
): Promise<Classification> {
  const classifier = classifiers.get(one.scheme);
  return classifier ? classifier.classifyZones(zones, declared, await embed(partsOf(zones))) : one;
}

function partsOf(zones: readonly PlacedZone[]): string[] {
  const parts = zones.flatMap(({ kind, original }) =>
    kind === 'title' ? [original] : chunksOf(original, partLength),
  );
  const step = Math.max(1, parts.length / mostParts);
  return parts.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
}

function unavailable({ url }: EmbeddingServer, error: unknown): Problem {
  return { code: 'embedding-unavailable', values: { server: new URL(url).host, reason: reasonOf(error) } };
}
