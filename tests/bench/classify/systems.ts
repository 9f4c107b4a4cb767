import { createClassifier } from '../../../classifiers/classify.ts';
import { definitionBags } from '../../../classifiers/knowledge.ts';
import type { PlacedZone } from '../../../classifiers/signals/evidence.ts';
import { foldForClassifying } from '../../../classifiers/signals/fold.ts';
import { cosine, rarityOf, vectorOf } from '../../../classifiers/signals/similarity.ts';
import type { Zone } from '../../../classifiers/signals/zone.ts';
import type { KnownScheme } from '../../../classifiers/train/read-schemes.ts';
import type { Answer } from './metrics.ts';

type Said = Omit<Answer, 'right'>;

export interface System {
  readonly name: string;
  /** Whether its scores are probabilities. */
  readonly calibrated: boolean;
  readonly answer: (zones: readonly Zone[]) => Said;
}

/** The classifier with and without its trained model, and two baselines. */
export function systemsFor(known: KnownScheme): System[] {
  return [ours(known, 'trained'), ours(known, 'none'), nearestDefinition(known), keyword(known)];
}

function ours({ scheme, clauses }: KnownScheme, model: 'trained' | 'none'): System {
  const classifier = createClassifier(scheme, clauses, { model, candidates: scheme.labels.length });
  return {
    name: model === 'trained' ? 'chushen' : 'chushen, definitions and cues only',
    calibrated: true,
    answer(zones) {
      const placed = zones.map((zone): PlacedZone => ({ ...zone, placesOf: () => [] }));
      const { label, candidates } = classifier.classifyZones(placed);
      return { ranked: candidates, given: label };
    },
  };
}

function nearestDefinition({ scheme, clauses }: KnownScheme): System {
  const bags = definitionBags(scheme, clauses);
  const rarity = rarityOf(bags);
  const definitions = bags.map((bag) => vectorOf(bag, rarity));
  return {
    name: 'nearest definition (TF-IDF)',
    calibrated: false,
    answer(zones) {
      const scores = definitions.map((definition) =>
        zones.reduce((sum, zone) => sum + cosine(vectorOf(zone.bag, rarity), definition), 0),
      );
      return ranking(scheme.labels.map((label, l) => ({ label: label.name, score: scores[l] ?? 0 })));
    },
  };
}

function keyword({ scheme }: KnownScheme): System {
  const names = scheme.labels.map((label) => [label.name, ...label.aliases].map(foldForClassifying));
  return {
    name: 'keyword (label name)',
    calibrated: false,
    answer(zones) {
      const text = zones.map((zone) => zone.folded.text).join('\n');
      return ranking(
        scheme.labels.map((label, l) => ({
          label: label.name,
          score: (names[l] ?? []).reduce((sum, name) => sum + text.split(name).length - 1, 0),
        })),
      );
    },
  };
}

/** A baseline gives its best label whenever anything speaks for it. */
function ranking(scored: readonly { readonly label: string; readonly score: number }[]): Said {
  const ranked = scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
  return { ranked, given: ranked[0]?.label ?? null };
}
