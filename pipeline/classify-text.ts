import type { Pack } from '../calls/schema/index.ts';
import { classifiersOf } from '../classifiers/of-pack.ts';
import type { PlacedZone } from '../classifiers/signals/evidence.ts';
import { zoneOf } from '../classifiers/signals/zone.ts';
import type { Classification } from '../core/judgement.ts';
import type { Problem } from '../core/problem.ts';
import { TextMap } from '../core/text-map.ts';
import type { VectorMemory } from '../core/vector-memory.ts';
import type { EmbeddingServer } from '../index/search/embed/embedding-server.ts';
import type { Asker } from '../language-model/asker.ts';

/** A line this short is a title rather than a description. */
const longestTitle = 60;

/** Classifies a plain text by every scheme of a pack; `models` is the folder of the office's own models. */
export function classifyText(pack: Pack, text: string, models?: string): Classification[] {
  return classifyZones(pack, zonesOfText(text), models);
}

function classifyZones(pack: Pack, zones: readonly PlacedZone[], models?: string): Classification[] {
  return classifiersOf(pack, models).map((classifier) => classifier.classifyZones(zones));
}

/** What may help where the text alone does not settle a label; all of it is off unless the office names it. */
export interface TextHelp {
  readonly models?: string;
  readonly embeddingServer?: EmbeddingServer;
  /** Keeps the labelled texts' vectors between runs. */
  readonly memory?: VectorMemory;
  readonly asker?: Asker;
}

/** `classifyText`, with the say of an embedder and, where doubt remains, a language model's second opinion. */
export async function classifyTextHelped(
  pack: Pack,
  text: string,
  { models, embeddingServer, memory, asker }: TextHelp,
): Promise<{ readonly classification: readonly Classification[]; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const zones = zonesOfText(text);
  let classification: readonly Classification[] = classifyZones(pack, zones, models);
  if (embeddingServer) {
    const { openWeighing, weighText } = await import('./weigh-meaning.ts');
    const weighing = await openWeighing(pack, embeddingServer, { models, memory });
    const weighed = await weighText(classification, zones, weighing, embeddingServer);
    classification = weighed.classification;
    problems.push(...weighed.problems);
  }
  if (!asker) return { classification, problems };
  const { askOpinions } = await import('../classifiers/second-opinion/ask-opinions.ts');
  const asked = await askOpinions(pack, classification, () => zones, asker);
  return { classification: asked.classification, problems: [...problems, ...asked.problems] };
}

/** The first line counts as the title when it is short. Places are lines. */
function zonesOfText(text: string): PlacedZone[] {
  const lines = text
    .split(/\r?\n/u)
    .map((line, i) => ({ text: line, number: i + 1 }))
    .filter((line) => line.text.trim() !== '');
  const titled = lines[0] !== undefined && lines[0].text.length <= longestTitle;
  return (['title', 'body'] as const).flatMap((kind) => {
    const own = kind === 'title' ? lines.slice(0, titled ? 1 : 0) : lines.slice(titled ? 1 : 0);
    if (own.length === 0) return [];
    const map = new TextMap(
      own.map((line) => ({
        text: line.text,
        place: { part: 'text', path: `line[${line.number}]` },
        readBy: 'html' as const,
        confidence: 1,
      })),
    );
    return [{ ...zoneOf(kind, map.text), placesOf: (start, end) => map.placesOf(start, end) }];
  });
}
