import { createClassifier } from '../../../classifiers/classify.ts';
import { definitionBags } from '../../../classifiers/knowledge.ts';
import { bayesTable } from '../../../classifiers/signals/bayes.ts';
import type { PlacedZone } from '../../../classifiers/signals/evidence.ts';
import { foldForClassifying } from '../../../classifiers/signals/fold.ts';
import { cosine, rarityOf, vectorOf } from '../../../classifiers/signals/similarity.ts';
import { Sums, type TermTable } from '../../../classifiers/signals/sums.ts';
import type { Zone } from '../../../classifiers/signals/zone.ts';
import { countBayes } from '../../../classifiers/train/count-bayes.ts';
import { readLabelled } from '../../../classifiers/train/read-labelled.ts';
import type { KnownScheme } from '../../../classifiers/train/read-schemes.ts';
import { samplesOf } from '../../../classifiers/train/samples.ts';
import type { Answer } from './metrics.ts';

export interface Said extends Omit<Answer, 'right' | 'alsoRight'> {
  /** The other label of a text that is shown as one of two. */
  readonly second?: string | undefined;
}

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

export function ours({ scheme, clauses }: KnownScheme, model: 'trained' | 'none'): System {
  const classifier = createClassifier(scheme, clauses, { model, candidates: scheme.labels.length });
  return {
    name: model === 'trained' ? 'chushen' : 'chushen, definitions and cues only',
    calibrated: true,
    answer(zones) {
      const placed = zones.map((zone): PlacedZone => ({ ...zone, placesOf: () => [] }));
      const { label, candidates, second } = classifier.classifyZones(placed);
      return { ranked: candidates, given: label, second: second?.label };
    },
  };
}

export function nearestDefinition({ scheme, clauses }: KnownScheme): System {
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

/** Naive Bayes on the words of the labelled texts that train and of the definitions, and nothing else. */
export function naiveBayes({ scheme, clauses }: KnownScheme): System {
  const texts = readLabelled().filter((text) => text.part === 'train');
  const taught = samplesOf(texts, scheme)
    .filter(({ kind, answer }) => kind !== 'filing' && answer < scheme.labels.length)
    .map(({ zones, answer }) => ({ terms: zones.flatMap((zone) => [...zone.bag.keys()]), label: answer }));
  const defined = definitionBags(scheme, clauses).map((bag, label) => ({ terms: [...bag.keys()], label }));
  const learned = bayesTable(countBayes([...taught, ...defined], scheme.labels.length, 1));
  const table: TermTable = new Map([...learned].map(([term, bayes]) => [term, { bayes }]));
  return {
    name: 'naive Bayes',
    calibrated: false,
    answer(zones) {
      const bag = new Map(zones.flatMap((zone) => [...zone.bag]));
      const { scores } = Sums.of(table, scheme.labels.length, bag).features({ bayes: true, ridge: false });
      const least = Math.min(...scores);
      return ranking(
        scheme.labels.map((label, l) => ({ label: label.name, score: (scores[l] ?? 0) - least })),
      );
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
